import EventLog
import Exchange
import Model

/// Opens files and decides about them, one by one and without writing anything.
extension SpoolIntake {
    /// What an attempt to open a file came to.
    enum Opening {
        case file(OpenedFile)
        /// It cannot be read, and is held for that.
        case item(SpoolItem)
        /// It is to be looked at again later.
        case later
        case gone
    }

    /// Whether one more file may be opened before the first of those that are open is decided about.
    var hasRoom: Bool { parser.hasRoom }

    /// Opens a file and has it read; what the log says of it is asked later, in the order in which files were opened.
    func open(_ name: FileName, of partner: SpoolPartner) throws -> Opening {
        guard let stamp = partner.new.stamp(of: name), let arrival = partner.new.arrival(of: name) else { return .gone }
        let contents: SafeFile.Contents
        do throws(SafeFile.Fault) {
            contents = try partner.new.read(name, limitBytes: MessageGate.defaultLimitBytes)
        } catch {
            if error == .notThere { return .gone }
            if error == .changedWhileRead, partner.isTriedAgain(name) { return .later }
            return .item(try unreadable(name, stamp, partner, error))
        }
        let hash = SpoolDigest.of(contents.bytes)
        return .file(
            OpenedFile(
                partner: partner, name: name, stamp: stamp, arrival: arrival, bytes: contents.bytes, hash: hash,
                names: SpoolDigest.Names(partner: partner.name, content: hash),
                ticket: parser.submit(contents.bytes, for: partner.facts)))
    }

    /// Nobody will decide about the files that are open.
    func abandon() { parser.abandon() }

    /// Decides about a file, by what is in the log now, without writing anything.
    func decide(_ file: inout OpenedFile) throws -> SpoolItem {
        let answer = try file.answer ?? parser.answer(to: file.ticket, file.bytes, for: file.partner.facts)
        file.answer = answer
        var item = SpoolItem(
            partner: file.partner, name: file.name, stamp: file.stamp, hash: file.hash, isHeld: false)
        item.byteCount = file.bytes.count
        item.keys = [MessageRegister.hash(file.hash.hex)]
        if let known = try store.find(file.names.main), let entry = try store.entry(known) {
            try noteRepetition(&item, of: entry, file.names, file.arrival)
            return item
        }
        if let known = try store.find(file.names.held), let entry = try store.entry(known) {
            item.isHeld = try isOpen(entry.subject)
            item.isRepeated = true
            return item
        }
        try decide(&item, file, answer)
        return item
    }

    private func isOpen(_ name: SubjectName) throws -> Bool {
        guard case .held(let message)? = try store.history(of: name).subject else { return false }
        return message.outcome == nil
    }

    /// The bytes are in the log. Either a run before this one ended between writing and moving, or they came a second time.
    private func noteRepetition(
        _ item: inout SpoolItem, of entry: Entry, _ names: SpoolDigest.Names, _ arrival: Instant
    ) throws {
        let isLeftOver = arrival <= entry.recorded && !written.contains(names.main)
        guard !isLeftOver, entry.subject.area == .alerts else { return }
        item.isRepeated = true
        guard try store.find(names.again) == nil, let hash = item.hash else { return }
        let repeated = MessageRepeated(
            partner: item.partner.name, file: SpoolItem.legible(item.name), raw: hash.hex)
        item.proposals = [
            Proposal(
                .existing(entry.subject), .alert(.repeated(repeated)), id: names.again, actor: MessageJudge.actor)
        ]
    }

    private func unreadable(
        _ name: FileName, _ stamp: FileStamp, _ partner: SpoolPartner, _ fault: SafeFile.Fault
    ) throws -> SpoolItem {
        guard let reason = fault.holdReason else { throw SpoolFolder.Fault.folder(fault, path: partner.path) }
        let names = SpoolDigest.Names(partner: partner.name, unread: name.bytes, stamp: "\(stamp)")
        var item = SpoolItem(partner: partner, name: name, stamp: stamp, hash: nil, isHeld: true)
        guard try store.find(names.held) == nil else { return item }
        let held = MessageHeld(
            partner: partner.name, file: SpoolItem.legible(name), reason: reason, detail: fault.code)
        item.proposals = [
            Proposal(.new(.intake), .intake(.held(held)), id: names.held, actor: MessageJudge.actor)
        ]
        return item
    }

    private func decide(_ item: inout SpoolItem, _ file: OpenedFile, _ answer: MessageAnswer) throws {
        let (bytes, names, partner) = (file.bytes, file.names, file.partner.facts)
        switch answer {
        case .refused(let refusal): hold(&item, bytes, names, refusal.holdReason, refusal.place, nil)
        case .items(let items, _) where areOfOtherRealm(items):
            hold(&item, bytes, names, .otherRealm, nil, nil)
        case .items(let items, _): item.rows = rows(items, partner)
        case .message(let message):
            item.keys.formUnion(message.registerKeys)
            switch try judge.judge(message, bytes: bytes, raw: file.hash, from: partner, register, names) {
            case .entries(let proposals): item.proposals = proposals
            case .repeated: item.isRepeated = true
            case .hold(let reason, let detail): hold(&item, bytes, names, reason, detail, message)
            }
        }
    }

    func hold(
        _ item: inout SpoolItem, _ bytes: [UInt8], _ names: SpoolDigest.Names, _ reason: HoldReason,
        _ detail: String?, _ message: IncomingMessage?
    ) {
        let payload = Payload(data: bytes)
        var references = message.map { $0.references.map(MessageDraft.reference) } ?? []
        if let ours = message?.ourNumber { references.append(ours) }
        let held = MessageHeld(
            partner: item.partner.name, file: SpoolItem.legible(item.name), reason: reason,
            detail: detail.map { SpoolItem.legible(String($0.prefix(300))) }, raw: item.hash?.hex,
            bytes: Int64(bytes.count),
            identity: message.map(MessageDraft.identity).flatMap {
                $0.utf8.count <= MessageDraft.identityLimit ? $0 : nil
            },
            refersTo: references.filter { $0.utf8.count <= MessageDraft.identityLimit }.prefix(40).map { $0 },
            payloads: [payload.hash.hex])
        item.isHeld = true
        item.rows = []
        item.proposals = [
            Proposal(
                .new(.intake), .intake(.held(held)), id: names.held, actor: MessageJudge.actor, payloads: [payload])
        ]
    }
}

extension IncomingMessage {
    /// Under which names it will be found, and for which it asks.
    fileprivate var registerKeys: Set<UInt64> {
        var names = [number, MessageRegister.name(sender: sender, number: number)]
        if let ourNumber { names.append(ourNumber) }
        for reference in references {
            names.append(reference.number)
            if let sender = reference.sender {
                names.append(MessageRegister.name(sender: sender, number: reference.number))
            }
        }
        return Set(names.map(MessageRegister.hash))
    }
}
