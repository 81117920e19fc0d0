import Model
import Screen
import Wording

/// The bands of a delivery's page, each in lines that give way by rank: what is wrong and whom to call never does.
extension AppState {
    /// The bands in their order for the width that there is. A column of 110 shows the four sides of an operation at once:
    /// plan, evidence, custody, reports; what is wider adds the rest.
    func nowGroups(of delivery: Delivery, width: Int) -> [PageGroup] {
        guard layout.isWide else {
            return [
                nowBand(delivery, width), routeBand(delivery, width), custodyBand(delivery, width),
                interventionBand(delivery, width), callBand(delivery, width), latestBand(delivery, width),
            ].map { .full($0) }
        }
        let isWall = width >= 158
        let column = PageGroup.widths(width, columns: isWall ? 3 : 2)[0]
        let left = [planBand(delivery, column), evidenceBand(delivery, column)]
        let right = [custodyBand(delivery, column), reportBand(delivery, column)]
        let third = [callBand(delivery, column), interventionBand(delivery, column), checklistBand(delivery, column)]
        let consents = PageGroup.full(consentBand(delivery, width))
        let latest = PageGroup.full(latestBand(delivery, width))
        let top = PageGroup.full(nowBand(delivery, width))
        if isWall { return [top, PageGroup(columns: [left, right, third]), consents, latest] }
        return [
            top, PageGroup(columns: [left, right]), consents,
            PageGroup(columns: [[interventionBand(delivery, column)], [callBand(delivery, column)]]), latest,
        ]
    }

    /// Facts as lines of one rank, broken where they are longer than the band.
    ///
    /// Where `isCut`, what goes on in a second line gives way before anything else does.
    func pageLines(_ facts: [(Int, Fact?)], width: Int, isCut: Bool = false, _ panel: PanelID) -> [PageLine] {
        let widest = facts.compactMap { $0.1 }.map { text($0.label).width }.max() ?? 0
        let label = min(widest, width / 3)
        return facts.flatMap { rank, fact -> [PageLine] in
            guard let fact else { return [] }
            return SafeText(fact.value).wrapped(to: width - label - 1).enumerated().map { line, piece in
                PageLine(
                    segments: [
                        Segment(line == 0 ? catalogue.text(fact.label) : "", .label, width: label),
                        Segment(piece.plain, fact.role),
                    ], rank: isCut && line > 0 ? PageLine.weak : rank, panel: panel, goesOn: line > 0)
            }
        }
    }

    var responsibleOnCall: String? { board.whoToWake(for: 1, at: now).first?.terms.person }

    // MARK: NOW

    private func nowBand(_ delivery: Delivery, _ width: Int) -> PageBlock {
        // Whoever has to sign finds it here, whatever else is wrong.
        var lines = pageLines(waitingFacts(of: delivery.name).map { (1, $0) }, width: width, .timeline)
        let beside = pageLines(besideFacts(of: delivery.name).map { ($0.rank, $0.fact) }, width: width, .entities)
        lines = needLines(of: delivery, isAlone: beside.isEmpty, width: width) + beside + lines
        for ladder in delivery.callLadders(at: now, responsible: responsibleOnCall) {
            lines += pageLines(ladderFacts(ladder, of: delivery), width: width, .contacts)
        }
        lines += pageLines([(1, handlingFact(of: delivery.name))], width: width, .timeline)
        let next = board.agenda(at: now, for: ownOfficer).filter { item in
            // The next report has a line of its own.
            if case .report = item.matter { return false }
            return item.subject == delivery.name
        }.prefix(2)
            .map { "\(face.instantWithAge($0.instant, now: now)) \(catalogue.text($0.matter.message))" }
        lines += pageLines(
            [(6, Fact("Next", next.joined(separator: "; ")))], width: width, isCut: true, .plan)
        return PageBlock(title: [], panel: .now, lines: lines)
    }

