import Model

extension Pointer.Field {
    /// What is the same, and nothing of what it says.
    package var message: Message {
        switch self {
        case .identifier(let kind): kind.message
        case .tracker: "tracker"
        case .logo: "logo"
        case .message: "number of a message"
        case .seizure: "what was seized"
        case .timeAndPlace: "time and place"
        }
    }
}

extension Pointer.Call {
    package var message: Message {
        switch self {
        case .desk(let state): "\(state) desk"
        case .supervisor: "the supervisor"
        }
    }
}

extension Pointer {
    package var message: Message {
        "MATCH in another operation. Field: \(field.message). Call: \(call.message). No more is shown."
    }
}

extension RoadQuestion.Sign {
    package var message: Message {
        switch self {
        case .substance(let name): .verbatim(name)
        case .amount(let words): "amount (\(words))"
        case .identifier(let kind, let typed): "\(kind.message) \(typed)"
        case .identifiers(let kind): kind.message
        case .hiding(let words): .verbatim(words)
        case .destination(let place): "destination \(place)"
        }
    }
}

extension RoadQuestion {
    /// How near it is, in one clause.
    package var distance: Message {
        if let number = closeness.isByNumber { return "both name \(number), on the road of \(delivery.text)" }
        if let state = closeness.isInState {
            return "\(closeness.place) is not on our map, somewhere in \(state), on the road of \(delivery.text)"
        }
        return closeness.kilometres == 0
            ? "at \(closeness.place), on the road of \(delivery.text)"
            : "\(closeness.kilometres) km from \(closeness.place), on the road of \(delivery.text)"
    }
}
