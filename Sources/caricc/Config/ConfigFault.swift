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
        case .theme(let fault): fault.message
        case .key(let fault): fault.message(folder.map { "\($0)/keys.toml" } ?? "keys.toml")
        }
    }
}
