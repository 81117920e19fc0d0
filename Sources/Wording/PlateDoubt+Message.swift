import Model

extension PlateDoubt {
    /// One sentence: what is doubtful, that it is kept, and what to do.
    package var message: Message {
        let letters = letters.map(String.init).joined(separator: ", ")
        let isCyrillic = script == .cyrillic
        switch (form, letters.isEmpty) {
        case (.notOf(let state), true):
            return
                "Plate “\(typed)” has no form that \(state) uses; it is kept as typed, ask for it letter by letter"
        case (.notOf(let state), false):
            return isCyrillic
                ? "Plate “\(typed)”: the Cyrillic letters \(letters) look like Latin ones, and \(state) uses no such form; it is kept as typed, ask for it letter by letter"
                : "Plate “\(typed)”: the Latin letters \(letters) look like Cyrillic ones, and \(state) uses no such form; it is kept as typed, ask for it letter by letter"
        case (.ofNoState, true):
            return
                "Plate “\(typed)” has a form that no State here uses; it is kept as typed, ask for it letter by letter"
        case (.ofNoState, false):
            return isCyrillic
                ? "Plate “\(typed)”: the Cyrillic letters \(letters) look like Latin ones, and no State here uses such a form; it is kept as typed, ask for it letter by letter"
                : "Plate “\(typed)”: the Latin letters \(letters) look like Cyrillic ones, and no State here uses such a form; it is kept as typed, ask for it letter by letter"
        case (.known, _):
            return isCyrillic
                ? "Plate “\(typed)”: the Cyrillic letters \(letters) look like Latin ones; it is kept as typed, ask for it letter by letter"
                : "Plate “\(typed)”: the Latin letters \(letters) look like Cyrillic ones; it is kept as typed, ask for it letter by letter"
        }
    }
}
