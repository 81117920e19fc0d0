import Model
import Places
import Screen
import Synchronization
import Wording

/// What two operations have in common, as far as whoever sits here may know; of what is hidden, a pointer.
extension AppState {
    /// What is pointed at because of one hidden match.
    func pointers(of match: Match) -> [Pointer] {
        Pointer.sorted(
            (handlings[match.name] ?? match.handling).map { handling in
                match.pointers.map { Pointer($0.field, handling.call) }
            } ?? match.pointers)
    }

    /// Everything that is pointed at beside a subject, each thing once.
    func pointers(of name: SubjectName) -> [Pointer] {
        guard !isVisitor, !conceals, reader != nil else { return [] }
        var found =
            matches[name]?.list.filter { isProtected($0) && $0.standing != .apart }.flatMap { pointers(of: $0) }
            ?? []
        func add(_ other: SubjectName) {
            if withholds(other), let handling = handlings[other] { found.append(Pointer(.timeAndPlace, handling.call)) }
        }
        for encounter in board.encounters(of: name, kilometres) { add(encounter.other) }
        for question in board.roadQuestions(about: name, kilometres, seizureReadings) {
            add(question.alert == name ? question.delivery : question.alert)
        }
        return Pointer.sorted(found)
    }

    func pointerFacts(of name: SubjectName) -> [Fact?] {
        pointers(of: name).map { Fact("MATCH", catalogue.text($0.message), .warning) }
    }

    /// How far apart two places are, by the tables; nil while they are not read, and where one is in none.
    var kilometres: Kilometres { places.kilometres(remembering: spotMemo) }

    /// The tables of places, where a page speaks of distances.
    var placeLoads: [Effect] { places.isEmpty && !conceals && !isVisitor ? [.loadPlaces] : [] }

    func placeLoads(of name: SubjectName) -> [Effect] {
        switch name.area {
        case .deliveries: board.deliveries[name]?.end == nil ? placeLoads : []
        case .alerts: board.alerts[name]?.reportsASeizure == true && !board.deliveries.isEmpty ? placeLoads : []
        default: []
        }
    }

    /// The questions on a page that this reader may see and that are not answered.
    func roadQuestions(about name: SubjectName) -> [RoadQuestion] {
        guard !isVisitor, !conceals else { return [] }
        return board.roadQuestions(about: name, kilometres, seizureReadings).filter {
            !withholds($0.alert) && !withholds($0.delivery)
        }
    }

    /// On the page of an alert or a delivery: the question, and what else is close.
    func roadFacts(of name: SubjectName) -> [Fact?] {
        guard !isVisitor, !conceals else { return [] }
        let key = keyNames(of: "ours").first ?? ":ours"
        let questions = roadQuestions(about: name)
        let asked = Set(questions.flatMap { [$0.alert, $0.delivery] })
        var facts: [Fact?] = questions.prefix(2).flatMap { question -> [Fact?] in
            let other = question.alert == name ? question.delivery : question.alert
            return [
                Fact(
                    "OUR LOAD?", catalogue.text("\(other.text), \(question.distance); \(key) answers"), .urgent),
                Fact("same", signs(question.same)), Fact("not same", signs(question.notSame)),
            ]
        }
        let near = board.encounters(of: name, kilometres).filter { !withholds($0.other) && !asked.contains($0.other) }
        facts += near.prefix(3).map { encounter in
            let until = face.moment(encounter.hours.upperBound, now: now)
            let from = face.moment(encounter.hours.lowerBound, now: now)
            return Fact(
                "Close by",
                catalogue.text(
                    "\(encounter.other.text), \(encounter.closeness.kilometres) km from \(encounter.closeness.place), \(from)–\(until)"
                ), .warning)
        }
        return facts
    }

    func signs(_ signs: [RoadQuestion.Sign]) -> String {
        signs.map { catalogue.text($0.message) }.joined(separator: "; ")
    }

    /// What was added to a delivery: numbers in the open, and how many lie apart.
    func knownFacts(of delivery: Delivery) -> [Fact?] {
        let particulars = delivery.particulars
        var numbers = particulars.identifiers.compactMap { mention in
            mention.typed.map { "\(catalogue.text(mention.kind.message)) \($0)" }
        }
        let sealed = particulars.identifiers.count { $0.typed == nil }
        if sealed > 0 {
            numbers.append(
                catalogue.text("\(sealed, one: "%1 personal, kept apart", other: "%1 personal, kept apart")"))
        }
        return [
            Fact("Number", numbers.joined(separator: ", ")), Fact("Hidden in", particulars.concealment),
            Fact("Transport", particulars.transport),
            Fact(
                "From, to",
                particulars.departure == nil && particulars.destination == nil
                    ? nil : "\(particulars.departure ?? "?") > \(particulars.destination ?? "?")"),
            Fact("Text", particulars.text),
        ]
    }
}

extension Gazetteer {
    package var kilometres: Kilometres { kilometres(remembering: SpotMemo()) }

    func kilometres(remembering memo: SpotMemo) -> Kilometres {
        { spot, other in
            guard let a = memo.coordinates(of: spot, in: self), let b = memo.coordinates(of: other, in: self) else {
                return nil
            }
            return (a.distance(to: b) + 500) / 1_000
        }
    }

    /// Where a spot lies: as somebody chose it, else by its name in its State; nil where several places could be meant.
    package func coordinates(of spot: Spot) -> Coordinates? {
        if let position = spot.position {
            return Coordinates(latitude: Int32(position.latitude), longitude: Int32(position.longitude))
        }
        let found = find(spot.name).map(\.place).filter { $0.position != nil }
        guard let state = spot.state else { return found.count == 1 ? found[0].position : nil }
        return (found.first { $0.kind == .crossing } ?? found.first { $0.state == state })?.position
    }
}

/// Where spots lie, each looked up once: a board asks for the same crossings again and again.
final class SpotMemo: Sendable {
    private let held = Mutex<[Spot: Coordinates?]>([:])

    func coordinates(of spot: Spot, in places: Gazetteer) -> Coordinates? {
        held.withLock { held in
            if let known = held[spot] { return known }
            if held.count >= 20_000 { held = [:] }
            let found = places.coordinates(of: spot)
            held[spot] = .some(found)
            return found
        }
    }
}
