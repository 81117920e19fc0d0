/// What is wrong with one line of a key file, as a fact: the sentence is made where it is shown.
package struct KeyFault: Error, Hashable, Sendable {
    package enum Problem: Hashable, Sendable {
        /// The line is not TOML. `found` is the parser's own remark, in English.
        case syntax(found: String)
        /// Only `[keys]` and `[unbind]` mean something.
        case unknownTable
        /// Neither a text nor a list of texts.
        case wrongType
        /// `nearest` is the command that was probably meant.
        case unknownCommand(nearest: String?)
        case unknownKeyName(String)
        /// A key of another command: of the line given, or of the shipped keys.
        case taken(String, by: String, line: Int?)
        /// The one key is the beginning of the other's sequence, so that one of them could never be reached.
        case blocks(String, sequence: String, of: String, line: Int?)
        /// Belongs to the terminal: `^C` and `^Z`.
        case reserved(String)
        /// A terminal sends the same byte for both.
        case same(String, as: String)
        /// The command leaves or writes, and this key is pressed too easily, or by habit from other programs.
        case tooEasy(String)
        /// The key that is to be taken away is none of this command.
        case notItsKey(String)
        /// The command must have a key; it keeps these.
        case keepsAKey([String])
        /// A remark, the key holds: where this layout types the character, another command is lost.
        case covers(String, of: String, on: String)
    }

    /// Counted from 1; 0 where the file as a whole is meant.
    package let line: Int
    /// The entry as it stands in the file, with its table: `keys.ack`. Empty for a syntax error.
    package let entry: String
    package let problem: Problem

    package init(line: Int, entry: String = "", problem: Problem) {
        self.line = line
        self.entry = entry
        self.problem = problem
    }
}
