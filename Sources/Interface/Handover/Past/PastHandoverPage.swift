import Model
import Screen
import Wording

/// One handover as it was, and what is known of it now.
package struct PastHandoverPage: Equatable, Sendable {
    package let past: HandoverPast
    /// Its lines as they stood when it was offered; nil where nothing was written.
    package let told: HandoverDraft?
    package let hindsight: HandoverHindsight
    /// What certifies it; nil where no checkpoint covers it yet, or nobody took it.
    package let certificate: HandoverCertificate?
    package let phrase: ControlPhrase?

    package init(
        past: HandoverPast, told: HandoverDraft?, hindsight: HandoverHindsight,
        certificate: HandoverCertificate? = nil, phrase: ControlPhrase? = nil
    ) {
        self.certificate = certificate
        self.phrase = phrase
        self.past = past
        self.told = told
        self.hindsight = hindsight
    }
}

extension HandoverPast.Way {
    package var message: Message {
        switch self {
        case .accepted: "accepted as offered"
        case .withReservation: "accepted WITH RESERVATION"
        case .taken: "TAKEN WITHOUT ACCEPTANCE"
        case .unrelieved: "ended, nobody came"
        }
    }

    var role: Role { self == .accepted ? .text : .warning }
}

extension HandoverPast {
    /// One line for a list: which, when, from whom to whom, how.
    package func message(_ face: ClockFace, now: Instant) -> Message {
        let when = face.moment(endedAt, now: now)
        let from = watch.started.officer
        var words: Message =
            ended.relievedBy.map { "\(name.text) \(when): \(from) to \($0), \(way.message)" }
            ?? "\(name.text) \(when): \(from), \(way.message)"
        if let takenBecause { words = "\(words): \(takenBecause)" }
        if let offeredElsewhere { words = "\(words) (was offered to \(offeredElsewhere))" }
        guard let written else { return "\(words), nothing written" }
        return
            "\(words), \(written.lines.count + written.rest) lines, \(saidBack) of \(critical) critical said back"
    }
}

extension AppState {
    /// The page of one handover, in bands; broken to the width of the screen.
    var pastLines: [[Segment]] {
        guard !conceals else { return [] }
        guard let page = pastPage else { return [[Segment(catalogue.text("loading"), .dim)]] }
        let sections: [(Message, [Fact?])] = [
            ("WHAT WAS HANDED OVER", toldFacts(page)), ("DELIBERATELY NOT HANDED OVER", leftOutFacts(page)),
            ("SAID BACK", saidBackFacts(page.past)), ("ASKED", questionFacts(page.past)),
            ("IN HINDSIGHT", hindsightFacts(page)), ("ROWS OF PAPER", paperFacts(page.past)),
        ]
        var lines = self.lines(of: headFacts(page.past) + sealFacts(page), width: pageWidth)
        for (heading, facts) in sections where facts.contains(where: { $0 != nil }) {
            lines.append([Segment(catalogue.text(heading), .heading)])
            lines += self.lines(of: facts, width: pageWidth)
        }
        return lines
    }

    private var pageWidth: Int { max(20, width - 2) }

    package var pastSentences: [Message] { sentences(pastLinesUnbroken) }
    package var figuresSentences: [Message] { sentences(figuresLinesUnbroken) }

    private var pastLinesUnbroken: [[Segment]] {
        var wide = self
        wide.width = 1_000_000
        return wide.pastLines
    }

    private var figuresLinesUnbroken: [[Segment]] {
        var wide = self
        wide.width = 1_000_000
        return wide.figuresLines
    }

    private func sentences(_ lines: [[Segment]]) -> [Message] {
        lines.map { segments in
            segments.count == 2
                ? "\(segments[0].text): \(segments[1].text)" : .verbatim(segments.map(\.text).joined(separator: " "))
        }
    }

