import Model

extension BodyFault {
    package var message: Message {
        switch self {
        case .missing(let key): "“\(key)” is missing"
        case .wrongType(let key): "“\(key)” is of the wrong type"
        case .outOfRange(let key): "“\(key)” has a value that is not allowed"
        case .unknownKind(let kind): "this program does not know the kind “\(kind)”"
        case .bodyTooLarge(let bytes): "it would be \(grouped: bytes) bytes long, and a record holds at most 65,535"
        }
    }
}
