import Model

/// What else can be open: what went wrong on the road, what is late, and what belongs to the room and its people.
extension MadeUpWatch {
    static let morePieces: [@Sendable (inout MadeUpWatch) -> Void] = [
        { $0.silentDelivery() }, { $0.plannedDelivery() }, { $0.quietByPlan() }, { $0.overrun() },
        { $0.uncovered() }, { $0.longGap() }, { $0.sealAndWeight() }, { $0.wrongHolder() }, { $0.outOfOrder() },
        { $0.doubtedExhibit() },
        { $0.steps() }, { $0.lateAnswers() }, { $0.shelved() }, { $0.rejected() },
        { $0.countersignatures() }, { $0.emergency() }, { $0.heldMessage() }, { $0.contacts() }, { $0.ownLine() },
    ]

    /// On a road of its own, with a consent that lasts.
    private mutating func covered() -> SubjectName {
        let name = delivery()
        log.consent("UZB", to: name)
        return name
    }

    private mutating func plan(
        _ name: SubjectName, from: Int64, until: Int64, quietUntil: Instant? = nil
    ) {
        let leg = LegPlanned(
            number: 1, state: "UZB", entry: "Oybek", exit: "Yallama", from: night + .hours(from),
            until: night + .hours(until), reportEvery: 60, quietUntil: quietUntil)
        log.add(.delivery(.legPlanned(leg)), to: name, minutesAgo: 890)
    }

    private mutating func report(_ name: SubjectName, minutesAgo: Int64, leaving: Instant? = nil) {
        let report = ReportReceived(from: "UZB desk", text: "on the road", leg: 1, exitEstimate: leaving)
        log.add(.delivery(.reportReceived(report)), to: name, minutesAgo: minutesAgo)
    }

    private mutating func silentDelivery() {
        let name = covered()
        plan(name, from: -9, until: 40)
        report(name, minutesAgo: 200)
        expect(name, "running", isCritical: true)
    }

    private mutating func plannedDelivery() {
        let name = covered()
        plan(name, from: 30, until: 50)
        expect(name, "running")
    }

    private mutating func quietByPlan() {
        let name = covered()
        plan(name, from: -9, until: 40, quietUntil: night + .hours(2))
        report(name, minutesAgo: 200)
        expect(name, "running")
    }

    /// It will leave later than was planned.
    private mutating func overrun() {
        let name = covered()
        plan(name, from: -9, until: 5)
        report(name, minutesAgo: 10, leaving: night + .hours(7))
        expect(name, "running", isCritical: true)
        expect(name, "window", isCritical: true)
    }

    private mutating func uncovered() {
        let name = delivery()
        plan(name, from: -9, until: 40)
        report(name, minutesAgo: 10)
        expect(name, "running", isCritical: true)
        expect(name, "consent UZB", isCritical: true)
    }

    /// For longer than was agreed nobody has it.
    private mutating func longGap() {
        let name = covered()
        leg(name)
        log.add(
            .delivery(.released(CustodyReleased(party: "UZB Customs", place: "Yallama"))), to: name, minutesAgo: 50)
        expect(name, "running", isCritical: true)
        expect(name, "custody", isCritical: true)
    }

    private mutating func sealAndWeight() {
        let name = covered()
        leg(name)
        let released = CustodyReleased(party: "TJK Customs", place: "Oybek", seal: "TJ 1", grossGrams: 31_460_000)
        log.add(.delivery(.released(released)), to: name, minutesAgo: 60)
        let accepted = CustodyAccepted(party: "UZB Customs", place: "Oybek", seal: "TJ 2", grossGrams: 21_460_000)
        log.add(.delivery(.accepted(accepted)), to: name, minutesAgo: 55)
        expect(name, "running", isCritical: true)
        for topic in ["seal", "weight"] { expect(name, "\(topic) \(log.entries.count - 1)", isCritical: true) }
    }

    /// Let go by one who did not have it.
    private mutating func wrongHolder() {
        let name = covered()
        leg(name)
        func accept(_ party: String, _ minutes: Int64) {
            log.add(
                .delivery(.accepted(CustodyAccepted(party: party, place: "Oybek"))), to: name, minutesAgo: minutes)
        }
        accept("TJK Customs", 90)
        log.add(.delivery(.released(CustodyReleased(party: "KAZ Customs", place: "Oybek"))), to: name, minutesAgo: 60)
        expect(name, "holder \(log.entries.count - 1)", isCritical: true)
        accept("UZB Customs", 50)
        expect(name, "running", isCritical: true)
    }

    /// Taken over before it was let go.
    private mutating func outOfOrder() {
        let name = covered()
        leg(name)
        for (party, minutes) in [("TJK Customs", 90), ("UZB Customs", 60)] as [(String, Int64)] {
            log.add(
                .delivery(.accepted(CustodyAccepted(party: party, place: "Oybek"))), to: name, minutesAgo: minutes)
        }
        log.add(.delivery(.released(CustodyReleased(party: "TJK Customs", place: "Oybek"))), to: name, minutesAgo: 55)
        expect(name, "running", isCritical: true)
        expect(name, "order \(log.entries.count - 1)", isCritical: true)
    }

