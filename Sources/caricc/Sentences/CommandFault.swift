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
    /// What was to leave could not be written.
    case export(ExportFile.Fault)
    case key(KeyFileFault, path: String)
    case passphrase(PassphraseSource.Fault)
    case card(OfficerCard.Fault)
    case noKeyAtHand(folder: String)
    case severalKeys([String])
    case noValidKey(of: String)
    case otherPerson(String, of: String)
    /// A card with a key of another centre or of the other realm.
    case cardOfElsewhere(String, log: String)
    case notInABatch(String)
    case stream(LineStream.Fault, path: String)
    /// Records leave the building only with a release.
    case releaseNeeded
    case releaseWaits(SubjectName, Int64)
    case noRelease(SubjectName)
    case releaseDiffers(SubjectName)
    /// The sheet that is to be printed cannot be written.
    case sheet(errno: Int32, path: String)
    /// The key file is not that of the card.
    case cardOfOtherKey(String, path: String)
    case suggestionNeedsTerminal
    case noCentre(log: String)
    /// A batch signs with one key.
    case otherOfficer(String, String)
    case nobodyHasTheWatch
    /// A protected record is shown only to those who are known and written down.
    case protected(SubjectName, HandlingCode)
    case noPayload(Digest)
    /// A subject that was asked for by name has no entries, or is of another area.
    case noSuchSubject(SubjectName, wanted: Area?)
    case spool(SpoolFolder.Fault)
    /// What was typed of the directory cannot stand in it.
    case directory(DirectoryFault)
    case noEntry(String)
    /// Said already in words, where the facts were known.
    case said(Message)
    /// Not for this person, or not now; said in words.
    case forbidden(Message)
    /// What was typed cannot be understood; said in words.
    case misread(Message)
    case other(String)

    init(_ error: any Error) {
        switch error {
        case let fault as CommandFault: self = fault
        case let fault as LogFault: self = .log(fault)
        case let fault as ExportFile.Fault: self = .export(fault)
        case let fault as SpoolFolder.Fault: self = .spool(fault)
        case let fault as BodyFault: self = .log(.body(fault))
        case let fault as OfficerCard.Fault: self = .card(fault)
        case let fault as PassphraseSource.Fault: self = .passphrase(fault)
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
        case .export(let fault): fault.message
        case .key(let fault, let path): fault.message(path: path)
        case .passphrase(let fault): fault.message
        case .card(let fault): fault.message
        case .noKeyAtHand(let folder):
            "No officer's key for this log is in \(folder); name it with --key, or make one with “caricc officer key new”"
        case .severalKeys(let officers):
            "The keys of \(officers.joined(separator: ", ")) are here; say with --officer who you are"
        case .noValidKey(let officer): "\(officer) has no valid key; give them one with “caricc officer enrol-key”"
        case .otherPerson(let person, let officer):
            "The card is of the service number \(person), which is not that of \(officer); have the right card handed in"
        case .cardOfElsewhere(let key, let log):
            "The card is for \(key), and this log is \(log); the officer makes a key for this centre and realm"
        case .stream(.cannotOpen(let code), let path), .stream(.cannotRead(let code), let path):
            "\(path) cannot be read: \(String(cString: strerror(code)))"
        case .releaseNeeded:
            "In this log records are given out only when that is released: say --to and --purpose, or the --release that was approved"
        case .releaseWaits(let name, let index):
            "\(name.text) is not released yet: #\(index) waits for an approval, see “caricc officer approvals”"
        case .noRelease(let name): "\(name.text) releases nothing; propose a release with --to and --purpose"
        case .releaseDiffers(let name):
            "\(name.text) released another log than this one: the roots differ; run “caricc log verify”"
        case .sheet(let code, let path): "The sheet \(path) cannot be written: \(String(cString: strerror(code)))"
        case .cardOfOtherKey(let officer, let path):
            "\(path) is not the key on the card of \(officer); bring the card and the key file that belong together"
        case .suggestionNeedsTerminal: "A passphrase is suggested on a terminal only; leave --suggest out"
        case .noCentre(let log): "There is no log in \(log) that says for which centre; name it with --centre"
        case .notInABatch(let command): "“caricc \(command)” cannot be part of a batch; run it by itself"
        case .otherOfficer(let officer, let standing):
            "This batch signs as \(standing), and \(officer) needs a batch of their own"
        case .protected(let name, let code):
            "\(name.text) is \(code.rawValue); “caricc handling read” shows it and writes down that you read it"
        case .nobodyHasTheWatch: "Nobody has the watch; begin one with “caricc shift start”"
        case .noPayload(let hash): "There is no payload \(hash.hex); it was erased, or is of another log"
        case .noSuchSubject(let name, wanted: nil): Refusal.noSuchSubject(name).message(face)
        case .noSuchSubject(let name, .alerts?): "There is no alert \(name.text); see “caricc alert list”"
        case .noSuchSubject(let name, .deliveries?): "There is no delivery \(name.text); see “caricc delivery list”"
        case .noSuchSubject(let name, _?): "\(name.text) is not of that kind"
        case .spool(let fault): fault.message
        case .directory(let fault): fault.message(face)
        case .noEntry(let text):
            "The directory has no entry “\(text)”, or several crossings bear the name; see “caricc directory list”"
        case .said(let message), .misread(let message), .forbidden(let message): message
        case .other(let reason): "This did not work: \(reason)"
        }
    }

    var status: ExitStatus {
        switch self {
        case .log(let fault): fault.status
        case .key(let fault, _): fault.status
        case .passphrase(let fault): fault.status
        case .directory, .time, .format, .misread, .notInABatch, .suggestionNeedsTerminal, .noCentre, .noKeyAtHand,
            .severalKeys:
            .usage
        case .nobodyHasTheWatch, .protected, .noPayload, .noSuchSubject, .noEntry, .card, .otherOfficer, .noValidKey,
            .otherPerson, .cardOfOtherKey, .cardOfElsewhere, .forbidden, .releaseNeeded, .releaseWaits, .noRelease,
            .releaseDiffers:
            .notAllowed
        case .spool(let fault): fault.status
        case .file, .table, .output, .export, .stream, .sheet, .said, .other: .notSure
        }
    }
}
