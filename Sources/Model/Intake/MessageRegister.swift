/// Which messages a log has, by what others call them: a register of correspondence that is asked, and keeps nothing.
///
/// The log's index finds entries by the hash of a name; here each hit is compared with the name itself.
package struct MessageRegister {
    /// A message in the log.
    package struct Row: Equatable, Sendable {
        package let subject: SubjectName
        package let entry: Int64
        package let party: String
        package let direction: MessageDirection
        package let identity: String?
        package let numbers: [String]
        package let sent: Instant?
        /// SHA-256 of its bytes, in hexadecimal.
        package let raw: String?
    }

    private let filed: (_ marks: [Mark]) throws -> [Entry]
    private let first: (_ subject: SubjectName) throws -> Entry?

    /// - Parameters:
    ///   - filed: the entries that are filed under any of these marks, and perhaps others.
    ///   - first: the entry that began a subject.
    package init(
        filed: @escaping (_ marks: [Mark]) throws -> [Entry], first: @escaping (_ subject: SubjectName) throws -> Entry?
    ) {
        self.filed = filed
        self.first = first
    }

    /// Who sent the first message of a thread; nil for what is no thread.
    package func originator(of subject: SubjectName) throws -> String? {
        guard case .alert(.raised(let body))? = try first(subject)?.event else { return nil }
        return body.source
    }

    /// The messages of a sender with this number, the oldest first.
    package func messages(sender: String, number: String) throws -> [Row] {
        let name = MessageRegister.name(sender: sender, number: number)
        return try rows([.message(identity: name)]).filter { row in
            guard let identity = row.identity else { return false }
            return identity == name || identity.hasPrefix(name + ",")
        }
    }

    /// The messages with this number that we sent, and those that `party` sent us; the oldest first.
    package func messages(number: String, party: String) throws -> [Row] {
        let marks: [Mark] = [
            .message(ourNumber: number), .message(from: "", number: number), .message(from: party, number: number),
        ]
        return try rows(marks).filter { row in
            row.numbers.contains(number) && (row.direction == .sent || row.party == party)
        }
    }

    private func rows(_ marks: [Mark]) throws -> [Row] {
        try filed(marks).compactMap(MessageRegister.row).sorted { $0.entry < $1.entry }
    }

    private static func row(_ entry: Entry) -> Row? {
        switch entry.event {
        case .alert(.raised(let body)): row(entry, body.head, party: body.source, .received)
        case .alert(.messageFiled(let body)): row(entry, body.head, party: body.party, body.direction)
        default: nil
        }
    }

    private static func row(
        _ entry: Entry, _ head: MessageHead, party: String, _ direction: MessageDirection
    ) -> Row {
        Row(
            subject: entry.subject, entry: entry.index, party: party, direction: direction, identity: head.identity,
            numbers: [head.theirNumber, head.ourNumber].compactMap { $0 }, sent: head.sent, raw: head.raw)
    }

    /// What a sender calls a message: `sender,number`.
    package static func name(sender: String, number: String) -> String { "\(sender),\(number)" }

    /// The hashes of the names under which others speak of the message of an entry; none for what is no message.
    package static func keys(_ entry: Entry) -> [UInt64] {
        switch entry.event {
        case .alert(.raised(let body)): keys(body.head)
        case .alert(.messageFiled(let body)): keys(body.head)
        default: []
        }
    }

    private static func keys(_ head: MessageHead) -> [UInt64] {
        Set([head.theirNumber, head.ourNumber, head.identity, head.name].compactMap { $0 }).map(hash).sorted()
    }

    /// FNV-1a, 64 bits; the same in every process.
    package static func hash(_ name: String) -> UInt64 {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in name.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        return hash
    }
}

extension MessageHead {
    /// The identity without its time, as others may call the message: of CAP's `sender,identifier,sent` the first two.
    var name: String? {
        guard let identity, sent != nil, let comma = identity.lastIndex(of: ",") else { return nil }
        return String(identity[..<comma])
    }
}
