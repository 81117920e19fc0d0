import Model
import Screen
import Wording

/// The bands that a wide screen adds: the joint plan, evidence, reports, consents, checklists.
extension AppState {
    func planBand(_ delivery: Delivery, _ width: Int) -> PageBlock {
        var lines = pageLines(planFacts(of: delivery).map { (6, $0) }, width: width, .plan)
        let road = delivery.road(at: now)
        if !road.isEmpty {
            let (heading, rows) = routeTable(road, of: delivery, width: width)
            lines.append(PageLine(segments: heading, rank: 7, panel: .plan))
            for (place, row) in rows.enumerated() {
                lines.append(
                    PageLine(
                        segments: row, rank: road[place].mark == .passed ? 6 : road[place].mark == .here ? 0 : 3,
                        panel: .plan))
            }
        }
        let version =
            delivery.plan.map { catalogue.text("version \($0.version)") } ?? catalogue.text("no joint plan yet")
        let title = Segment.rule(
            catalogue.text("JOINT PLAN"),
            remark: ["\(version), \(catalogue.text("times \(face.offsetText(now))"))", version],
            width: width)
        return PageBlock(title: title, panel: .plan, titleRank: 3, lines: lines)
    }

    func planFacts(of delivery: Delivery) -> [Fact?] {
        let start = delivery.start.map {
            let words: Message =
                $0.decided.goes
                ? "decided by \($0.decided.decidedBy)" : "NOT to start, decided by \($0.decided.decidedBy)"
            return [catalogue.text(words), $0.decided.number, time($0.at)].compactMap { $0 }.joined(separator: ", ")
        }
        let prepared = delivery.preparation.map {
            [
                $0.prepared.by, catalogue.text($0.prepared.method.message), $0.prepared.text,
                $0.prepared.seal.map { catalogue.text("seal \($0)") },
                $0.prepared.grossGrams.map { "\(Quantity.kilogramsText($0 * 1_000_000)) kg" }, time($0.at),
            ].compactMap { $0 }.joined(separator: ", ")
        }
        return [
            Fact("Aim", delivery.plan?.text), Fact("Start", start),
            Fact("Announced", delivery.announced.map { time($0) }), Fact("Prepared", prepared),
        ]
    }

    /// How long no consent covered it where it was, in all; nil where there was always one.
    func uncoveredSoFar(of delivery: Delivery) -> String? {
        let spent = delivery.uncovered(at: now)
        return spent > .zero ? catalogue.text("without cover: \(face.age(spent)) so far") : nil
    }

    func coverCell(_ cover: Cover, isHere: Bool) -> CellText {
        if case .complete(let spare) = cover {
            return CellText(
                [catalogue.text("covered, \(face.age(spare)) spare"), catalogue.text("covered")], .good)
        }
        return CellText(
            catalogue.text(cover.word(face.convention)), cover.isCovered || !isHere ? .warning : .urgent)
    }

    func evidenceBand(_ delivery: Delivery, _ width: Int) -> PageBlock {
        let doubts = doubtCount(of: delivery)
        let remark =
            delivery.exhibits.isEmpty
            ? catalogue.text("no exhibit yet")
            : doubts == 0
                ? catalogue.text("\(delivery.exhibits.count, one: "%1 exhibit", other: "%1 exhibits")")
                : catalogue.text("\(doubts, one: "%1 does not match", other: "%1 do not match")")
        var lines: [PageLine] = []
        if !delivery.exhibits.isEmpty {
            let (heading, rows) = exhibitTable(delivery, width: width)
            lines.append(PageLine(segments: heading, rank: 7, panel: .evidence))
            lines += rows.map { PageLine(segments: $0, rank: 6, panel: .evidence) }
        }
        lines += pageLines(doubtFacts(of: delivery).map { (3, $0) }, width: width, .evidence)
        if lines.isEmpty {
            lines.append(
                PageLine(
                    segments: [Segment("\(delivery.opened.goods)", .dim)], rank: 8, panel: .evidence))
        }
        return PageBlock(
            title: Segment.rule(
                catalogue.text("EVIDENCE"), remark: [remark], doubts > 0 ? .warning : .dim, width: width),
            panel: .evidence, titleRank: 5, lines: lines)
    }

    func doubtCount(of delivery: Delivery) -> Int {
        delivery.exhibits.reduce(0) { sum, exhibit in
            sum + exhibit.doubts.count { delivery.settled[$0.entry] == nil }
        }
    }

