import Exchange
import Wording

extension TurnTable.Fault where Reason == TimeEntryFault {
    func message(path: String) -> Message {
        switch problem {
        case .tooFewFields:
            "\(path), line \(line): a turn has three fields or four: from; until; officer; standby. Nothing was saved"
        case .notATime(_, let fault): "\(path), line \(line): \(fault.message). Nothing was saved"
        case .endsBeforeItBegins: "\(path), line \(line): the turn ends before it begins. Nothing was saved"
        case .officerMissing: "\(path), line \(line): the officer is missing. Nothing was saved"
        case .sameBeginning(let other):
            "\(path), line \(line): a turn begins here that begins in line \(other) already. Nothing was saved"
        }
    }
}
