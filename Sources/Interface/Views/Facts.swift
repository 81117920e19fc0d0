import Model
import Screen
import Wording

/// A line of facts before it is broken to the width of the page.
struct Fact {
    let label: Message
    let value: String
    var role = Role.text

    /// Nil without a value.
    init?(_ label: Message, _ value: String?, _ role: Role = .text) {
        guard let value, !value.isEmpty else { return nil }
        self.label = label
        self.value = value
        self.role = role
    }
}

extension AppState {
    /// The facts of a subject's page, a line each, broken where they are longer than the page is wide.
    var factLines: [[Segment]] {
        guard case .subject(let name) = screen, !conceals else { return [] }
        if let delivery = delivery(name) {
            return lines(of: roadFacts(of: name) + facts(of: delivery) + [handlingFact(of: name)])
                + lines(of: waitingFacts(of: name) + knownFacts(of: delivery) + matchFacts(of: name))
                + routeLines(of: delivery)
        }
        if let alert = alert(name) {
            return lines(of: roadFacts(of: name) + [handlingFact(of: name)] + waitingFacts(of: name))
                + alertLines(of: alert, width: factsWidth)
        }
        if let officer = knownOfficers.first(where: { $0.name == name }) {
            return lines(of: facts(of: officer) + waitingFacts(of: name))
        }
        let waits = waitingFacts(of: name)
        if !waits.isEmpty { return lines(of: waits) }
        if case .shift(let shift) = histories[name]?.subject { return lines(of: facts(of: shift)) }
        if let subject = board.subject(name) ?? histories[name]?.subject, let facts = watchFacts(of: subject) {
            return lines(of: facts)
        }
        if case .seizure(let record) = histories[name]?.subject { return lines(of: facts(of: record)) }
        if let history = histories[name], history.entries.isEmpty {
            return [[Segment(catalogue.text("There is no \(name.text) in this log."), .warning)]]
        }
        let words: Message = histories[name] == nil ? "loading" : "This subject has no page yet; its records are below."
        return [[Segment(catalogue.text(words), .dim)]]
    }

    /// Columns of the page of facts, as `frames` gives them.
    private var factsWidth: Int {
        // Beside the timeline the page leaves a blank before the line between them.
        max(20, layout.isWide && width >= 140 && !isZoomed ? min(width * 11 / 20, 100) - 3 : width - 2)
    }

    /// What waits for a second person on a subject.
    func waitingFacts(of name: SubjectName) -> [Fact?] {
        waiting.filter { $0.subject == name }.map { one in
            let due = dueText(one.until, isAwaited: !one.isProposal)
            let how = decidingWord(on: one).map { "; \(catalogue.text("\($0) shows it and asks"))" } ?? ""
            return Fact("Waits", "#\(one.index) \(catalogue.text(one.message)), \(due)\(how)", .warning)
        }
    }

    private func lines(of facts: [Fact?]) -> [[Segment]] { lines(of: facts, width: factsWidth) }

    func lines(of facts: [Fact?], width: Int) -> [[Segment]] {
        let facts = facts.compactMap { $0 }
        let widest = facts.map { text($0.label).width }.max() ?? 0
        let labelWidth = max(12, min(widest, width / 3))
        return facts.flatMap { fact in
            SafeText(fact.value).wrapped(to: width - labelWidth - 1).enumerated().map { line, piece in
                [
                    Segment(line == 0 ? catalogue.text(fact.label) : "", .label, width: labelWidth),
                    Segment(piece.plain, fact.role),
                ]
            }
        }
    }

    func standingWord(_ name: SubjectName) -> CellText {
        if let delivery = delivery(name) { return standing(delivery) }
        guard let alert = alert(name) else { return .empty }
        switch alert.status(at: now) {
        case .unacknowledged where alert.isExpired(at: now): return CellText(catalogue.text("EXPIRED"), .warning)
        case .unacknowledged: return CellText(catalogue.text("UNACKED"), .urgent)
        case .acknowledged: return CellText(catalogue.text("acknowledged"), .good)
        case .shelved(let until):
            return CellText(catalogue.text("shelved until \(face.moment(until, now: now))"), .dim)
        case .closed: return CellText(catalogue.text("closed"), .dim)
        }
    }

    func time(_ instant: Instant) -> String { "\(face.moment(instant, now: now)) \(face.offsetText(instant))" }

    /// The time, its offset and how long that is; once it has passed, by how much, while it `isAwaited`.
    func dueText(_ due: Instant, isAwaited: Bool) -> String {
        if due > now { return "\(time(due)), \(face.convention.ahead(due - now))" }
        return isAwaited ? "\(time(due)), \(catalogue.text("LATE \(face.age(now - due))"))" : time(due)
    }

