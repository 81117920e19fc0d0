/// That something is in another operation, too: in which field, and whom to call about it. Nothing else of the other one.
package struct Pointer: Hashable, Sendable {
    /// What is the same.
    package enum Field: Hashable, Sendable {
        case identifier(IdentifierKind)
        case tracker
        case logo
        /// A message of one is spoken of in the other.
        case message
        /// Both are of one seizure, as far as their words go.
        case seizure
        /// Close to each other at the same time.
        case timeAndPlace
    }

    package enum Call: Hashable, Sendable {
        /// The desk of the State whose information it is, by ISO 3166-1 alpha-3 code.
        case desk(String)
        /// Whoever leads here, where the originator is no State: its name may tell what it is about.
        case supervisor
    }

    package let field: Field
    package let call: Call

    package init(_ field: Field, _ call: Call) {
        self.field = field
        self.call = call
    }
}

extension Pointer.Field {
    /// For the order of a list and for programs: `phone`, `time_and_place`.
    package var code: String {
        switch self {
        case .identifier(let kind): kind.rawValue
        case .tracker: "tracker"
        case .logo: "logo"
        case .message: "message"
        case .seizure: "seizure"
        case .timeAndPlace: "time_and_place"
        }
    }
}

extension Handling {
    /// Whom to call about what may not be shown.
    package var call: Pointer.Call {
        let originator = current.originator
        let first = originator.split { " ,;:/-".contains($0) }.first.map(String.init) ?? ""
        for word in [originator, first, first.uppercased()] {
            if let code = StateKey.code(word), StateKey.isKnown(code) { return .desk(code) }
        }
        return .supervisor
    }

    /// Whether this reader may not even read its words in a list. Who is not known, as at the shell, sees nothing that is
    /// protected.
    package func hides(from reader: Reader?) -> Bool {
        reader.map { $0.leave(for: .list, self) == .no } ?? isProtected
    }
}

extension Match {
    /// What may be told of it where it is hidden: nothing for what merely resembles, such as a road or a way of hiding.
    package var pointers: [Pointer] {
        let call = handling?.call ?? .supervisor
        var fields = ties.compactMap(\.field)
        if isProposed {
            fields += likeness?.reasons.compactMap(\.field) ?? []
            if fields.isEmpty { fields = [.seizure] }
        }
        return Pointer.sorted(fields.map { Pointer($0, call) })
    }
}

extension Matches {
    /// Of everything that is hidden from a reader, each pointer once: how many operations there are is nobody's business.
    package func pointers(for reader: Reader?, _ handlings: [SubjectName: Handling] = [:]) -> [Pointer] {
        Pointer.sorted(
            list.flatMap { match in
                let handling = handlings[match.name] ?? match.handling
                guard match.standing != .apart, handling?.hides(from: reader) == true else { return [Pointer]() }
                return match.pointers
            })
    }
}

extension Pointer {
    /// Each once, by field and then by whom to call.
    package static func sorted(_ pointers: [Pointer]) -> [Pointer] {
        Set(pointers).sorted { ($0.field.code, $0.call.code) < ($1.field.code, $1.call.code) }
    }
}

extension Pointer.Call {
    package var code: String {
        switch self {
        case .desk(let state): state
        case .supervisor: "supervisor"
        }
    }
}

extension Tie {
    fileprivate var field: Pointer.Field? {
        switch self {
        case .identifier(let kind, _), .identifierAlike(let kind, _, _, _): .identifier(kind)
        case .tracker: .tracker
        case .logo: .logo
        case .message: .message
        case .row, .named, .route, .method, .substanceAtPlace, .operation: nil
        }
    }
}

extension Likeness.Reason {
    fileprivate var field: Pointer.Field? {
        switch self {
        case .sameIdentifier(let kind, _), .identifierAlike(let kind, _, _, _): .identifier(kind)
        default: nil
        }
    }
}
