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
        switch Int.random(in: 0..<12, using: &generator) {
        case 0: return Proposal(.new(.deliveries), .delivery(.opened(delivery())), id: id, actor: officer)
        case 1:
            return Proposal(
                .new(.shifts), .shift(.started(ShiftStarted(officer: officer, until: now + .hours(12)))), id: id,
                actor: officer)
        case 2:
            if let own = ownEntries.randomElement(using: &generator) {
                let withdrawal = EntryWithdrawn(index: own.0, reason: "written in error")
                return Proposal(.existing(own.1), .logKeeping(.withdrawn(withdrawal)), id: id, actor: officer)
            }
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
        default:
            return Bool.random(using: &generator)
                ? .shift(.noted(ShiftNoted(text: "quiet"))) : .shift(.ended(ShiftEnded()))
        }
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
