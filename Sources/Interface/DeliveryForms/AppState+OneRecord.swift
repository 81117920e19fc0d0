import Model

extension AppState {
    /// Taking over brings the load onto its leg by itself: the report beside it is kept only where it says more.
    func oneRecord(_ drafts: [Draft]) -> [Draft] {
        guard drafts.count == 2, case .delivery(.reportReceived(let report)) = drafts[0].event,
            case .delivery(.accepted) = drafts[1].event, case .existing(let name) = drafts[1].target,
            let before = delivery(name), let leg = report.leg
        else { return drafts }
        var after = before
        if case .delivery(let event) = drafts[1].event {
            after.apply(event, proposed(drafts[1].event, on: name, at: drafts[1].at ?? now))
        }
        // On the first leg it is made ready; the first report says that it rolls.
        guard after.currentLegNumber == leg || !before.hasBegun && leg == before.legs.first?.number else {
            return drafts
        }
        var taken = drafts[1]
        taken.expecting = drafts[0].expecting
        return [taken]
    }

    /// An event as it would stand in the log.
    func proposed(_ event: Event, on name: SubjectName, at: Instant) -> Entry {
        Entry(
            origin: "", index: board.size, previous: .zero, id: .timed(now, count: 0, chance: 0), desk: "",
            subject: name, kind: event.kind, at: at, recorded: now, actor: officer, body: event.body)
    }
}
