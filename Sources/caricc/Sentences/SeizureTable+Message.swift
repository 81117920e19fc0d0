import Exchange
import Wording

extension SeizureTable.HeaderFault {
    func message(path: String) -> Message {
        switch self {
        case .emptyFile: "\(path) is empty"
        case .unreadable(let fault):
            "\(path), line \(fault.line), column \(fault.column): the heading cannot be read: \(fault.reason.message)"
        case .columns(let missing, let unknown, let repeated):
            if !missing.isEmpty {
                "\(path) is not a table of seizures: it lacks the columns \(missing.joined(separator: ", "))"
            } else if !repeated.isEmpty {
                "\(path) has the columns \(repeated.joined(separator: ", ")) more than once"
            } else {
                "\(path) has the columns \(unknown.joined(separator: ", ")), which nobody here knows"
            }
        }
    }
}

extension ImportFormat.DetectionFault {
    func message(path: String) -> Message {
        let known = ImportFormat.allCases.map(\.rawValue).joined(separator: ", ")
        return switch self {
        case .emptyFile: "\(path) is empty"
        case .unknownFormat: "Nobody here knows the format of \(path); name it with --as (\(known))"
        }
    }
}
