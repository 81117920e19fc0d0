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

    /// Opened, on its leg, and heard of, in one step.
    func rollingDrafts(_ times: FormTimes) throws(FormFault) -> [Draft] {
        let a = DeliveryAnswers(form: self, times: times)
        let at = try times.past(self.place(of: .when))
        var rolling = RollingDelivery(
            goods: try a.required(.goods), state: try a.state(.state), began: at ?? times.now)
        rolling.from = try a.required(.from)
        rolling.place = a.text(.place)
        rolling.initiator = a.text(.initiator) == nil ? nil : try a.state(.initiator)
        rolling.conveyance = a.text(.conveyance)
        rolling.entry = a.text(.entry)
        rolling.exit = a.text(.exit)
        rolling.leaves = try a.optionalTime(.until, .deadline)
        rolling.every = try a.number(.every, in: 1...10_080)
        guard !rolling.leavesBeforeTheReport else {
            let field = self.place(of: .until)
            throw FormFault(message: "\(fields[field].label): this lies before the report.", field: field)
        }
        return rolling.events.enumerated().map { place, event in
            if case .reportReceived = event { return Draft(.sameAs(0), .delivery(event), at: at) }
            return Draft(place == 0 ? .new(.deliveries) : .sameAs(0), .delivery(event))
        }
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
