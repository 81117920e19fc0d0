import Model
import Wording

/// What lies beside a delivery and is to be told before anybody looks for it: a seizure near its road, the same number
/// in another operation.
extension AppState {
    /// How many deliveries of a board are compared by themselves, the most urgent first.
    static let besideAtOnce = 24
    /// How many of one moment are.
    private static let newAtOnce = 16

    /// Asks anew for the whole board: at the beginning, when the tables of places come, and when the board is another one.
    mutating func askRoads() {
        roadAsked = [:]
        guard !isVisitor, !board.deliveries.isEmpty else { return }
        for name in board.alerts.keys.sorted() { askRoads(of: name) }
    }

    /// Asks anew for what some entries are about.
    mutating func askRoads(since new: [Entry]) {
        guard !isVisitor else { return }
        for name in Set(new.map(\.subject)) {
            switch name.area {
            case .alerts: askRoads(of: name)
            case .deliveries where new.contains(where: { $0.subject == name && $0.mayBringItNear }):
                roadAsked[name] =
                    board.deliveries[name] == nil ? nil : board.roadQuestions(about: name, kilometres, seizureReadings)
            default: break
            }
        }
        for name in roadAsked.keys where board.deliveries[name] == nil { roadAsked[name] = nil }
    }

    private mutating func askRoads(of alert: SubjectName) {
        for name in roadAsked.keys { roadAsked[name]?.removeAll { $0.alert == alert } }
        for question in board.roadQuestions(about: alert, kilometres, seizureReadings) {
            roadAsked[question.delivery, default: []].append(question)
        }
    }

    /// What the board asks for besides its rows: the matches of its first deliveries, and the tables of places where
    /// something was seized.
    var besideLoads: [Effect] {
        guard !isVisitor, !conceals else { return [] }
        let names = board.deliveriesInOrder(at: now).prefix(AppState.besideAtOnce).map(\.name)
        let isSeized = !names.isEmpty && board.alerts.values.contains { $0.reportsASeizure }
        return names.filter { matches[$0] == nil }.map { .loadMatches($0) } + (isSeized ? placeLoads : [])
    }

    /// Of deliveries of which something new is known that may be in another one, too; and of those that had a match.
    func besideLoads(for new: [Entry]) -> [SubjectName] {
        var names: [SubjectName] = []
        for entry in new.suffix(AppState.newAtOnce) {
            guard entry.subject.area == .deliveries else { continue }
            switch entry.event {
            case .delivery(.opened), .delivery(.detailed), .delivery(.prepared), .delivery(.eyesOn), .link:
                names.append(entry.subject)
                names += matches.filter { $0.value.list.contains { $0.name == entry.subject } }.map(\.key)
            default: break
            }
        }
        return names.filter { board.deliveries[$0] != nil }
    }

    /// The questions that nobody has answered and that this reader may see.
    func roadAsked(of name: SubjectName) -> [RoadQuestion] {
        guard !isVisitor, !conceals else { return [] }
        return (roadAsked[name] ?? []).filter { !withholds($0.alert) && !withholds($0.delivery) }
    }

    /// The same numbers elsewhere that this reader may see, and that nobody has told apart.
    private func openMatches(of name: SubjectName) -> [Match] {
        guard !isVisitor, !conceals else { return [] }
        return (matches[name]?.list ?? []).filter { match in
            guard !isProtected(match), match.standing == .none else { return false }
            return match.isProposed || !match.pointers.isEmpty
        }
    }

    /// The word of its row: nil where nothing lies beside it.
    func besideWord(_ name: SubjectName) -> CellText? {
        if !roadAsked(of: name).isEmpty { return CellText(catalogue.text("OUR LOAD?"), .urgent) }
        guard !openMatches(of: name).isEmpty || !pointersAtHand(of: name).isEmpty else { return nil }
        return CellText(catalogue.text("MATCH"), .warning)
    }

    /// Pointers from what was loaded already; those of time and place are for the page.
    private func pointersAtHand(of name: SubjectName) -> [Pointer] {
        guard !isVisitor, !conceals, reader != nil else { return [] }
        return Pointer.sorted(
            matches[name]?.list.filter { isProtected($0) && $0.standing != .apart }.flatMap { pointers(of: $0) } ?? [])
    }

    /// On the page for the night, what it asks and where to look, one line each.
    func besideFacts(of name: SubjectName) -> [(rank: Int, fact: Fact?)] {
        guard !isVisitor, !conceals else { return [] }
        let key = keyNames(of: "ours").first ?? ":ours"
        var facts: [(rank: Int, fact: Fact?)] = roadAsked(of: name).prefix(2).flatMap { question -> [(Int, Fact?)] in
            let headline = alert(question.alert)?.headline ?? ""
            return [
                (
                    0,
                    Fact(
                        "OUR LOAD?",
                        catalogue.text(
                            "\(question.alert.text) \(headline), \(question.distance): ours, another load, or ask the State? \(key)"
                        ), .urgent)
                ),
                (5, Fact("same", signs(question.same))),
            ]
        }
        facts += pointers(of: name).prefix(2).map { (1, Fact("MATCH", catalogue.text($0.message), .warning)) }
        facts += openMatches(of: name).prefix(2).map { match in
            (1, Fact("MATCH", "\(match.name.text): \(words(of: match))", .warning))
        }
        return facts
    }
}

extension Entry {
    /// Whether it says something of a delivery's road, load or numbers; most reports do not.
    fileprivate var mayBringItNear: Bool {
        switch event {
        case .delivery(.reportReceived(let report)): report.place != nil || report.leg != nil
        case .delivery(.noted), .delivery(.callTried), .delivery(.partyTold), .delivery(.checklistItemDone): false
        default: true
        }
    }
}
