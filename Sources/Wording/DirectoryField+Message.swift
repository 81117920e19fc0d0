import Model

extension DirectorySort {
    /// What one of them is called.
    package var message: Message {
        switch self {
        case .state: "State"
        case .agency: "agency"
        case .contact: "contact point"
        case .liaison: "liaison officer"
        case .financialUnit: "financial intelligence unit"
        case .borderOffice: "border liaison office"
        case .mobileTeam: "mobile team"
        case .portUnit: "port or airport unit"
        case .crossing: "crossing"
        case .constraint: "legal constraints"
        case .requirement: "legal requirements"
        case .limit: "technical limits"
        case .special: "special requirements"
        case .agreement: "agreement"
        }
    }
}

extension DirectoryField {
    /// What stands in front of it on pages, in forms and in sentences.
    package var message: Message { contactMessage ?? lawMessage }

    private var contactMessage: Message? {
        switch self {
        case .name: "Name"
        case .membership: "Membership"
        case .role: "Task"
        case .agency: "Agency"
        case .channel: "Channel"
        case .number: "Number or address"
        case .filedNumber: "Filed number"
        case .languages: "Languages"
        case .hours: "Hours"
        case .roundTheClock: "At any hour"
        case .zone: "Time zone"
        case .otherName: "Other side"
        case .crossing: "Crossing"
        case .reach: "Where it works"
        case .place: "Place"
        case .facility: "Facility"
        case .aliases: "Other names"
        case .modes: "Modes"
        case .source: "Source document"
        case .note: "Remark"
        default: nil
        }
    }

    private var lawMessage: Message {
        switch self {
        case .measurePossible: "Possible at all"
        case .framework: "Legal framework"
        case .substitution: "Substitution"
        case .undercover: "Undercover officers"
        case .foreignOfficers: "Foreign officers"
        case .arms: "Arms"
        case .courtUse: "Use in court"
        case .dataProtection: "Data protection"
        case .receivedBy: "Received by"
        case .executedBy: "Executed by"
        case .howToRequest: "How to request"
        case .requestLanguages: "Languages of a request"
        case .deadline: "Time limit"
        case .contacts: "Whom to ask"
        case .noticeMinutes: "Notice in minutes"
        case .maximumDuration: "Longest duration"
        case .maximumQuantity: "Largest amount"
        case .minimumRemoval: "Least removal"
        case .trackers: "Trackers"
        case .officersAdmitted: "Officers admitted"
        case .special: "Special requirements"
        case .costs: "Costs"
        case .other: "Other conditions"
        case .parties: "Parties"
        case .passesOn: "May be passed on"
        case .conditions: "Conditions"
        case .inForce: "In force since"
        default: .verbatim(rawValue)
        }
    }

    /// A value as people read it: the codes of closed lists in words, everything else as it was written.
    package func message(of value: String) -> Message {
        switch self {
        case .membership: DirectoryMembership(rawValue: value)?.message ?? .verbatim(value)
        case .role: AgencyRole(rawValue: value)?.message ?? .verbatim(value)
        case .channel: ContactChannel(rawValue: value)?.message ?? .verbatim(value)
        case .roundTheClock, .measurePossible, .substitution, .facility: DirectoryField.code(value)
        default: .verbatim(value)
        }
    }

    private static func code(_ value: String) -> Message {
        switch value {
        case "yes": "yes"
        case "no": "no"
        case "with_conditions": "with conditions"
        case "allowed": "allowed"
        case "required": "required"
        case "forbidden": "forbidden"
        case "case_by_case": "case by case"
        case "port": "port"
        case "dry_port": "dry port"
        case "airport": "airport"
        case "station": "railway station"
        default: .verbatim(value)
        }
    }
}

extension DirectoryMembership {
    package var message: Message {
        switch self {
        case .member: "member"
        case .neighbour: "neighbour"
        case .partner: "partner"
        }
    }
}

extension AgencyRole {
    package var message: Message {
        switch self {
        case .coordination: "coordination"
        case .police: "police"
        case .drugControl: "drug control"
        case .customs: "customs"
        case .border: "border guard"
        case .security: "State security"
        case .prosecution: "prosecution"
        case .finance: "financial intelligence"
        case .other: "other task"
        }
    }
}

extension ContactChannel {
    /// Names of channels are never translated.
    package var message: Message {
        switch self {
        case .telephone: "telephone"
        case .i247, .cencomm, .containerComm: .verbatim(rawValue)
        case .mail: "mail"
        case .fax: "fax"
        case .radio: "radio"
        case .other: "other channel"
        }
    }
}
