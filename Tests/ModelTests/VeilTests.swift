import Model
import TestSupport
import Testing

@Suite struct VeilTests {
    static let words = Veil.Words(
        names: Dictionary(uniqueKeysWithValues: Pseudonyms.Kind.allCases.map { ($0, $0.rawValue) }),
        messages: [.warning: "warning"], short: "(short)", medium: "(text)", long: "(long)")

    static func veil(_ secret: UInt8 = 7, origin: String = "CARICC/ALMATY-1/live/2026") -> Veil {
        Veil(Pseudonyms(secret: Array(repeating: secret, count: 32), origin: origin), words)
    }

    /// The test vectors of the paper: the key is 00 … 0f, the text 00, 01, 02 …
    @Test func theHashIsSipHash24() {
        let hash = SipHash(key: Array(0..<16))
        #expect(hash([]) == 0x726f_db47_dd0e_0e31)
        #expect(hash(Array(0..<15)) == 0xa129_ca61_49be_45e5)
        #expect(hash(Array(0..<8)) == 0x93f5_f579_9a93_2462)
    }

    @Test func aWordHasOnePseudonymAndTheSecretDecidesWhich() {
        let veil = Self.veil()
        #expect(veil.name("Orazov D.M.", .person) == Self.veil().name(" orazov d.m.", .person))
        #expect(veil.name("Orazov D.M.", .person) != veil.name("Orazov D.N.", .person))
        #expect(veil.name("Orazov D.M.", .person) != Self.veil(8).name("Orazov D.M.", .person))
        #expect(veil.name("Orazov D.M.", .person) != Self.veil(origin: "another").name("Orazov D.M.", .person))
        #expect(veil.name("Yallama", .place).wholeMatch(of: /place [B-Z2-9]{4}/) != nil)
        let many = Set((0..<500).map { veil.name("officer \($0)", .person) })
        #expect(many.count >= 499, "pseudonyms are far apart")
    }

