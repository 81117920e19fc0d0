import Model
import Wording

/// What lies over the screen and takes the keys.
package enum Overlay: Equatable, Sendable {
    case pick(PickList)
    case commandLine(CommandLine)
    case filter(FilterLine)
    case form(Form)
    case raw
    case choices(ChoiceList)
    case themes(ThemeChooser)
    case passphrase(PassphraseEntry)
    /// What waits for a second person, as it will be written.
    case approval(ApprovalPage)
    /// A message that is taken in as text.
    case paste(PasteSheet)
    /// Something that is about to leave the Centre.
    case release(ReleaseSheet)
    case calls(CallSheet)
    /// What a colleague wrote while this officer typed.
    case conflict(ConflictSheet)
    /// Whether a seizure near the road is the load of a delivery.
    case road(RoadSheet)
    /// By what a handover is certified.
    case certificate(CertificatePage)
    /// A request to a State that is being drafted.
    case request(RequestSheet)
}

/// One line of text with a caret.
package struct TextField: Equatable, Sendable {
    package private(set) var characters: [Character]
    package private(set) var caret: Int
    /// The longest text that is taken, in characters.
    package static let limit = 2_000

    package init(_ text: String = "") {
        characters = Array(text.prefix(TextField.limit))
        caret = characters.count
    }

    package var text: String { String(characters) }
    package var beforeCaret: String { String(characters[..<caret]) }
    package var isEmpty: Bool { characters.isEmpty }

    mutating func insert(_ text: String) {
        let clean = text.map { $0.isNewline || $0 == "\t" ? " " : $0 }.prefix(
            max(0, TextField.limit - characters.count))
        if let mark = clean.first, mark.isCombiningMark, caret > 0 {
            // The mark of a letter that was typed decomposed comes as a key of its own.
            let joined = String(characters[caret - 1]) + String(mark)
            if joined.count == 1, joined.unicodeScalars.count <= 8 {
                characters[caret - 1] = Character(joined)
                return insert(String(clean.dropFirst()))
            }
        }
        characters.insert(contentsOf: clean, at: caret)
        caret += clean.count
    }

    mutating func deleteBackward() {
        guard caret > 0 else { return }
        caret -= 1
        characters.remove(at: caret)
    }

    mutating func deleteForward() {
        guard caret < characters.count else { return }
        characters.remove(at: caret)
    }

    mutating func deleteWord() {
        while caret > 0, characters[caret - 1] == " " { deleteBackward() }
        while caret > 0, characters[caret - 1] != " " { deleteBackward() }
    }

    mutating func clear() {
        characters = []
        caret = 0
    }

    mutating func move(by steps: Int) { caret = min(max(0, caret + steps), characters.count) }
    mutating func moveToStart() { caret = 0 }
    mutating func moveToEnd() { caret = characters.count }
}
