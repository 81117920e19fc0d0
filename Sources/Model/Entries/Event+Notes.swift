extension Event {
    /// The text of a note, on whatever subject; nil for everything else.
    package var noteText: String? {
        switch self {
        case .alert(.noted(let note)): note.text
        case .delivery(.noted(let note)): note.text
        case .shift(.noted(let note)): note.text
        default: nil
        }
    }

    /// The number of the note that this one takes the place of.
    package var corrects: Int64? {
        switch self {
        case .alert(.noted(let note)): note.corrects
        case .delivery(.noted(let note)): note.corrects
        case .shift(.noted(let note)): note.corrects
        default: nil
        }
    }

    /// A note without the numbers that identify living persons, and its words as they were typed, for a payload that can be
    /// erased; every other event, and a note without such numbers, as it is.
    package var withoutPersonalNumbers: (event: Event, parts: [SealedPart]) {
        guard let text = noteText, case let open = PersonalWords.masked(text), open != text else { return (self, []) }
        let event: Event
        switch self {
        case .alert(.noted(var note)):
            note.text = open
            event = .alert(.noted(note))
        case .delivery(.noted(var note)):
            note.text = open
            event = .delivery(.noted(note))
        case .shift(.noted(var note)):
            note.text = open
            event = .shift(.noted(note))
        default: return (self, [])
        }
        return (event, [.message(text)])
    }

    /// A note with this text that takes the place of this note; nil where this is no note.
    package func corrected(to text: String, at index: Int64) -> Event? {
        switch self {
        case .alert(.noted): .alert(.noted(AlertNoted(text: text, corrects: index)))
        case .delivery(.noted): .delivery(.noted(DeliveryNoted(text: text, corrects: index)))
        case .shift(.noted): .shift(.noted(ShiftNoted(text: text, corrects: index)))
        default: nil
        }
    }
}
