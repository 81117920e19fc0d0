import Model

extension MessageKind {
    package var message: Message {
        switch self {
        case .seizureReport: "seizure report"
        case .warning: "warning"
        case .request: "request for information"
        case .information: "information"
        case .lookout: "lookout notice"
        case .bulletin: "bulletin"
        case .feedback: "feedback"
        case .answer: "answer"
        case .contactChange: "change of contact"
        case .cancellation: "cancellation"
        case .acknowledgement: "receipt and acceptance"
        case .rejection: "rejection"
        case .preArrival: "data before arrival"
        }
    }
}

extension Disposition {
    package var message: Message {
        switch self {
        case .handled: "handled"
        case .passedOn: "passed on"
        case .duplicate: "duplicate"
        case .falseAlarm: "false alarm"
        case .informationOnly: "information only"
        case .drillOver: "drill over"
        case .cancelled: "taken back by its sender"
        case .delivery: "goes on as a delivery"
        case .noActionPossible: "nothing could be done"
        }
    }
}

extension Debt {
    package var message: Message {
        switch self {
        case .feedback: "feedback"
        case .answer: "an answer"
        case .result: "the result"
        }
    }
}

extension Channel {
    package var message: Message {
        switch self {
        case .i247: .verbatim("I-24/7")
        case .cencomm: .verbatim("CENcomm")
        case .containerComm: .verbatim("ContainerComm")
        case .airportUnit: "airport unit"
        case .portUnit: "port unit"
        case .liaisonOfficer: "liaison officer"
        case .phone: "phone"
        case .mail: "mail"
        case .spool: "file"
        case .inPerson: "in person"
        case .other: "another way"
        }
    }
}

extension CallOutcome {
    package var message: Message {
        switch self {
        case .answered: "answered"
        case .noAnswer: "no answer"
        case .busy: "busy"
        case .wrongNumber: "wrong number"
        case .calledBack: "called back on the filed number"
        }
    }
}

extension Triage.Whom {
    package var message: Message {
        switch self {
        case .watch: "whoever has the watch"
        case .second: "a second officer"
        case .leader: "who answers for the Centre tonight"
        case .supervisors: "the supervisors"
        }
    }
}

extension HoldReason {
    /// Why it is held, and what to do with it.
    package var message: Message {
        switch self {
        case .notAFile: "not an ordinary file; ask the partner to put the message itself there"
        case .tooLarge: "too large; ask the partner for a shorter message"
        case .encoding: "not in UTF-8; ask the partner to send it in UTF-8, or type it in"
        case .controlCharacter:
            "it holds a control character, which no text has; ask the partner for plain text, or type it in"
        case .forbiddenMarkup: "it has markup that no message needs, such as a DOCTYPE; ask the partner who wrote it"
        case .tooComplex: "deeper or wider than any message; ask the partner who wrote it"
        case .notRead: "the reader did not finish with it; look at it as text"
        case .unknownFormat: "no format that is known here; read it as text and type it in"
        case .malformed: "it breaks the rules of its format; read it as text, or ask for it again"
        case .feed:
            "a feed or an envelope, not a message; save each alert in it, from <alert to </alert>, as a file of its own in the partner’s folder new"
        case .otherRealm: "an exercise and the real thing do not mix; take it in on the other log"
        case .test: "a technical test; every recipient disregards it"
        case .system: "for the sender’s own systems (CAP status System), not for us; put it aside"
        case .draft: "a draft; it is not to be acted on"
        case .referenceMissing: "it speaks of a message that has not come; wait for that one, or ask for it"
        case .referenceUnsaid:
            "it speaks of an earlier message and does not say which; ask the sender, and file it by hand"
        case .referenceOtherTime:
            "the message that it names is here, but was sent at another time than it says; ask the sender, and file it by hand"
        case .referenceToItself:
            "it speaks of itself and of no earlier message; ask the sender which one is meant, and file it by hand"
        case .conflicting: "a message with the same identity and other words has come before; ask which one holds"
        case .notTheirs:
            "it changes a message of another sender; ask both which one holds, and file it by hand"
        case .changing: "it changed while it was read; put it there again when it is whole"
        case .quota: "more than this partner may send; release it by hand"
        case .other: "it could not be taken in; read it as text"
        }
    }
}
