import Foundation
import Glibc
import Interface
import Keyboards
import Wording

/// The person's own keys, in `caricc/keys.toml` of the XDG folder for configuration.
struct KeysFile {
    let keymap: Keymap
    let faults: [Message]

    /// The shipped keys where there is no file, or none that can be read.
    init(path: String = standardPath, layouts: [KeyboardLayout]) {
        guard let data = FileManager.default.contents(atPath: path), data.count < 1 << 20 else {
            keymap = .standard
            let unreadable: Message = "\(path) cannot be read, or is larger than a megabyte"
            faults = access(path, F_OK) == 0 ? [unreadable] : []
            return
        }
        let read = Keymap.reading(String(decoding: data, as: UTF8.self), layouts: layouts)
        keymap = read.keymap
        faults = read.faults.map { $0.message((path as NSString).lastPathComponent) }
    }

    static var standardPath: String {
        let named = getenv("XDG_CONFIG_HOME").map { String(cString: $0) } ?? ""
        let home = getenv("HOME").map { String(cString: $0) } ?? ""
        return (named.hasPrefix("/") ? named : home + "/.config") + "/caricc/keys.toml"
    }
}
