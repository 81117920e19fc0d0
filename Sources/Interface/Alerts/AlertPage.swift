import Model
import Screen
import Wording

/// The page of one alert: what needs somebody, what is known, what was said, who was told, what is owed by when.
extension AppState {
    /// The page in lines of at most so many columns; the same beside the list and on its own screen.
    func alertLines(of alert: Alert, width: Int) -> [[Segment]] {
        if withholds(alert.name) { return [[Segment(catalogue.text(withheldWords(of: alert.name)), .dim)]] }
        var lines = lines(of: pressing(alert) + matchFacts(of: alert.name) + leading(alert), width: width)
        for (heading, facts) in sections(of: alert) where facts.contains(where: { $0 != nil }) {
            lines.append([Segment(catalogue.text(heading), .heading)])
            lines += self.lines(of: facts, width: width)
        }
        return lines
    }

    /// The same as sentences for a shell: a fact a line, those of a section under its heading.
    package func alertSentences(of alert: Alert) -> [String] {
        func lines(_ facts: [Fact?]) -> [String] {
            facts.compactMap { $0 }.map { fact in
                let label = catalogue.text(fact.label).trimmingBlanks
                return label.isEmpty ? "  \(fact.value)" : "  \(label): \(fact.value)"
            }
        }
        if withholds(alert.name) { return [catalogue.text(withheldWords(of: alert.name))] }
        var all = lines(pressing(alert) + matchFacts(of: alert.name) + leading(alert))
        for (heading, facts) in sections(of: alert, inShell: true) where facts.contains(where: { $0 != nil }) {
            all.append(catalogue.text(heading))
            all += lines(facts)
        }
        return all
    }

    /// - Parameter inShell: what is read where no key is pressed names a command of the shell.
    private func sections(of alert: Alert, inShell: Bool = false) -> [(Message, [Fact?])] {
        [
            ("WHAT IS KNOWN", known(alert, inShell: inShell)), ("OWED AND AWAITED", debts(of: alert)),
            ("TO BE LOOKED AT AGAIN", reminders(alert)),
            ("THREAD", thread(alert)), ("WHO WAS TOLD", told(alert)), ("CALLS", calls(alert)),
            ("BELONGS TOGETHER", links(alert)),
        ]
    }

    /// What somebody has to do about it, and what it is.
    private func pressing(_ alert: Alert) -> [Fact?] {
        let needs = alert.needs(at: now, for: ownOfficer)
        let next = alert.nextEscalation(at: now, by: board.ladders).flatMap { at -> Fact? in
            guard let rung = alert.escalation(at: at, by: board.ladders) else { return nil }
            return Fact(
                "Then call",
                "\(time(at)), \(face.convention.ahead(at - now)): \(catalogue.text(rung.whom.message))"
            )
        }
        return needs.enumerated().map { place, need in
            Fact(
                place == 0 ? "NOW" : .verbatim(" "), catalogue.text(words(of: need)),
                need.priority == 1 ? .urgent : .warning)
        } + [next, Fact("What", alert.heading(in: catalogue.language.rawValue))]
    }

    private func leading(_ alert: Alert) -> [Fact?] {
        let acknowledged = alert.acknowledgement.map { ack in
            let until = ack.until.map { ", \(catalogue.text("until \(time($0))"))" } ?? ""
            return "\(ack.by), \(time(ack.at))\(until)"
        }
        let cancelled = alert.thread.cancelled.map { "\(alert.thread.originator), \(time($0))" }
        return [
            Fact("Priority", priorityText(alert), .priority(alert.priority)),
            Fact("Kind", catalogue.text(alert.raised.message.message)),
            Fact("Who told", sender(alert)),
            Fact(
                "Happened",
                "\(alert.precision == .day ? face.dayAlone(alert.raisedAt, now: now) : time(alert.raisedAt)), \(catalogue.text("learnt \(time(alert.learnt))"))"
            ),
            Fact("In charge", inCharge(alert)),
            Fact("Acknowledged", acknowledged),
            Fact("Shelved", alert.shelf.map { "\($0.by), \(catalogue.text("until \(time($0.until))")): \($0.reason)" }),
            Fact("Cancelled", cancelled, .warning),
            validUntil(alert),
        ] + restrictions(alert) + [
            Fact(
                "Closed",
                alert.closure.map {
                    "\($0.by), \(time($0.at)): \(catalogue.text($0.disposition.message)) \($0.note ?? "")"
                })
        ]
    }

