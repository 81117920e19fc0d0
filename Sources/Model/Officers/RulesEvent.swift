/// Events about what needs two persons.
package enum RulesEvent: AreaEvent {
    case set(RulesSet)

    package static let kinds: [EventKind<RulesEvent>] = [EventKind(RulesSet.self) { .set($0) }]

    package var body: any EventBody {
        switch self {
        case .set(let body): body
        }
    }
}

/// The rules from here on, as a whole; what is not named is as in `Rules.standard`.
package struct RulesSet: EventBody {
    package static let kind = "rulesSet"
    package var rules: Rules
    package var reason: String

    package init(rules: Rules, reason: String) {
        self.rules = rules
        self.reason = reason
    }

    package init(reading body: BodyReader) throws(BodyFault) {
        rules = Rules.standard
        for action in try body.objects("actions") {
            rules.actions[try action.text("kind")] = try ActionRule(reading: action)
        }
        if let minutes = try body.optionalInteger("sign_again_minutes", in: 1...1_440) {
            rules.signAgainMinutes = Int(minutes)
        }
        if let minutes = try body.optionalInteger("lock_minutes", in: 1...1_440) { rules.lockMinutes = Int(minutes) }
        reason = try body.text("reason")
    }

    package func write(to body: inout BodyWriter) {
        let actions = rules.actions.sorted { $0.key < $1.key }
        body.objects("actions", actions.map { $0.value.object(kind: $0.key) })
        body.integer("sign_again_minutes", Int64(rules.signAgainMinutes))
        body.integer("lock_minutes", Int64(rules.lockMinutes))
        body.text("reason", reason)
    }
}

/// How one kind of action is guarded.
package struct ActionRule: Equatable, Sendable {
    package enum Mode: String, CaseIterable, Sendable {
        /// One person does it.
        case alone
        /// One proposes, another approves, and then it takes effect.
        case before
        /// It takes effect at once; another signs it by a stated hour.
        case after
    }

    package var mode: Mode
    /// In which roles a second person may agree.
    package var approvers: [OfficerRole]
    /// How long a proposal stands, or by when the second signature is owed.
    package var minutes: Int
    /// Whether an approval by telephone counts, to be countersigned later.
    package var byTelephone: Bool

    package init(_ mode: Mode, approvers: [OfficerRole], minutes: Int, byTelephone: Bool = false) {
        self.mode = mode
        self.approvers = approvers
        self.minutes = minutes
        self.byTelephone = byTelephone
    }

    init(reading body: BodyReader) throws(BodyFault) {
        mode = try body.code("mode", Mode.self)
        approvers = try body.roles("approvers")
        minutes = Int(try body.integer("minutes", in: 1...100_000))
        byTelephone = try body.optionalText("telephone") == "yes"
    }

    func object(kind: String) -> JSONObject {
        var body = BodyWriter()
        body.text("kind", kind)
        body.text("mode", mode.rawValue)
        body.texts("approvers", approvers.map(\.rawValue))
        body.integer("minutes", Int64(minutes))
        body.text("telephone", byTelephone ? "yes" : "no")
        return body.object
    }
}

/// What needs two persons, and for how long a console trusts that nobody else sits at it.
package struct Rules: Equatable, Sendable {
    /// By kind of event; what is not here, one person does.
    package var actions: [String: ActionRule]
    /// After how many minutes without a key a signature asks for the passphrase again.
    package var signAgainMinutes: Int
    /// After how many minutes without a key the console locks.
    package var lockMinutes: Int

    package init(actions: [String: ActionRule], signAgainMinutes: Int = 5, lockMinutes: Int = 15) {
        self.actions = actions
        self.signAgainMinutes = signAgainMinutes
        self.lockMinutes = lockMinutes
    }

    package func rule(for kind: String) -> ActionRule? {
        guard let rule = actions[kind], rule.mode != .alone else { return nil }
        return rule
    }

    /// As long as nobody sets others.
    package static let standard: Rules = {
        let appointment = ActionRule(.before, approvers: [.supervisor], minutes: 3 * 1_440)
        let sending = ActionRule(.before, approvers: [.supervisor, .dutyOfficer], minutes: 720, byTelephone: true)
        return Rules(actions: [
            OfficerEnrolled.kind: appointment, OfficerRolesChanged.kind: appointment, OfficerRevoked.kind: appointment,
            OfficerKeyRevoked.kind: ActionRule(
                .before, approvers: [.supervisor], minutes: 3 * 1_440, byTelephone: true),
            OfficerKeyEnrolled.kind: appointment, RulesSet.kind: appointment,
            BreakGlassOpened.kind: ActionRule(.before, approvers: [.supervisor], minutes: 60, byTelephone: true),
            ExportReleased.kind: sending, RequestSent.kind: sending, EvidenceTransferred.kind: sending,
            DeliveryClosed.kind: ActionRule(.before, approvers: [.supervisor], minutes: 2_880, byTelephone: true),
            DeliveryEnded.kind: ActionRule(.after, approvers: [.supervisor, .dutyOfficer], minutes: 720),
            // Saved at once; nothing waits for the second person.
            StopReported.kind: ActionRule(.after, approvers: [.supervisor, .dutyOfficer], minutes: 720),
        ])
    }()

    /// What no configuration may leave to one person: otherwise one could first loosen the rule and then act.
    package static let alwaysGuarded: Set<String> = [
        OfficerEnrolled.kind, OfficerRolesChanged.kind, OfficerRevoked.kind, OfficerKeyRevoked.kind,
        OfficerKeyEnrolled.kind, RulesSet.kind, BreakGlassOpened.kind,
    ]
}

extension Rules {
    /// What cannot wait for two persons without locking everybody out: the second signature itself, a correction, and
    /// who sits at a console.
    package static let neverGuarded: Set<String> = Set(
        FourEyesEvent.kinds.map(\.name) + ExerciseEvent.kinds.map(\.name) + [
            LogFounded.kind, EntryWithdrawn.kind, OfficerSignedOn.kind, OfficerSignedOff.kind, SignOnFailed.kind,
        ])
}

/// The rules in force, with their history.
package struct RuleBook: FoldedSubject {
    package var trail: Trail
    package private(set) var rules: Rules

    init(_ entry: Entry, _ set: RulesSet) {
        trail = Trail(entry)
        rules = set.rules
    }

    package static func own(_ event: Event) -> RulesEvent? {
        if case .rules(let event) = event { event } else { nil }
    }

    package mutating func apply(_ event: RulesEvent, _ entry: Entry) {
        if case .set(let set) = event { rules = set.rules }
    }

    package func refusal(of event: RulesEvent, by actor: String, at now: Instant) -> Refusal? {
        guard case .set(let set) = event else { return nil }
        return set.rules.refusal ?? (set.reason.trimmingBlanks.isEmpty ? .reasonMissing : nil)
    }

    package var summary: SubjectSummary {
        SubjectSummary(trail, bucket: .open, rank: trail.first, nextChange: nil)
    }
}

extension Rules {
    /// Why these rules cannot be set.
    package var refusal: Refusal? {
        for kind in actions.keys.sorted() {
            if !Event.isKnown(kind: kind) { return .unknownKind(kind) }
            if Rules.neverGuarded.contains(kind), actions[kind]?.mode != .alone { return .notForTwoPersons(kind) }
        }
        for kind in Rules.alwaysGuarded.sorted() where actions[kind]?.mode != .before { return .alwaysTwoPersons(kind) }
        return nil
    }
}
