import Model

extension ExceptionKind {
    package var message: Message {
        switch self {
        case .delayed: "DELAYED"
        case .stopped: "STANDS"
        case .deviated: "OFF THE ROUTE"
        case .contactLost: "CONTACT LOST"
        case .compromised: "COMPROMISED"
        case .danger: "DANGER"
        case .seizedEarly: "SEIZED EARLY"
        case .stopReported: "STOP REPORTED"
        case .uncovered: "WITHOUT CONSENT"
        case .lossOfControl: "CONTROL ABOUT TO BE LOST"
        case .unloading: "BEING DIVIDED OR UNLOADED"
        case .tampering: "SEAL OR TRACKER TOUCHED"
        case .weapons: "WEAPONS"
        case .destinationReached: "AT ITS DESTINATION"
        case .timeLimit: "TIME LIMIT REACHED"
        }
    }
}

extension Weighing {
    package var message: Message {
        switch self {
        case .roadsideGross: "gross at the roadside"
        case .unpackedGross: "gross, unpacked"
        case .laboratoryNet: "net in the laboratory"
        case .pure: "pure substance"
        }
    }
}

extension ExhibitRecorded.Sort {
    package var message: Message {
        switch self {
        case .sample: "sample"
        case .test: "test"
        case .photograph: "photograph"
        case .storage: "storage"
        case .destruction: "destruction"
        }
    }
}

extension FormalMatter {
    package var message: Message {
        switch self {
        case .evidence: "evidence"
        case .charges: "charges"
        case .extradition: "extradition"
        }
    }
}

extension InvestigationNoted.Sort {
    package var message: Message {
        switch self {
        case .parallel: "parallel investigation"
        case .joint: "joint investigation team"
        case .backTracking: "back-tracking investigation"
        }
    }
}

extension Cover {
    /// The column of the road: complete, short by so much, only by word of mouth, or why not.
    package func word(_ convention: Convention) -> Message {
        switch self {
        case .complete: "covered"
        case .oralOnly: "ORAL ONLY"
        case .lapsing: "LAPSING"
        case .short(let missing, _): "SHORT \(convention.age(missing))"
        case .late(let missing, _): "LATE BY \(convention.age(missing))"
        case .elsewhere: "OTHER CROSSING OR METHOD"
        case .withdrawn: "WITHDRAWN"
        case .refused: "REFUSED"
        case .unanswered: "asked, no answer"
        case .none: "NOT ASKED"
        }
    }
}

extension ClosingPoint {
    fileprivate var message: Message {
        switch self {
        case .evidence: "an exhibit of what was seized"
        case .debrief: "a de-brief"
        case .doubts: "an explanation of what does not match"
        case .exceptions: "the end of what is not as planned"
        }
    }

    static func message(_ points: [ClosingPoint]) -> Message {
        points.dropFirst().reduce(points.first?.message ?? .verbatim("")) { "\($0), \($1.message)" }
    }
}