    private func facts(of delivery: Delivery) -> [Fact?] {
        let opened = delivery.opened
        let heard = delivery.lastReport.map {
            "\(face.instantWithAge($0.at, now: now)), \($0.report.from): \($0.report.text)"
        }
        let isSilent = if case .silent = delivery.phase(at: now) { true } else { false }
        let due = delivery.reportDue.map { dueText($0, isAwaited: isSilent) }
        return [
            Fact("Goods", "\(opened.goods), \(catalogue.text(opened.method.message))"), Fact("In", opened.conveyance),
            Fact("Asked by", opened.initiator), Fact("Last heard", heard),
            Fact("Next due", due, isSilent ? .warning : .text),
            Fact(
                "Ended",
                delivery.end.map {
                    "\(time($0.at)): \(catalogue.text($0.ended.outcome.message)) \($0.ended.note ?? "")"
                }),
        ]
    }

    /// The legs of the road, in columns that fit the page.
    private func routeLines(of delivery: Delivery) -> [[Segment]] {
        guard !delivery.legs.isEmpty else { return [] }
        let headings: [Message] = [
            .verbatim(""), "Leg", "Entry > exit", "In, planned", "Out, planned", "Out now", "Reports",
        ]
        let places: [Column.Place] = [.always, .always, .always, .needed(3), .needed(1), .needed(2), .needed(4)]
        let rows =
            [headings.map { CellText(catalogue.text($0), .label) }] + delivery.legs.map { row(of: $0, in: delivery) }
        let needs = places.indices.map { place in
            // A heading may be cut for the sake of what stands under it.
            let words = rows.dropFirst().map { SafeText($0[place].longest).width }.max() ?? 0
            let isRoad = place == 2
            return ColumnFit.Need(
                place: places[place], least: isRoad ? 12 : words,
                ideal: max(words, SafeText(rows[0][place].longest).width),
                most: 60, share: isRoad ? 1 : 0)
        }
        let widths = ColumnFit.widths(of: needs, in: factsWidth)
        return rows.map { row in
            row.indices.compactMap { place in
                widths[place].map { Segment(row[place].fitted(to: $0).plain, row[place].role, width: $0) }
            }
        }
    }

    private func row(of leg: LegPlanned, in delivery: Delivery) -> [CellText] {
        let isCurrent = leg.number == delivery.currentLegNumber
        let isPast = leg.number < (delivery.currentLegNumber ?? 0)
        let role: Role = isPast ? .dim : .text
        let estimate = isCurrent ? delivery.exitEstimate.map { catalogue.text("e \(face.moment($0, now: now))") } : nil
        return [
            CellText(isCurrent ? ">>" : isPast ? catalogue.text("ok") : "", isCurrent ? .key : .good),
            CellText("\(leg.number) \(leg.state)", role), CellText("\(leg.entry) > \(leg.exit)", role),
            CellText(face.moment(leg.from, now: now)), CellText(face.moment(leg.until, now: now)),
            CellText(estimate ?? "", isCurrent && delivery.windowOverrun != nil ? .warning : .text),
            CellText(leg.reportEvery.map { catalogue.text("\($0) min") } ?? Convention.noData, .dim),
        ]
    }

    private func facts(of shift: Shift) -> [Fact?] {
        [
            Fact("Officer", shift.started.officer), Fact("From", time(shift.from)),
            Fact("Until", time(shift.started.until)),
            Fact("Takes over", shift.started.relieves?.text),
            Fact("Not offered", shift.started.reason, .warning), Fact("Confirmed by", shift.takingSeenBy),
            Fact("Offered to", shift.offer.map { "\($0.to), \(time($0.at))" }),
            Fact("Relieved by", shift.ended?.relievedBy ?? shift.started.relief),
            Fact("Ended", shift.endedAt.map { time($0) }),
            Fact("Decisions", shift.decisionCount > 0 ? String(shift.decisionCount) : nil),
        ]
    }

    private func facts(of record: SeizureRecord) -> [Fact?] {
        let report = record.report
        let amount =
            "\(report.quantity.amount.isEmpty ? Convention.noData : report.quantity.amount) \(report.quantity.unit)"
        let computed = report.quantity.micrograms.map {
            "\(Quantity.gramsText($0)) g (\(catalogue.text(report.quantity.rule.message)))"
        }
        return [
            Fact("Drug", report.drug), Fact("Quantity, typed", amount), Fact("Computed", computed),
            Fact("Date", face.yearDay(record.date)), Fact("Country", report.country),
            Fact(
                "Place", [report.administrativeDivision, report.place].filter { !$0.isEmpty }.joined(separator: ", ")),
            Fact("Hidden in", report.hidingPlace), Fact("Found at", report.installation),
            Fact("Transport", report.transport),
            Fact("From, to", "\(report.departureCountry) > \(report.destinationCountry)"),
            Fact("Source", report.source),
            Fact("Duplicate of", report.duplicateOf?.description, .warning),
        ]
    }
}

extension Quantity {
    /// For lists: as typed while that is short, else the computed weight to a tenth of a gram.
    package var shortText: String {
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