    private func headFacts(_ past: HandoverPast) -> [Fact?] {
        let handover = past.watch.handover
        let offers = handover.offers.map { "#\($0.entry) \(time($0.at)) \($0.to)" }
        return [
            Fact("Watch", "\(past.name.text), \(time(past.watch.from)) – \(time(past.endedAt))"),
            Fact("Given by", past.watch.started.officer), Fact("Taken by", past.ended.relievedBy),
            Fact("How", catalogue.text(past.way.message), past.way.role),
            Fact("Because", past.takenBecause, .warning),
            Fact(
                "Offered", past.offeredElsewhere.map { catalogue.text("to \($0), who did not take it") }, .warning),
            Fact("Reservation", past.ended.reservation, .warning), Fact("Note", past.ended.note),
            Fact("Offered", offers.isEmpty ? nil : offers.joined(separator: ", ")),
            Fact("Written in", past.drafting.map { face.age($0) }),
            Fact("Taken in", past.answering.map { face.age($0) }),
            Fact("Second", past.written?.secondPerson.map(secondPerson)), Fact("Risk", riskWords(past), .warning),
            Fact("Second", past.ended.secondPerson.map(secondPerson)), Fact("Risk", laterRiskWords(past), .warning),
        ]
            + handover.refusals.map {
                Fact("Refused", catalogue.text("\($0.by) at \(time($0.at)): \($0.reason)"), .warning)
            }
    }

    private func sealFacts(_ page: PastHandoverPage) -> [Fact?] {
        let missing = page.certificate?.missing.map(\.name) ?? []
        return [
            Fact("Control phrase", page.phrase?.text(catalogue.language)),
            Fact(
                "Signed",
                missing.isEmpty ? nil : catalogue.text("missing: \(missing.joined(separator: ", "))"), .warning),
        ]
    }

    /// What made the moment dangerous, and why it went on without a second person.
    private func riskWords(_ past: HandoverPast) -> String? {
        guard let written = past.written, !written.risks.isEmpty else { return nil }
        let then = past.offer?.at ?? past.endedAt
        let risks = written.risks.map { catalogue.text($0.message(face, now: then)) }.joined(separator: "; ")
        return written.riskReason.map { "\(risks): \($0)" } ?? risks
    }

    /// What became dangerous between the offer and the acceptance.
    private func laterRiskWords(_ past: HandoverPast) -> String? {
        guard !past.ended.risks.isEmpty else { return nil }
        let risks = past.ended.risks.map { catalogue.text($0.message(face, now: past.endedAt)) }.joined(separator: "; ")
        let words = catalogue.text("since the offer: \(risks)")
        return past.ended.riskReason.map { "\(words): \($0)" } ?? words
    }

    /// A name, marked where nobody here knows it.
    private func secondPerson(_ name: String) -> String {
        board.knowsPerson(name) ? name : catalogue.text("\(name) (this name is not known here)")
    }

    private func toldFacts(_ page: PastHandoverPage) -> [Fact?] {
        guard let told = page.told, let offer = page.past.offer else {
            return [Fact(.verbatim("-"), catalogue.text("Nothing was written."), .warning)]
        }
        let lines = told.lines.map { line -> Fact? in
            if let hidden = hidden(line.key.subject) { return Fact(line.severity.message, hidden, .dim) }
            var words = itemWords(line.item, at: offer.at)
            if let due = line.item.due { words += ", \(time(due))" }
            if let note = line.note { words += words.isEmpty ? note : "; \(note)" }
            for pair in line.ifThen { words += "; \(catalogue.text("if \(pair.condition), then \(pair.action)"))" }
            return Fact(line.severity.message, words, line.severity == .critical ? .urgent : .text)
        }
        let rest = page.past.written?.rest ?? 0
        return lines
            + [
                rest > 0
                    ? Fact(
                        HandoverSeverity.stable.message,
                        catalogue.text("and \(rest) more lines, as the log had them")) : nil
            ]
    }

    /// What stands in place of the words about a subject that this officer may not read; nil where they may.
    private func hidden(_ name: SubjectName) -> String? {
        withholdsRecords(of: name) ? "\(shownName(name)) \(catalogue.text(withheldWords(of: name)))" : nil
    }

    private func hidden(_ item: String?) -> String? {
        item.flatMap { HandoverItem.Key($0) }.flatMap { hidden($0.subject) }
    }