    /// What a court would ask about, and who explained it.
    func doubtFacts(of delivery: Delivery) -> [Fact?] {
        delivery.exhibits.flatMap { exhibit in
            exhibit.doubts.map { doubt in
                let explained = delivery.settled[doubt.entry].map {
                    "; \(catalogue.text("explained by \($0.from): \($0.text)"))"
                }
                return Fact(
                    .verbatim(exhibit.registered.exhibit), catalogue.text(words(of: doubt)) + (explained ?? ""),
                    explained == nil ? .warning : .dim)
            }
        }
    }

    private func words(of doubt: Exhibit.Doubt) -> Message {
        switch doubt {
        case .notTheHolder(let from, let holder, let entry):
            "#\(Int(entry)): given on by \(from), but \(holder) had it"
        case .seal(let before, let after, let entry): "#\(Int(entry)): seal was \(before), then \(after)"
        case .weighedAgain(let before, let after, let entry):
            "#\(Int(entry)): weighed \(Quantity.gramsText(after)) g, and \(Quantity.gramsText(before)) g before"
        case .heavierUnpacked(let gross, let net, let entry):
            "#\(Int(entry)): net \(Quantity.gramsText(net)) g is more than gross \(Quantity.gramsText(gross)) g"
        }
    }

    /// All four weights apart; `--` is not known yet, never 0.
    func exhibitTable(_ delivery: Delivery, width: Int) -> (heading: [Segment], rows: [[Segment]]) {
        pageTable(
            ["No", "What", "Roadside gross", "Unpacked gross", "Lab net", "Pure", "Seal", "With"],
            [.always, .needed(3), .needed(1), .needed(1), .needed(1), .needed(1), .needed(2), .needed(4)], flexible: 1,
            delivery.exhibits.map { exhibit in
                let item = exhibit.registered.item
                func weight(_ weighing: Weighing) -> CellText {
                    guard let all = exhibit.weights[weighing], !all.isEmpty else {
                        return CellText(Convention.noData, .dim)
                    }
                    // Weighings that differ stand beside each other; one does not take the place of the other.
                    var texts: [String] = []
                    for weight in all where texts.last != weight.quantity.shortText {
                        texts.append(weight.quantity.shortText)
                    }
                    return CellText([texts.joined(separator: " / "), texts.last ?? ""])
                }
                let isDoubted = exhibit.doubts.contains { delivery.settled[$0.entry] == nil }
                return [
                    CellText(exhibit.registered.exhibit, isDoubted ? .warning : .text),
                    CellText(item.name ?? item.substance ?? catalogue.text(item.kind.message)),
                    weight(.roadsideGross), weight(.unpackedGross), weight(.laboratoryNet), weight(.pure),
                    CellText(exhibit.seals.last ?? Convention.noData), CellText(exhibit.holder, .dim),
                ]
            }, width: width)
    }

    func reportBand(_ delivery: Delivery, _ width: Int) -> PageBlock {
        let reports = reports(of: delivery)
        var lines: [PageLine] = []
        if !reports.isEmpty {
            let (heading, rows) = reportTable(Array(reports.suffix(5)), width: width)
            lines = [PageLine(segments: heading, rank: 7, panel: .reports)]
            lines += rows.enumerated().map { PageLine(segments: $1, rank: 9 - min($0, 3), panel: .reports) }
        }
        let every = delivery.currentLeg?.reportEvery.map { catalogue.text("every \($0) min") } ?? ""
        lines += pageLines([(1, nextReportFact(delivery))], width: width, .reports)
        return PageBlock(
            title: Segment.rule(catalogue.text("REPORTS"), remark: [every], width: width), panel: .reports,
            titleRank: 5, lines: lines)
    }

    private func nextReportFact(_ delivery: Delivery) -> Fact? {
        guard let due = delivery.reportDue, let leg = delivery.currentLeg else { return nil }
        return Fact(
            .verbatim(face.moment(due, now: now)),
            catalogue.text("\(leg.state) desk, then call from \(face.moment(due + CallLadder.grace, now: now))"),
            due < now ? .urgent : .text)
    }

    func reportTable(_ reports: [ReportRecord], width: Int) -> (heading: [Segment], rows: [[Segment]]) {
        pageTable(
            ["Due", "Heard", "From", "What", .verbatim("")],
            [.needed(2), .always, .always, .always, .always], flexible: 3,
            reports.map { record in
                let happened = record.learnt - record.at >= .minutes(1) ? " (\(face.moment(record.at, now: now)))" : ""
                return [
                    CellText(record.due.map { face.moment($0, now: now) } ?? Convention.noData, .dim),
                    CellText([face.moment(record.learnt, now: now) + happened, face.moment(record.learnt, now: now)]),
                    CellText(record.report.from), CellText(record.report.text),
                    CellText(record.late.map { catalogue.text("\(face.age($0)) late") } ?? "", .warning),
                ]
            }, width: width)
    }

