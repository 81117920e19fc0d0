import Model
import Screen
import Wording

/// How well watches were kept and given on, for supervisors.
package struct ShownFigures: Equatable, Sendable {
    package let turns: [HandoverFigures]
    package let from: Instant
    package let until: Instant
}

extension AppState {
    /// How far back the page looks where nothing else was asked for.
    static let figuresReach = Span.days(14)

    mutating func openFigures(_ argument: String) -> [Effect] {
        var from = now - AppState.figuresReach
        if !argument.isEmpty {
            let entry = TimeEntry(zone: zone, now: now)
            guard let day = (try? entry.instant("\(argument) 00:00", .past)) ?? (try? entry.instant(argument, .past))
            else {
                return say("“\(argument)” is no day; try “17 Oct” or “2026-10-17”.", isError: true)
            }
            from = day
        }
        figures = nil
        return open(.figures) + [.loadFigures(from: min(from, now), until: now)]
    }

    var figuresLines: [[Segment]] {
        guard !conceals else { return [] }
        guard let figures else { return [[Segment(catalogue.text("loading"), .dim)]] }
        let width = max(20, self.width - 2)
        var lines = self.lines(
            of: [
                Fact("Period", "\(time(figures.from)) – \(time(figures.until))"),
                Fact("Turns", String(figures.turns.count)),
            ], width: width)
        for sum in HandoverFigures.byOfficer(figures.turns) {
            let turns = catalogue.text("\(sum.turns, one: "%1 turn", other: "%1 turns")")
            lines.append([Segment("\(sum.officer): \(turns)", .heading)])
            lines += self.lines(of: facts(of: sum), width: width)
        }
        if !figures.turns.isEmpty { lines.append([Segment(catalogue.text("BY TURN"), .heading)]) }
        for turn in figures.turns { lines += self.lines(of: facts(of: turn), width: width) }
        return lines
    }

    private func facts(of sum: HandoverFigures.Sum) -> [Fact?] {
        var missing = [catalogue.text("\(sum.omitted) missing in hindsight")]
        if sum.foundInTime > 0 { missing.append(catalogue.text("\(sum.foundInTime) found before it was taken")) }
        if sum.learntLater > 0 { missing.append(catalogue.text("\(sum.learntLater) learnt later")) }
        return [
            Fact(
                "Handed over",
                sum.open > 0
                    ? "\(catalogue.text("\(sum.mentioned) of \(sum.open) open items")), \(percent(sum.mentioned, sum.open))"
                    : nil, sum.mentioned < sum.open ? .warning : .text),
            Fact("Missing", missing.joined(separator: ", "), sum.omitted > 0 ? .warning : .text),
            Fact("Took", durations(sum.drafting, sum.answering)),
            Fact(
                "Said back",
                sum.critical > 0 ? catalogue.text("\(sum.saidBack) of \(sum.critical) critical lines") : nil,
                sum.saidBack < sum.critical ? .warning : .text),
            Fact("Questions", sum.questions > 0 ? answers(sum.answered, sum.questions) : nil),
            Fact(
                "Alerts",
                sum.alerts > 0
                    ? acknowledgements(sum.alerts, sum.acknowledged, sum.median, sum.ninetieth) : nil),
            Fact(
                "Overdue", catalogue.text("\(sum.overdue) when the watch was given on"),
                sum.overdue > 0 ? .warning : .text),
            Fact("Late", late(sum.late, sum.entries)),
            Fact("Break-glass", sum.breakGlass > 0 ? String(sum.breakGlass) : nil, .warning),
        ]
    }

    /// One turn in one line, the figures in the order of those of an officer.
    private func facts(of turn: HandoverFigures) -> [Fact?] {
        var words = ["\(time(turn.from)) – \(time(turn.until)) \(turn.officer)", catalogue.text(turn.way.message)]
        if let open = turn.open, let mentioned = turn.mentioned {
            words.append(catalogue.text("\(mentioned) of \(open) open items"))
        }
        if turn.omitted > 0 { words.append(catalogue.text("\(turn.omitted) missing in hindsight")) }
        if turn.critical > 0 { words.append(catalogue.text("\(turn.saidBack) of \(turn.critical) critical lines")) }
        if turn.alerts > 0 {
            words.append(acknowledgements(turn.alerts, turn.acknowledged.count, turn.median, turn.ninetieth))
        }
        words.append(catalogue.text("\(turn.overdue) overdue"))
        words.append(catalogue.text("\(percent(turn.late, turn.entries)) written late"))
        return [
            Fact(
                .verbatim(turn.watch.text), words.joined(separator: ", "),
                turn.omitted > 0 || turn.way == .taken ? .warning : .text)
        ]
    }

    private func percent(_ part: Int, _ whole: Int) -> String {
        whole > 0 ? "\((part * 100 + whole / 2) / whole) %" : "–"
    }

    private func durations(_ drafting: Span?, _ answering: Span?) -> String? {
        guard let answering else { return nil }
        let written = drafting.map { catalogue.text("written in \(face.age($0))") }
        return [written, catalogue.text("taken in \(face.age(answering))")].compactMap { $0 }.joined(separator: ", ")
    }

    private func answers(_ answered: Int, _ asked: Int) -> String {
        catalogue.text("\(answered) of \(asked) questions answered")
    }

    private func acknowledgements(_ alerts: Int, _ acknowledged: Int, _ median: Span?, _ ninetieth: Span?) -> String {
        var words = [catalogue.text("\(acknowledged) of \(alerts) alerts acknowledged")]
        if let median, let ninetieth {
            words += [
                catalogue.text("half within \(face.age(median))"),
                catalogue.text("nine of ten within \(face.age(ninetieth))"),
            ]
        }
        return words.joined(separator: ", ")
    }

    private func late(_ late: Int, _ entries: Int) -> String? {
        entries > 0
            ? "\(catalogue.text("\(late) of \(entries) records written late")), \(percent(late, entries))" : nil
    }
}
