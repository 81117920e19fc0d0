import Model
import Screen
import Wording

/// The tabs behind the page for the night: everything that is known, to be scrolled.
extension AppState {
    private func dayHeading(_ title: Message, _ width: Int) -> [Segment] {
        Segment.rule(catalogue.text(title), width: width)
    }

    private func factLines(_ facts: [Fact?], _ width: Int) -> [[Segment]] { lines(of: facts, width: width) }

    private func dayLine(_ words: Message, _ role: Role = .dim) -> [[Segment]] {
        [[Segment(catalogue.text(words), role)]]
    }

    // MARK: Plan

    func planLines(of delivery: Delivery, width: Int) -> [[Segment]] {
        let opened = delivery.opened
        var lines = factLines(
            [
                Fact("Goods", "\(opened.goods), \(catalogue.text(delivery.method.message))"),
                Fact("In", opened.conveyance), Fact("Asked by", opened.initiator),
            ]
                + delivery.checks.map {
                    Fact("Checked", $0.text, $0.isClear ? .text : .warning)
                } + planFacts(of: delivery)
                + [
                    Fact(
                        "Ended",
                        delivery.end.map {
                            "\(time($0.at)): \(catalogue.text($0.ended.outcome.message)) \($0.ended.note ?? "")"
                        })
                ], width)
        let road = delivery.road(at: now)
        if !road.isEmpty {
            let (head, rows) = routeTable(road, of: delivery, width: width)
            lines += [dayHeading("ROUTE", width), head] + rows
            lines += factLines(delivery.legs.map { legFact($0, in: delivery) } + offTheRoadFacts(of: delivery), width)
        }
        if !delivery.decisions.isEmpty {
            lines.append(dayHeading("DECISIONS", width))
            lines += factLines(
                delivery.decisions.map { decision in
                    let decided = decision.decided
                    let options =
                        decided.options.isEmpty
                        ? "" : "; \(catalogue.text("instead of: \(decided.options.joined(separator: ", "))"))"
                    return Fact(
                        .verbatim(face.moment(decision.at, now: now)),
                        "\(decided.decidedBy): \(decided.text). \(catalogue.text("Because: \(decided.reason)"))\(options); \(catalogue.text("known up to #\(Int(decided.knownTo))"))"
                    )
                }, width)
        }
        return lines + aftermath(of: delivery, width: width)
    }

    private func legFact(_ leg: LegPlanned, in delivery: Delivery) -> Fact? {
        let doubts = crossingDoubts(of: leg, in: delivery)
        let words = [
            "\(leg.entry) > \(leg.exit)\(foreignOffset(of: leg))",
            leg.lead.map { catalogue.text("lead \($0)") },
            leg.reportEvery.map { catalogue.text("reports every \($0) min") } ?? catalogue.text("no interval agreed"),
            leg.quietUntil.map { catalogue.text("quiet by plan until \(time($0))") },
            leg.notice.map { catalogue.text("wants to be asked \(face.age($0)) before its consent ends") },
            leg.method.map { catalogue.text($0.message) },
        ]
        return Fact(
            .verbatim("\(leg.number) \(leg.state)"), (words.compactMap { $0 } + doubts).joined(separator: ", "),
            doubts.isEmpty ? .text : .warning)
    }

