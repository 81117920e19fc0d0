extension ShiftStarted {
    package static let openness: [String: Openness] = ["officer": .named(.person), "relief": .named(.person)]
}
