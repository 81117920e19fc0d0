import Exchange
import Wording

extension RecordTable.Fault {
    func message(path: String) -> Message {
        switch self {
        case .csv(let fault): "\(path), line \(fault.line): \(fault.reason.message)"
        case .header: "\(path) is not a table of our records: its columns are not those that export csv writes"
        case .value(let column, let line):
            "\(path), line \(line): “\(column.rawValue)” has a value that is not allowed"
        case .torn(let line): "\(path), line \(line): the rows of one record do not say the same"
        }
    }
}

extension RecordLines.Fault {
    func message(path: String) -> Message {
        if case .unknownKey(let key) = reason { return "\(path), line \(line): “\(key)” is not a key of a record" }
        return "\(path), line \(line): \(reason.message)"
    }
}
