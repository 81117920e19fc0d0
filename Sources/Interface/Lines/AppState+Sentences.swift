import Model
import Screen
import Wording

/// What the plain mode says: the important word first, everything in words.
extension AppState {
    /// What needs somebody, as line 3 has it; nobody can take a watch of the past.
    var shownNeeds: [Headline] {
        board.needs(at: now, for: isReviewing ? nil : ownOfficer).filter { need in
            if isReviewing, case .nobodyHasTheWatch = need { false } else { true }
        }
    }

    /// The officer who can do something here; nil where nothing can be written.
    var ownOfficer: String? { isReadOnly ? nil : officer }

    func needSentence(_ need: Headline) -> Message {
        let words = words(of: need)
        return need.priority.map { "NOW \($0). \(words)" } ?? "NOW. \(words)"
    }

    /// Mode first, then whose time it is.
    var modeSentence: Message {
        let word: Message = isVisitor ? "\(modeWord.0), VISITOR" : modeWord.0
        let time = "\(face.dateLine(now)) \(face.zonedTime(now))"
        switch mode {
        case .review: return "\(word). The board as it was known at \(time). Nothing can be written."
        case .frozen: return "\(word). The board of \(time). “freeze” lets it run again."
        case .live: break
        }
        guard board.isExercise else { return "\(word). \(time)." }
        let speed: Message = board.clock.speed == 0 ? "paused" : "x\(decimal: board.clock.speed.speedText)"
        if isVisitor { return "\(word), NOT REAL. \(time), \(speed)." }
        return "\(word), NOT REAL. \(board.clock.title ?? ""). \(time), \(speed)."
    }

    /// The figures of the board in words.
    var figuresSentence: Message {
        let waiting = board.unacknowledged(at: now)?.count ?? 0
        let running = Message.plural(
            board.tally.open(.deliveries), one: "%1 delivery running", other: "%1 deliveries running")
        let open = Message.plural(board.openAlertCount(at: now), one: "%1 alert open", other: "%1 alerts open")
        let shelved = board.shelvedAlertCount(at: now)
        let watch: Message =
            board.watch.map { conceals ? servedTime(of: $0) : "on watch: \($0.started.officer)" }
            ?? "nobody has the watch"
        return "\(waiting) not acknowledged, \(open), \(shelved) shelved, \(running); \(watch)"
    }

    /// A list's title and the remark that belongs to it, such as the age of what it shows.
    func titleSentence(of panel: PanelID) -> Message {
        let title = title(of: panel)
        let lead = title.leads.first ?? .verbatim("")
        return title.remarks.first.map { "\(lead); \($0)" } ?? lead
    }

    /// The name of the screen.
    var screenName: Message {
        switch screen {
        case .board: "Board"
        case .alerts: "Alerts"
        case .deliveries: "Deliveries"
        case .subject(let name): .verbatim(name.text)
        case .log: "Log"
        case .watch: "Watch"
        case .officers: "Officers"
        case .handover: "Handover"
        case .health: "Alarm health"
        case .pastHandover(let name): "Handover of \(name.text)"
        case .figures: "Figures of handovers"
        case .directory: "Directory"
        case .directoryState(let state): "Directory, \(state)"
        case .directoryEntry(let key): "Directory, \(key.description)"
        case .state(let state): .verbatim(state)
        }
    }

    /// The row under the cursor.
    var currentItem: PanelItem? {
        guard let cursor = lists[focusedPanel]?.cursor else { return nil }
        let items = items(of: focusedPanel)
        return items.indices.contains(cursor) ? items[cursor] : nil
    }

    func sentence(of item: PanelItem) -> Message {
        if conceals { return concealedSentence(of: item) }
        if let name = row(item).subject, withholdsRecords(of: name), withholds(name) || row(item).entry != nil {
            return "\(shownName(name)), \(withheldWords(of: name))"
        }
        switch item {
        case .alert(let alert): return sentence(of: alert)
        case .fold(let fold): return "\(fold.all.count) alike: \(sentence(of: fold.first))"
        case .delivery(let delivery): return sentence(of: delivery)
        case .agenda(let item): return sentence(of: item)
        case .entry(let entry, let withSubject, let isStruck):
            return sentence(of: entry, withSubject: withSubject, isStruck: isStruck)
        case .run(let run): return message(of: run)
        case .line(let line): return line.sentence
        case .officer(let officer): return sentence(of: officer)
        case .fact(_, let segments):
            return .verbatim(segments.map(\.text).filter { !$0.isEmpty }.joined(separator: ": "))
        }
    }

    private func sentence(of officer: Officer) -> Message {
        let words: Message =
            "\(officer.shownName) (\(officer.id)), \(officer.roles.message), \(standing(of: officer).longest)"
        let places = consoles(of: officer).longest
        return places.isEmpty ? words : "\(words), signed on at \(places)"
    }

    // MARK: Alerts

    private func sentence(of alert: Alert) -> Message {
        let raised = alert.raised
        let headline = alert.heading(in: catalogue.language.rawValue)
        let text = headline.hasPrefix(raised.source) ? headline : "\(raised.source) \(headline)"
        let age = face.age(max(now - alert.learnt, .zero), .wide)
        let words: Message =
            "alert \(alert.name.short), priority \(alert.priority), \(standing(of: alert)), \(age): \(text)"
        return raised.near.map { "\(words), near \($0.short)" } ?? words
    }