    /// What is wrong, the most urgent first; what line 3 says already is not said twice.
    private func needLines(of delivery: Delivery, isAlone: Bool, width: Int) -> [PageLine] {
        let own = board.needs(at: now, for: ownOfficer).filter { $0.subject == delivery.name }
        guard let first = own.first else {
            // A State far ahead whose consent is missing is no need yet, and nothing that could be called right either.
            let isShort = delivery.coverAhead(at: now).contains { leg in
                if case .unanswered = leg.cover { false } else { !leg.cover.isCovered }
            }
            guard isAlone, !isShort else { return nextLines(of: delivery, width: width) }
            return [
                PageLine(
                    segments: [Segment(catalogue.text("Nothing is wrong with it now."), .good)], rank: 2, panel: .now)
            ] + nextLines(of: delivery, width: width)
        }
        let isAbove = shownNeeds.first == first
        let keys = advice(on: first, of: delivery).map { keys in
            SafeText(keys).wrapped(to: width).map {
                PageLine(segments: [Segment($0.plain, .key)], rank: 1, panel: .now)
            }
        }
        var said: Set<String> = []
        let rest = own.dropFirst(isAbove ? 1 : 0).map { ($0, catalogue.text(words(of: $0))) }
        // Two doubts about one exhibit are one sentence.
        let needs = rest.filter { said.insert($0.1).inserted }.prefix(5).enumerated().map { place, need -> [PageLine] in
            let isFirst = place == 0 && !isAbove
            let role: Role = isFirst ? need.0.priority == 1 ? .urgent : .now : .warning
            let lead = catalogue.text(isFirst ? "NOW" : "then")
            let rank = isFirst ? 0 : place < 3 ? 2 : 5
            return text(.verbatim("\(lead) \(need.1)")).wrapped(to: width).enumerated().map { line, piece in
                PageLine(
                    segments: [Segment(piece.plain, role)], rank: line > 0 && !isFirst ? PageLine.weak : rank,
                    panel: .now, goesOn: line > 0)
            }
        }
        // The keys stand behind the sentence that they are about; where that is line 3, they begin the page.
        let leading = isAbove ? [] : needs.first ?? []
        return leading + (keys ?? []) + missingLines(of: delivery, first, width: width)
            + needs.dropFirst(isAbove ? 0 : 1).flatMap { $0 }
    }

    /// What is overdue, what was tried, what is to be done now, and what comes after it.
    func ladderFacts(_ ladder: CallLadder, of delivery: Delivery) -> [(Int, Fact?)] {
        var facts: [(Int, Fact?)] = []
        switch ladder.cause {
        case .silence(let due):
            let sign = lastSign(of: delivery).map { "; \($0)" } ?? ""
            facts.append(
                (
                    0,
                    Fact(
                        "OVERDUE \(face.age(now - due))",
                        "\(catalogue.text("report of \(delivery.reportingState ?? "") was due \(face.moment(due, now: now))"))\(sign)",
                        .urgent)
                ))
        case .nobodyHolds(let party, let place, let since, let limit):
            facts.append(
                (
                    0,
                    Fact(
                        "NOBODY HOLDS IT",
                        catalogue.text(
                            "\(face.age(now - since)), agreed limit \(face.age(limit)): \(party) let it go \(face.moment(since, now: now)) at \(place)"
                        ), .urgent)
                ))
        }
        if ladder.isWaiting(at: now), let reached = ladder.reached {
            facts.append(
                (
                    0,
                    Fact(
                        "reached",
                        catalogue.text(
                            "\(reached.party) \(face.moment(reached.at, now: now)): write down what they say"), .good)
                ))
        }
        let due = ladder.due(at: now)
        for step in ladder.steps {
            let tried = step.calls.map { "\(face.clockTime($0.at)) \(catalogue.text($0.outcome.message))" }
            let before = step.calls.isEmpty ? step.before : nil
            let earlier = before.map { "(\(face.clockTime($0.at)) \(catalogue.text($0.outcome.message)))" } ?? ""
            let words = [words(of: step), tried.joined(separator: ", "), earlier].filter { !$0.isEmpty }.joined(
                separator: "  ")
            let time = face.moment(step.at, now: now)
            let label: Message = step == due ? "now \(time)" : tried.isEmpty ? .verbatim(time) : "tried"
            facts.append((step == due ? 0 : tried.isEmpty ? 4 : 3, Fact(label, words, step == due ? .now : .dim)))
        }
        return facts
    }