    private func aftermath(of delivery: Delivery, width: Int) -> [[Segment]] {
        var lines: [[Segment]] = []
        if !delivery.formalRequests.isEmpty {
            lines.append(dayHeading("FORMAL REQUESTS", width))
            lines += factLines(
                delivery.formalRequests.map { request in
                    let sent = request.sent
                    let answer =
                        request.answered.map {
                            catalogue.text($0.isGranted ? "granted: \($0.text)" : "REFUSED: \($0.text)")
                        } ?? sent.due.map { dueText($0, isAwaited: true) } ?? catalogue.text("asked, no answer")
                    return Fact(
                        .verbatim(sent.number),
                        "\(catalogue.text(sent.matter.message)), \(sent.from) > \(sent.to), \(answer)")
                }, width)
        }
        if !delivery.investigations.isEmpty {
            lines.append(dayHeading("OTHER INQUIRIES", width))
            lines += factLines(
                delivery.investigations.map {
                    Fact(
                        .verbatim($0.state),
                        [catalogue.text($0.sort.message), $0.authority, $0.number, $0.text].compactMap { $0 }.joined(
                            separator: ", "))
                }, width)
        }
        if let debrief = delivery.debrief {
            lines.append(dayHeading("DE-BRIEF", width))
            lines += factLines(
                [Fact("What", debrief.text)] + debrief.lessons.map { Fact("Next time", $0) }, width)
        }
        return lines
    }

    // MARK: Consents

    func consentLines(of delivery: Delivery, width: Int) -> [[Segment]] {
        let (head, rows) = consentTable(delivery, width: width)
        guard !rows.isEmpty || !delivery.requests.sent.isEmpty else {
            return dayLine("No road is planned and nobody was asked yet.")
        }
        var lines = [head] + rows
        lines += factLines(
            delivery.consents.all.flatMap { consent in
                consent.given.conditions.map {
                    Fact(.verbatim(consent.given.state), catalogue.text("on condition: \($0)"))
                }
            }
                + delivery.statesWithoutLeg.map {
                    Fact(.verbatim($0), catalogue.text("no leg goes through it: its consent covers nothing"), .warning)
                }
                + delivery.consents.refusals.sorted { $0.key < $1.key }.map { state, refused in
                    Fact(
                        .verbatim(state),
                        catalogue.text(
                            "REFUSED by \(refused.refused.authority): \(refused.refused.reason ?? Convention.noData)"),
                        .urgent)
                }, width)
        guard !delivery.requests.sent.isEmpty else { return lines }
        lines.append(dayHeading("WHAT WAS ASKED", width))
        return lines + factLines(delivery.requests.sent.map { requestFact($0) }, width)
    }

    private func requestFact(_ request: Requests.Sent) -> Fact? {
        let sent = request.sent
        let isOpen = request.isOpen
        let confirmed =
            request.acknowledged.map { catalogue.text("they have it since \(time($0.at)), \($0.by)") }
            ?? (isOpen ? catalogue.text("not confirmed, due \(dueText(request.confirmBy, isAwaited: true))") : nil)
        let answered =
            request.answered.map { catalogue.text("decided \(time($0))") }
            ?? (isOpen ? sent.answerBy.map { catalogue.text("answer due \(dueText($0, isAwaited: true))") } : nil)
        let words = [
            time(request.at), sent.channel, sent.number, request.isSuperseded ? catalogue.text("superseded") : nil,
            confirmed,
            answered, sent.text,
        ]
        let isLate =
            isOpen
            && ((request.acknowledged == nil && request.confirmBy < now) || (sent.answerBy ?? .distantFuture) < now)
        return Fact(
            .verbatim(sent.state), words.compactMap { $0 }.joined(separator: ", "),
            isLate ? .warning : isOpen ? .text : .dim)
    }

    // MARK: Custody and surveillance

    func custodyLines(of delivery: Delivery, width: Int) -> [[Segment]] {
        var lines = factLines(
            [
                holderFact(delivery), sightFact(delivery), trackerFact(delivery), positionFact(delivery),
                Fact(
                    "Limit",
                    catalogue.text(
                        "nobody may hold it \(face.age(delivery.custody.limit)) a border, in all so far \(face.age(delivery.custody.uncontrolled(at: now)))"
                    )),
            ], width)
        if !delivery.custody.gaps.isEmpty {
            let (head, rows) = gapTable(delivery, width: width)
            lines += [dayHeading("HANDED OVER", width), head] + rows
        }
        if !delivery.custody.mismatches.isEmpty {
            lines.append(dayHeading("DOES NOT MATCH", width))
            lines += factLines(delivery.custody.mismatches.map { mismatchFact($0, in: delivery) }, width)
        }
        if !delivery.custody.sights.isEmpty {
            lines.append(dayHeading("IN SIGHT OF", width))
            lines += factLines(
                delivery.custody.sights.reversed().map {
                    Fact(.verbatim($0.party), "\(face.instantWithAge($0.at, now: now)) \($0.place ?? "")")
                }, width)
        }
        return lines
    }

