import Exchange
import Interface
import Keyboards
import Settings
import Themes
import Wording

/// What is wrong with the configuration: a file, something in it, or a theme.
enum ConfigFault: Error, Equatable, Sendable {
    case file(SafeFile.Fault, path: String)
    case setting(SettingsFault)
    case theme(ThemeFault)
    case key(KeyFault)
    case view(ViewsFault)
    case notText(path: String)
    /// A file whose name has characters that a terminal would obey or not show; `path` is made safe.
    case badName(path: String)
    case tooManyThemes(folder: String, limit: Int)
}

extension ConfigFault {
    /// Where and what, in one line: `config.toml:3: theme: …`.
    var message: Message { message(in: nil) }

    /// The same with the whole path of the file, which editors find.
    func message(in folder: String?) -> Message {
        switch self {
        case .file(.tooLarge(let limit), let path):
            "\(path) is larger than \(limit >> 20) MiB; no file of the configuration is"
        case .file(let fault, let path): fault.message(path: path)
        case .setting(let fault): fault.message(in: folder)
        case .theme(let fault): fault.message(in: folder)
        case .notText(let path): "\(path) is not text in UTF-8"
        case .badName(let path): "\(path): no theme can have this name; use letters, digits and -"
        case .tooManyThemes(let folder, let limit): "\(folder) holds more than \(limit) themes; the rest is left out"
        case .key(let fault): fault.message(in: folder)
        case .view(let fault): fault.message(in: folder)
        }
    }
}