    private func words(of step: CallLadder.Step) -> String {
        let reach = contact(of: step.party).map { " \($0.words)" } ?? ""
        return "\(catalogue.text(step.party.message))\(reach): \(catalogue.text(step.purpose.message))"
    }

    /// The newest sign of it from anybody, the tracker included.
    private func lastSign(of delivery: Delivery) -> String? {
        let sights = delivery.custody.sights.map { ($0.at, $0.party) }
        let position = delivery.lastPosition.map { ($0.at, $0.from) }
        guard let last = (sights + [position].compactMap { $0 }).max(by: { $0.0 < $1.0 }) else { return nil }
        return catalogue.text("last sign \(face.instantWithAge(min(last.0, now), now: now)), \(last.1)")
    }

    // MARK: ROUTE

    private func routeBand(_ delivery: Delivery, _ width: Int) -> PageBlock {
        let road = delivery.road(at: now)
        guard !road.isEmpty else { return PageBlock(title: [], panel: .plan, lines: []) }
        let (heading, rows) = routeTable(road, of: delivery, width: width)
        let here = road.firstIndex { $0.mark == .here } ?? 0
        var lines = [PageLine(segments: heading, rank: 8, panel: .plan)]
        for (place, row) in rows.enumerated() {
            let isBad = road[place].mark != .passed && !road[place].cover.isCovered
            let rank = place == here ? 0 : road[place].mark == .passed ? 5 : isBad ? 2 : place == here + 1 ? 3 : 4
            lines.append(PageLine(segments: row, rank: rank, panel: .plan))
        }
        let title = Segment.rule(
            catalogue.text("ROUTE"),
            remark: [uncoveredSoFar(of: delivery)].compactMap { $0 } + [
                catalogue.text("e = estimated, times \(face.offsetText(now))"),
                catalogue.text("times \(face.offsetText(now))"),
            ], width: width)
        return PageBlock(title: title, panel: .plan, titleRank: 7, lines: lines)
    }

    func routeTable(_ road: [RoadLeg], of delivery: Delivery, width: Int) -> (heading: [Segment], rows: [[Segment]]) {
        pageTable(
            [
                .verbatim(""), .verbatim(""), "Entry > exit", "Out, planned", "Out now", "Consent until", "Covered",
            ],
            [.always, .always, .always, .needed(3), .needed(1), .needed(2), .always], flexible: 2,
            road.map { row(of: $0, in: delivery) }, width: width)
    }

    private func row(of leg: RoadLeg, in delivery: Delivery) -> [CellText] {
        let role: Role = leg.mark == .passed ? .dim : .text
        let mark =
            leg.mark == .here
            ? CellText(">>", .key) : CellText(leg.mark == .passed ? catalogue.text("ok") : "", .good)
        let out = leg.out.map { leg.isEstimate ? catalogue.text("e \(moment($0))") : moment($0) } ?? ""
        let isOver = leg.isEstimate && leg.mark == .here && delivery.windowOverrun != nil
        let exit = "\(leg.leg.exit)\(foreignOffset(of: leg.leg))"
        let until = leg.coverUntil.map { moment($0) } ?? Convention.noData
        return [
            mark, CellText(leg.leg.state, role),
            CellText(["\(leg.leg.entry) > \(exit)", "> \(exit)"], role),
            CellText(moment(leg.leg.until), role), CellText(out, isOver ? .warning : role),
            CellText(leg.mark == .passed ? "" : until, leg.cover.isCovered ? role : .warning),
            coverCell(leg),
        ]
    }

    private func moment(_ instant: Instant) -> String { face.moment(instant, now: now) }

    func coverCell(_ leg: RoadLeg) -> CellText {
        guard leg.mark != .passed else {
            guard leg.spent > .zero else { return CellText(catalogue.text("passed"), .dim) }
            let spent = face.age(leg.spent)
            return CellText(
                [catalogue.text("passed, \(spent) WITHOUT COVER"), catalogue.text("\(spent) UNCOVERED")], .warning)
        }
        return coverCell(leg.cover, isHere: leg.mark == .here)
    }

