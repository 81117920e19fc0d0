import EventLog
import Exchange
import Glibc
import Model
import Wording

/// What can go wrong with a command, from any layer, as facts.
enum CommandFault: Error {
    case log(LogFault)
    case time(TimeEntryFault, option: String)
    case file(SafeFile.Fault, path: String)
    case format(ImportFormat.DetectionFault, path: String)
    case table(SeizureTable.HeaderFault, path: String)
    case output(errno: Int32)
    case nobodyHasTheWatch
    case noPayload(Digest)
    /// A subject that was asked for by name has no entries, or is of another area.
    case noSuchSubject(SubjectName, wanted: Area?)
    /// Said already in words, where the facts were known.
    case said(Message)
    /// What was typed cannot be understood; said in words.
    case misread(Message)
    case other(String)

    init(_ error: any Error) {
        switch error {
        case let fault as CommandFault: self = fault
        case let fault as LogFault: self = .log(fault)
        case let fault as BodyFault: self = .log(.body(fault))
        case TextStream.Fault.failed(let code): self = .output(errno: code)
        default: self = .other(String(describing: error))
        }
    }

    func message(_ face: ClockFace) -> Message {
        switch self {
        case .log(let fault): fault.message(face)
        case .time(let fault, let option): "\(option): \(fault.message)"
        case .file(let fault, let path): fault.message(path: path)
        case .format(let fault, let path): fault.message(path: path)
        case .table(let fault, let path): fault.message(path: path)
        case .output(let code): "The answer cannot be written: \(String(cString: strerror(code)))"
        case .nobodyHasTheWatch: "Nobody has the watch; begin one with “caricc shift start”"
        case .noPayload(let hash): "There is no payload \(hash.hex); it was erased, or is of another log"
        case .noSuchSubject(let name, wanted: nil): Refusal.noSuchSubject(name).message(face)
        case .noSuchSubject(let name, .alerts?): "There is no alert \(name.text); see “caricc alert list”"
        case .noSuchSubject(let name, .deliveries?): "There is no delivery \(name.text); see “caricc delivery list”"
        case .noSuchSubject(let name, _?): "\(name.text) is not of that kind"
        case .said(let message), .misread(let message): message
        case .other(let reason): "This did not work: \(reason)"
        }
    }

    var status: ExitStatus {
        switch self {
        case .log(let fault): fault.status
        case .time, .format, .misread: .usage
        case .nobodyHasTheWatch, .noPayload, .noSuchSubject: .notAllowed
        case .file, .table, .output, .said, .other: .notSure
        }
    }
}