    private func gapTable(_ delivery: Delivery, width: Int) -> (heading: [Segment], rows: [[Segment]]) {
        pageTable(
            ["Let go", "Taken over", "Nobody", "Seal", "kg"],
            [.always, .always, .always, .needed(1), .needed(2)], flexible: 0,
            delivery.custody.gaps.map { gap in
                let length = gap.length(at: now)
                let released = gap.released
                let accepted = gap.accepted
                let isLong = length > delivery.custody.limit
                let before = "\(face.moment(released.since, now: now)) \(released.party)"
                let mine = delivery.custody.mismatches.filter { $0.entry == accepted?.entry }
                let seal: String =
                    released.seal == nil || accepted?.seal == nil
                    ? Convention.noData
                    : mine.contains { if case .seal = $0 { true } else { false } }
                        ? catalogue.text("DIFFERS") : catalogue.text("same")
                let difference = released.grossGrams.flatMap { before in accepted?.grossGrams.map { $0 - before } }
                return [
                    CellText(["\(before), \(released.place)", before]),
                    CellText(
                        accepted.map { "\(face.moment($0.since, now: now)) \($0.party)" }
                            ?? catalogue.text("nobody yet")),
                    CellText(face.age(length), isLong ? .urgent : accepted == nil ? .warning : .text),
                    CellText(seal, seal == catalogue.text("DIFFERS") ? .warning : .text),
                    CellText(
                        difference.map {
                            "\($0 > 0 ? "+" : $0 < 0 ? "-" : "")\(Quantity.kilogramsText(Int64($0.magnitude) * 1_000_000))"
                        } ?? Convention.noData),
                ]
            }, width: width)
    }

    private func mismatchFact(_ mismatch: Custody.Mismatch, in delivery: Delivery) -> Fact? {
        let words: Message =
            switch mismatch {
            case .seal(let released, let accepted, _): "seal let go with \(released), taken over with \(accepted)"
            case .weight(let released, let accepted, _):
                "\(Quantity.kilogramsText(released * 1_000_000)) kg let go, \(Quantity.kilogramsText(accepted * 1_000_000)) kg taken over"
            case .holder(let released, let holder, _): "let go by \(released), and \(holder) had it"
            case .tooLong(let released, let accepted, let over, _):
                "nobody held it \(face.age(over)) longer than agreed, between \(released.party) and \(accepted.party)"
            case .order(let earlier, let later, _):
                "\(earlier.party) acted at \(face.moment(earlier.since, now: now)), before \(later.party) at \(face.moment(later.since, now: now))"
            }
        let explained = delivery.settled[mismatch.entry].map {
            "; \(catalogue.text("explained by \($0.from): \($0.text)"))"
        }
        return Fact(
            .verbatim("#\(mismatch.entry)"), catalogue.text(words) + (explained ?? ""),
            explained == nil ? .urgent : .dim)
    }

    // MARK: Reports

    func reportLines(of delivery: Delivery, width: Int) -> [[Segment]] {
        var lines = factLines([reportFact(delivery), positionFact(delivery)], width)
        for ladder in delivery.callLadders(at: now, responsible: responsibleOnCall) {
            lines += factLines(ladderFacts(ladder, of: delivery).map(\.1), width)
        }
        let reports = reports(of: delivery)
        guard !reports.isEmpty else { return lines + dayLine("no report yet") }
        let (head, rows) = reportTable(reports.reversed(), width: width)
        return lines + [dayHeading("HEARD, newest first", width), head] + rows
    }