    /// " (+04)" where the clocks of the leg's end show another time than the screen.
    func foreignOffset(of leg: LegPlanned) -> String {
        guard let there = Zone.at(leg.exit, in: leg.state) else { return "" }
        let offset = there.offset(at: leg.until)
        return offset == zone.offset(at: leg.until) ? "" : " (\(Zone.offsetText(offset)))"
    }

    // MARK: CUSTODY

    private func custodyBand(_ delivery: Delivery, _ width: Int) -> PageBlock {
        let lines = pageLines(
            [
                (0, holderFact(delivery, width: width - 12)), (2, sightFact(delivery)), (6, trackerFact(delivery)),
                (1, reportFact(delivery)), (5, isLastKnownSaid(of: delivery) ? nil : positionFact(delivery)),
            ], width: width, isCut: true, .custody)
        let spent = face.age(delivery.custody.uncontrolled(at: now))
        let limit = face.age(delivery.custody.limit)
        let title = Segment.rule(
            catalogue.text("CUSTODY AND EYES"),
            remark: delivery.custody.gaps.isEmpty
                ? [catalogue.text("nobody may hold it \(limit) a border at most")]
                : [
                    catalogue.text("nobody held it: \(spent) so far, limit \(limit) a border"),
                    catalogue.text("nobody held it: \(spent)"),
                ], width: width)
        return PageBlock(title: title, panel: .custody, titleRank: 5, lines: lines)
    }

    /// Whether those who have eyes on it say where it was last: then it is not said once more.
    private func isLastKnownSaid(of delivery: Delivery) -> Bool {
        guard let last = delivery.lastPosition else { return false }
        return delivery.custody.sights.contains { $0.at == last.at && $0.place == last.place && $0.party == last.from }
    }

    /// Who holds it since when, and what the last handing over showed of seal and weight; the number of a seal that is the
    /// same gives way where the line is short.
    func holderFact(_ delivery: Delivery, width: Int = .max) -> Fact? {
        let custody = delivery.custody
        if delivery.end == nil, let gap = custody.openGap {
            let isLong = gap.length(at: now) > custody.limit
            return Fact(
                "Holds it",
                catalogue.text(
                    "NOBODY for \(face.age(gap.length(at: now))): \(gap.released.party) let it go \(moment(gap.released.since)) at \(gap.released.place)"
                ), isLong ? .urgent : .warning)
        }
        guard let holder = custody.holder else {
            return Fact("Holds it", catalogue.text("nobody has said so yet"), .dim)
        }
        let check = delivery.custodyCheck
        let isBad = (check?.seal == .differs || check?.isWeightDoubted == true) && check?.isSettled != true
        let elsewhere = delivery.holderElsewhere.map {
            catalogue.text("but heard of on leg \($0.leg.number), in \($0.leg.state)")
        }
        let offTheRoad = isOffTheRoad(holder.place, of: delivery) ? catalogue.text("NOT ON THE ROAD") : nil
        func words(isShort: Bool) -> String {
            [
                catalogue.text("\(holder.party) since \(moment(holder.since)) \(holder.place)"),
                sealWords(holder.seal, check, isShort: isShort), weightWords(holder.grossGrams, check),
                check?.isSettled == true ? catalogue.text("explained") : nil, elsewhere, offTheRoad,
            ].compactMap { $0 }.joined(separator: ", ")
        }
        let whole = words(isShort: false)
        return Fact(
            "Holds it", SafeText(whole).width <= width ? whole : words(isShort: true),
            isBad || elsewhere != nil || offTheRoad != nil ? .urgent : .text)
    }

    private func sealWords(_ seal: String?, _ check: CustodyCheck?, isShort: Bool) -> String? {
        guard let seal else { return nil }
        switch check?.seal {
        case .same where isShort: return catalogue.text("seal same")
        case .same: return catalogue.text("seal \(seal) same")
        case .differs: return catalogue.text("seal \(seal) DIFFERS")
        case .unknown, nil: return catalogue.text("seal \(seal)")
        }
    }

