import Model
import Wording

extension Form {
    /// Whether the first answer is filled in and yet asked for: a name that is offered, a text that is to be changed.
    var asksForFirst: Bool {
        switch purpose {
        case .watch(.start), .watch(.takeOver), .watch(.correct), .handover(.accept), .raiseHeld: true
        default: false
        }
    }

    static func startWatch(officer: String, name: String, until: String, next: String) -> Form {
        Form(
            .watch(.start(officer: officer)), title: "Take the watch",
            fields: [
                nameField(officer, name), Field("Until", until, hint: "08:00, or 24h", time: .deadline),
                Field("Relieved by", next, hint: "may stay empty"),
            ])
    }

    /// Not as it was offered, and so with the reason.
    static func takeOver(_ watch: Shift, officer: String, name: String, until: String, next: String) -> Form {
        let isOffered = watch.isOffered(to: officer, named: name)
        let reason = Field(
            "Because",
            hint: isOffered
                ? "not everything is said back: why you take it now; every console will show it"
                : "it was not offered to you: why you take it; every console will show it")
        return Form(
            .watch(.takeOver(watch, officer: officer)), title: "Take the watch over from \(watch.started.officer)",
            expecting: watch.trail.last,
            fields: [
                nameField(officer, name), Field("Until", until, hint: "08:00, or 24h", time: .deadline),
                Field("Relieved by", next, hint: "may stay empty"), Field("Remark", hint: "may stay empty"), reason,
            ])
    }

    private static func nameField(_ officer: String, _ name: String) -> Field {
        Field(
            "Full name", name, hint: "as it stands in the log, such as Sagynbaeva A.K.; signed on as \(officer)")
    }

    static func offerWatch(_ watch: Shift, to next: String, _ written: HandoverWritten) -> Form {
        var to = Field("To whom", next, hint: "officer's id, or the name as the turns have it")
        to.isProposed = true
        return Form(
            .watch(.offer(watch.name, written)), title: "Offer the watch", expecting: watch.trail.last,
            fields: [to] + (written.risks.isEmpty ? [] : Form.riskFields))
    }

    static func confirmTaking(_ watch: Shift) -> Form {
        Form(
            .watch(.confirmTaking(watch.name)),
            title: "Confirm that \(watch.started.officer) took the watch", expecting: watch.trail.last,
            fields: [Field("Remark", hint: "may stay empty")])
    }

    static func endWatch(_ shift: Shift) -> Form {
        Form(
            .watch(.end(shift.name)), title: "End the watch of \(shift.started.officer)", expecting: shift.trail.last,
            fields: [
                Field("Because", hint: "nobody has the watch then; every console will say so"),
                Field("Who is asked", hint: "who is to take it, and knows"),
            ])
    }

    static func decide(_ watch: Shift, about: SubjectName?, by officer: String, knownTo: Int64) -> Form {
        Form(
            .watch(.decide(watch.name, knownTo: knownTo)), title: "Decision, known up to #\(Int(knownTo))",
            fields: [
                Field("Decided", hint: "one line: what was decided"),
                Field("Because", hint: "the reason, as it is known now"),
                Field("Instead of", hint: "what else could be done, parted by ; may stay empty"),
                Field("Decided by", officer, hint: "a person, or a State and its authority"),
                Field("About", about?.text ?? "", hint: "CD-2026-014, or empty for the watch"),
                Field("Concerns", hint: "what speaks against it; may stay empty"),
            ])
    }

    static func verbalOrder() -> Form {
        Form(
            .watch(.verbalOrder), title: "Order given by word of mouth",
            fields: [
                Field("Order", hint: "as it was said"), Field("Given by", hint: "name"),
                Field("Until", hint: "empty for open; 06:00, 2h", time: .deadline),
            ])
    }

    static func arrange(by officer: String) -> Form {
        Form(
            .watch(.arrange), title: "In force for a while",
            fields: [
                Field(
                    "Kind", choices: ArrangementType.allCases.filter { $0 != .verbalOrder }.map(\.message)),
                Field("What", hint: "what holds, and what to do meanwhile"),
                Field("Ordered by", officer, hint: "name"),
                Field("Until", hint: "empty for open; 06:00, 2h", time: .deadline),
            ])
    }

    static func extend(_ arrangement: TemporaryArrangement) -> Form {
        Form(
            .watch(.extend(arrangement.name)), title: "More time: \(arrangement.made.text)",
            expecting: arrangement.trail.last,
            fields: [
                Field("Until", hint: "06:00, 2h", time: .deadline), Field("Because", hint: "the reason is kept"),
            ])
    }

    static func endArrangement(_ arrangement: TemporaryArrangement) -> Form {
        Form(
            .watch(.endArrangement(arrangement.name)), title: "No longer in force: \(arrangement.made.text)",
            expecting: arrangement.trail.last,
            fields: [
                Field(
                    "How", choices: ["ended", "carried out"], selected: arrangement.made.type == .verbalOrder ? 1 : 0),
                Field("Remark", hint: "may stay empty"),
            ])
    }

    static func issueOrder() -> Form {
        Form(
            .watch(.issueOrder), title: "New standing order",
            fields: [
                Field("Title", hint: "a few words for lists"), Field("Order", hint: "the whole text"),
                Field("From", hint: "empty for now; 06:00, 17 Oct 08:00", time: .nearest),
                Field("Until", hint: "empty for until further notice", time: .deadline),
                Field("In place of", hint: "SO-2026-001, or empty"),
            ])
    }

    static func signOrder(_ order: StandingOrder) -> Form {
        Form(
            .watch(.signOrder(order.name)), title: "Sign \(order.name.text): \(order.issued.title)",
            fields: [
                Field("Signature", choices: ["not yet", "read and understood"], hint: .verbatim(order.issued.text))
            ])
    }

    static func endOrder(_ order: StandingOrder) -> Form {
        Form(
            .watch(.endOrder(order.name)), title: "End the standing order: \(order.issued.title)",
            expecting: order.trail.last, fields: [Field("Because", hint: "the reason is kept")])
    }

    static func putOnCall() -> Form {
        Form(
            .watch(.putOnCall), title: "On call",
            fields: [
                Field("Name"), Field("Duty", choices: OnCallDuty.allCases.map(\.message)),
                Field("State", hint: "of a liaison officer, such as TJK"),
                Field(
                    "Wake for",
                    choices: ["nothing", "priority 1", "priority 1 to 2", "priority 1 to 3", "priority 1 to 4"],
                    selected: 1),
                Field("Until", hint: "empty for until further notice", time: .deadline),
                Field("Reached at", hint: "telephone; kept beside the log and erasable"),
                Field("Languages", hint: "codes such as ru en uz"),
                Field("Lives in", hint: "zone where it is not the Centre's, such as Dushanbe"),
            ])
    }

    static func endOnCall(_ person: OnCall) -> Form {
        Form(
            .watch(.endOnCall(person.name)), title: "No longer on call: \(person.terms.person)",
            expecting: person.trail.last, fields: [Field("Remark", hint: "may stay empty")])
    }

    static func correct(_ index: Int64, on name: SubjectName, _ event: Event) -> Form {
        let text = event.noteText ?? ""
        return Form(
            .watch(.correct(index, name, event)), title: "Correct #\(Int(index)): \(text)",
            fields: [
                Field("Note", text, hint: "the new text; the old one stays readable, struck through"),
                Field("Because", hint: "may stay empty"),
            ])
    }
}