    // MARK: Evidence

    func evidenceLines(of delivery: Delivery, width: Int) -> [[Segment]] {
        guard !delivery.exhibits.isEmpty else { return dayLine("no exhibit yet") }
        let (head, rows) = exhibitTable(delivery, width: width)
        var lines = [head] + rows
        let doubts = doubtFacts(of: delivery)
        if !doubts.isEmpty { lines += [dayHeading("DOES NOT MATCH", width)] + factLines(doubts, width) }
        for exhibit in delivery.exhibits {
            lines.append(Segment.rule(exhibit.registered.exhibit, width: width))
            lines += factLines(facts(of: exhibit), width)
        }
        return lines
    }

    private func facts(of exhibit: Exhibit) -> [Fact?] {
        let weights = Weighing.allCases.map { weighing -> Fact? in
            let all = (exhibit.weights[weighing] ?? []).map { "\(words(of: $0.quantity)), \($0.by), \(time($0.at))" }
            return Fact(
                weighing.message, all.isEmpty ? Convention.noData : all.joined(separator: "; "),
                all.isEmpty ? .dim : .text)
        }
        let registered = exhibit.registered
        return [
            Fact("What", words(of: registered.item)),
            Fact(
                "Registered",
                [registered.state, registered.place, time(exhibit.at)].compactMap { $0 }.joined(separator: ", ")),
        ] + weights + [
            Fact("Seals", exhibit.seals.joined(separator: " > ")), Fact("With", exhibit.holder),
            Fact(
                "Persons",
                registered.payloads.isEmpty
                    ? nil : catalogue.text("\(registered.payloads.count) kept apart, :raw shows the hashes")),
        ]
            + exhibit.transfers.map {
                Fact("Handed on", "\($0.transferred.from) > \($0.transferred.to), \(time($0.at))")
            }
            + exhibit.records.map { record in
                let hash = record.raw.map { ", SHA-256 \($0)" } ?? ""
                return Fact(record.sort.message, "\(record.reference): \(record.result ?? Convention.noData)\(hash)")
            }
    }

    // MARK: Checklist, agreed, contacts, names

    func checklistLines(of delivery: Delivery, width: Int) -> [[Segment]] {
        var lines: [[Segment]] = []
        for checklist in delivery.checklists {
            let open = checklist.open(startingAt: delivery.startsAt)
            let adopted = checklist.adopted
            let words: Message = "version \(adopted.version), \(open.count) of \(adopted.items.count) not done"
            lines.append(Segment.rule(adopted.procedure, remark: [catalogue.text(words)], width: width))
            lines += adopted.items.enumerated().flatMap { place, item -> [[Segment]] in
                let due = open.first { $0.step == place + 1 }?.due
                let done = checklist.done[place + 1]
                let isLate = done == nil && (due ?? .distantFuture) <= now
                let when = due.map { dueText($0, isAwaited: true) }
                let tail = done.map { "\($0.by), \(time($0.at)) \($0.note ?? "")".trimmingBlanks } ?? when
                let text = "\(done == nil ? "[ ]" : "[x]") \(item.text)" + (tail.map { " (\($0))" } ?? "")
                return SafeText(text).wrapped(to: width).map {
                    [Segment($0.plain, done != nil ? .dim : isLate ? .warning : .text)]
                }
            }
        }
        for intervention in delivery.interventions(at: now) {
            lines.append(dayHeading("\(intervention.situation.message): WHAT WAS AGREED", width))
            lines += self.lines(of: intervention, isFirst: false, width: width).map(\.segments)
        }
        return lines.isEmpty ? dayLine("no procedure was taken over yet") : lines
    }

