import Model
import Screen
import Wording

/// The list of what others wrote while this officer did not look.
extension AppState {
    func newsTitle(_ count: Int) -> Message {
        let words = Message.plural(count, one: "%1 record", other: "%1 records")
        guard let since = attention.awaySince else { return "While you did not look: \(words)" }
        return "While you did not look, since \(face.moment(since, now: now)): \(words)"
    }

    func newsItems(_ indices: [Int64]) -> [PickItem] {
        indices.compactMap { knownEntry($0) }.map { entry in
            let isHidden = withholdsRecords(of: entry.subject)
            let words = catalogue.text(isHidden ? withheldWords(of: entry.subject) : entry.message(face, now: now))
            let name = shownName(entry.subject)
            let happened: Message =
                entry.lateness == nil ? .verbatim("") : "(happened \(face.moment(entry.at, now: now)))"
            let line = "\(words) \(catalogue.text(happened))".trimmingBlanks
            return PickItem(
                id: "#\(entry.index)",
                segments: [
                    Segment(face.moment(entry.learnt, now: now), width: 6),
                    Segment("#\(entry.index)", .dim, width: 7), Segment(shownNumber(entry.subject), .field, width: 6),
                    Segment(line),
                ],
                names: [name, "#\(entry.index)"], words: [line],
                hint: .verbatim("\(name) \(line)"))
        }
    }

    /// What stands in sight in the list counts as seen by the next key.
    mutating func noteNews(in pick: PickList) {
        guard case .news = pick.source else { return }
        let rows = pickFrame(pick).rows
        for line in lines(of: pick).dropFirst(pick.list.offset).prefix(rows) {
            guard let id = line.item?.id, let index = PanelItem.entryNumber(of: id) else { continue }
            seen?.insert(index, in: .latest)
        }
        settleSeen()
    }

    mutating func openNews(_ id: String) -> [Effect] {
        guard let index = PanelItem.entryNumber(of: id), let entry = knownEntry(index) else { return [] }
        switch entry.subject.area {
        case .alerts, .deliveries: return open(.subject(entry.subject))
        default: return openLog(at: index)
        }
    }
}
