import Exchange
import Interface
import Model
import Settings
import Wording

extension SpoolFolder.Fault {
    var message: Message {
        switch self {
        case .noSpool(let path):
            "There is no spool folder \(path); make it with “caricc spool init PARTNER --party UZB”"
        case .noPartner(let path):
            "\(path) has no \(SpoolFolder.settingsName); make the partner with “caricc spool init”"
        case .badName(let name): "“\(name)” cannot name a partner; use up to 40 letters, digits, - . and _"
        case .alreadyThere(let path): "\(path) is there already; nothing was changed"
        case .folder(let fault, let path): fault.message(path: path)
        case .partner(let fault): fault.message
        case .otherRealm(let partner, .live):
            "The files of \(partner) are for the live log, and this is an exercise; take it out or set its realm"
        case .otherRealm(let partner, .exercise):
            "The files of \(partner) are for an exercise, and this is the live log; take it out or set its realm"
        case .running(let pid?, let path): "Process \(Int(pid)) reads \(path) already; one is enough"
        case .running(nil, let path): "Another process reads \(path) already; one is enough"
        }
    }
}

extension SpoolFolder.Fault {
    var status: ExitStatus {
        switch self {
        case .badName, .partner: .usage
        case .alreadyThere, .otherRealm, .running: .notAllowed
        case .noSpool, .noPartner, .folder: .notSure
        }
    }
}

extension PartnerFault {
    var message: Message {
        if case .unreadable(let fault) = problem { return fault.message() }
        return .fault(in: file, line: line, key: key, sentence)
    }

    private var sentence: Message {
        switch problem {
        case .unreadable(let fault): fault.message()
        case .missing: "it must be there: the State or the service whose files lie here"
        case .unknownKey(nearest: let word?, _): "there is no such key. \(Spelling.question(word))"
        case .unknownKey(nearest: nil, let known): "there is no such key; there are \(known.joined(separator: ", "))"
        case .unknownValue(let value, nearest: let word?, _): "“\(value)” is not known. \(Spelling.question(word))"
        case .unknownValue(let value, nearest: nil, let known):
            "“\(value)” is not known; there are \(known.joined(separator: ", "))"
        case .outOfRange(let range): "it goes from \(range.lowerBound) to \(range.upperBound)"
        case .notAName: "it must be a name of 1 to 64 characters on one line"
        case .notAFlag: "it takes true or false, without quotation marks"
        case .notAList: "it takes a list such as [\"cap\", \"labelled_text\"]"
        }
    }
}