    private func leftOutFacts(_ page: PastHandoverPage) -> [Fact?] {
        page.told?.leftOut.map { line in
            if let hidden = hidden(line.key.subject) { return Fact(.verbatim(line.key.subject.text), hidden, .dim) }
            return Fact(
                .verbatim(line.key.subject.text),
                "\(itemWords(line.item, at: page.past.offer?.at ?? now)): \(line.leftOut ?? "")")
        } ?? []
    }

    /// An item that the board of then does not know is told by its key.
    private func itemWords(_ item: HandoverItem, at then: Instant) -> String {
        if item.key.isPointer { return catalogue.text(item.key.pointerMessage) }
        let words = catalogue.text(item.message(face, now: then))
        return words.isEmpty ? item.key.isOwn ? "" : item.key.text : words
    }

    private func saidBackFacts(_ past: HandoverPast) -> [Fact?] {
        let critical = (past.written?.critical ?? []).map { ($0.item, past.saidBack($0)) }
        // What became critical after the offer, and what was left out, is said back like the others.
        return (critical + past.saidBesides.map { ($0.item, $0) }).map { item, said in
            if let hidden = hidden(item) { return Fact(.verbatim(item), hidden, .dim) }
            if let said { return Fact(.verbatim(item), "“\(said.text)” \(said.by) \(time(said.at))") }
            return past.ended.offer == nil
                ? Fact(.verbatim(item), catalogue.text("NOT SAID BACK"), .warning)
                : Fact(.verbatim(item), catalogue.text("settled before it was accepted"), .dim)
        }
    }

    private func questionFacts(_ past: HandoverPast) -> [Fact?] {
        past.watch.handover.questions.flatMap { question -> [Fact?] in
            if let hidden = hidden(question.asked.item) { return [Fact(.verbatim(question.by), hidden, .dim)] }
            let about = question.asked.item.map { "\($0): " } ?? ""
            let answer = question.answer.map { "\($0.text) (\($0.by) \(time($0.at)))" }
            return [
                Fact(.verbatim(question.by), "\(about)\(question.asked.text) (\(time(question.at)))"),
                Fact("Answer", answer ?? catalogue.text("NO ANSWER"), answer == nil ? .warning : .text),
            ]
        }
    }

    private func hindsightFacts(_ page: PastHandoverPage) -> [Fact?] {
        let hindsight = page.hindsight
        let then = page.past.endedAt
        var facts: [Fact?] = hindsight.omitted.map {
            Fact("Not said", hidden($0.key.subject) ?? "\(itemWords($0, at: then)) (\($0.key.text))", .warning)
        }
        let said = Set(page.past.saidBesides.map(\.item))
        facts += hindsight.cameUp.filter { !said.contains($0.key.text) }.map {
            Fact("Came up", hidden($0.key.subject) ?? "\(itemWords($0, at: then)) (\($0.key.text))")
        }
        facts += hindsight.learntLater.map { entry in
            let words = hidden(entry.subject) ?? catalogue.text(entry.message(face, now: now))
            return Fact(
                "Known later",
                catalogue.text(
                    "#\(Int(entry.index)) \(entry.subject.text) of \(time(entry.at)), learnt \(time(entry.learnt)): \(words)"
                ))
        }
        if facts.isEmpty {
            facts = [Fact(.verbatim("+"), catalogue.text("Nothing was missing, as far as the log knows."))]
        }
        if hindsight.isPartial {
            facts.append(
                Fact(
                    .verbatim("!"), catalogue.text("So much was open that not all of it could be looked at."), .warning)
            )
        }
        return facts
    }

    private func paperFacts(_ past: HandoverPast) -> [Fact?] {
        past.watch.paper.inOrder.map { row in
            let words = row.about.map { catalogue.text("about \($0.text)") } ?? row.text ?? ""
            return Fact(
                .verbatim(String(row.row)),
                catalogue.text(
                    "\(time(row.at)) \([row.who, words].compactMap { $0 }.joined(separator: ": ")), entered \(time(row.learnt)) by \(row.by)"
                ))
        }
    }
}
