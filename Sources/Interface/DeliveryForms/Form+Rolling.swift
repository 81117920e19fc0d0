import Model
import Places
import Wording

/// A delivery that is on the road already when the Centre hears of it, and the plan of an earlier one.
extension Form {
    static func rolling() -> Form {
        Form(
            .rolling, title: "It is on the road already: a delivery that begins with a report",
            fields: [
                Field("Goods", hint: "what and how much, as it was told").about(.goods),
                Field("Who told", hint: "State code or desk: UZB desk").about(.from),
                Field("State", hint: "where it is now: State code, such as UZB").about(.state),
                Field("Place", hint: "where it is now", place: .anywhere).about(.place),
                Field("Asked by", hint: "State code, such as TJK; empty for the State where it is").about(.initiator),
                Field("Conveyance", hint: "truck, flight, plate").about(.conveyance),
                Field("Entry", hint: "crossing where it came in; may stay empty", place: .entries).about(.entry),
                Field("Exit", hint: "crossing where it leaves; may stay empty", place: .entries).about(.exit),
                Field("Leaves at", hint: "estimate; empty for in 12 hours", time: .deadline).about(.until),
                Field("Report every", "30", hint: "minutes; empty for none").about(.every),
                Field("When", hint: "empty for now; 0406, 04:06", time: .past).about(.when),
            ])
    }

    /// Opened, on its leg, and heard of, in one step; without a consent it is without cover at once.
    func rollingDrafts(_ times: FormTimes) throws(FormFault) -> [Draft] {
        let a = DeliveryAnswers(form: self, times: times)
        let goods = try a.required(.goods)
        let from = try a.required(.from)
        let state = try a.state(.state)
        let place = a.text(.place)
        let at = try times.past(self.place(of: .when))
        let began = at ?? times.now
        let exit = try a.optionalTime(.until, .deadline)
        let until = exit ?? began + .hours(12)
        guard until > began else {
            throw FormFault(
                message: "\(fields[self.place(of: .until)].label): this lies before the report.",
                field: self.place(of: .until))
        }
        let opened = DeliveryOpened(
            priority: 1, goods: goods, method: .intact, conveyance: a.text(.conveyance),
            initiator: a.text(.initiator) == nil ? state : try a.state(.initiator))
        let leg = LegPlanned(
            number: 1, state: state, entry: a.text(.entry) ?? place ?? "?", exit: a.text(.exit) ?? "?", from: began,
            until: until, reportEvery: try a.number(.every, in: 1...10_080))
        let report = ReportReceived(from: from, text: goods, place: place, leg: 1, exitEstimate: exit)
        return [
            Draft(.new(.deliveries), .delivery(.opened(opened))), Draft(.sameAs(0), .delivery(.legPlanned(leg))),
            Draft(.sameAs(0), .delivery(.reportReceived(report)), at: at),
        ]
    }

    /// - Parameter start: when the first leg begins, as it can be typed
    static func like(_ delivery: Delivery, _ old: Delivery, start: String) -> Form {
        Form(
            .like(delivery.name, LikePlan(old)),
            title:
                "\(delivery.name.text) takes over the plan of \(old.name.text): legs, what was agreed, limit, procedures",
            expecting: delivery.trail.last,
            fields: [
                Field("Begins", start, hint: "when the first leg begins: 04:06, or 17 Oct 04:06", time: .deadline)
                    .about(.since)
            ])
    }

    func likeDrafts(_ name: SubjectName, _ plan: LikePlan, _ times: FormTimes) throws(FormFault) -> [Draft] {
        let start = try times.required(0, leaning: .deadline)
        return plan.events(startingAt: start).enumerated().map { place, event in
            Draft(.existing(name), .delivery(event), expecting: place == 0 ? expecting : nil)
        }
    }
}

/// What one delivery may take over from another: everything that was agreed for the road, nothing that happened on it.
package struct LikePlan: Equatable, Sendable {
    let name: SubjectName
    private let legs: [LegPlanned]
    private let agreed: [InterventionAgreed]
    private let limit: Span
    private let checklists: [ChecklistAdopted]

    init(_ delivery: Delivery) {
        name = delivery.name
        legs = delivery.legs
        agreed = delivery.exceptions.agreed
        limit = delivery.custody.limit
        checklists = delivery.checklists.map(\.adopted)
    }

    var isEmpty: Bool { legs.isEmpty }

    /// The hours move by as much as the first leg does.
    func events(startingAt start: Instant) -> [DeliveryEvent] {
        guard let first = legs.first else { return [] }
        let shift = start - first.from
        let moved = legs.map { leg in
            var leg = leg
            leg.from = leg.from + shift
            leg.until = leg.until + shift
            leg.quietUntil = leg.quietUntil.map { $0 + shift }
            return DeliveryEvent.legPlanned(leg)
        }
        let limited = DeliveryEvent.limitAgreed(CustodyLimitAgreed(minutes: Int(limit.milliseconds / 60_000)))
        return moved + agreed.map { .interventionAgreed($0) } + [limited] + checklists.map { .checklistAdopted($0) }
    }
}
