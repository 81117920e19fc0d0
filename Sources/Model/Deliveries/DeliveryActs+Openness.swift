extension RequestSent {
    package static let openness: [String: Openness] = [
        "state": .state, "number": .named(.document), "replaces_number": .named(.document),
        "their_number": .named(.document), "raw": .reference,
    ]
}

extension EvidenceTransferred {
    package static let openness: [String: Openness] = [
        "exhibit": .named(.document), "from": .state, "to": .state, "seal": .named(.document),
    ]
}
