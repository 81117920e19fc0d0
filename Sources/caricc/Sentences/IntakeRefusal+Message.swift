import Exchange
import Wording

extension IntakeRefusal {
    /// Which message, where in it, what is wrong, what stands there, and what helps.
    func message(file: String) -> Message {
        let place: Message =
            if !path.isEmpty {
                "\(file), line \(line), \(path)"
            } else if line > 1 || offset > 0 {
                "\(file), line \(line)"
            } else {
                "\(file)"
            }
        let words = reason.message(limit: limit)
        return found.isEmpty ? "\(place): \(words)" : "\(place): \(words): “\(found)”"
    }
}

extension IntakeRefusal.Reason {
    /// A clause without a capital letter and a full stop.
    func message(limit: Int?) -> Message {
        switch self {
        case .empty, .tooLarge, .encoding, .notUTF8, .controlCharacter, .documentType, .entityDeclaration,
            .processingInstruction, .tooDeep, .tooManyAttributes, .tooManyElements, .textTooLong, .nameTooLong:
            gateMessage(limit ?? 0)
        case .unknownFormat, .foreignJSON, .foreignXML, .foreignTable, .feed, .severalMessages, .wrapper,
            .unknownNamespace:
            formatMessage
        case .readerDidNotFinish: "the reader did not finish in time; look at the message by hand"
        case .readerDied:
            if let limit {
                "the reader was ended by signal \(limit); look at the message by hand"
            } else {
                "the reader ended before it had answered; look at the message by hand"
            }
        case .readerAnswer: "the reader's answer could not be trusted; look at the message by hand"
        case .readerNotStarted:
            "the reader did not start; look at the message by hand, and tell whoever installed caricc"
        default: contentMessage(limit ?? 0)
        }
    }

    private func gateMessage(_ limit: Int) -> Message {
        switch self {
        case .empty: "there is nothing in it; ask for it again"
        case .tooLarge: "larger than \(grouped: limit >> 10) KiB; ask for it in parts"
        case .encoding: "not in UTF-8, and nothing is converted; ask for it in UTF-8"
        case .notUTF8: "not valid UTF-8; ask for it in UTF-8"
        case .controlCharacter: "a control character; ask for it as plain text"
        case .documentType: "a document type (DOCTYPE), which no message needs; ask where it comes from"
        case .entityDeclaration: "a declared entity, which no message needs; ask where it comes from"
        case .processingInstruction: "a processing instruction, which no message needs; ask where it comes from"
        case .tooDeep: "more than \(grouped: limit) elements within each other"
        case .tooManyAttributes: "more than \(grouped: limit) attributes in one element"
        case .tooManyElements: "more than \(grouped: limit) elements"
        case .textTooLong: "a text that is too long"
        default: "a name of more than \(grouped: limit) bytes"
        }
    }

    private var formatMessage: Message {
        switch self {
        case .unknownFormat:
            "neither CAP, nor labelled text, nor a table that is known here; read it, and write the alert by hand"
        case .foreignJSON: "JSON of another system; read it, and write the alert by hand"
        case .foreignXML: "XML, but no CAP message; read it, and write the alert by hand"
        case .foreignTable: "a table with other columns than the table of seizures"
        case .feed: "a list of messages or of links (Atom, RSS); get each message, and put it in a file of its own"
        case .severalMessages: "several messages in one; put each, from <alert to </alert>, in a file of its own"
        case .wrapper: "a message in another envelope; put what stands from <alert to </alert> in a file of its own"
        default: "a namespace that is no version of CAP"
        }
    }

    private func contentMessage(_ limit: Int) -> Message {
        switch self {
        case .malformed: "not well-formed"
        case .unknownEntity: "an entity that is not defined"
        case .unknownElement: "this is unknown here"
        case .unexpectedAttribute: "an attribute that does not belong here"
        case .unexpectedText: "text where only elements may stand"
        case .missingElement: "this is missing"
        case .repeatedElement, .repeatedLabel: "this stands here twice"
        case .elementOrder: "this stands in the wrong place"
        case .wrongValue: "a value that is not allowed here"
        case .wrongTime: "not a time such as 2026-10-17T04:06:00+05:00"
        case .missingOffset: "a time without its offset from UTC, so nobody knows when it was"
        case .missingCondition: "this must be there for such a scope"
        case .badReferences: "a reference that names no message as sender, identifier and time"
        case .noEnd: "the end mark is missing, so part of the message may be, too"
        case .missingLabel: "a label is missing"
        case .tooManyRows: "more than \(grouped: limit) rows; divide it"
        default: "the rows cannot be told apart: a quote, a column or a line end is wrong"
        }
    }
}