    private func priorityText(_ alert: Alert) -> String {
        alert.priority == alert.raised.priority
            ? String(alert.priority) : catalogue.text("\(alert.priority), first \(alert.raised.priority)")
    }

    private func validUntil(_ alert: Alert) -> Fact? {
        guard let until = alert.thread.validUntil else { return nil }
        guard until <= now else { return Fact("Valid until", time(until)) }
        return Fact("Valid until", catalogue.text("\(time(until)): EXPIRED"), .warning)
    }

    /// Who told, by which way and under which numbers.
    private func sender(_ alert: Alert) -> String {
        ([alert.raised.source] + headWords(alert.raised.head)).joined(separator: ", ")
    }

    /// Who may see it, as its messages say themselves.
    private func restrictions(_ alert: Alert) -> [Fact?] {
        let heads = alert.thread.messages.filter { $0.direction == .received }.map(\.head)
        let to = heads.last { !$0.addressees.isEmpty }?.addressees.joined(separator: ", ")
        return [
            Fact("Who may see it", heads.last { $0.restriction != nil }?.restriction, .warning),
            Fact("Addressed to", to, .warning),
        ]
    }

    private func headWords(_ head: MessageHead) -> [String] {
        [
            head.sender, head.channel.map { catalogue.text($0.message) },
            head.theirNumber.map { catalogue.text("their No \($0)") },
            head.ourNumber.map { catalogue.text("our No \($0)") },
        ].compactMap { $0 }
    }

    private func inCharge(_ alert: Alert) -> String? {
        let offer = alert.offer.map { catalogue.text("offered to \($0.to) by \($0.by), \(time($0.at))") }
        let all = [alert.inCharge, offer].compactMap { $0 }
        return all.isEmpty ? nil : all.joined(separator: "; ")
    }

    /// How to read its message word for word; nil where none is kept.
    private func wayToWords(of alert: Alert, inShell: Bool) -> String? {
        if inShell {
            return alert.raised.head.raw == nil ? nil : alert.raised.payloads.first.map { "caricc log payload \($0)" }
        }
        guard alert.thread.messages.contains(where: \.isKept) else { return nil }
        return catalogue.text("kept word for word; :received shows it")
    }

    private func known(_ alert: Alert, inShell: Bool) -> [Fact?] {
        let particulars = alert.particulars
        let quantity = alert.raised.quantity.map { words(of: $0) }
        let road = ([particulars.departure] + particulars.transit.map { $0 } + [particulars.destination]).compactMap {
            $0
        }
        let hidden = alert.particulars.identifiers.count { $0.typed == nil }
        let seized = particulars.items.map { words(of: $0) }
        // Where things are named, the first report's own words for them say no more, or no longer hold.
        let substance = [alert.raised.substance, quantity].compactMap { $0 }.joined(separator: ", ")
        return IntakeRemark.remarks(on: alert).map { remark in
            Fact("LOOK", catalogue.text(remark.message(QuantityWords(catalogue))), .warning)
        } + [seized.isEmpty ? Fact("Substance", substance) : nil]
            + seized.enumerated().map { place, words in Fact(place == 0 ? "Seized" : .verbatim(" "), words) }
            + alert.laboratory.enumerated().map { place, report in
                Fact(place == 0 ? "Laboratory" : .verbatim(" "), words(of: report))
            }
            + particulars.identifiers.filter { $0.typed != nil }.enumerated().map { place, mention in
                Fact(place == 0 ? "Numbers" : .verbatim(" "), words(of: mention))
            } + [
                Fact(
                    "Personal data", hidden == 0 ? nil : catalogue.text("\(hidden) kept apart, :raw shows the hashes")),
                Fact("As it came", wayToWords(of: alert, inShell: inShell), .dim),
                Fact("Place", [alert.place, particulars.state].compactMap { $0 }.joined(separator: ", ")),
                Fact("Road", road.joined(separator: " > ")), Fact("Hidden in", particulars.concealment),
                Fact("Transport", particulars.transport), Fact("Operation", particulars.operation),
                Fact("Near", alert.raised.near.map { shownName($0) }, .warning),
            ] + facts("Text", of: particulars.text)
    }

