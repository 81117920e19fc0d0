import Model
import Places
import Wording

extension Form {
    static func acknowledge(_ alert: Alert, presets: [String]) -> Form {
        let usual = alert.triage.acknowledgementLasts.map { Form.typed($0) } ?? ""
        return Form(
            .alert(.acknowledge(alert.name)), title: "Acknowledge \(alert.name.text)", expecting: alert.trail.last,
            fields: [
                Field(
                    "Asks again", usual, hint: "30m, 2h or 08:00; empty for never",
                    time: .deadline, presets: presets)
            ])
    }

    static func setPriority(_ alert: Alert) -> Form {
        Form(
            .alert(.priority(alert.name)), title: "Priority of \(alert.name.text), now \(alert.priority)",
            expecting: alert.trail.last,
            fields: [
                Field(
                    "Priority", choices: ["1 now", "2 this hour", "3 this watch", "4 to know"],
                    selected: max(0, alert.priority - 2)),
                Field("Because", hint: "the reason is kept; a higher priority has to be acknowledged anew"),
            ])
    }

    private static let channels: [Message] = Channel.allCases.map(\.message)
    private static func place(of channel: Channel?) -> Int {
        channel.flatMap { Channel.allCases.firstIndex(of: $0) } ?? 0
    }

    /// - Parameter kind: what it is, where the officer said it already
    static func reply(_ alert: Alert, as kind: MessageKind? = nil) -> Form {
        let party = AlertParty(alert)
        return Form(
            .alert(.reply(party)), title: "To \(party.originator) about \(alert.name.text)",
            expecting: alert.trail.last,
            fields: [
                Field("Text", hint: "what was done, or what the answer is"),
                Field("To", party.originator),
                Field(
                    "Kind", choices: replyKinds.map(\.message),
                    selected: replyKinds.firstIndex(of: kind ?? party.reply) ?? 0),
                Field("Channel", choices: channels, selected: place(of: alert.raised.head.channel ?? .phone)),
                Field("Our number", hint: "empty for \(party.number)"),
            ])
    }

    static let replyKinds: [MessageKind] = [
        .feedback, .answer, .seizureReport, .acknowledgement, .rejection, .cancellation,
    ]

    static func tell(_ alert: Alert) -> Form {
        let party = AlertParty(alert)
        return Form(
            .alert(.tell(party)), title: "Told about \(alert.name.text)",
            fields: [
                Field("To whom", hint: "State code, service or person, such as KAZ"),
                Field("What", alert.headline, hint: "what they were told"),
                Field("Channel", choices: channels, selected: place(of: .phone)),
                Field("When", hint: "empty for now; 0406, 04:06", time: .nearest),
            ])
    }

    static func ask(_ alert: Alert) -> Form {
        Form(
            .alert(.ask(AlertParty(alert))), title: "Ask about \(alert.name.text)",
            fields: [
                Field("Whom", hint: "State code or service, such as KGZ"),
                Field("Question", hint: "one line"),
                Field("Answer by", "2h", hint: "06:00, 2h", time: .deadline, presets: waits),
                Field("Channel", choices: channels, selected: place(of: .i247)),
                Field("Our number", hint: "empty for \(alert.nextNumber)"),
            ])
    }

    private static let waits = ["30m", "1h", "2h", "4h", "8h", "24h"]

    static func file(_ alert: Alert) -> Form {
        let party = AlertParty(alert)
        return Form(
            .alert(.file(party)), title: "A message about \(alert.name.text)",
            fields: [
                Field("Direction", choices: ["came in", "went out"]),
                Field("Kind", choices: MessageKind.allCases.map(\.message), selected: place(of: .information)),
                Field("With whom", party.originator, hint: "State code or service"),
                Field("Text", hint: "as it was said or written"),
                Field("Channel", choices: channels, selected: place(of: .phone)),
                Field("Their number", hint: "may stay empty"),
                Field("Our number", hint: "empty for \(party.number)"),
                Field("When", hint: "empty for now; 0406, 04:06", time: .nearest),
                Field("Answer by", hint: "empty for none; 06:00, 2h", time: .deadline),
            ])
    }

    private static func place(of kind: MessageKind) -> Int { MessageKind.allCases.firstIndex(of: kind) ?? 0 }

