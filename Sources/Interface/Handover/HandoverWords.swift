import Model
import Screen
import Wording

extension AppState {
    /// What a line of a handover is about, in one sentence.
    ///
    /// - Parameter instant: as it read then; nil for now
    func words(of line: HandoverDraft.Line, at instant: Instant? = nil) -> Message {
        if line.key.isOwn { return .verbatim(line.note ?? "") }
        return words(of: line.item, at: instant)
    }

    func words(of item: HandoverItem, at instant: Instant? = nil) -> Message {
        let name = item.key.subject
        if withholdsRecords(of: name) { return "\(shownNumber(name)) \(withheldWords(of: name))" }
        // The log has nothing of the kind any more.
        if case .own = item.matter { return "\(name.short) \(item.key.topic): settled since it was offered" }
        return item.message(face, now: instant ?? now)
    }

    /// By what a line of the offer is settled, as far as the newest records tell.
    func settledWords(of key: HandoverItem.Key, _ page: HandoverPage) -> Message {
        guard let entry = page.settlings[key.text] else { return "settled since it was offered" }
        let time = face.moment(entry.learnt, now: now)
        if withholdsRecords(of: key.subject) { return "settled \(time) by #\(Int(entry.index))" }
        return "settled \(time) by #\(Int(entry.index)): \(entry.message(face, now: now))"
    }

    /// What happened to a line since the offer: the records that moved it, and an hour that is another one now.
    func moveWords(of item: HandoverItem, _ page: HandoverPage) -> [Message] {
        let name = item.key.subject.short
        guard !withholdsRecords(of: item.key.subject) else { return [] }
        var words: [Message] = (page.moves[item.key.text] ?? []).suffix(3).map { entry in
            "\(name) \(face.moment(entry.learnt, now: now)): \(entry.message(face, now: now))"
        }
        if let before = page.check?.dueBefore[item.key.text], let due = item.due {
            words.append("\(name) due \(face.moment(before, now: now)) → \(face.moment(due, now: now))")
        }
        return words.isEmpty ? [self.words(of: item)] : words
    }

    /// What the States agreed beforehand for the delivery that a line is about, as if … then.
    func agreed(for line: HandoverDraft.Line) -> [IfThen] {
        let key = line.key
        guard key.subject.area == .deliveries, let delivery = handoverSource?.deliveries[key.subject],
            delivery.end == nil, !withholdsRecords(of: key.subject)
        else { return [] }
        let open = delivery.exceptions.open.first { key.topic == "exception \($0.entry)" }
        guard key.topic == "running" || open != nil else { return [] }
        let leg = delivery.currentLegNumber
        let situations: [ExceptionKind] =
            open.map { [$0.entered.exception] }
            ?? ExceptionKind.allCases.filter { kind in delivery.exceptions.agreed.contains { $0.situation == kind } }
        return situations.compactMap { kind in
            delivery.exceptions.agreed(for: kind, leg: leg).map { agreed in
                let steps = agreed.steps.joined(separator: "; ")
                let told = agreed.tell.joined(separator: ", ")
                let action: Message =
                    told.isEmpty
                    ? "\(agreed.decides) decides: \(steps)" : "\(agreed.decides) decides: \(steps); tell \(told)"
                return IfThen(condition: catalogue.text(kind.message), action: catalogue.text(action))
            }
        }
    }

    /// What may be put in when a line is said back: the whole of it, what is to be done by when, the officer's own words.
    func proposals(for line: HandoverDraft.Line) -> [String] {
        guard !withholdsRecords(of: line.key.subject) else { return [] }
        let what = catalogue.text(words(of: line))
        let due = line.item.due.map { face.moment($0, now: now) }
        let cases = line.ifThen.map { catalogue.text("if \($0.condition), then \($0.action)") }
        let whole = ([due.map { "\($0) \(what)" } ?? what] + cases).joined(separator: "; ")
        let number = line.key.isOwn ? "" : line.key.subject.short
        let deeds = ([number, due ?? ""].filter { !$0.isEmpty } + cases).joined(separator: "; ")
        let note = line.key.isOwn ? nil : line.note.map { "\(number): \($0)" }
        var all = [whole]
        for one in [cases.isEmpty ? nil : deeds, note] {
            if let one, !all.contains(one) { all.append(one) }
        }
        return all
    }

    /// What stands below the fields of a form about the handover.
    func handoverLines(of form: Form) -> [(Message, Role)] {
        switch form.purpose {
        case .watch(.offer(_, let written)): return offerLines(written)
        case .watch(.takeOver(let watch, _)): return watch.offer == nil ? [] : unsaidLines(watch)
        case .handover(.sayBack(_, let key)), .handover(.askBefore(_, let key?)):
            guard let page = handoverPage,
                let line = page.draft[key]
                    ?? page.check?.grown.first(where: { $0.key == key }).map({ HandoverDraft.Line($0) })
            else { return [] }
            var lines: [(Message, Role)] = [(words(of: line), .text)]
            guard case .handover(.sayBack) = form.purpose, !withholdsRecords(of: key.subject) else { return lines }
            lines += line.ifThen.map { ("if \($0.condition), then \($0.action)", .info) }
            if let note = line.note, !key.isOwn { lines.append(("note: \(note)", .info)) }
            return lines
        case .handover(.answer(_, let entry)):
            guard let question = board.watch?.handover.questions.first(where: { $0.entry == entry }) else { return [] }
            let about = question.asked.item.flatMap { HandoverItem.Key($0) }
            if let about, withholdsRecords(of: about.subject) { return [] }
            return [(.verbatim(question.asked.text), .text)]
        case .handover(.accept(let watch, _)):
            guard let source = handoverSource, let written = watch.offer?.written else { return [] }
            let risks = risksSinceOffer(of: watch).map { risk -> (Message, Role) in
                ("Dangerous moment: \(risk.message(face, now: now))", .warning)
            }
            return risks + deltaLines(HandoverCheck(written, source, of: watch, at: now))
        default: return []
        }
    }

