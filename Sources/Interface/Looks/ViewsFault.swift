import Settings
import Wording

/// What is wrong in the file of views, as facts.
package enum ViewsFault: Error, Equatable, Sendable {
    package enum Problem: Equatable, Sendable {
        case outsideAView
        case unknownKey(nearest: String?)
        case badName
        case badValue(known: [String])
    }

    /// It is not TOML in UTF-8.
    case file(SettingsFault)
    /// A line, counted from 1 or 0 where it is not known, and the key there with its tables: `view.night.zoom`.
    case entry(String, line: Int, Problem)

    /// `file:line: key: sentence`, without the parts that are not known.
    package func message(in folder: String? = nil) -> Message {
        switch self {
        case .file(let fault): fault.message(in: folder)
        case .entry(let key, let line, let problem):
            .fault(in: ViewsText.file, folder: folder, line: line, key: key, problem.sentence)
        }
    }
}

extension ViewsFault.Problem {
    fileprivate var sentence: Message {
        switch self {
        case .outsideAView: "it must stand under a heading [view.NAME]"
        case .unknownKey(nearest: let word?): "there is no such key. \(Spelling.question(word))"
        case .unknownKey(nearest: nil): "a view has no such key"
        case .badName: "a view is named by up to 32 letters, digits, - and _"
        case .badValue(let known): "the value cannot be used; it can be \(known.joined(separator: ", "))"
        }
    }
}
