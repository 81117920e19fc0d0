import Model

extension DeliveryMethod {
    package var message: Message {
        switch self {
        case .intact: "intact"
        case .partialSubstitution: "partial substitution"
        case .fullSubstitution: "full substitution"
        }
    }
}

extension DeliveryOutcome {
    package var message: Message {
        switch self {
        case .seizure: "seizure"
        case .noSeizure: "no seizure"
        case .lost: "lost"
        case .seizedEarly: "seized early"
        }
    }
}

extension ArrangementType {
    package var message: Message {
        switch self {
        case .phoneForwarded: "phone forwarded"
        case .filterOff: "filter off"
        case .channelDown: "channel down"
        case .equipmentDown: "equipment out of order"
        case .drillPlanned: "drill planned"
        case .verbalOrder: "verbal order"
        case .other: "temporary"
        }
    }
}

extension OnCallDuty {
    package var message: Message {
        switch self {
        case .leader: "leader"
        case .liaison: "liaison officer"
        case .analyst: "analyst"
        case .technician: "technician"
        case .other: "other duty"
        }
    }
}
