/// Which messages a log has, by what others call them: a register of correspondence that is folded from the entries.
///
/// Names are kept as 64-bit hashes, and each hit is compared with the name itself.
package struct MessageRegister: Sendable {
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

    private var rows: [UInt64: [Row]] = [:]
    private var originators: [SubjectName: String] = [:]
    /// How many messages it has.
    package private(set) var count = 0
    /// The last entry that was taken; earlier ones are known.
    private var newest: Int64 = -1

    package init() {}

    package static let kinds = [AlertRaised.kind, MessageFiled.kind]

    /// Takes an entry of the log; what is no message changes nothing. Returns the names under which the message is found now.
    @discardableResult
    package mutating func take(_ entry: Entry) -> [UInt64] {
        guard entry.index > newest else { return [] }
        newest = entry.index
        switch entry.event {
        case .alert(.raised(let body)):
            originators[entry.subject] = body.source
            return add(entry, body.head, party: body.source, .received)
        case .alert(.messageFiled(let body)):
            return add(entry, body.head, party: body.party, body.direction)
        default: return []
        }
    }

    private mutating func add(
        _ entry: Entry, _ head: MessageHead, party: String, _ direction: MessageDirection
    ) -> [UInt64] {
        let row = Row(
            subject: entry.subject, entry: entry.index, party: party, direction: direction, identity: head.identity,
            numbers: [head.theirNumber, head.ourNumber].compactMap { $0 }, sent: head.sent, raw: head.raw)
        let keys = MessageRegister.keys(head)
        for key in keys { rows[key, default: []].append(row) }
        count += 1
        return keys
    }

    /// Who sent the first message of a thread; nil for a thread that was not taken.
    package func originator(of subject: SubjectName) -> String? { originators[subject] }

    /// The messages of a sender with this number.
    package func messages(sender: String, number: String) -> [Row] {
        let name = MessageRegister.name(sender: sender, number: number)
        return (rows[MessageRegister.hash(name)] ?? []).filter { row in
            guard let identity = row.identity else { return false }
            return identity == name || identity.hasPrefix(name + ",")
        }
    }

    /// The messages with this number, whoever sent them; ours, too.
    package func messages(number: String) -> [Row] {
        (rows[MessageRegister.hash(number)] ?? []).filter { $0.numbers.contains(number) }
    }

    /// What a sender calls a message: `sender,number`.
    package static func name(sender: String, number: String) -> String { "\(sender),\(number)" }

    /// The names under which a message with this head is found.
    package static func keys(_ head: MessageHead) -> [UInt64] {
        var names = [head.theirNumber, head.ourNumber].compactMap { $0 }
        if let identity = head.identity {
            names.append(identity)
            // CAP's `sender,identifier,sent`; whoever refers to it may leave the time out.
            if head.sent != nil, let comma = identity.lastIndex(of: ",") { names.append(String(identity[..<comma])) }
        }
        return Set(names).map(hash).sorted()
    }

    /// FNV-1a, 64 bits; the same in every process.
    package static func hash(_ name: String) -> UInt64 {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in name.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        return hash
    }
}
