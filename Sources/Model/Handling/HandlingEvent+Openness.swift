extension HandlingSet {
    package static let openness: [String: Openness] = [
        "code": .code(HandlingCode.self), "originator": .state, "readers": .named(.person),
        "source_grade": .code(SourceGrade.self), "information_grade": .code(InformationGrade.self),
    ]
}
