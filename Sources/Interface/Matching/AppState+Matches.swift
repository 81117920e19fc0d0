import Model
import Screen
import Wording

/// What may be the same seizure, and what has something in common with it: asked of the log, never kept in it.
extension AppState {
    /// What the page of a subject asks for.
    func matchLoads(of name: SubjectName) -> [Effect] {
        guard [.alerts, .seizures, .deliveries].contains(name.area), !isVisitor, !conceals else { return [] }
        return [.loadMatches(name)]
    }

    /// New alerts that report a seizure, so that their rows say what they may be the same as; and the pages that are open.
    func wantedMatches(for new: [Entry]) -> [Effect] {
        guard !new.isEmpty, !isVisitor, !conceals else { return [] }
        var names: [SubjectName] = []
        if case .subject(let name) = screen, matches[name] != nil { names.append(name) }
        if case .pick(let pick) = overlay, case .matches(let name) = pick.source, !names.contains(name) {
            names.append(name)
        }
        for name in besideLoads(for: new) where !names.contains(name) { names.append(name) }
        for entry in new.suffix(AppState.matchesAtOnce) {
            guard case .alert(.raised(let raised)) = entry.event, raised.reportsASeizure, !names.contains(entry.subject)
            else { continue }
            names.append(entry.subject)
        }
        return names.map { .loadMatches($0) }
    }

    /// How many new alerts of one moment are looked at by themselves.
    private static let matchesAtOnce = 16

    mutating func takeMatches(_ found: Matches?, of name: SubjectName) -> [Effect] {
        guard !isVisitor else { return [] }
        if matches.count >= 200 {
            matches = matches.filter {
                screens.contains(.subject($0.key)) || board.alerts[$0.key] != nil || board.deliveries[$0.key] != nil
            }
        }
        matches[name] = found
        return joined(into: name).filter { histories[$0.name] == nil && !withholdsRecords(of: $0.name) }
            .map { .loadHistory($0.name) }
    }

    /// The subjects for which `name` goes on.
    func joined(into name: SubjectName) -> [Match] {
        let own = histories[name]?.subject ?? board.subject(name)
        return matches[name]?.list.filter { $0.standing == .joined && own?.trail.links.joined?.name != $0.name } ?? []
    }

    /// The records of what was joined to a subject, for its timeline.
    func joinedEntries(of name: SubjectName) -> [Entry] {
        joined(into: name).filter { !withholdsRecords(of: $0.name) }.flatMap { histories[$0.name]?.entries ?? [] }
    }

    /// Whether this reader sees of a match only that there is something.
    func isProtected(_ match: Match) -> Bool {
        guard let reader else { return false }
        return reader.leave(for: .list, handlings[match.name] ?? match.handling) == .no
    }

    /// What a match says to this reader.
    func words(of match: Match) -> String {
        if isProtected(match) { return pointers(of: match).map { catalogue.text($0.message) }.joined(separator: " ") }
        if withholdsRecords(of: match.name) { return catalogue.text(withheldWords(of: match.name)) }
        return [match.standing.message.map { catalogue.text($0) }, match.reasons(in: catalogue)]
            .compactMap { $0 }.filter { !$0.isEmpty }.joined(separator: ": ")
    }

    /// On the page of a subject: what is proposed as the same, and what is related.
    func matchFacts(of name: SubjectName) -> [Fact?] {
        guard !isVisitor, !conceals, let found = matches[name] else { return [] }
        let shown = found.list.filter { !isProtected($0) }
        let proposals = shown.filter(\.isProposed)
        let related = shown.filter { !$0.isProposed && $0.standing != .apart }
        var facts = pointerFacts(of: name)
        facts += proposals.prefix(3).map { match in
            Fact(
                "SAME SEIZURE?", "\(match.name.text) (\(match.likeness?.score ?? 0)): \(words(of: match))",
                .warning)
        }
        let together = joined(into: name).filter { !isProtected($0) }
        if !together.isEmpty { facts.append(Fact("Together", summary([found.account] + together.map(\.account)))) }
        facts += related.prefix(4).map { Fact("Related", "\($0.name.text): \(words(of: $0))") }
        let more = max(0, proposals.count - 3) + max(0, related.count - 4)
        if more > 0 {
            let key = keyNames(of: "related").first ?? ":related"
            facts.append(Fact("Related", catalogue.text("\(more) more; \(key) lists them"), .dim))
        }
        return facts
    }

    /// What several sources say of one seizure, each thing once.
    func summary(_ accounts: [SeizureAccount]) -> String {
        var parts: [String] = []
        func add(_ part: String) { if !part.isEmpty, !parts.contains(part) { parts.append(part) } }
        for account in accounts { for item in account.items { add(item.text) } }
        for account in accounts { add(account.place ?? "") }
        for account in accounts { for identifier in account.identifiers { add(identifier.typed) } }
        return parts.joined(separator: "; ")
    }

    /// In the queue: `=0411?`, the alert that a new one may be the same as.
    func sameMark(of alert: Alert) -> String {
        guard !isVisitor, !conceals, let match = matches[alert.name]?.proposals.first else { return "" }
        return isProtected(match) ? "=? " : "=\(match.name.short)? "
    }
}

extension AlertRaised {
    fileprivate var reportsASeizure: Bool { substance != nil || quantity != nil || !particulars.items.isEmpty }
}

extension SeizureAccount.Item {
    package var text: String {
        [name, quantity.map { $0.typed ?? "\($0.amount) \($0.unit)" } ?? ""].map(\.trimmingBlanks)
            .filter { !$0.isEmpty }.joined(separator: " ")
    }
}