    /// The amount as it was typed, and what it comes to by which rule.
    func words(of quantity: Quantity) -> String {
        let plain = "\(quantity.amount)\(quantity.amountHigh.map { "–\($0)" } ?? "") \(quantity.unit)".trimmingBlanks
        let typed = quantity.typed.map { "\(plain) (\(catalogue.text("typed “\($0)”")))" } ?? plain
        let computed = quantity.micrograms.flatMap { low -> String? in
            guard quantity.rule != .mass || Quantity.kilogramsText(low) != quantity.amount else { return nil }
            let high = quantity.microgramsHigh.map { "–\(Quantity.kilogramsText($0))" } ?? ""
            return "= \(Quantity.kilogramsText(low))\(high) kg (\(catalogue.text(quantity.rule.message)))"
        }
        let rest = [
            quantity.bound.map { catalogue.text($0.message) }, quantity.basis.map { catalogue.text($0.message) },
        ]
        return
            ([typed, computed].compactMap { $0 }.joined(separator: " ")
            + rest.compactMap { $0 }.map { ", \($0)" }.joined())
    }

    func words(of report: LaboratoryReported) -> String {
        let result = report.result
        let purity = result.purity.map { catalogue.text("pure to \($0) %") }
        return [
            report.item.map { "\($0):" }, result.substance, purity, result.netWeight.map { words(of: $0) },
            result.laboratory, result.method,
        ].compactMap { $0 }.filter { !$0.isEmpty }.joined(separator: ", ")
    }

    func words(of item: SeizedItem) -> String {
        let known = item.substance.flatMap { SubstanceRegistry.substance(code: $0) } == nil && item.kind == .drug
        let name = item.name ?? item.substance ?? catalogue.text(item.kind.message)
        let quantity = item.quantity.map { words(of: $0) }
        let remarks = [
            known ? catalogue.text("not in the list of substances") : nil, item.packaging,
            item.logo.map { catalogue.text("logo \($0)") }, item.note,
        ]
        return ([name, quantity] + remarks).compactMap { $0 }.filter { !$0.isEmpty }.joined(separator: ", ")
    }

    private func words(of mention: IdentifierMention) -> String {
        let identifier = mention.typed.map { Identifier(mention.kind, $0, state: mention.state) }
        let doubt = identifier.map { !$0.remarks.isEmpty } ?? false
        return [
            "\(catalogue.text(mention.kind.message)) \(mention.typed ?? "")", mention.state,
            doubt ? catalogue.text("check it: form or check digit is not as usual") : nil,
        ].compactMap { $0 }.joined(separator: ", ")
    }

    private func debts(of alert: Alert) -> [Fact?] {
        let owed = alert.thread.debt.map { debt in
            let when = alert.due.map { ", \(dueText($0, isAwaited: alert.closure == nil))" } ?? ""
            return "\(catalogue.text("\(alert.thread.originator) is owed \(debt.message)"))\(when)"
        }
        let isLate = (alert.due ?? .distantFuture) < now
        let noDebt = alert.thread.debt == nil ? alert.due.map { dueText($0, isAwaited: alert.closure == nil) } : nil
        return [Fact("We owe", owed, isLate ? .warning : .text), Fact("Answer by", noDebt)]
            + alert.thread.awaited.map { awaited in
                let when = awaited.due.map { ", \(dueText($0, isAwaited: true))" } ?? ""
                let word: Message =
                    awaited.rejected != nil
                    ? "did not accept it" : awaited.confirmed != nil ? "has it" : "not confirmed"
                let text =
                    "\(awaited.party): \(catalogue.text(awaited.kind.message)), \(catalogue.text("asked \(time(awaited.askedAt))")), \(catalogue.text(word))\(when)"
                return Fact("They owe", text, (awaited.due ?? .distantFuture) < now ? .warning : .text)
            }
    }