    private mutating func doubtedExhibit() {
        let name = covered()
        leg(name)
        let item = SeizedItem(kind: .drug, name: "opium", quantity: Quantity(amount: "2.6", unit: "kg"))
        log.add(
            .delivery(.exhibitRegistered(ExhibitRegistered(exhibit: "E-1", item: item, state: "UZB", seal: "A-1"))),
            to: name, minutesAgo: 40)
        let resealed = ExhibitResealed(exhibit: "E-1", oldSeal: "A-9", newSeal: "A-2", reason: "a sample")
        log.add(.delivery(.exhibitResealed(resealed)), to: name, minutesAgo: 30)
        expect(name, "running")
        expect(name, "exhibit \(log.entries.count - 1)")
    }

    /// One that was to be done, one that is to be done, one that is done.
    private mutating func steps() {
        let name = covered()
        plan(name, from: 4, until: 40)
        let items = [("call the desks", -300), ("file the plan", -60), ("call the head", -290)].map {
            ChecklistAdopted.Item($0, dueMinutes: $1)
        }
        log.add(
            .delivery(.checklistAdopted(ChecklistAdopted(procedure: "before", version: 1, items: items))), to: name,
            minutesAgo: 30)
        log.add(
            .delivery(.checklistItemDone(ChecklistItemDone(procedure: "before", step: 3))), to: name, minutesAgo: 20)
        expect(name, "running")
        for step in ["call the desks", "file the plan"] { expect(name, "step before \(step)") }
        expect(name, "start TJK")
    }

    /// Everything that a State promised is late.
    private mutating func lateAnswers() {
        let name = covered()
        leg(name)
        let sent = RequestSent(
            state: "KAZ", channel: "CENcomm", number: "61", text: "please agree", answerBy: night - .hours(1))
        log.add(.delivery(.requestSent(sent)), to: name, minutesAgo: 600)
        let formal = FormalRequestSent(
            matter: .evidence, from: "KAZ", to: "TJK", number: "13/26", due: night - .hours(2))
        log.add(.delivery(.formalRequestSent(formal)), to: name, minutesAgo: 500)
        let given = ConsentGiven(
            state: "KAZ", authority: "prosecutor", number: "28", form: .oral, from: night - .hours(9),
            until: night + .days(4), paperBy: night - .hours(3))
        log.add(.delivery(.consentGiven(given)), to: name, minutesAgo: 400)
        for topic in ["running", "formal 13/26", "paper KAZ 28"] { expect(name, topic) }
    }

    // MARK: Alerts

    private mutating func shelved() {
        let name = alert(1, .bulletin)
        log.add(
            .alert(.shelved(AlertShelved(until: night + .hours(3), reason: "the desk opens at 08:00"))), to: name,
            minutesAgo: 20)
        expect(name, "alert")
    }

    private mutating func rejected() {
        let name = alert(3, .bulletin)
        log.add(
            .alert(.messageFiled(MessageFiled(.sent, .request, party: "KGZ", text: "whose number is it?"))), to: name,
            minutesAgo: 25)
        expect(name, "alert")
        expect(name, "reply \(log.entries.count - 1)")
        log.add(
            .alert(.messageFiled(MessageFiled(.received, .rejection, party: "KGZ", text: "not ours"))), to: name,
            minutesAgo: 15)
    }

    // MARK: The watch

    /// One that is owed and one that was refused.
    private mutating func countersignatures() {
        for isRefused in [false, true] {
            let name = alert(4, .bulletin)
            log.add(.alert(.noted(AlertNoted(text: "on one word"))), to: name, minutesAgo: 40)
            let entry = Int64(log.entries.count - 1)
            let asked = CountersignatureAsked(entry: entry, of: AlertNoted.kind, until: night + .hours(20))
            log.add(.fourEyes(.countersignatureAsked(asked)), to: name, minutesAgo: 40)
            if isRefused {
                let refused = CountersignatureRefused(entry: entry, reason: "I was not asked")
                log.add(.fourEyes(.countersignatureRefused(refused)), to: name, minutesAgo: 30, actor: "ermekov")
            }
            expect(name, "alert")
            expect(name, "countersignature \(entry)", isCritical: isRefused)
        }
    }

    private mutating func emergency() {
        let number = log.entries.count
        let enrolled = OfficerEnrolled(
            officer: "o.\(number)", name: "Officer \(number)", person: "P\(number)", roles: [.observer],
            key: "CARICC/live/o.\(number)+00000000+AA")
        let name = log.begin(.officers, .officer(.enrolled(enrolled)), minutesAgo: 5_000)
        let opened = BreakGlassOpened(role: .dutyOfficer, until: night + .hours(2), reason: "nobody else is there")
        log.add(.officer(.glassBroken(opened)), to: name, minutesAgo: 60, actor: "o.\(number)")
        expect(name, "emergency", isCritical: true)
    }

    private mutating func heldMessage() {
        let held = MessageHeld(partner: "uzb", file: "\(log.entries.count).xml", reason: .malformed)
        log.begin(.intake, .intake(.held(held)), minutesAgo: 45, actor: "import")
        expect(watch, "held")
    }

    private mutating func contacts() {
        let terms = OnCallSet(
            person: "Umarov B.", duty: .technician, from: night - .hours(2), until: night + .hours(90), wakeFor: 1)
        log.begin(.onCall, .onCall(.set(terms)), minutesAgo: 100)
        expect(watch, "contacts")
    }

    private mutating func ownLine() {
        owned += 1
        let key = HandoverItem.Key.own(owned, of: watch)
        add(.itemSet(HandoverItemSet(item: key, severity: .critical, note: "the lift is broken")), minutesAgo: 4)
        expect(watch, key.topic, isCritical: true)
    }
}
