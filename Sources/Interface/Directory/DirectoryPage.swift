import Model
import Screen
import Wording

/// The page of one entry.
extension AppState {
    var entryLines: [[Segment]] {
        guard case .directoryEntry(let key) = screen, !conceals else { return [] }
        guard let item = directory[key] else {
            return [[Segment(catalogue.text("This entry is retired; its records are in the log."), .warning)]]
        }
        return lines(of: facts(of: item), width: max(20, width - 2))
    }

    /// The same to be read aloud.
    var entrySentences: [Message] {
        guard case .directoryEntry(let key) = screen, let item = directory[key] else {
            return ["This entry is retired; its records are in the log."]
        }
        return facts(of: item).compactMap { $0 }.map { "\($0.label): \($0.value)" }
    }

    func facts(of item: DirectoryItem) -> [Fact?] {
        if let name = item.record?.name, withholdsRecords(of: name) {
            return [Fact("Entry", catalogue.text("protected"))]
        }
        let age = item.age(at: now)
        let sort = catalogue.text(item.key.sort.message)
        let states = [item.key.state, item.key.other].compactMap { $0 }.joined(separator: "–")
        var facts: [Fact?] = [
            Fact("Kind", "\(sort), \(states)"),
            Fact("Verified", verification(of: item, age), item.isShipped ? .warning : age.role),
        ]
        if let report = item.report {
            let old = report.age(at: now)
            let words: Message =
                "\(report.standing.message) since \(face.moment(report.since, now: now)), says \(report.party)"
            let told: Message = "\(words); told \(face.age(max(now - report.learnt, .zero))) ago"
            facts.append(Fact("Standing", catalogue.text(told), old.severity > 0 ? old.role : .text))
            facts.append(Fact("Word on it", report.note))
        } else if !item.key.sort.standings.isEmpty {
            facts.append(Fact("Standing", catalogue.text("nobody has reported it"), .warning))
        }
        for field in item.key.sort.fields {
            let text = item.entry[field].map { catalogue.text(field.message(of: $0)) }
            let isNeeded = item.key.sort.columns.contains(field) || field == .number && item.key.sort.hasNumber
            facts.append(
                text == nil && isNeeded
                    ? Fact(field.message, catalogue.text("not known"), .warning) : Fact(field.message, text))
        }
        facts.append(Fact("Person", person(of: item), .key))
        facts.append(Fact("There", time(there: item)))
        facts.append(
            item.record.map { record in
                let by = board.officers[record.setBy]?.shownName ?? record.setBy
                return Fact("Set by", "\(by), \(time(record.setAt)), \(record.name.text)", .dim)
            } ?? nil)
        return facts
    }

    private func verification(of item: DirectoryItem, _ age: DirectoryAge) -> String {
        if item.isShipped { return catalogue.text("shipped with the program, unverified") }
        let words = catalogue.text(age.message(face))
        return item.verified.map { "\(words), \($0.by), \(time($0.at))" } ?? words
    }

    /// Who it is and how to reach them, once it was loaded; never before visitors.
    private func person(of item: DirectoryItem) -> String? {
        guard !isVisitor, let payload = item.record?.contact else { return nil }
        return contacts[payload].map { $0.isEmpty ? catalogue.text("erased") : $0 } ?? catalogue.text("loading")
    }

    private func time(there item: DirectoryItem) -> String? {
        let name = item.entry[.zone] ?? directory.zone(of: item.key.state)
        guard let zone = name.flatMap({ Zone.named($0) }) else { return nil }
        return ClockFace(convention: catalogue.convention, zone: zone).zonedTime(now)
    }
}
