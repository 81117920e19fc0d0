import Model

extension LogStore {
    /// Who is named in the payloads of a subject, as far as they are still there.
    package func personalWords(of history: SubjectHistory) throws(LogFault) -> SealedNames {
        var words = SealedNames()
        guard let record = history.subject.flatMap({ OutgoingRecord($0) }) else { return words }
        do {
            for entry in history.entries {
                let raw = entry.event.rawMessage
                for hash in entry.event.payloadsWithIdentifiers {
                    guard let bytes = try payload(hash), Hashing.plain(bytes).hex != raw else { continue }
                    words.add(payload: bytes, besides: record)
                }
            }
        } catch {
            throw fault(error)
        }
        return words
    }
}

extension Event {
    /// The hash of a message as it came.
    fileprivate var rawMessage: String? {
        switch self {
        case .alert(.raised(let raised)): raised.head.raw
        case .alert(.messageFiled(let filed)): filed.head.raw
        default: nil
        }
    }
}