    /// Every kind there is, with a marker in every text: none is left, and what is left can still be read and folded.
    @Test func nothingThatAKindDoesNotDeclareIsLeft() {
        let veil = Self.veil()
        var kinds: Set<String> = []
        for entry in MarkedLog.make(isExercise: true).entries + MarkedLog.make().entries {
            let veiled = veil(entry)
            kinds.insert(entry.kind)
            #expect(!String(decoding: veiled.line, as: UTF8.self).contains(MarkedLog.sign), "\(entry.kind)")
            if case .unknown = veiled.event { Issue.record("\(entry.kind) cannot be read behind the veil") }
            #expect(veiled.index == entry.index && veiled.subject == entry.subject && veiled.at == entry.at)
        }
        #expect(
            Set(Event.knownKinds).subtracting(kinds).isEmpty,
            "write these kinds into EveryEvent, or let NightScript propose them")
    }

    /// What a watch wrote about a protected delivery is no more to be read than its own records; all else is.
    @Test func whatAWatchSaysOfAHiddenSubjectIsAPointer() throws {
        var made = MadeUpWatch(carrying: 2)
        let names = made.board.deliveries.keys.sorted()
        let (hidden, open) = (names[0], names[1])
        let risk = HandoverRisk.crossing(hidden, from: "SECRET-LAND", at: SampleLog.night)
        for (name, word) in [(hidden, "SECRET"), (open, "PLAIN")] {
            let key = HandoverItem.Key(name, "paper UZB \(word)")
            let pair = IfThen(condition: "\(word) if", action: "\(word) then")
            made.add(
                .itemSet(HandoverItemSet(item: key, severity: .critical, note: word, ifThen: [pair])), minutesAgo: 9)
            made.add(.saidBack(HandoverSaidBack(item: key, text: word)), minutesAgo: 8, by: "orazov")
            made.add(.asked(HandoverAsked(item: key, text: word)), minutesAgo: 7, by: "orazov")
            let decided = DecisionRecorded(text: word, reason: word, decidedBy: word, about: name, knownTo: 1)
            made.add(.decided(decided), minutesAgo: 7)
            let line = HandoverWritten.Line(
                item: key.text, severity: .critical, basis: 1, note: word, ifThen: [pair])
            let written = HandoverWritten(
                lines: [line], leftOut: [.init(item: key.text, reason: word)], horizon: SampleLog.night, size: 3,
                risks: name == hidden ? [risk] : [])
            made.add(.offered(ShiftOffered(to: "orazov", handover: written)), minutesAgo: 6)
        }
        let secret = Array(repeating: UInt8(7), count: 32)
        let veil = Veil(Pseudonyms(secret: secret, origin: "x"), Self.words, over: [hidden])
        let entries = made.log.entries.map { veil($0) }
        let lines = entries.map { String(decoding: $0.line, as: UTF8.self) }
        #expect(!lines.contains { $0.contains("SECRET") })
        #expect(lines.count { $0.contains("PLAIN") } == 5)
        var items: Set<String> = []
        for entry in entries where entry.subject == made.watch {
            switch entry.event {
            case .shift(.itemSet(let set)): items.insert(set.item)
            case .shift(.saidBack(let said)): items.insert(said.item)
            case .shift(.offered(let offer)): items.formUnion(offer.handover?.lines.map(\.item) ?? [])
            case .unknown: Issue.record("\(entry.kind) cannot be read behind the veil")
            default: break
            }
        }
        // One pointer for one line, wherever it is spoken of.
        let pointers = items.compactMap { HandoverItem.Key($0) }.filter(\.isPointer)
        #expect(pointers.map(\.subject) == [hidden] && items.count == 2)
    }

    @Test func codesAndSubstancesStay() {
        let raised = AlertRaised(
            priority: 1, message: .warning, headline: "Malikov had Heroin, 6,3 kg in the tank", source: "UZB desk",
            place: "Malik")
        var log = SampleLog()
        log.begin(.alerts, .alert(.raised(raised)), minutesAgo: 1)
        guard case .alert(.raised(let veiled)) = Self.veil()(log.entries[0]).event else {
            Issue.record("not an alert any more")
            return
        }
        #expect(veiled.headline == "warning, heroin 6,3 kg")
        #expect(veiled.source == "UZB" && veiled.priority == 1 && veiled.message == .warning)
        #expect(veiled.place?.hasPrefix("place ") == true)
        #expect(OpenWords.goods(in: "героина 12 кг у Иванова") == "героина 12 кг")
        #expect(OpenWords.goods(in: "阿拉木图邮件中心截获海洛因") == "海洛因")
        #expect(OpenWords.goods(in: "Opium Karimov 38.4 kilometres, 77011234567 g g") == "opium")
        #expect(OpenWords.state(in: "ALI Malikov") == nil)
    }

    /// An event inside another, as it is proposed, hides what its own kind hides; a kind of a newer program hides all.
    @Test func whatIsNotKnownIsHidden() {
        var inner = JSONObject()
        inner["officer"] = .string("Orazov")
        var body = JSONObject()
        body["kind"] = .string("shiftStarted")
        body["body"] = .object(inner)
        body["phone"] = .array([.string("+7 701 123 45 67")])
        var log = SampleLog()
        log.begin(.unknown, .unknown(UnknownEvent(kind: "ofTomorrow", version: 1, body: body)), minutesAgo: 1)
        #expect(Self.veil()(log.entries[0]).body == JSONObject())
    }

    /// Rows, counts and every instant are those of the log itself.
    @Test func countsAndTimersAreTheSame() {
        for isExercise in [false, true] {
            let log = MarkedLog.make(isExercise: isExercise)
            let (open, veiled) = (log.board, log.mapping { Self.veil()($0) }.board)
            #expect(open.tally == veiled.tally && open.size == veiled.size)
            for minutes in stride(from: Int64(-60), through: 600, by: 20) {
                let now = SampleLog.night + .minutes(minutes)
                #expect(open.agenda(at: now).map(\.instant) == veiled.agenda(at: now).map(\.instant))
                // Who held an exhibit before is not open, so whether the papers fit is not, either.
                let needs = [open, veiled].map { board in
                    board.needs(at: now).filter { !$0.isExhibitDoubted }.map(\.subjectAndRank)
                }
                #expect(needs[0] == needs[1], "\(Set(needs[0]).symmetricDifference(needs[1]))")
                #expect(open.alertsInOrder(at: now).map(\.name) == veiled.alertsInOrder(at: now).map(\.name))
                #expect(
                    open.deliveriesInOrder(at: now).map { $0.phase(at: now) }
                        == veiled.deliveriesInOrder(at: now).map { $0.phase(at: now) })
                #expect(open.unacknowledged(at: now)?.count == veiled.unacknowledged(at: now)?.count)
            }
        }
    }
}