    private func standing(of alert: Alert) -> Message {
        switch alert.status(at: now) {
        case .unacknowledged where alert.isExpired(at: now): return "EXPIRED"
        case .unacknowledged: return "NOT ACKNOWLEDGED"
        case .shelved(let until): return "shelved until \(face.moment(until, now: now))"
        case .closed: return "closed"
        case .acknowledged:
            let by = alert.acknowledgement?.by ?? ""
            guard let due = alert.due else { return "acknowledged by \(by)" }
            return due < now
                ? "ANSWER LATE by \(face.age(now - due, .wide))"
                : "acknowledged by \(by), answer due \(face.moment(due, now: now))"
        }
    }

    // MARK: Deliveries

    private func sentence(of delivery: Delivery) -> Message {
        let priority = delivery.opened.priority
        let place = delivery.lastPlace ?? delivery.currentLeg?.entry ?? delivery.opened.goods
        let state = delivery.currentLeg?.state ?? delivery.opened.initiator
        return
            "delivery \(delivery.name.short), priority \(priority), \(standing(of: delivery)): \(leg(of: delivery))\(place), \(state); \(contact(with: delivery))"
    }

    private func standing(of delivery: Delivery) -> Message {
        if case .silent(let due) = delivery.phase(at: now) { return "SILENT for \(face.age(now - due, .wide))" }
        if let overrun = delivery.windowOverrun { return "OVER the plan by \(face.age(overrun, .wide))" }
        switch delivery.phase(at: now) {
        case .planned: return "planned"
        case .quietByPlan(let until): return "quiet by plan until \(face.moment(until, now: now))"
        case .ended: return "ended"
        case .underWay, .silent: return "under way"
        }
    }

    private func leg(of delivery: Delivery) -> Message {
        guard let leg = delivery.currentLeg, delivery.legs.count > 1,
            let place = delivery.legs.firstIndex(where: { $0.number == leg.number })
        else { return .verbatim("") }
        return "leg \(place + 1) of \(delivery.legs.count), "
    }

    private func contact(with delivery: Delivery) -> Message {
        let heard: Message =
            delivery.lastReport.map {
                "last heard \(face.moment($0.at, now: now)), \(face.convention.ago(now - $0.at, .wide))"
            }
            ?? "nothing heard yet"
        guard let due = delivery.reportDue else { return heard }
        return due < now
            ? "\(heard); report was due \(face.moment(due, now: now))"
            : "\(heard); next report due \(face.moment(due, now: now)), \(face.convention.ahead(due - now, .wide))"
    }

    // MARK: What is due, and records

    private func sentence(of item: AgendaItem) -> Message {
        let time = "\(face.moment(item.instant, now: now)), \(face.convention.ahead(item.instant - now, .wide))"
        return item.subject.spokenNumber.isEmpty
            ? "\(time): \(item.matter.message)" : "\(time): \(item.subject.short), \(item.matter.message)"
    }

    private func sentence(of entry: Entry, withSubject: Bool, isStruck: Bool) -> Message {
        let time = face.moment(entry.learnt, now: now)
        let words = entry.message(face, now: now)
        let lead: Message =
            withSubject ? "#\(Int(entry.index)), \(time), \(entry.subject.text)" : "#\(Int(entry.index)), \(time)"
        let line: Message = isStruck ? "WITHDRAWN, \(lead): \(words)" : "\(lead): \(words)"
        if entry.precision == .day { return "\(line), happened \(face.dayAlone(entry.at, now: .distantFuture))" }
        return entry.lateness == nil ? line : "\(line), happened \(face.moment(entry.at, now: now))"
    }

    // MARK: Pages

    /// Every fact of a subject, one a line: the name of the field, then what stands in it.
    func pageLines(of name: SubjectName) -> [Message] {
        var page = self
        page.screens.append(.subject(name))
        // Nothing is broken here: lines are broken where they are said.
        page.isZoomed = true
        page.width = 1_000_000
        var lines: [Message] = [heading(of: name)]
        for segments in page.factLines {
            if segments.count == 2 {
                lines.append("\(segments[0].text): \(segments[1].text)")
            } else if segments.count == 1 {
                lines.append(.verbatim(segments[0].text))
            }
        }
        guard let delivery = delivery(name) else { return lines }
        return lines + delivery.legs.map { leg in sentence(of: leg, in: delivery) }
    }

    /// The figures of the alerts, a sentence each.
    package var healthSentences: [Message] {
        var page = self
        page.width = 1_000_000
        return page.healthLines.map { segments in
            segments.count == 2
                ? "\(segments[0].text): \(segments[1].text)" : .verbatim(segments.map(\.text).joined(separator: " "))
        }
    }

    private func heading(of name: SubjectName) -> Message {
        if let delivery = delivery(name) {
            return "\(name.text), priority \(delivery.opened.priority), \(standing(of: delivery))"
        }
        if let alert = alert(name) { return "\(name.text), priority \(alert.priority), \(standing(of: alert))" }
        return .verbatim(name.text)
    }

    private func sentence(of leg: LegPlanned, in delivery: Delivery) -> Message {
        let isCurrent = leg.number == delivery.currentLegNumber
        let isPast = leg.number < (delivery.currentLegNumber ?? 0)
        let word: Message = isCurrent ? "the load is here" : isPast ? "passed" : "to come"
        let from = face.moment(leg.from, now: now)
        let until = face.moment(leg.until, now: now)
        let line: Message =
            "leg \(leg.number), \(leg.state), \(word): \(leg.entry) to \(leg.exit), planned \(from) to \(until)"
        guard isCurrent, let estimate = delivery.exitEstimate else { return line }
        return "\(line), leaves about \(face.moment(estimate, now: now))"
    }
}