    /// - Parameter officer: who sits here
    static func charge(_ alert: Alert, officer: String) -> Form {
        let isOffered = alert.offer?.to == officer
        let title: Message =
            alert.offer.map { "In charge of \(alert.name.text): offered to \($0.to) by \($0.by)" }
            ?? alert.inCharge.map { "In charge of \(alert.name.text): \($0)" }
            ?? "In charge of \(alert.name.text): nobody"
        return Form(
            .alert(.charge(alert.name)), title: title,
            fields: [
                Field(
                    "Officer in charge", choices: ["I take it", "I offer it", "I decline it"],
                    selected: isOffered || alert.inCharge != officer ? 0 : 1),
                Field("To whom", hint: "the officer's id, only to offer it; who has it keeps it until then"),
                Field("Because", hint: "only to decline it"),
            ])
    }

    static func detail(_ alert: Alert) -> Form {
        Form(
            .alert(.detail(alert.name)), title: "More is known of \(alert.name.text)",
            fields: [
                Field("Seized", hint: "heroin 6.3 kg; cash 15000 USD: things parted by ;"),
                Field("Number", hint: "plate, container, phone ...; personal ones are kept apart"),
                Field("Place", hint: "where it was", place: .anywhere),
                Field("From", hint: "where it came from", place: .anywhere),
                Field("To", hint: "where it was to go", place: .anywhere),
                Field("Hidden in", hint: "how it was hidden"),
                Field("Transport", hint: "truck, train, flight"),
                Field("Text", hint: "anything else, as it was said"),
                Field("Who says so", hint: "may stay empty"),
            ])
    }

    static func followUp(_ alert: Alert) -> Form {
        Form(
            .alert(.followUp(alert.name)), title: "Look again at \(alert.name.text)",
            fields: [
                Field("When", hint: "06:00, 2h, 17 Oct 08:00", time: .deadline, presets: waits),
                Field("What", hint: "what to look at then"),
                Field("For", choices: ["whoever has the watch", "only me"]),
            ])
    }

    static func call(_ name: SubjectName, whom: String) -> Form {
        Form(
            .alert(.call(name)), title: "Call about \(name.text)",
            fields: [
                Field("Whom", whom), Field("Outcome", choices: CallOutcome.allCases.map(\.message)),
                Field("Remark", hint: "may stay empty"),
                Field("When", hint: "empty for now; 0406, 04:06", time: .past),
            ])
    }

    static func laboratory(_ alert: Alert) -> Form {
        let items = alert.particulars.items.compactMap { $0.name ?? $0.substance }
        let usual = items.count > 1 ? "" : items.first ?? alert.raised.substance ?? ""
        return Form(
            .alert(.laboratory(alert.name)), title: "Laboratory result of \(alert.name.text)",
            fields: [
                Field("Substance", usual, hint: "as the laboratory names it"),
                Field("Net weight", hint: "number and unit, such as 6.1 kg; empty where not known"),
                Field("Purity", hint: "per cent, such as 62.4; empty where not known"),
                Field("Laboratory", hint: "which one; may stay empty"),
                Field("Method", hint: "GC-MS, field kit; may stay empty"),
                Field(
                    "Which thing",
                    hint: items.count > 1 ? "\(items.joined(separator: "; "))" : "only where several were seized"),
            ])
    }

    /// The same form asks for what is owed: the result, or why there is none.
    static func closeOwing(_ alert: Alert, _ debt: Debt) -> Form {
        let party = AlertParty(alert)
        return Form(
            .alert(.closeOwing(party)), title: "Close \(alert.name.text); \(party.originator) is owed \(debt.message)",
            expecting: alert.trail.last,
            fields: [
                Field("Outcome", choices: Disposition.allCases.map(\.message)), Field("Remark", hint: "may stay empty"),
                Field("Result told", hint: "what \(party.originator) was told; saved as our message"),
                Field("Channel", choices: channels, selected: place(of: alert.raised.head.channel ?? .phone)),
                Field("Or why none", hint: "only where nothing is told"),
            ])
    }

    /// As a person types it: 30m, 2h, 24h.
    static func typed(_ span: Span) -> String {
        let minutes = span.wholeMinutes
        return minutes.isMultiple(of: 60) ? "\(minutes / 60)h" : "\(minutes)m"
    }
}

extension AppState {
    /// Lengths and hours that are offered for a shelf, none beyond what the priority allows.
    func presets(_ offered: [String], within limit: Span?) -> [String] {
        let entry = TimeEntry(zone: zone, now: now)
        return offered.filter { text in
            guard let until = try? entry.deadline(text) else { return false }
            return limit.map { until <= now + $0 } ?? true
        }
    }
}