    private func weightWords(_ grams: Int64?, _ check: CustodyCheck?) -> String? {
        guard let grams else { return nil }
        let gross = "\(Quantity.kilogramsText(grams * 1_000_000)) kg"
        guard let check, let difference = check.differenceGrams else { return gross }
        let sign = difference > 0 ? "+" : difference < 0 ? "-" : ""
        let change = "\(sign)\(Quantity.kilogramsText(Int64(difference.magnitude) * 1_000_000)) kg"
        return check.isWeightDoubted
            ? catalogue.text("\(gross), \(change) DIFFERS") : catalogue.text("\(gross), \(change), ok")
    }

    func sightFact(_ delivery: Delivery) -> Fact? {
        guard delivery.end == nil else { return nil }
        if let seen = delivery.custody.sights.last(where: { !$0.isTracker }) {
            let place = seen.place.map { ", \($0)" } ?? ""
            return Fact("Eyes on", "\(seen.party) \(face.instantWithAge(min(seen.at, now), now: now))\(place)")
        }
        if let lost = delivery.custody.lastLost {
            let who = lost.sight.map { ", \($0.party)" } ?? ""
            return Fact("Eyes on", catalogue.text("NOBODY since \(moment(lost.at))\(who)"), .warning)
        }
        return Fact("Eyes on", catalogue.text("nobody has said so yet"), .dim)
    }

    func trackerFact(_ delivery: Delivery) -> Fact? {
        let seen = delivery.end == nil ? delivery.custody.sights.last { $0.isTracker } : nil
        return Fact(
            "Tracker",
            seen.map { "\(face.instantWithAge($0.at, now: now)) \($0.place ?? "")".trimmingBlanks })
    }

    /// The next report, how often, the last one, and how many came too late; silence by plan is told apart from silence.
    func reportFact(_ delivery: Delivery) -> Fact? {
        guard delivery.end == nil, let leg = delivery.currentLeg else { return nil }
        var words: [String] = []
        var role = Role.text
        switch delivery.phase(at: now) {
        case .silent(let due):
            words.append(catalogue.text("SILENT \(face.age(now - due))"))
            role = .urgent
        case .quietByPlan(let until): words.append(catalogue.text("quiet by plan until \(moment(until))"))
        default:
            if let due = delivery.reportDue {
                words.append("\(face.instantWithAge(due, now: now)) \(catalogue.text(Party.desk(leg.state).message))")
            }
        }
        words.append(leg.reportEvery.map { catalogue.text("every \($0) min") } ?? catalogue.text("no interval agreed"))
        if let last = delivery.lastHeard {
            words.append(catalogue.text("last \(face.instantWithAge(min(last, now), now: now))"))
        }
        let reports = reports(of: delivery)
        if !reports.isEmpty {
            words.append(catalogue.text("\(reports.count { $0.late != nil }) of \(reports.count) late"))
        }
        return Fact("Reports", words.joined(separator: ", "), role)
    }

    func positionFact(_ delivery: Delivery) -> Fact? {
        delivery.lastPosition.flatMap {
            Fact("Last known", "\($0.place), \(face.instantWithAge($0.at, now: now)), \($0.from)")
        }
    }

    func reports(of delivery: Delivery) -> [ReportRecord] {
        guard let history = histories[delivery.name] else { return [] }
        return Delivery.reports(in: history.entries, without: history.withdrawn)
    }
}

extension Zone {
    /// The clock of a crossing: of its town where that names a zone, else of a State that has only one. Nil where a State
    /// has several, as Russia, and the name says nothing.
    static func at(_ place: String, in state: String) -> Zone? {
        if let named = named(place), named.place != nil { return named }
        return byState[state].flatMap { named($0) }
    }

    private static let byState = [
        "KAZ": "Almaty", "UZB": "Tashkent", "KGZ": "Bishkek", "TJK": "Dushanbe", "TKM": "Ashgabat", "AZE": "Baku",
        "AFG": "Kabul", "IRN": "Tehran", "CHN": "Beijing",
    ]
}
