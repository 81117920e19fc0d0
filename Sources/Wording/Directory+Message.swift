import Model

extension DirectoryStanding {
    package var message: Message {
        switch self {
        case .open: "open"
        case .restricted: "restricted"
        case .closed: "closed"
        case .onCall: "on call"
        case .offCall: "not on call"
        }
    }
}

extension DirectoryItem {
    /// What it is called; the States that ship in the language of the reader.
    package var message: Message {
        guard key.sort == .state, let shipped = ShippedDirectory.entries[key], shipped[.name] == entry[.name] else {
            return .verbatim(entry.title == key.description && key.sort.isLaw ? "" : entry.title)
        }
        return Message.state(key.state) ?? .verbatim(entry.title)
    }
}

extension Message {
    /// The name of a State of the directory that ships; nil for another code.
    package static func state(_ code: String) -> Message? {
        switch code {
        case "AZE": "Azerbaijan"
        case "KAZ": "Kazakhstan"
        case "KGZ": "Kyrgyzstan"
        case "RUS": "Russian Federation"
        case "TJK": "Tajikistan"
        case "TKM": "Turkmenistan"
        case "UZB": "Uzbekistan"
        case "AFG": "Afghanistan"
        case "ARM": "Armenia"
        case "BLR": "Belarus"
        case "CHN": "China"
        case "GEO": "Georgia"
        case "IRN": "Iran"
        case "MNG": "Mongolia"
        case "TUR": "Türkiye"
        default: partner(code)
        }
    }

    private static func partner(_ code: String) -> Message? {
        switch code {
        case "DEU": "Germany"
        case "FIN": "Finland"
        case "FRA": "France"
        case "ITA": "Italy"
        case "PAK": "Pakistan"
        case "USA": "United States"
        default: nil
        }
    }
}

extension DirectoryAge {
    /// The word that carries the colour, for those who see none.
    package func message(_ face: ClockFace) -> Message {
        switch self {
        case .fresh(let age): "verified \(face.age(age)) ago"
        case .ageing(let age): "AGEING, verified \(face.age(age)) ago"
        case .old(let age): "OLD, verified \(face.age(age)) ago"
        case .never: "NEVER VERIFIED"
        }
    }

    /// The same for a narrow column.
    package func short(_ face: ClockFace) -> Message {
        switch self {
        case .fresh(let age): .verbatim(face.age(age))
        case .ageing(let age): "AGEING \(face.age(age))"
        case .old(let age): "OLD \(face.age(age))"
        case .never: "NEVER"
        }
    }
}

extension DirectoryFault {
    /// What is wrong, and what to do.
    package func message(_ face: ClockFace) -> Message {
        switch self {
        case .badKey(let text):
            "“\(text)” is no key of the directory; write SORT:STATE:NUMBER, such as contact:UZB:1 or blo:UZB-TKM:1"
        case .missing(let field): "“\(field.message)” is missing, and the entry is not known without it; fill it in"
        case .notOfThisSort(let field, let sort):
            "“\(field.message)” does not belong to the sort “\(sort.message)”; leave it empty"
        case .notOneOf(let field, let text, let codes):
            "“\(field.message)” says “\(text)”; write one of: \(codes.joined(separator: ", "))"
        case .notMinutes(let field, let text):
            "“\(field.message)” says “\(text)”; write a whole number of minutes up to \(DirectoryField.mostMinutes)"
        case .tooLong(let field, let limit): "“\(field.message)” has more than \(limit) characters; shorten it"
        case .unprintable(let field):
            "“\(field.message)” has a control character, which no file could carry; type it anew without it"
        case .otherKey(let key): "This record is about \(key) for ever; begin a new entry for another one"
        case .noStanding(let sort, let standing):
            sort.standings.isEmpty
                ? "Nothing is open or closed about the sort “\(sort.message)”; write a remark into the entry"
                : "“\(standing.message)” cannot be said about the sort “\(sort.message)”; say one of: \(sort.standings.map(\.rawValue).joined(separator: ", "))"
        case .inTheFuture(let instant): "\(face.stamp(instant)) has not come yet; give the time at which it was"
        case .personNotHere(let sort):
            "The sort “\(sort.message)” keeps nothing about a person; write it into a liaison officer's entry"
        case .retired(let key): "\(key) is retired; set it anew first"
        }
    }
}

extension ReadinessFinding {
    /// What is lacking, in one line.
    package func message(_ face: ClockFace) -> Message {
        switch self {
        case .noAgency: "no agency is entered"
        case .noContact: "no contact point is entered"
        case .noRoundTheClock: "no number that answers at any hour"
        case .noLiaison: "no liaison officer is entered"
        case .noFinancialUnit: "no financial intelligence unit is entered"
        case .noAgreement: "no agreement says what may be passed on"
        case .numberMissing(let key): "\(key.description): no number"
        case .filedNumberMissing(let key): "\(key.description): no filed number to call back"
        case .languagesMissing(let key): "\(key.description): languages not known"
        case .noticeUnknown: "how much notice the State wants is not known"
        case .columnEmpty(let sort, let field): "\(sort.message): “\(field.message)” is empty"
        case .neverVerified(let key): "\(key.description): never verified"
        case .old(let key, let age): "\(key.description): OLD, verified \(face.age(age)) ago"
        case .ageing(let key, let age): "\(key.description): AGEING, verified \(face.age(age)) ago"
        }
    }
}
