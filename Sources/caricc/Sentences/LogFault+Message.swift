import EventLog
import Model
import Wording

extension LogFault {
    /// What is wrong with which log, and what to do next.
    func message(_ face: ClockFace) -> Message {
        switch self {
        case .noSuchFolder(let path):
            "There is no log at \(path); make one with “caricc log create”, or name one with --log"
        case .alreadyExists(let path): "\(path) is there already and is not empty; choose a new folder for the log"
        case .notALog(let path, let reason): "\(path) is not a log of this program (\(reason)); name another with --log"
        case .newerFormat(let path, let version):
            "The log \(path) has the format \(version) of a newer program; open it with that program"
        case .wrongPurpose(let path, true): "\(path) is the log of an exercise, and a live one is wanted"
        case .wrongPurpose(let path, false): "\(path) is a live log, and the log of an exercise is wanted"
        case .badName(let name):
            "“\(name)” cannot be a name here; use 1 to 40 ASCII letters, digits, hyphens, dots and underscores"
        case .networkFileSystem(let path, let name):
            "\(path) lies on a network file system (\(name)), where a log is not safe; put it on a disk of this machine"
        case .keyUnreadable(let path, let reason):
            "The desk's key \(path) cannot be used (\(reason)); nothing can be signed without it"
        case .schemaChanged(let path, let object):
            "Somebody changed the tables of \(path) (\(object)); take a backup and run “caricc log verify”"
        case .readOnly(let path): "\(path) can only be read; nothing can be saved there"
        case .short(let by, let head):
            """
            The log is \(.records(by)) shorter than the \(.records(head)) it had; nothing is written any more. \
            Bring the backup back and run “caricc log verify”
            """
        case .damaged(let index): "Record #\(index) is damaged; run “caricc log verify”"
        case .headDiffers(let size):
            "The head file does not belong to the log (it says \(.records(size))); run “caricc log verify”"
        case .locked(let holder?, let waited):
            "Process \(holder) has been writing for \(seconds(waited)) s and does not stop; try again, or end it"
        case .locked(nil, let waited): "Another process has been writing for \(seconds(waited)) s; try again"
        case .diskFull(let path): "The disk of \(path) is full; nothing was saved. Make room and try again"
        case .notSaved(let reason): "Nothing was saved: \(reason). Try again"
        case .notSure(let reason):
            "It is not sure whether this was saved: \(reason). Look with “caricc log show --last 5” before trying again"
        case .moved(let name, let expected, let found):
            """
            \(name.text) has moved on: its last record is #\(found), not #\(expected). \
            Look with “caricc log show --subject \(name.text)” and decide again
            """
        case .refused(let refusal, _): "\(refusal.message(face)); nothing was saved"
        case .body(let fault): "The event cannot be saved: \(fault.message)"
        case .payloadMismatch(let hash): "The data does not belong to the hash \(hash.hex)"
        case .noSuchEntry(let index): "There is no record #\(index) in this log"
        case .noCheckpoint(let size):
            "No checkpoint covers \(.records(size)); make one with “caricc log checkpoint”"
        case .badCosignature(let size): "That line is no cosignature of the checkpoint of \(.records(size))"
        case .copyNotWhole(let verdict): "The copy that was just made was not kept: \(verdict.message)"
        case .failed(let reason): "The log does not answer: \(reason)"
        }
    }

    private func seconds(_ span: Span) -> Int64 { span.milliseconds / 1_000 }

    var status: ExitStatus {
        switch self {
        case .refused, .moved, .noSuchEntry, .alreadyExists: .notAllowed
        case .badName: .usage
        default: .notSure
        }
    }
}
