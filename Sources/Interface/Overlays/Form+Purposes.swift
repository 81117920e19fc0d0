import Model
import Places
import Wording

extension Form {
    static func raiseAlert() -> Form {
        Form(
            .raiseAlert, title: "New alert",
            fields: [
                Field("What", hint: "one line, as you would say it: UZB heroin 6.3 kg Malik P1"),
                Field("Who told", hint: "State code or service, such as UZB"),
                Field("Priority", choices: ["1 now", "2 this hour", "3 this watch", "4 to know"], selected: 1),
                Field("Kind", choices: MessageKind.allCases.map(\.message)),
                Field("Place", place: .anywhere),
                Field("When", hint: "empty for now; 0406, 04:06", time: .nearest),
                Field("Answer by", hint: "empty for none; 06:00, 2h", time: .deadline),
                Field("Seized", hint: "heroin 6.3 kg; cash 15000 USD: things parted by ;"),
            ])
    }

    static func shelve(_ alert: Alert, presets: [String] = []) -> Form {
        Form(
            .shelveAlert(alert.name), title: "Shelve \(alert.name.text)", expecting: alert.trail.last,
            fields: [
                Field(
                    "For how long", "1h",
                    hint:
                        "30m, 2h, 1h30, or until 08:00; at most \(Form.typed(alert.triage.shelfLimit))",
                    time: .deadline, presets: presets),
                Field("Because", hint: "the reason is kept"),
            ])
    }

    static func close(_ alert: Alert) -> Form {
        Form(
            .closeAlert(alert.name), title: "Close \(alert.name.text)", expecting: alert.trail.last,
            fields: [
                Field("Outcome", choices: Disposition.allCases.map(\.message)), Field("Remark", hint: "may stay empty"),
            ])
    }

    static func note(_ name: SubjectName) -> Form {
        Form(.note(name), title: "Note on \(name.text)", fields: [Field("Note")])
    }

    static func heard(_ delivery: Delivery) -> Form {
        let desk = delivery.currentLeg?.state ?? delivery.opened.initiator
        return Form(
            .heard(delivery.name, amends: nil), title: "Heard about \(delivery.name.text)",
            expecting: delivery.trail.last,
            fields: [
                Field("Who told", desk),
                Field("What", hint: "one line, as you heard it"),
                // Where it was is no word of where it is.
                Field(
                    "Place", hint: delivery.lastPlace.map { "empty where nobody said; last \($0)" }, place: .anywhere),
                Field("When", hint: "empty for now; 0406, 04:06", time: .nearest),
                Field("Leg", delivery.currentLegNumber.map(String.init) ?? "", hint: "which leg it is on"),
                Field("Leaves at", hint: "estimate; empty for unchanged", time: .deadline),
                .question("Called back", .calledBack, hint: "on the number that is filed: y or n"),
            ])
    }

    static func openDelivery() -> Form {
        Form(
            .openDelivery, title: "New controlled delivery",
            fields: [
                Field("Goods", hint: "what and how much, as it was told"),
                Field("Asked by", hint: "State code, such as TJK"),
                Field("Conveyance", hint: "truck, flight, plate"),
                Field("Method", choices: DeliveryMethod.allCases.map(\.message)),
                Field("Priority", choices: ["1 now", "2 this hour", "3 this watch", "4 to know"]),
            ])
    }

    static func planLeg(_ delivery: Delivery) -> Form {
        let last = delivery.legs.last
        return Form(
            .planLeg(delivery.name), title: "Plan a leg of \(delivery.name.text)", expecting: delivery.trail.last,
            fields: [
                Field("Leg", String((last?.number ?? 0) + 1)),
                Field("State", hint: "State code, such as UZB"),
                Field("Entry", hint: "crossing where it comes in", place: .entries),
                Field("Exit", hint: "crossing where it leaves", place: .entries),
                Field("From", hint: "04:06, or 17 Oct 04:06", time: .begin).about(.since),
                Field("Until", hint: "04:06, or 17 Oct 04:06", time: .deadline).about(.until),
                Field("Report every", "30", hint: "minutes; empty for none"),
                Field("Quiet until", hint: "until when silence is agreed; may stay empty", time: .deadline),
                Field("Lead", hint: "the agency that leads on this leg; may stay empty"),
                Field("Notice", hint: "minutes before the end of its consent at which it wants to be asked"),
                Field("Method", choices: ["as on the other legs"] + DeliveryMethod.allCases.map(\.message)),
            ])
    }

    static func endDelivery(_ delivery: Delivery) -> Form {
        Form(
            .endDelivery(delivery.name), title: "\(delivery.name.text) has ended", expecting: delivery.trail.last,
            fields: [
                Field("Outcome", choices: DeliveryOutcome.allCases.map(\.message)),
                Field("Place", place: .anywhere),
                Field("When", hint: "empty for now; 0406, 04:06", time: .past),
                Field("Remark", hint: "may stay empty"),
            ])
    }

    static func withdraw(_ index: Int64, of name: SubjectName, saying words: Message) -> Form {
        Form(
            .withdraw(index, name), title: "Withdraw entry #\(Int(index)) of \(name.text): \(words)",
            fields: [Field("Because", hint: "the entry stays readable, struck through")])
    }
}