    private func reminders(_ alert: Alert) -> [Fact?] {
        alert.followUps(for: ownOfficer).map { item in
            let whose: Message = item.isOwn ? "only me" : .verbatim(item.by)
            let when =
                item.at > now
                ? face.convention.ahead(item.at - now) : catalogue.text("LATE \(face.age(now - item.at))")
            return Fact(
                .verbatim(face.moment(item.at, now: now)), "\(item.text) (\(catalogue.text(whose))), \(when)",
                item.at <= now ? .warning : .text)
        }
    }

    /// Newest last, as it was said.
    private func thread(_ alert: Alert) -> [Fact?] {
        guard alert.thread.messages.count > 1 || alert.raised.head.channel != nil else { return [] }
        return alert.thread.messages.flatMap { message -> [Fact?] in
            let arrow = message.direction == .received ? "<" : ">"
            let late = message.at == message.learnt ? "" : " (\(face.moment(message.at, now: now)))"
            let words =
                [message.party, catalogue.text(message.headline == nil ? message.kind.message : "update")]
                + headWords(message.head)
                + [
                    message.due.map { catalogue.text("answer by \(face.moment($0, now: now))") },
                    message.cancelled.map { catalogue.text("CANCELLED \(face.moment($0, now: now))") },
                    message.newer.map { catalogue.text("CAME LATE: #\(Int($0)) is newer and holds") },
                ].compactMap { $0 }
            let role: Role = message.direction == .sent ? .dim : .text
            // What raised the alert stands above, under what is known, as long as nothing took its place.
            let note = message.note
            let text = note?.words ?? message.text
            let said = [message.headline, text == alert.particulars.text ? nil : AppState.line(of: text)]
            return [
                Fact(
                    .verbatim("\(face.moment(message.learnt, now: now))\(late) \(arrow)"),
                    ([words.joined(separator: ", ")] + said.compactMap { $0 }).filter { !$0.isEmpty }
                        .joined(separator: ": "), role)
            ] + (note.map { facts(of: $0) } ?? [])
        }
    }

    /// What a message was given out for, and which fields of the alert went with it.
    private func facts(of note: ReleaseNote) -> [Fact?] {
        func names(_ fields: [ReleaseField]) -> String {
            fields.map { catalogue.text($0.message) }.joined(separator: ", ")
        }
        let what = "\(catalogue.text(note.purpose.message)) (\(note.format.rawValue))"
        return [
            Fact("What for", what, .dim), Fact("It went", names(note.went), .dim),
            Fact("It stayed", names(note.stayed), .dim),
        ]
    }

    private func told(_ alert: Alert) -> [Fact?] {
        alert.thread.messages.filter { $0.direction == .sent }.map { message in
            let way = message.head.channel.map { ", \(catalogue.text($0.message))" } ?? ""
            return Fact(
                .verbatim(message.party),
                "\(time(message.at))\(way), \(message.by): \(message.note?.words ?? message.text)")
        }
    }

    private func calls(_ alert: Alert) -> [Fact?] {
        alert.calls.map { call in
            let note = call.note.map { ": \($0)" } ?? ""
            return Fact(
                .verbatim(call.party), "\(time(call.at)), \(catalogue.text(call.outcome.message)), \(call.by)\(note)")
        }
    }

    private func links(_ alert: Alert) -> [Fact?] {
        let links = alert.trail.links
        let joined =
            links.joined.map { Fact("The same as", "\(shownName($0.name)), \($0.by), \(time($0.at)): \($0.why)") }
            ?? nil
        return [joined]
            + links.linked.map { Fact("Linked", "\(shownName($0.name)), \($0.by), \(time($0.at)): \($0.why)") }
    }
}

extension Quantity {
    /// Micrograms as kilograms, exactly, without trailing zeros.
    static func kilogramsText(_ micrograms: Int64) -> String { kilograms(micrograms, unit: 1_000_000_000) }

    /// Grams as kilograms, however many.
    package static func kilogramsText(grams: Int64) -> String { kilograms(grams, unit: 1_000) }

    private static func kilograms(_ value: Int64, unit: Int64) -> String {
        let (whole, rest) = value.quotientAndRemainder(dividingBy: unit)
        guard rest != 0 else { return String(whole) }
        let digits = String(unit + rest).dropFirst()
        return "\(whole).\(String(digits.reversed().drop { $0 == "0" }.reversed()))"
    }
}
