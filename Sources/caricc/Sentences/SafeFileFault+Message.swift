import Exchange
import Glibc
import Wording

extension SafeFile.Fault {
    func message(path: String) -> Message {
        switch self {
        case .notThere: "There is no file \(path)"
        case .notAllowed: "You may not read \(path); ask for the right, or copy it"
        case .symbolicLink: "\(path) is a symbolic link, which is not followed; name the file itself"
        case .directory: "\(path) is a folder; name a file in it"
        case .namedPipe: "\(path) is a named pipe; send it to standard input and name “-”"
        case .socket: "\(path) is a socket, not a file"
        case .device: "\(path) is a device; send it to standard input and name “-”"
        case .tooLarge(let limitBytes):
            "\(path) is larger than \(grouped: limitBytes >> 20) MiB; split it, the rows keep their identity"
        case .changedWhileRead: "\(path) was changed while it was read; wait until it is complete and try again"
        case .severalNames: "\(path) is the same file as another name elsewhere; send a copy of it"
        case .foreignOwner(let user):
            "\(path) belongs to user \(String(user)), whose files are not taken from this folder"
        case .outside: "\(path) leads out of the folder; put the file itself into it"
        case .exists: "There is already a file \(path)"
        case .system(let code): "\(path) cannot be read: \(String(cString: strerror(code)))"
        }
    }
}
