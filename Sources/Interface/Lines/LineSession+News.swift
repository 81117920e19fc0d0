import Model
import Wording

extension LineSession {
    /// Lines of one announcement; what is beyond them is counted.
    private static let announcedAtOnce = 3
    /// Between two announcements that are not of priority 1, on the real clock.
    private static let announceGap = Span.seconds(10)
    private static let newsRead = 10

    mutating func takeNews(_ new: [Entry]) {
        news += new.filter { $0.subject.area.isNews && !state.ownEntries.contains($0.index) }
    }

    /// Says what became urgent. Priority 1 at once, priority 2 at most every ten seconds; the rest is counted at the prompt.
    mutating func announce() {
        let needs = state.urgentNeeds
        let identities = Set(needs.compactMap(\.identity))
        heldNeeds.removeAll { !identities.contains($0.identity ?? "") }
        let held = Set(heldNeeds.compactMap(\.identity))
        heldNeeds += needs.filter { need in
            guard let identity = need.identity else { return false }
            return !knownNeeds.contains(identity) && !held.contains(identity)
        }
        knownNeeds = identities
        guard !isQuiet, !heldNeeds.isEmpty, state.mode == .live || heldNeeds.contains(where: { $0.priority == 1 })
        else { return }
        let isPressing = heldNeeds.contains { $0.priority == 1 }
        if !isPressing, let lastAnnounced, state.real - lastAnnounced < Self.announceGap { return }
        lastAnnounced = state.real
        for need in heldNeeds.prefix(Self.announcedAtOnce) {
            say("NEW. \(need.priority ?? 2): \(need.message(state.face, now: state.liveNow))")
        }
        let more = heldNeeds.count - Self.announcedAtOnce
        if more > 0 { say("and \(more, one: "%1 more need", other: "%1 more needs").") }
        heldNeeds = []
    }

    /// Everything that others wrote since the last time, what needs somebody first.
    mutating func sayNews() {
        sayNow(limit: 2)
        guard !news.isEmpty else {
            say("Nothing new since \(state.face.zonedTime(newsSince)).")
            newsSince = state.liveNow
            return
        }
        say("\(news.count, one: "%1 new record", other: "%1 new records") since \(state.face.zonedTime(newsSince)).")
        listed = []
        var lines: [String] = []
        for entry in news {
            let item = PanelItem.entry(entry, withSubject: true, isStruck: false)
            listed.append(Listed(panel: .records, id: item.id, subject: entry.subject))
            lines.append(state.catalogue.text("\(listed.count). \(state.sentence(of: item))"))
        }
        for line in lines.prefix(Self.newsRead) { say(.verbatim(line)) }
        rest = Array(lines.dropFirst(Self.newsRead))
        if !rest.isEmpty { say("\(rest.count, one: "%1 more row", other: "%1 more rows"); “more” reads on.") }
        news = []
        newsSince = state.liveNow
        // What was read out was seen.
        state.markAllSeen()
    }
}
