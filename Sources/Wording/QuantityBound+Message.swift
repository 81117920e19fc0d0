import Model

extension Quantity.Bound {
    package var message: Message {
        switch self {
        case .about: "about so much"
        case .atLeast: "at least"
        case .atMost: "at most"
        case .between: "from to"
        }
    }
}
