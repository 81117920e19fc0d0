import EventLog
import Wording

extension OfficerCard.Fault {
    var message: Message {
        switch self {
        case .notACard: "This is not an officer's card; a card is one line that begins with “caricc card”"
        case .newerFormat(let version): "The card has the newer format \(version); a newer program is needed"
        case .badOfficer(let id):
            "“\(id)” is no officer's id: a small letter, then 1 to 31 small letters, digits, dots and hyphens"
        case .badPerson(let number):
            "“\(number)” is no service number: 1 to 20 letters, digits, dots, hyphens and slashes"
        case .badShownName(let name): "“\(name)” cannot be shown as a name: 2 to 60 visible characters, without a bar"
        case .badKey: "The key on the card is damaged; have the card handed in again"
        case .keyOf(let name): "The card bears the key of \(name); the officer makes a card with their own key"
        case .unsafeKey: "The key on the card is one that anybody can sign with; the officer makes a new key"
        case .wrongSignature: "The card was changed, or not signed by the holder of its key; have it handed in again"
        case .noKey: "The key is locked; open it to sign the card"
        }
    }
}