    /// The check before it is sent: how much it says, what it says nothing of, and why the moment is a dangerous one.
    private func offerLines(_ written: HandoverWritten) -> [(Message, Role)] {
        // First what it says and does not say: a small window has room for no more.
        var lines: [(Message, Role)] = []
        let counts = HandoverSeverity.allCases.map { severity in written.lines.count { $0.severity == severity } }
        lines.append(
            (
                "It hands over: \(counts[0]) critical, \(counts[1]) to be watched, \(counts[2] + written.rest) stable",
                .text
            ))
        let mute = written.critical.filter { $0.ifThen.isEmpty && $0.note == nil }.compactMap { $0.key?.subject.short }
        if !mute.isEmpty {
            lines.append(("Critical, with no word on what to do: \(mute.joined(separator: ", "))", .warning))
        }
        if !written.leftOut.isEmpty {
            let names = written.leftOut.compactMap { HandoverItem.Key($0.item)?.subject.short }
            lines.append(("Deliberately not handed over: \(names.joined(separator: ", "))", .dim))
        }
        if let watch = board.watch, let source = handoverSource {
            let check = HandoverCheck(written, source, of: watch, at: now)
            if !check.isComplete {
                let names = check.omitted.map(\.key.subject.short)
                let words: Message = "It leaves out what is open: \(names.joined(separator: ", "))"
                lines.insert((words, .urgent), at: 0)
            }
            if let words = Message.ownReminders(source.ownReminders(of: watch.officerID)) {
                lines.append((words, .dim))
            }
        }
        return lines + written.risks.map { ("Dangerous moment: \($0.message(face, now: now))", .warning) }
    }

    /// What nobody has said back, before somebody takes the watch all the same.
    private func unsaidLines(_ watch: Shift) -> [(Message, Role)] {
        let names = unsaid(of: watch).map(\.subject.text)
        return names.isEmpty ? [] : [("NOT SAID BACK: \(names.joined(separator: ", "))", .urgent)]
    }

    private func deltaLines(_ check: HandoverCheck) -> [(Message, Role)] {
        var lines: [(Message, Role)] = []
        func names(_ items: [HandoverItem]) -> String {
            var seen: Set<SubjectName> = []
            return items.map(\.key.subject).filter { seen.insert($0).inserted }.map(\.text).joined(separator: ", ")
        }
        if !check.omitted.isEmpty { lines.append(("It leaves out what is open: \(names(check.omitted))", .urgent)) }
        if !check.added.isEmpty { lines.append(("Came up since the offer: \(names(check.added))", .warning)) }
        if !check.changed.isEmpty { lines.append(("Changed since the offer: \(names(check.changed))", .warning)) }
        return lines
    }
}

extension AppState {
    /// The same below the fields of a form, in as many lines as the window has for it.
    func handoverFoot(of form: Form, width: Int, rows: Int) -> [(text: SafeText, role: Role)] {
        let all = handoverLines(of: form).flatMap { message, role in
            text(message).wrapped(to: width).map { (text: $0, role: role) }
        }
        let room = max(min(all.count, 2), rows)
        guard all.count > room, room > 1 else { return Array(all.prefix(room)) }
        if case .watch(.offer(_, let written)) = form.purpose {
            // What it does not say is never out of sight.
            let short = text(offerCounts(written)).wrapped(to: width).prefix(room - 1)
            return all.prefix(room - short.count) + short.map { (text: $0, role: Role.warning) }
        }
        let more = text("+\(all.count - room + 1) more lines").wrapped(to: width).prefix(1)
        return all.prefix(room - 1) + more.map { (text: $0, role: Role.dim) }
    }

    /// The check of an offer in counts, for a window that has no room for its lines.
    private func offerCounts(_ written: HandoverWritten) -> Message {
        guard let watch = board.watch, let source = handoverSource else { return .verbatim("") }
        let omitted = HandoverCheck(written, source, of: watch, at: now).omitted.count
        let mute = written.critical.count { $0.ifThen.isEmpty && $0.note == nil }
        let parts: [(Int, Message)] = [
            (omitted, "OMITTED: \(omitted)"), (mute, "critical with no word: \(mute)"),
            (written.leftOut.count, "left out: \(written.leftOut.count)"),
            (written.risks.count, "dangers: \(written.risks.count)"),
            (source.ownReminders(of: watch.officerID), "own reminders: \(source.ownReminders(of: watch.officerID))"),
        ]
        let told = parts.filter { $0.0 > 0 }.map(\.1)
        guard let first = told.first else { return "nothing is omitted" }
        return told.dropFirst().reduce(first) { "\($0); \($1)" }
    }
}
