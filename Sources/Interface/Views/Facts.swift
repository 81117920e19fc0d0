import Model
import Screen
import Wording

extension AppState {
    /// The facts above the timeline of a subject's page.
    var factLines: [[Segment]] {
        guard case .subject(let name) = screen else { return [] }
        if let delivery = delivery(name) { return facts(of: delivery) }
        if let alert = alert(name) { return facts(of: alert) }
        if case .shift(let shift) = histories[name]?.subject { return facts(of: shift) }
        if case .seizure(let record) = histories[name]?.subject { return facts(of: record) }
        if let history = histories[name], history.entries.isEmpty {
            return [[Segment(catalogue.text("There is no \(name.text) in this log."), .warning)]]
        }
        return [
            [
                Segment(
                    catalogue.text(
                        histories[name] == nil ? "loading" : "This subject has no page yet; its records are below."),
                    .dim)
            ]
        ]
    }

    func drawFacts(on canvas: inout Canvas) {
        guard case .subject(let name) = screen else { return }
        let body = layout.body
        let timeline = frames.first { $0.panel == .timeline }?.rect.row ?? body.row + body.height
        let (word, role) = standingWord(name)
        canvas.rule(
            row: body.row, column: 0, width: width, title: SafeText(name.text), trailing: SafeText(word),
            trailingRole: role)
        for (line, segments) in factLines.enumerated() where body.row + 1 + line < timeline {
            canvas.put(segments, row: body.row + 1 + line, column: 2, width: width - 2)
        }
    }

    private func standingWord(_ name: SubjectName) -> (String, Role) {
        if let delivery = delivery(name) { return standing(delivery) }
        guard let alert = alert(name) else { return ("", .text) }
        switch alert.status(at: now) {
        case .unacknowledged: return (catalogue.text("UNACKED"), .urgent)
        case .acknowledged: return (catalogue.text("acknowledged"), .good)
        case .shelved(let until): return (catalogue.text("shelved until \(face.moment(until, now: now))"), .dim)
        case .closed: return (catalogue.text("closed"), .dim)
        }
    }

    private func fact(_ label: Message, _ value: String?, _ role: Role = .text) -> [Segment]? {
        guard let value, !value.isEmpty else { return nil }
        return [Segment(catalogue.text(label), .label, width: 16), Segment(value, role)]
    }

    private func time(_ instant: Instant) -> String { "\(face.moment(instant, now: now)) \(face.offsetText(instant))" }

    private func facts(of alert: Alert) -> [[Segment]] {
        let raised = alert.raised
        let quantity = raised.quantity.map { "\($0.amount) \($0.unit)" }
        let acknowledged = alert.acknowledgement.map { "\($0.by), \(time($0.at))" }
        return [
            fact("What", raised.headline),
            fact("Priority", String(raised.priority), .priority(raised.priority)),
            fact("Kind", catalogue.text(raised.message.message)), fact("Who told", raised.source),
            fact("Place", raised.place),
            fact("Substance", [raised.substance, quantity].compactMap { $0 }.joined(separator: ", ")),
            fact("Happened", "\(time(alert.raisedAt)), \(catalogue.text("learnt \(time(alert.learnt))"))"),
            fact("Answer by", alert.due.map { "\(time($0)) \(face.instantWithAge($0, now: now))" }),
            fact("Near", raised.near?.text, .warning),
            fact("Acknowledged", acknowledged),
            fact("Shelved", alert.shelf.map { "\($0.by), \(catalogue.text("until \(time($0.until))")): \($0.reason)" }),
            fact(
                "Closed",
                alert.closure.map {
                    "\($0.by), \(time($0.at)): \(catalogue.text($0.disposition.message)) \($0.note ?? "")"
                }),
            fact(
                "Personal data",
                raised.payloads.isEmpty ? nil : catalogue.text("\(raised.payloads.count) sealed, :raw shows the hashes")
            ),
        ].compactMap { $0 }
    }

    private func facts(of delivery: Delivery) -> [[Segment]] {
        let opened = delivery.opened
        let heard = delivery.lastReport.map {
            "\(face.instantWithAge($0.at, now: now)), \($0.report.from): \($0.report.text)"
        }
        let due = delivery.reportDue.map { "\(face.instantWithAge($0, now: now)) \(face.offsetText($0))" }
        let lines = [
            fact("Goods", "\(opened.goods), \(catalogue.text(opened.method.message))"), fact("In", opened.conveyance),
            fact("Asked by", opened.initiator), fact("Last heard", heard), fact("Next due", due),
            fact(
                "Ended",
                delivery.end.map {
                    "\(time($0.at)): \(catalogue.text($0.ended.outcome.message)) \($0.ended.note ?? "")"
                }),
        ].compactMap { $0 }
        return lines + routeLines(of: delivery)
    }

