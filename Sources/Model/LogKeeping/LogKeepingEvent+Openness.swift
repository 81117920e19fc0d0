extension LogFounded {
    package static let openness: [String: Openness] = [
        "centre": .log, "desk": .log, "purpose": .code(["live", "exercise"]),
    ]
}

extension ExportReleased {
    package static let openness: [String: Openness] = ["recipient": .state, "root": .reference]
}

extension PayloadErased {
    package static let openness: [String: Openness] = ["payload": .reference]
}
