/// What is wrong in a theme file, as facts: the sentence is made where it is shown.
package struct ThemeFault: Error, Hashable, Sendable {
    package enum Problem: Hashable, Sendable {
        /// The file is not TOML. `found` is the parser's own remark, in English.
        case syntax(found: String)
        case unknownKey
        case unknownRole
        case unknownColour(String)
        case unknownAttribute(String)
        /// A value of another type than the key takes.
        case wrongType
        /// No theme of the name that was asked for or that `inherits` names.
        case unknownTheme(String, known: [String])
        /// The theme inherits from itself; the names in order, the first one again at the end.
        case inheritsItself([String])
    }

    /// The keys of a file, and the attributes of a role.
    package static let keys = ["name", "about", "inherits", "contrast", "palette", "roles"]
    package static let attributes = ["fg", "bg", "bold", "dim", "underline", "reverse", "strike"]

    /// The name of the theme, which is also the name of its file without `.toml`.
    package let file: String
    /// Counted from 1; 0 where the file as a whole is meant.
    package let line: Int
    /// Counted from 1; nothing where the whole line is meant.
    package let column: Int?
    /// The key as it stands in the file, with its table: `roles.urgent.fg`. Empty for a syntax error.
    package let key: String
    package let problem: Problem

    /// A name that somebody asked for and no theme has.
    package static func unknown(_ name: String, known: [String]) -> ThemeFault {
        ThemeFault(file: name, problem: .unknownTheme(name, known: known))
    }

    init(file: String, line: Int = 0, column: Int? = nil, key: String = "", problem: Problem) {
        self.file = file
        self.line = line
        self.column = column
        self.key = key
        self.problem = problem
    }
}
