extension LogFounded {
    package static let openness: [String: Openness] = [
        "centre": .log, "desk": .log, "purpose": .code(["live", "exercise"]),
    ]
}

extension PayloadErased {
    package static let openness: [String: Openness] = ["payload": .reference]
}
