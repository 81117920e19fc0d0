import EventLog
import Wording

extension LogStatus {
    /// Which SQLite it is, with a word about the bug that needs a guard.
    var sqliteMessage: Message {
        isBeforeWALResetFix
            ? """
            SQLite \(sqliteVersion): has the WAL-reset bug that 3.51.3 fixed; the writer lock of this program keeps \
            clear of it, other programs that write to the file do not
            """ : "SQLite \(sqliteVersion): without the WAL-reset bug that 3.51.3 fixed"
    }
}

extension FileSystem {
    var message: Message {
        switch self {
        case .local: "The disk is of this machine"
        case .volatile(let name): "The folder lies on \(name), which forgets everything when the machine stops"
        case .network(let name): "The folder lies on a network file system (\(name)), where a log is not safe"
        }
    }

    /// A word for programs.
    var code: String {
        switch self {
        case .local: "local"
        case .volatile(let name), .network(let name): name.lowercased()
        }
    }
}

extension Checkpoint {
    /// Six words and four digits, in the words of `language`.
    func controlPhrase(_ language: Language) -> String { phrase.text(language) }
}

extension PhraseCode {
    func text(_ language: Language) -> String {
        ControlPhrase(numbers: numbers, digits: digits)?.text(language) ?? digits
    }
}
