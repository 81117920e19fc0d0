/// One line of NEXT: something that will be due, over everything, by time.
package struct AgendaItem: Equatable, Sendable {
    package enum Matter: Equatable, Sendable {
        case report(from: String, everyMinutes: Int?)
        case legWindowEnds(state: String, exit: String)
        case delivery(DeliveryDue)
        case answerDue(MessageKind)
        /// What we asked somebody is to be answered.
        case replyDue(MessageKind, from: String)
        case followUp(text: String, by: String, isOwn: Bool)
        case shelfEnds
        case acknowledgementLapses
        case watchEnds(relief: String?)
        /// The handover is to be offered by then.
        case handover
        case arrangementEnds(ArrangementType, text: String)
        case orderBegins(title: String)
        case orderEnds(title: String)
        /// Nobody is planned for the watch from here on.
        case nobodyPlanned
        /// What `by` proposes lapses unless somebody else approves it.
        case approvalAwaited(kind: String, by: String)
        /// A second signature is owed under an entry of `by`; from anybody who may, where `from` is nil.
        case countersignatureOwed(kind: String, by: String, from: String?)
        case emergencyEnds(officer: String, role: OfficerRole)
    }

    package let instant: Instant
    package let subject: SubjectName
    package let matter: Matter
    /// The same while it is there.
    package var id: String { "\(subject.text) \(instant.milliseconds) \(matter.word)" }

    /// Items of one instant stand in the order of their subjects, so that the list never flickers.
    static func precedes(_ a: AgendaItem, _ b: AgendaItem) -> Bool {
        a.instant != b.instant ? a.instant < b.instant : a.subject < b.subject
    }
}

extension AgendaItem.Matter {
    /// What tells matters of one subject and one instant apart.
    fileprivate var word: String {
        switch self {
        case .report: "report"
        case .legWindowEnds: "leg"
        case .delivery(let due): due.word
        case .answerDue: "answer"
        case .replyDue: "reply"
        case .followUp: "follow-up"
        case .shelfEnds: "shelf"
        case .acknowledgementLapses: "acknowledgement"
        case .watchEnds: "watch"
        case .handover: "handover"
        case .arrangementEnds: "arrangement"
        case .orderBegins: "begins"
        case .orderEnds: "ends"
        case .nobodyPlanned: "nobody"
        case .approvalAwaited: "approval"
        case .countersignatureOwed: "countersignature"
        case .emergencyEnds: "emergency"
        }
    }
}

extension DeliveryDue {
    fileprivate var word: String {
        switch self {
        case .askForMore: "ask"
        case .askFirst: "ask first"
        case .start: "start"
        case .consentEnds: "consent"
        case .paper: "paper"
        case .takingOver: "over"
        case .confirmation: "confirmation"
        case .answer: "reply of"
        case .formalAnswer: "formal"
        case .step: "step"
        }
    }
}

extension Board {
    func computedAgenda(at now: Instant, for officer: String?) -> [AgendaItem] {
        var items: [AgendaItem] = []
        for delivery in deliveries.values {
            for due in delivery.dues(at: now) where due.instant >= now {
                items.append(AgendaItem(instant: due.instant, subject: delivery.name, matter: .delivery(due.due)))
            }
            guard delivery.end == nil else { continue }
            if let due = delivery.reportDue, let leg = delivery.currentLeg {
                items.append(
                    AgendaItem(
                        instant: due, subject: delivery.name,
                        matter: .report(from: delivery.reportingState ?? leg.state, everyMinutes: leg.reportEvery)))
            }
            if let leg = delivery.currentLeg {
                items.append(
                    AgendaItem(
                        instant: leg.until, subject: delivery.name,
                        matter: .legWindowEnds(state: leg.state, exit: leg.exit)))
            }
        }
        for alert in alerts.values { items += alert.agenda(at: now, for: officer) }
        for shift in shifts.values {
            items.append(
                AgendaItem(
                    instant: shift.started.until, subject: shift.name,
                    matter: .watchEnds(relief: shift.started.relief ?? nextOnWatch(at: now)?.officer)))
        }
        for shift in shifts.values {
            guard let due = shift.handoverDue else { continue }
            items.append(AgendaItem(instant: due, subject: shift.name, matter: .handover))
        }
        items += watchAgenda(at: now)
        for trail in unsettled.values { items += trail.fourEyes.agenda(of: trail.name) }
        for officer in officers.values {
            guard let emergency = officer.emergency, officer.isActive else { continue }
            items.append(
                AgendaItem(
                    instant: emergency.until, subject: officer.name,
                    matter: .emergencyEnds(officer: officer.shownName, role: emergency.role)))
        }
        items.removeAll { $0.instant < now }
        return items.indices.sorted { AgendaItem.precedes(items[$0], items[$1]) }.map { items[$0] }
    }
}

extension Board {
    /// How far ahead a hole in the plan of turns is told.
    package static let planAhead = Span.days(7)

    private func watchAgenda(at now: Instant) -> [AgendaItem] {
        var items: [AgendaItem] = []
        for arrangement in arrangements.values where arrangement.isInForce {
            guard let until = arrangement.until else { continue }
            items.append(
                AgendaItem(
                    instant: until, subject: arrangement.name,
                    matter: .arrangementEnds(arrangement.made.type, text: arrangement.made.text)))
        }
        for order in orders.values where order.endedAt == nil {
            items.append(
                AgendaItem(
                    instant: order.issued.from, subject: order.name, matter: .orderBegins(title: order.issued.title)))
            guard let until = order.issued.until else { continue }
            items.append(
                AgendaItem(instant: until, subject: order.name, matter: .orderEnds(title: order.issued.title)))
        }
        if let roster, let from = roster.uncovered(after: now), from > now, from < now + Board.planAhead {
            items.append(AgendaItem(instant: from, subject: roster.name, matter: .nobodyPlanned))
        }
        return items
    }
}

extension Alert {
    func agenda(at now: Instant, for officer: String?) -> [AgendaItem] {
        var items: [AgendaItem] = []
        if isOver { return items }
        if let due {
            items.append(AgendaItem(instant: due, subject: name, matter: .answerDue(raised.message)))
        }
        for awaited in thread.awaited {
            guard let due = awaited.due else { continue }
            items.append(
                AgendaItem(instant: due, subject: name, matter: .replyDue(awaited.kind, from: awaited.party)))
        }
        for followUp in followUps where !followUp.isOwn || followUp.by == officer {
            items.append(
                AgendaItem(
                    instant: followUp.at, subject: name,
                    matter: .followUp(text: followUp.text, by: followUp.by, isOwn: followUp.isOwn)))
        }
        switch status(at: now) {
        case .shelved(let until): items.append(AgendaItem(instant: until, subject: name, matter: .shelfEnds))
        case .acknowledged:
            if let until = acknowledgement?.until {
                items.append(AgendaItem(instant: until, subject: name, matter: .acknowledgementLapses))
            }
        case .unacknowledged, .closed: break
        }
        return items
    }
}

extension FourEyes {
    func agenda(of name: SubjectName) -> [AgendaItem] {
        pending.map {
            AgendaItem(instant: $0.until, subject: name, matter: .approvalAwaited(kind: $0.event.kind, by: $0.by))
        }
            + owed.filter { $0.refusal == nil }.map {
                AgendaItem(
                    instant: $0.until, subject: name,
                    matter: .countersignatureOwed(kind: $0.of, by: $0.by, from: $0.from))
            }
    }
}
