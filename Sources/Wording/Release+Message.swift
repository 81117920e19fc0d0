import Model

extension ReleaseField {
    package var message: Message {
        switch self {
        case .record: "our number"
        case .kind: "kind of message"
        case .priority: "priority"
        case .headline: "headline"
        case .date: "when it happened"
        case .state: "State"
        case .place: "place"
        case .position: "position"
        case .items: "what was seized"
        case .identifiers: "numbers of vehicles and goods"
        case .departure: "from where"
        case .transit: "through where"
        case .destination: "to where"
        case .concealment: "how it was hidden"
        case .transport: "means of transport"
        case .text: "words of the message"
        case .answerBy: "answer by"
        case .validUntil: "valid until"
        case .handling: "handling code"
        case .returnColumns: "other columns of the return"
        case .ownWords: "your own words"
        case .source: "who told us"
        case .sourceGrading: "grading of the source"
        case .officers: "officers by name"
        case .personalIdentifiers: "telephones, documents, accounts"
        case .payloads: "messages as they came"
        case .correspondence: "numbers of the correspondence"
        case .conversation: "other messages of the thread"
        case .links: "what it belongs together with"
        case .notes: "notes and decisions of the watch"
        case .unknown: "a field that nobody knows"
        }
    }
}

extension ReleaseReason {
    package var message: Message {
        switch self {
        case .handlingCode(let code): "your role gives out nothing that is \(code.rawValue)"
        case .permissionMissing(let code, let originator):
            "\(code.rawValue): \(originator) has not permitted it; their permission changes the code first"
        case .notForCourt(let originator): "H1: not for court without the permission of \(originator)"
        case .personalData: "personal data"
        case .sourcesIdentity: "it would tell who told us"
        case .otherOperation(let name?): "it speaks of \(name.text), which is another matter"
        case .otherOperation(nil): "it is about other matters"
        case .notForRecipient: "not on this recipient's list"
        case .notForPurpose: "not on the list for this purpose"
        case .internalWork: "work of the Centre"
        case .unknownField: "nobody has said that it may leave"
        case .tooLong: "too long to be looked through"
        }
    }
}

extension ReleasePurpose {
    package var message: Message {
        switch self {
        case .operational: "operational"
        case .statistics: "statistics"
        case .court: "judicial proceedings"
        }
    }
}

extension ReleaseWarning {
    package var message: Message {
        switch self {
        case .neverToldBefore(let name): "\(name) has never been told about this before"
        case .notPartyToTheRoute(let name): "\(name) is neither where it happened nor on the route"
        case .cancelled(let party): "\(party) took it back: it holds no more, and leaves as what is over"
        case .restricted(let words): "It says itself who may see it: \(words)"
        case .addressed(let names): "It was addressed to \(names.joined(separator: ", ")) alone"
        case .unknownRecipient(let name): "“\(name)” is no State and no service that is known here"
        }
    }
}

extension PastedMessage.Doubt {
    package var message: Message {
        switch self {
        case .notAMessage(let line, let label?):
            "It looks like a message, and its \(label) is missing or wrong (line \(line)); it was read as words"
        case .notAMessage(let line, nil): "It looks like a message, and is none (line \(line)); it was read as words"
        case .amount(let typed, let taken, let other): "“\(typed)”: taken as \(taken), perhaps \(other)"
        case .unusual(let typed, let times): "“\(typed)” is \(Int(times)) times the usual"
        case .identifier(let typed): "“\(typed)” is not as such numbers are; look again"
        case .noSource: "Who told us is not said: type it"
        case .otherRealm: "An exercise and real work do not mix: this message is of the other"
        case .notForUse: "The message calls itself a test or a draft"
        case .quoted: "An older message is quoted below it, and was not read"
        case .onlyTheBeginning: "Only the beginning was read; all of it is kept"
        case .sum(let printed, let parts): "The text gives \(printed) in all, and its parts are \(parts)"
        case .unknownSubstance(let typed): "No known substance: \(typed)"
        case .noTimeOfDay: "It names a day and no time of day; the beginning of that day is taken"
        case .noDay: "It names no day that has been; saved so, it happened now"
        case .denied(let typed): "It denies something, and what it denies was not taken: “\(typed)”"
        case .otherCase(let typed): "Of another case or a longer time, and not taken: \(typed)"
        case .sameNumber(let name): "\(name.text) has a message with this number from the same sender"
        case .fieldNotRead(let line, let label, let typed):
            "Line \(line), \(.verbatim(label)): “\(typed)” cannot be read and was left out; look at the text"
        case .sameWords(let name): "\(name.text) has this message already, letter for letter"
        case .notTheirs(let name, let sender):
            "It takes back \(name.text), which \(sender) sent; ask both which one holds"
        }
    }
}