    func contingencyLines(of delivery: Delivery, width: Int) -> [[Segment]] {
        var lines: [[Segment]] = []
        for intervention in delivery.interventions(at: now) where intervention.open != nil {
            lines.append(dayHeading("\(intervention.situation.message): WHAT WAS AGREED", width))
            lines += self.lines(of: intervention, isFirst: false, width: width).map(\.segments)
        }
        for agreed in delivery.exceptions.agreed {
            lines.append(dayHeading("IF IT COMES TO “\(agreed.situation.message)”", width))
            let leg = agreed.leg.flatMap { number in delivery.legs.first { $0.number == number } }
            lines += factLines(
                [
                    Fact("Decides", agreed.decides),
                    Fact("Where", leg.map { "\($0.number) \($0.state)" } ?? catalogue.text("on every leg")),
                ] + agreed.steps.enumerated().map { Fact(.verbatim("\($0.offset + 1)"), $0.element) } + [
                    Fact("Tell", agreed.tell.joined(separator: ", "))
                ], width)
        }
        if !delivery.exceptions.past.isEmpty {
            lines.append(dayHeading("WHAT IS OVER", width))
            lines += factLines(
                delivery.exceptions.past.map { ended in
                    let open = ended.exception
                    return Fact(
                        .verbatim(face.moment(open.at, now: now)),
                        "\(catalogue.text(open.entered.exception.message)), \(open.entered.from): \(open.entered.text); \(catalogue.text("over \(time(ended.at))"))"
                    )
                }, width)
        }
        return lines.isEmpty ? dayLine("Nothing was agreed beforehand.") : lines
    }

    func contactLines(of delivery: Delivery, width: Int) -> [[Segment]] {
        var lines = contactTable(delivery.contacts(responsible: responsibleOnCall, at: now), width: width)
        for ladder in delivery.callLadders(at: now, responsible: responsibleOnCall) {
            lines.append(dayHeading("STEP BY STEP", width))
            lines += factLines(ladderFacts(ladder, of: delivery).map(\.1), width)
        }
        guard !delivery.exceptions.calls.isEmpty else { return lines }
        lines.append(dayHeading("CALLS", width))
        return lines
            + factLines(
                delivery.exceptions.calls.reversed().map { call in
                    let note = call.note.map { ": \($0)" } ?? ""
                    return Fact(
                        .verbatim(call.party),
                        "\(time(call.at)), \(catalogue.text(call.outcome.message)), \(call.by)\(note)")
                }, width)
    }

    func entityLines(of delivery: Delivery, width: Int) -> [[Segment]] {
        var seals: [String] = []
        var all: [String?] = [delivery.preparation?.prepared.seal]
        for gap in delivery.custody.gaps { all += [gap.released.seal, gap.accepted?.seal] }
        all.append(delivery.custody.holder?.seal)
        for exhibit in delivery.exhibits { all += exhibit.seals }
        for seal in all.compactMap({ $0 }) where !seals.contains(seal) { seals.append(seal) }
        var parties: [String] = []
        var named: [String] = []
        for gap in delivery.custody.gaps { named += [gap.released.party, gap.accepted?.party].compactMap { $0 } }
        named += delivery.custody.sights.map(\.party) + reports(of: delivery).map(\.report.from)
        named += delivery.legs.compactMap { leg in leg.lead.map { "\(leg.state) \($0)" } }
        for party in named where !parties.contains(party) { parties.append(party) }
        let links = delivery.trail.links
        let facts: [Fact?] =
            [
                Fact("Goods", delivery.opened.goods), Fact("In", delivery.opened.conveyance),
            ] + knownFacts(of: delivery)
            + [
                Fact("Tracker", delivery.preparation?.prepared.tracker),
                Fact("States", delivery.states.joined(separator: ", ")),
                Fact("Crossings", delivery.legs.map { "\($0.entry) > \($0.exit)" }.joined(separator: ", ")),
                Fact("Seals", seals.joined(separator: ", ")), Fact("Parties", parties.joined(separator: ", ")),
            ] + links.linked.map { Fact("Linked", "\(shownName($0.name)), \($0.by), \(time($0.at)): \($0.why)") }
            + matchFacts(of: delivery.name)
        return factLines(facts, width)
    }
}
