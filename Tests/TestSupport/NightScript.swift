import Model

/// Makes up proposals as a busy night would bring them: some fit the board, some are refused.
package struct NightScript {
    private var generator: SeededGenerator
    private var subjects: [SubjectName] = []
    private var ownEntries: [(Int64, SubjectName)] = []
    private var serial: UInt64 = 0

    package init(seed: UInt64) { generator = SeededGenerator(seed: seed) }

    /// Tells the script what was saved, so that later proposals are about it.
    package mutating func saved(_ name: SubjectName, index: Int64) {
        if !subjects.contains(name) { subjects.append(name) }
        ownEntries.append((index, name))
    }

    package mutating func id(at now: Instant) -> EventID {
        serial += 1
        return .timed(now, count: UInt16(serial & 0xFFF), chance: generator.next())
    }

    package mutating func proposal(at now: Instant) -> Proposal {
        let id = id(at: now)
        let officer = ["sagynbaeva", "orazov"].randomElement(using: &generator) ?? "orazov"
        if subjects.isEmpty || Int.random(in: 0..<5, using: &generator) == 0 {
            return Proposal(.new(.alerts), .alert(.raised(raised())), id: id, actor: officer)
        }
        switch Int.random(in: 0..<15, using: &generator) {
        case 0: return Proposal(.new(.deliveries), .delivery(.opened(delivery())), id: id, actor: officer)
        case 1:
            return Proposal(
                .new(.shifts),
                .shift(
                    .started(
                        ShiftStarted(
                            officer: officer, officerID: officer, until: now + .hours(12),
                            relieves: Int.random(in: 0..<4, using: &generator) == 0
                                ? subjects.first { $0.area == .shifts } : nil))), id: id,
                actor: officer)
        case 2:
            if let own = ownEntries.randomElement(using: &generator) {
                let withdrawal = EntryWithdrawn(index: own.0, reason: "written in error")
                return Proposal(.existing(own.1), .logKeeping(.withdrawn(withdrawal)), id: id, actor: officer)
            }
        case 3:
            let area = [Area.roster, .onCall, .orders, .arrangements].randomElement(using: &generator) ?? .orders
            return Proposal(.new(area), watchEvent(in: area, founding: true, at: now), id: id, actor: officer)
        case 4: if let correction = correction(id: id) { return correction }
        default: break
        }
        let name = subjects.randomElement(using: &generator) ?? subjects[0]
        return Proposal(.existing(name), event(for: name, at: now), id: id, actor: officer)
    }

    private mutating func raised() -> AlertRaised {
        AlertRaised(
            priority: Int.random(in: 1...4, using: &generator),
            message: MessageKind.allCases.randomElement(using: &generator) ?? .warning,
            headline: "seizure number \(serial)", source: "UZB",
            due: Bool.random(using: &generator) ? SampleLog.night : nil)
    }

    private func delivery() -> DeliveryOpened {
        DeliveryOpened(priority: 1, goods: "heroin 38.4 kg", method: .intact, conveyance: nil, initiator: "TJK")
    }

    private mutating func event(for name: SubjectName, at now: Instant) -> Event {
        let soon = now + .minutes(Int64.random(in: -5...90, using: &generator))
        if Int.random(in: 0..<6, using: &generator) == 0 { return eventOfAnyArea(for: name, soon: soon) }
        switch name.area {
        case .alerts:
            switch Int.random(in: 0..<6, using: &generator) {
            case 0, 1:
                return .alert(.acknowledged(AlertAcknowledged(until: Bool.random(using: &generator) ? soon : nil)))
            case 2: return .alert(.shelved(AlertShelved(until: soon, reason: "waits for the laboratory")))
            case 3: return .alert(.unshelved(AlertUnshelved()))
            case 4: return .alert(.noted(AlertNoted(text: "called back")))
            default: return .alert(.closed(AlertClosed(disposition: .handled)))
            }
        case .deliveries:
            switch Int.random(in: 0..<5, using: &generator) {
            case 0, 1:
                let number = Int.random(in: 1...3, using: &generator)
                return .delivery(
                    .legPlanned(
                        LegPlanned(
                            number: number, state: "UZB", entry: "Oybek", exit: "Yallama", from: now, until: soon,
                            reportEvery: Bool.random(using: &generator) ? 30 : nil)))
            case 2, 3:
                return .delivery(
                    .reportReceived(
                        ReportReceived(
                            from: "UZB desk", text: "in the queue", leg: Bool.random(using: &generator) ? 1 : nil,
                            exitEstimate: soon)))
            default: return .delivery(.ended(DeliveryEnded(outcome: .seizure)))
            }
        case .shifts:
            switch Int.random(in: 0..<5, using: &generator) {
            case 0:
                let written = HandoverWritten(lines: [], horizon: soon, size: Int64(serial))
                return .shift(.offered(ShiftOffered(to: "orazov", handover: written)))
            case 1:
                return .shift(
                    .decided(
                        DecisionRecorded(
                            text: "keep 30 min", reason: "the queue stands", options: ["15 min"],
                            decidedBy: "Sagynbaeva A.K.", about: subjects.randomElement(using: &generator),
                            knownTo: Int64(serial), concerns: Bool.random(using: &generator) ? "the driver" : nil)))
            case 2: return .shift(.takingSeen(ShiftTakingSeen(note: "told by phone")))
            case 3: return .shift(.ended(ShiftEnded(note: "quiet", asked: "somebody")))
            default: return .shift(.noted(ShiftNoted(text: "quiet")))
            }
        default: return watchEvent(in: name.area, founding: false, at: now)
        }
    }

    /// What a new subject of the roster, the list of people on call, the orders and the arrangements begins with, or what
    /// follows on one.
    private mutating func watchEvent(in area: Area, founding: Bool, at now: Instant) -> Event {
        let choice = founding ? 0 : Int.random(in: 0..<6, using: &generator)
        let later = now + .minutes(Int64.random(in: -5...600, using: &generator))
        switch area {
        case .roster: return .roster(rosterEvent(choice, at: now))
        case .onCall:
            guard choice < 4 else { return .onCall(.ended(OnCallEnded(note: "home"))) }
            let duty = OnCallDuty.allCases.randomElement(using: &generator) ?? .leader
            let terms = OnCallSet(
                person: "Ermekov", duty: duty, state: "TJK", from: now,
                until: Bool.random(using: &generator) ? later : nil,
                wakeFor: Int.random(in: 0...4, using: &generator), languages: ["ru"], zone: "Asia/Dushanbe")
            return .onCall(.set(terms))
        case .orders:
            switch choice {
            case 0:
                return .order(
                    .issued(
                        StandingOrderIssued(
                            title: "Calls", text: "Call back on the filed number", from: now, until: later)))
            case 5: return .order(.ended(StandingOrderEnded(reason: "a new one stands")))
            default: return .order(.read(StandingOrderRead()))
            }
        default:
            switch choice {
            case 0, 1:
                let type = ArrangementType.allCases.randomElement(using: &generator) ?? .other
                let made = ArrangementMade(type: type, text: "mail by hand", orderedBy: "Ermekov", until: later)
                return .arrangement(.made(made))
            case 2, 3: return .arrangement(.extended(ArrangementExtended(until: later, reason: "not mended")))
            default:
                return .arrangement(
                    .ended(ArrangementEnded(isCarriedOut: Bool.random(using: &generator), note: "mended")))
            }
        }
    }

    private mutating func rosterEvent(_ choice: Int, at now: Instant) -> RosterEvent {
        let begins = SampleLog.night - .hours(20)
        let turn = begins + .hours(12 * Int64.random(in: 0...6, using: &generator))
        let officer = ["Sagynbaeva A.K.", "Orazov D.M."].randomElement(using: &generator) ?? "Orazov D.M."
        switch choice {
        case 0: return .set(RosterSet(turn: 720, begins: begins, zone: "Asia/Almaty", offset: 300, rest: 1_440))
        case 1, 2:
            let turns = (0..<3).map { place in
                PlannedTurn(
                    from: turn + .hours(12 * place), until: turn + .hours(12 * place + 12), officer: officer,
                    standby: "Ermekov")
            }
            return .planned(TurnsPlanned(turns: turns))
        case 3: return .replaced(TurnReplaced(turn: turn, officer: officer, standby: "Ermekov", reason: "ill"))
        case 4: return .swapped(TurnsSwapped(turn: turn, with: turn + .hours(12), reason: "asked"))
        default: return .cancelled(TurnCancelled(turn: turn, reason: "holiday"))
        }
    }

    /// A note that takes the place of an entry which may be a note, and may be withdrawn.
    private mutating func correction(id: EventID) -> Proposal? {
        guard let (index, name) = ownEntries.randomElement(using: &generator) else { return nil }
        let event: Event =
            switch name.area {
            case .alerts: .alert(.noted(AlertNoted(text: "called back twice", corrects: index)))
            case .deliveries: .delivery(.noted(DeliveryNoted(text: "not seen", corrects: index)))
            default: .shift(.noted(ShiftNoted(text: "not quiet", corrects: index)))
            }
        return Proposal(.existing(name), event, id: id, actor: "orazov")
    }

    /// What may follow on every subject: how it is to be handled, and what takes two persons.
    private mutating func eventOfAnyArea(for name: SubjectName, soon: Instant) -> Event {
        let own = ownEntries.filter { $0.1 == name }.randomElement(using: &generator)?.0 ?? 0
        switch Int.random(in: 0..<6, using: &generator) {
        case 0:
            let code = HandlingCode.allCases.randomElement(using: &generator) ?? .h2
            return .handling(.set(HandlingSet(code: code, originator: "KGZ", readers: ["orazov"])))
        case 1:
            let action: Event =
                name.area == .alerts
                ? .alert(.closed(AlertClosed(disposition: .handled)))
                : .delivery(.requestSent(RequestSent(state: "UZB", channel: "CENcomm", text: "more time")))
            return .fourEyes(.proposed(ActionProposed(action, until: soon)))
        case 2, 3: return .fourEyes(.approved(ActionApproved(entry: own, proposal: .zero)))
        case 4:
            return .fourEyes(
                .countersignatureAsked(CountersignatureAsked(entry: own, of: "alertClosed", until: soon)))
        default: return .fourEyes(.countersigned(EntryCountersigned(entry: own, leaf: .zero)))
        }
    }
}
