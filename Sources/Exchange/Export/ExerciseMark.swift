/// How everything that leaves an exercise is marked.
package enum ExerciseMark {
    package static let words = "EXERCISE EXERCISE EXERCISE"
    /// Before the name of a file.
    package static let fileName = "EXERCISE-"
    /// Before a text of a table that has no column for it.
    static let prefix = "EXERCISE "

    /// The first and the last line of a text.
    static func line(_ language: MessageLabel.Language) -> String {
        switch language {
        case .en: words
        case .ru: "УЧЕНИЕ УЧЕНИЕ УЧЕНИЕ"
        case .zh: "演习 演习 演习"
        }
    }
}
