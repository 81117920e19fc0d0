/// What a filter can be asked about: an entry, an alert, a delivery.
package protocol Filterable {
    /// Everything that words are looked for in.
    var searchText: String { get }
    var filterPriority: Int? { get }
    /// The numbers of its records, first to last.
    var records: ClosedRange<Int64> { get }
    /// When its last word was learnt.
    var learnt: Instant { get }
    func values(of field: String) -> [String]
    func holds(_ condition: EntryFilter.Condition, at now: Instant, officer: String) -> Bool
}

extension Entry: Filterable {
    package var searchText: String {
        "#\(index) \(subject.text) \(kind) \(actor) \(CanonicalJSON.text(of: .object(body)))"
    }
    package var filterPriority: Int? { body["priority"]?.integer.map { Int($0) } }
    package var records: ClosedRange<Int64> { index...index }

    package func values(of field: String) -> [String] {
        switch field {
        case "kind": [kind]
        case "subject": [subject.text]
        case "who": [actor] + texts(["officer"])
        case "desk": [desk]
        case "id": [id.description]
        case "from": texts(["from", "source", "initiator"])
        case "state":
            texts(["state", "source", "initiator", "country", "departure", "destination", "producing", "from"])
        case "place": texts(["place", "entry", "exit", "division"])
        default: texts([field])
        }
    }

    private func texts(_ keys: [String]) -> [String] {
        keys.compactMap { key in body[key].map { $0.string ?? CanonicalJSON.text(of: $0) } }
    }

    package func holds(_ condition: EntryFilter.Condition, at now: Instant, officer: String) -> Bool {
        switch condition {
        case .mine: actor == officer
        case .late: lateness != nil
        case .unacked, .shelved, .silent, .open, .closed: false
        }
    }
}

extension Alert: Filterable {
    package var searchText: String { "\(name.text) \(raised.source) \(headline) \(place ?? "")" }
    package var filterPriority: Int? { priority }
    package var records: ClosedRange<Int64> { trail.first...max(trail.first, trail.last) }

    package func values(of field: String) -> [String] {
        let values: [String?] =
            switch field {
            case "kind", "message": [raised.message.rawValue]
            case "subject": [name.text]
            case "who": [acknowledgement?.by, shelf?.by, closure?.by, inCharge]
            case "from", "state", "source": [raised.source]
            case "place": [place, particulars.departure, particulars.destination]
            case "headline": [headline]
            case "substance": [raised.substance]
            case "near": [raised.near?.text]
            case "reason": [shelf?.reason]
            default: []
            }
        return values.compactMap { $0 }
    }

    package func holds(_ condition: EntryFilter.Condition, at now: Instant, officer: String) -> Bool {
        let status = status(at: now)
        return switch condition {
        case .unacked: status == .unacknowledged
        case .shelved: if case .shelved = status { true } else { false }
        case .late: status != .closed && due.map { $0 < now } ?? false
        case .silent: false
        case .mine: [acknowledgement?.by, shelf?.by, inCharge].contains(officer)
        case .open: status != .closed
        case .closed: status == .closed
        }
    }
}

extension Delivery: Filterable {
    package var searchText: String {
        "\(name.text) \(opened.goods) \(opened.conveyance ?? "") \(values(of: "state").joined(separator: " ")) "
            + values(of: "place").joined(separator: " ")
    }
    package var filterPriority: Int? { opened.priority }
    package var records: ClosedRange<Int64> { trail.first...max(trail.first, trail.last) }
    package var learnt: Instant { trail.lastLearnt }

    package func values(of field: String) -> [String] {
        let values: [String?] =
            switch field {
            case "kind", "method": [opened.method.rawValue]
            case "subject": [name.text]
            case "who", "lead": legs.map(\.lead)
            case "from": [opened.initiator, lastReport?.report.from]
            case "initiator": [opened.initiator]
            case "state": [opened.initiator] + legs.map(\.state)
            case "place": [lastPlace] + legs.flatMap { [$0.entry, $0.exit] }
            case "entry": legs.map(\.entry)
            case "exit": legs.map(\.exit)
            case "goods", "substance": [opened.goods]
            case "conveyance": [opened.conveyance]
            default: []
            }
        return values.compactMap { $0 }
    }

    package func holds(_ condition: EntryFilter.Condition, at now: Instant, officer: String) -> Bool {
        switch condition {
        case .silent, .late:
            if case .silent = phase(at: now) { true } else { condition == .late && windowOverrun != nil }
        case .mine: legs.contains { $0.lead == officer }
        case .open: end == nil
        case .closed: end != nil
        case .unacked, .shelved: false
        }
    }
}
