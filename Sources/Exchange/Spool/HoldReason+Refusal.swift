import Model

extension IntakeRefusal {
    /// Under which of the reasons that people know it is held.
    package var holdReason: HoldReason {
        switch reason {
        case .tooLarge: .tooLarge
        case .encoding, .notUTF8: .encoding
        case .controlCharacter: .controlCharacter
        case .documentType, .entityDeclaration, .processingInstruction, .unknownEntity: .forbiddenMarkup
        case .tooDeep, .tooManyAttributes, .tooManyElements, .textTooLong, .nameTooLong, .tooManyRows: .tooComplex
        case .unknownFormat, .foreignJSON, .foreignXML, .foreignTable, .unknownNamespace: .unknownFormat
        case .feed, .severalMessages, .wrapper: .feed
        case .readerDidNotFinish, .readerDied, .readerAnswer, .readerNotStarted: .notRead
        case .empty, .malformed, .unknownElement, .unexpectedAttribute, .unexpectedText, .missingElement,
            .repeatedElement, .elementOrder, .wrongValue, .wrongTime, .missingOffset, .missingCondition,
            .badReferences, .noEnd, .missingLabel, .repeatedLabel, .badTable:
            .malformed
        }
    }

    /// Where and what, without a language: `line 3: alert/info/severity: wrong_value: "Terrible"`.
    package var place: String {
        var parts = ["line \(line)"]
        if !path.isEmpty { parts.append(path) }
        parts.append(reason.rawValue)
        if let limit { parts.append("limit \(limit)") }
        if !found.isEmpty { parts.append("\"\(found)\"") }
        return parts.joined(separator: ": ")
    }
}

extension SafeFile.Fault {
    /// Under which reason a file is held that cannot be read; nil where it may be tried again, or is gone.
    package var holdReason: HoldReason? {
        switch self {
        case .notThere, .system, .exists: nil
        case .tooLarge: .tooLarge
        case .changedWhileRead: .changing
        case .notAllowed, .symbolicLink, .directory, .namedPipe, .socket, .device, .severalNames, .foreignOwner,
            .outside:
            .notAFile
        }
    }

    /// What it is, without a language.
    package var code: String {
        switch self {
        case .notThere: "not_there"
        case .notAllowed: "not_allowed"
        case .symbolicLink: "symbolic_link"
        case .directory: "directory"
        case .namedPipe: "named_pipe"
        case .socket: "socket"
        case .device: "device"
        case .tooLarge(let limit): "larger than \(limit) bytes"
        case .changedWhileRead: "changed_while_read"
        case .severalNames(let count): "\(count) names"
        case .foreignOwner(let user): "owner \(user)"
        case .outside: "outside"
        case .exists: "exists"
        case .system(let code): "errno \(code)"
        }
    }
}
