/// What is wrong in a file of settings, as facts: the sentence is made where it is shown.
package struct SettingsFault: Error, Hashable, Sendable {
    package enum Problem: Hashable, Sendable {
        /// The file is not TOML. `found` is the parser's own remark, in English.
        case syntax(found: String)
        case notUTF8
        case unknownKey(nearest: String?)
        case wrongType(SettingKey)
        case outOfRange(ClosedRange<Int>)
        /// Not one of the values that the key knows.
        case unknownValue(String, nearest: String?, known: [String])
        /// The same key stands further up.
        case duplicate(firstLine: Int)
        /// The same item stands twice in a list.
        case repeatedItem(String)
        case notAbsolute(String)
        /// Not a number and a word.
        case notAStep(String)
        /// Not later than the step before it.
        case notLater(String)
        /// Empty, or with characters that are no text.
        case notAName
    }

    /// The file's name, or the option or variable that the value came from.
    package let file: String
    /// Counted from 1; 0 where the whole is meant.
    package let line: Int
    /// Counted from 1; nothing where the whole line is meant.
    package let column: Int?
    /// As it stands in the file; empty for a syntax error.
    package let key: String
    package let problem: Problem

    package init(file: String, line: Int = 0, column: Int? = nil, key: String = "", problem: Problem) {
        self.file = file
        self.line = line
        self.column = column
        self.key = key
        self.problem = problem
    }
}