extension Headline {
    fileprivate var isExhibitDoubted: Bool {
        if case .delivery(_, _, .exhibitDoubted) = self { true } else { false }
    }

    /// What a need is about, without its words.
    fileprivate var subjectAndRank: String {
        switch self {
        case .silence(let name, let priority, _, let due, let heard):
            "silence \(name) \(priority) \(due) \(String(describing: heard))"
        case .unacknowledged(let name, let priority, _, let waiting): "unacked \(name) \(priority) \(waiting)"
        case .expired(let name, let priority, _, let until): "expired \(name) \(priority) \(until)"
        case .returned(let name, let priority, _, let since, _): "returned \(name) \(priority) \(since)"
        case .windowOverrun(let name, let priority, _, let until, let estimate):
            "over \(name) \(priority) \(until) \(estimate)"
        case .crossingClosed(let name, let priority, _, let state, let since, _):
            "closed \(name) \(priority) \(state) \(since)"
        case .delivery(let name, let priority, let need): "delivery \(name) \(priority) \(need.veiledIdentity)"
        case .answerOverdue(let name, let priority, _, let due): "answer \(name) \(priority) \(due)"
        case .replyOverdue(let name, let priority, _, _, let due): "reply \(name) \(priority) \(due)"
        case .rejected(let name, let priority, _, _): "rejected \(name) \(priority)"
        case .followUpDue(let name, let priority, _, let at): "follow-up \(name) \(priority) \(at)"
        case .escalated(let name, let priority, _, let waiting, let whom):
            "escalated \(name) \(priority) \(waiting) \(whom)"
        case .chargeOffered(let name, let priority, _, _): "charge \(name) \(priority)"
        case .messagesHeld(let name, let count, let since): "held \(name) \(count) \(since)"
        case .watchOver(let name, _, let until): "watch \(name) \(until)"
        case .emergency(let name, _, let role, let until): "emergency \(name) \(role) \(until)"
        case .countersignatureOverdue(let name, _, _, let due): "countersign \(name) \(due)"
        case .countersignatureRefused(let name, _, _, _): "refused \(name)"
        case .nobodyHasTheWatch, .quiet: "none"
        case .watchTaken(let name, _, let at, _, _): "taken \(name) \(at)"
        case .watchOffered(let name, _, let at): "offered \(name) \(at)"
        case .handover(let name, let need): "handover \(name) \(need.veiledIdentity)"
        case .arrangementOverdue(let name, let type, _, let due): "arrangement \(name) \(type) \(due)"
        case .orderUnread(let name, _): "unread \(name)"
        }
    }
}

extension HandoverNeed {
    fileprivate var veiledIdentity: String {
        switch self {
        case .unanswered(_, let since, let rung): "unanswered \(since) \(rung)"
        case .refused(_, let at, _): "refused \(at)"
        case .question(_, _, let at, let entry): "question \(at) \(entry)"
        case .outdated: "outdated"
        case .notOffered(let until): "not offered \(until)"
        case .unsigned(_, let since, let rung): "unsigned \(since) \(rung)"
        }
    }
}

extension DeliveryNeed {
    /// States stay, and so does which entry it is about; the words do not.
    fileprivate var veiledIdentity: String {
        switch self {
        case .uncovered(_, _, let isThere, let askBy, let from): "cover \(isThere) \(String(describing: askBy)) \(from)"
        case .startLate(_, let planned): "start \(planned)"
        case .paperLate(_, let promised): "paper \(promised)"
        case .requestUnconfirmed(_, let sent, _): "confirm \(sent)"
        case .answerLate(_, let sent, _): "answer \(sent)"
        case .formalLate(_, _, _, let due): "formal \(due)"
        case .stepLate(_, _, let due): "step \(due)"
        default: identity
        }
    }
}
