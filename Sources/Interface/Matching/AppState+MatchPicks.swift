import Model
import Screen
import Wording

/// The list of what stands beside a subject, and two of them beside each other.
extension AppState {
    func matchItems(of name: SubjectName) -> [PickItem] {
        guard let found = matches[name] else { return [] }
        let elsewhere: Message = "In another operation"
        let pointers = pointers(of: name).map { pointer in
            PickItem(
                id: ["pointer", pointer.field.code, pointer.call.code].joined(separator: " "),
                segments: [Segment(catalogue.text(pointer.message), .disabled)], names: [],
                heading: elsewhere, hint: pointer.message, reason: pointer.message)
        }
        return pointers
            + found.list.filter { !isProtected($0) }.map { match in
                let heading: Message =
                    match.isProposed ? "The same seizure?" : match.standing == .apart ? "Told apart" : "Related"
                let score = match.isProposed ? "\(match.likeness?.score ?? 0)" : ""
                let words = words(of: match)
                return PickItem(
                    id: match.name.text,
                    segments: [Segment(match.name.text, .field, width: 14), Segment(score, width: 4), Segment(words)],
                    names: [match.name.text], words: [words], heading: heading, hint: .verbatim(words))
            }
    }

    mutating func openPair(_ name: SubjectName, _ id: String) -> [Effect] {
        guard let other = SubjectName(id) else { return [] }
        return open(PickList(.pair(name, other)))
    }

    private func match(_ name: SubjectName, _ other: SubjectName) -> Match? {
        matches[name]?.list.first { $0.name == other }
    }

    /// What can be done with two subjects, and below it what each of them says.
    func pairItems(_ name: SubjectName, _ other: SubjectName) -> [PickItem] {
        guard let found = matches[name], let match = match(name, other), !isProtected(match) else { return [] }
        let heading: Message = "What are they to each other?"
        let opening: Message = "Open \(other.text)"
        func item(_ act: String, _ words: Message, _ reason: Message?) -> PickItem {
            let text = catalogue.text(words)
            return PickItem(
                id: act, segments: [Segment(":\(act)", .key, width: 10), Segment(text)], names: [act], words: [text],
                heading: heading, hint: words, reason: reason)
        }
        var items = [item("open", opening, nil)]
        for bonding in [Bonding.join, .link, .apart, .part, .unlink] {
            items.append(item(bonding.rawValue, bonding.sentence, obstacle(bonding, match)))
        }
        guard !withholdsRecords(of: other) else { return items }
        let beside: Message = "Beside each other"
        for (place, row) in comparison(found.account, match.account).enumerated() {
            items.append(
                PickItem(
                    id: String(place),
                    segments: [
                        Segment(catalogue.text(row.label), .label, width: 12),
                        Segment(row.left, width: max(12, (layout.overlay.width - 20) / 2)), Segment(row.right),
                    ],
                    names: [], heading: beside, hint: .verbatim("\(row.left) | \(row.right)")))
        }
        return items
    }

    /// Why that cannot be said of the two now.
    private func obstacle(_ bonding: Bonding, _ match: Match) -> Message? {
        if let reason = Obstacles.reading(self) { return reason }
        switch (bonding, match.standing) {
        case (.part, .joined), (.unlink, .linked): return nil
        case (.part, _): return "They are not joined."
        case (.unlink, _): return "They are not linked."
        case (_, .joined): return "They are joined; :part parts them."
        case (.link, .linked): return "They are linked."
        case (.apart, .apart): return "They are told apart."
        default: return nil
        }
    }

    struct ComparedRow {
        let label: Message
        let left: String
        let right: String
    }

    /// Both accounts line by line, with what differs in brackets.
    func comparison(_ account: SeizureAccount, _ other: SeizureAccount) -> [ComparedRow] {
        var rows = [
            ComparedRow(
                label: "Happened", left: face.moment(account.at, now: now), right: face.moment(other.at, now: now))
        ]
        rows.append(ComparedRow(label: "State", left: account.state ?? "", right: other.state ?? ""))
        rows.append(compared("Place", account.place ?? "", other.place ?? ""))
        for place in 0..<max(account.items.count, other.items.count) {
            rows.append(
                ComparedRow(
                    label: "What", left: account.items.indices.contains(place) ? account.items[place].text : "",
                    right: other.items.indices.contains(place) ? other.items[place].text : ""))
        }
        for place in 0..<max(account.identifiers.count, other.identifiers.count) {
            rows.append(
                compared(
                    "Number", account.identifiers.indices.contains(place) ? account.identifiers[place].typed : "",
                    other.identifiers.indices.contains(place) ? other.identifiers[place].typed : ""))
        }
        rows.append(ComparedRow(label: "Hidden", left: account.hiding ?? "", right: other.hiding ?? ""))
        return rows.filter { !$0.left.isEmpty || !$0.right.isEmpty }
    }

    private func compared(_ label: Message, _ left: String, _ right: String) -> ComparedRow {
        guard !left.isEmpty, !right.isEmpty else { return ComparedRow(label: label, left: left, right: right) }
        let likeness = NameLikeness(left, right)
        guard likeness.score >= NameLikeness.likelyFrom else {
            return ComparedRow(label: label, left: left, right: right)
        }
        return ComparedRow(
            label: label, left: differing(left, likeness.left), right: differing(right, likeness.right))
    }

    mutating func carryOut(_ id: String, on name: SubjectName, _ other: SubjectName) -> [Effect] {
        if id == "open" { return open(.subject(other)) }
        guard let bonding = Bonding(rawValue: id) else { return open(PickList(.pair(name, other))) }
        return ask(bonding, name, other, because: nil)
    }

    /// Asks why two belong together, with the reasons that were found as an answer to begin with.
    mutating func ask(_ bonding: Bonding, _ name: SubjectName, _ other: SubjectName, because: String?) -> [Effect] {
        let found = match(name, other)
        let reasons = found.map { $0.reasons(in: catalogue, limit: 4) } ?? ""
        let (from, to) =
            bonding == .link || bonding == .unlink || bonding == .apart
            ? bonding.subjects(name, other, links(of: name)) : bonding.direction(name, other, links(of: name))
        let form = Form.bond(bonding, from, to, because: reasons)
        return ask(form, answers: because.map { [$0] } ?? [])
    }

    private func links(of name: SubjectName) -> Links? {
        (histories[name]?.subject ?? board.subject(name))?.trail.links
    }
}
