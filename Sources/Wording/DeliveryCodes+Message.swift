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