    private func routeLines(of delivery: Delivery) -> [[Segment]] {
        guard !delivery.legs.isEmpty else { return [] }
        let heading = [
            Segment("", width: 2), Segment(catalogue.text("Leg"), .label, width: 5),
            Segment(catalogue.text("Entry > exit"), .label),
            Segment(catalogue.text("In, planned"), .label, width: 13),
            Segment(catalogue.text("Out, planned"), .label, width: 13),
            Segment(catalogue.text("Out now"), .label, width: 9), Segment(catalogue.text("Reports"), .label, width: 9),
        ]
        return [heading]
            + delivery.legs.map { leg in
                let isCurrent = leg.number == delivery.currentLegNumber
                let isPast = leg.number < (delivery.currentLegNumber ?? 0)
                let estimate = isCurrent ? delivery.exitEstimate.map { catalogue.text("e \(face.clockTime($0))") } : nil
                return [
                    Segment(isCurrent ? ">>" : isPast ? catalogue.text("ok") : "", isCurrent ? .key : .good, width: 2),
                    Segment("\(leg.number) \(leg.state)", isPast ? .dim : .text, width: 5),
                    Segment("\(leg.entry) > \(leg.exit)", isPast ? .dim : .text),
                    Segment(face.moment(leg.from, now: now), .text, width: 13),
                    Segment(face.moment(leg.until, now: now), .text, width: 13),
                    Segment(estimate ?? "", isCurrent && delivery.windowOverrun != nil ? .warning : .text, width: 9),
                    Segment(leg.reportEvery.map { catalogue.text("\($0) min") } ?? Convention.noData, .dim, width: 9),
                ]
            }
    }

    private func facts(of shift: Shift) -> [[Segment]] {
        [
            fact("Officer", shift.started.officer), fact("From", time(shift.from)),
            fact("Until", time(shift.started.until)),
            fact("Relieved by", shift.started.relief), fact("Ended", shift.endedAt.map { time($0) }),
        ].compactMap { $0 }
    }

    private func facts(of record: SeizureRecord) -> [[Segment]] {
        let report = record.report
        let amount =
            "\(report.quantity.amount.isEmpty ? Convention.noData : report.quantity.amount) \(report.quantity.unit)"
        let computed = report.quantity.micrograms.map {
            "\(Quantity.gramsText($0)) g (\(catalogue.text(report.quantity.rule.message)))"
        }
        return [
            fact("Drug", report.drug), fact("Quantity, typed", amount), fact("Computed", computed),
            fact("Date", face.yearDay(record.date)), fact("Country", report.country),
            fact(
                "Place", [report.administrativeDivision, report.place].filter { !$0.isEmpty }.joined(separator: ", ")),
            fact("Hidden in", report.hidingPlace), fact("Found at", report.installation),
            fact("Transport", report.transport),
            fact("From, to", "\(report.departureCountry) > \(report.destinationCountry)"),
            fact("Source", report.source),
            fact("Duplicate of", report.duplicateOf?.description, .warning),
        ].compactMap { $0 }
    }
}

extension Quantity {
    /// For lists: as typed while that is short, else the computed weight to a tenth of a gram.
    var shortText: String {
        if amount.utf8.count > 8, let micrograms {
            return micrograms >= 1_000_000_000
                ? "\(Quantity.gramsText((micrograms + 500_000) / 1_000_000 * 1_000)) kg"
                : "\(Quantity.gramsText((micrograms + 50_000) / 100_000 * 100_000)) g"
        }
        return [amount, unit].filter { !$0.isEmpty }.joined(separator: " ")
    }

    /// Micrograms as grams, exactly, without trailing zeros.
    static func gramsText(_ micrograms: Int64) -> String {
        let (whole, rest) = micrograms.quotientAndRemainder(dividingBy: 1_000_000)
        guard rest != 0 else { return String(whole) }
        let digits = String(1_000_000 + rest).dropFirst()
        return "\(whole).\(String(digits.reversed().drop { $0 == "0" }.reversed()))"
    }
}