    func consentBand(_ delivery: Delivery, _ width: Int) -> PageBlock {
        let (heading, rows) = consentTable(delivery, width: width)
        let lines = rows.isEmpty ? [] : [PageLine(segments: heading, rank: 7, panel: .consents)]
        let rest = delivery.coverOfTheRest(at: now).map { coverCell($0.cover, isHere: false) }
        let remark = rest.map { "\(catalogue.text("what lies ahead")): \($0.longest)" }
        return PageBlock(
            title: Segment.rule(
                catalogue.text("CONSENTS"), remark: [remark].compactMap { $0 }, rest?.role ?? .dim, width: width),
            panel: .consents, titleRank: 4,
            lines: lines + rows.map { PageLine(segments: $0, rank: 5, panel: .consents) })
    }

    /// A row for each consent, and for each State that gave none.
    func consentTable(_ delivery: Delivery, width: Int) -> (heading: [Segment], rows: [[Segment]]) {
        let rows = (delivery.states + delivery.statesWithoutLeg).flatMap { state -> [[CellText]] in
            let legs = delivery.road(at: now).filter { $0.leg.state == state }
            let worst =
                legs.first { $0.mark != .passed && !$0.cover.isCovered } ?? legs.first { $0.mark != .passed }
                ?? legs.last
            let cover = worst.map { coverCell($0) } ?? .empty
            let given = delivery.consents.of(state)
            guard !given.isEmpty else {
                return [
                    [CellText(state), CellText(Convention.noData, .dim)]
                        + Array(repeating: .empty, count: 5) + [cover]
                ]
            }
            return given.map { consent in row(of: consent, state, cover) }
        }
        let all = delivery.consents.all.map(\.given)
        // Columns that would say “any” in every row leave their room to who gave it, and under which number.
        let isAnywhere = all.allSatisfy { $0.entry == nil && $0.exit == nil }
        let isAnyMethod = all.allSatisfy { $0.method == nil }
        let shown = rows.map { row in
            row.indices.map { isAnywhere && $0 == 4 || isAnyMethod && $0 == 5 ? CellText.empty : row[$0] }
        }
        return pageTable(
            [.verbatim(""), "Authority, number", "From", "Until", "Crossings", "Method", "Form", "Cover"],
            [.always, .always, .needed(4), .always, .needed(5), .needed(6), .needed(2), .always], flexible: 1, shown,
            width: width)
    }

    private func row(of consent: Consents.Consent, _ state: String, _ cover: CellText) -> [CellText] {
        let given = consent.given
        let form: CellText
        if consent.isWritten {
            form = CellText(catalogue.text("written"))
        } else {
            let paper = given.paperBy.map { catalogue.text("ORAL, paper by \(face.moment($0, now: now))") }
            form = CellText([paper, catalogue.text("ORAL")].compactMap { $0 }, .warning)
        }
        let crossings = [given.entry, given.exit].compactMap { $0 }.joined(separator: ", ")
        let until =
            consent.withdrawn.map { CellText(catalogue.text("WITHDRAWN \(face.moment($0, now: now))"), .urgent) }
            ?? CellText(face.moment(given.until, now: now))
        return [
            CellText(state),
            CellText([given.authority, consent.paperNumber ?? given.number].compactMap { $0 }.joined(separator: " ")),
            CellText(face.moment(given.from, now: now)), until,
            CellText(crossings.isEmpty ? catalogue.text("any") : crossings),
            CellText(given.method.map { catalogue.text($0.message) } ?? catalogue.text("any")), form, cover,
        ]
    }

    func checklistBand(_ delivery: Delivery, _ width: Int) -> PageBlock {
        let lines = delivery.checklists.flatMap { checklist in
            checklist.open(startingAt: delivery.startsAt).map { step, item, due in
                PageLine(
                    segments: [
                        Segment("[ ] \(dueLead(due))\(item.text)", (due ?? .distantFuture) < now ? .warning : .text)
                    ],
                    rank: 8, panel: .checklist)
            }
        }
        return PageBlock(
            title: Segment.rule(
                catalogue.text("CHECKLIST"), remark: [catalogue.text("what is not done")], width: width),
            panel: .checklist, titleRank: 8, lines: lines)
    }

    func dueLead(_ due: Instant?) -> String { due.map { "\(face.moment($0, now: now)) " } ?? "" }
}
