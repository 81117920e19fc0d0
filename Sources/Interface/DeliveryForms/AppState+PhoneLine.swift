import Keyboards
import Model
import Wording

/// The phone line as it is understood now: what would be saved, and what follows from it.
struct PhoneReading {
    let line: PhoneLine
    let delivery: Delivery
    /// The clock of the one who calls.
    let zone: Zone
    let at: Instant?
    let eta: Instant?
    let isCalledBack: Bool

    /// As it was said, with what has no field of its own in a report.
    var words: String {
        let rest = [line.seal.map { "seal \($0)" }, line.weight.map { "weight \($0)" }].compactMap { $0 }
        return ([line.text] + rest).filter { !$0.isEmpty }.joined(separator: " ")
    }

    var from: String { line.from ?? delivery.currentLeg?.state ?? delivery.opened.initiator }

    var report: ReportReceived {
        ReportReceived(from: from, text: words, place: line.place, exitEstimate: eta, isCalledBack: isCalledBack)
    }
}

extension Form {
    /// - Parameter size: how many records the log had when it was opened, whichever delivery it will be about.
    static func phone(_ delivery: Delivery?, size: Int64) -> Form {
        Form(
            .phone(delivery?.name), title: "On the telephone: 0406 uzb 014 queue 40 trucks eta 0620 at Yallama",
            expecting: size - 1,
            fields: [
                Field("Said", hint: "time, State, number, words; eta, seal, weight, at").about(.line),
                .question("Called back", .calledBack, hint: "on the number that is filed: y or n"),
            ])
    }
}

extension AppState {
    mutating func openPhone(_ argument: String) -> [Effect] {
        var form = Form.phone(selectedDelivery, size: board.size)
        if argument.isEmpty, let draft = phoneDraft(for: form) {
            // It stays with the delivery that it was typed for.
            if let name = phoneDelivery(of: draft.key) { form.purpose = .phone(name) }
            form.take(draft)
        }
        if !argument.isEmpty { form.fill(.line, argument) }
        form.focus = 0
        overlay = .form(form)
        return []
    }

    /// The delivery that a word names: its number, or digits of its plate.
    private func delivery(meantBy word: String) -> Delivery? {
        if PhoneLine.isNumber(word) {
            let number = word.split(separator: "-").last.map(String.init) ?? word
            let named = board.deliveries.values.filter { !withholds($0.name) }.filter {
                $0.name.short == number || $0.name.text == word.uppercased()
            }
            if named.count == 1 { return named.first }
        }
        let plain = word.uppercased()
        guard plain.count >= 3, plain.contains(where: \.isNumber) else { return nil }
        let carrying = board.deliveries.values.filter { !withholds($0.name) }.filter { delivery in
            (delivery.opened.conveyance ?? "").uppercased().split(separator: " ").contains { $0 == plain }
                || (delivery.opened.conveyance ?? "").uppercased().filter { $0 != " " }.hasSuffix(plain)
        }
        return carrying.count == 1 ? carrying.first : nil
    }

    /// - Throws: what is missing or cannot be read, in one sentence
    func reading(of form: Form) throws(FormFault) -> PhoneReading {
        let text = form.field(.line)?.text ?? ""
        let place = form.place(of: .line)
        let line = PhoneLine(
            text, readings: { [$0] + alternatives(of: $0).dropFirst() + digits(in: $0) },
            names: { delivery(meantBy: $0) != nil },
            places: places.isEmpty
                ? nil : { !places.find($0).isEmpty || !directory.crossings(named: $0).isEmpty })
        if let wrong = line.misreadHead {
            let words: Message =
                wrong.isTime
                ? "“\(wrong.word)” is no time: two digits for the hour and two for the minute, such as 0406."
                : "No delivery “\(wrong.word)” is running here; type its number, or digits of its plate."
            throw FormFault(message: words, field: place)
        }
        var found = line.delivery.flatMap { delivery(meantBy: $0) }
        if found == nil, case .phone(let name?) = form.purpose { found = delivery(name) }
        guard let found else {
            throw FormFault(
                message: "Which delivery? Type its number, such as 014, or digits of its plate.", field: place)
        }
        let zone = line.state.flatMap { Zone.desk(of: $0) } ?? self.zone
        let entry = TimeEntry(zone: zone, now: now)
        var (at, eta): (Instant?, Instant?)
        do throws(TimeEntryFault) {
            at = try line.time.map { (text) throws(TimeEntryFault) in try entry.happened(text) }
            eta = try line.eta.map { (text) throws(TimeEntryFault) in try entry.deadline(text) }
        } catch {
            throw FormFault(message: error.message, field: place)
        }
        if line.text.isEmpty, line.place == nil, eta == nil {
            throw FormFault(message: "\(form.fields[place].label): what was said is still missing.", field: place)
        }
        let isCalledBack = form.field(.calledBack)?.choice == 1
        return PhoneReading(line: line, delivery: found, zone: zone, at: at, eta: eta, isCalledBack: isCalledBack)
    }

    /// The digits of a layout that types letters in their place.
    private func digits(in word: String) -> [String] {
        KeyboardLayout.digits(in: word, on: layouts).map { [$0.text] } ?? []
    }

    /// A report as it is saved; what is more than a report is asked for in its own form.
    func phoneDrafts(_ form: Form) throws(FormFault) -> [Draft] {
        let read = try reading(of: form)
        guard read.line.matter == .report else { return [] }
        var report = read.report
        if report.text.isEmpty, report.place == nil { report.text = form.field(.line)?.text ?? "" }
        let last = read.delivery.trail.last
        let expecting = form.expecting.map { last <= $0 } == true ? last : nil
        return [
            Draft(.existing(read.delivery.name), .delivery(.reportReceived(report)), at: read.at, expecting: expecting)
        ]
    }

    /// The full form of what the line says, with everything carried over.
    func fullForm(of read: PhoneReading) -> Form? {
        let fact: DeliveryFact =
            switch read.line.matter {
            case .report: .heard
            case .released: .released
            case .accepted: .accepted
            case .stop: .stop
            }
        guard var form = form(for: fact, of: read.delivery) else { return nil }
        let at = read.at.map { typed($0) }
        form.choose(.calledBack, read.isCalledBack ? 1 : 0)
        if fact == .heard {
            for (place, text) in [
                (0, read.from), (1, read.words), (2, read.line.place), (3, at), (5, read.eta.map { typed($0) }),
            ] {
                if let text { form.fields[place].input = TextField(text) }
            }
            return form
        }
        form.fill(.from, read.line.from)
        form.fill(.party, read.line.from)
        form.fill(.place, read.line.place)
        form.fill(.seal, read.line.seal)
        form.fill(.weight, read.line.weight)
        form.fill(fact == .stop ? .text : .note, read.line.text)
        form.fill(.when, at)
        return form
    }

    /// Opens the full form in the place of the line; the line is kept as long as something of it cannot be read.
    mutating func openFullForm(of form: Form) -> [Effect] {
        do throws(FormFault) {
            guard let full = fullForm(of: try reading(of: form)) else { return [] }
            dropDraft(of: form)
            return ask(full, answers: [])
        } catch {
            var form = form
            form.fault = error.message
            overlay = .form(form)
            return []
        }
    }

    // MARK: What is shown below it

    /// Who, when, what and what follows, one line each; nil for other forms and for what cannot be read yet.
    func phoneLines(of form: Form) -> [Message]? {
        guard case .phone = form.purpose, form.fields.first?.isEmpty == false else { return nil }
        do throws(FormFault) {
            let read = try reading(of: form)
            return [whoLine(read), whenLine(read), whatLine(read), followsLine(read)] + numberLines(read)
        } catch {
            return [error.message]
        }
    }

    private func whoLine(_ read: PhoneReading) -> Message {
        read.isCalledBack
            ? "who: \(read.from), called back on the filed number" : "who: \(read.from), not called back; Tab, then y"
    }

    private func whenLine(_ read: PhoneReading) -> Message {
        guard let at = read.at else { return "when: now" }
        let clock = ClockFace(convention: face.convention, zone: read.zone).moment(at, now: now)
        let offset = Zone.offsetText(read.zone.offset(at: at))
        let age = now - at
        return age >= .minutes(1)
            ? "when: \(clock) \(offset), their clock; \(face.age(age)) ago: marked late"
            : "when: \(clock) \(offset), their clock"
    }

    private func whatLine(_ read: PhoneReading) -> Message {
        let name = read.delivery.name.text
        let words: Message
        switch read.line.matter {
        case .report: words = .verbatim([read.line.place, read.words].compactMap { $0 }.joined(separator: ", "))
        case .released: words = "RELEASED: Enter opens the form, filled in"
        case .accepted: words = "ACCEPTED: Enter opens the form, filled in"
        case .stop: words = "STOP REPORTED: Enter opens the form, filled in"
        }
        guard let eta = read.eta else { return "what: \(name), \(words)" }
        let until = face.moment(eta, now: now)
        guard let leg = read.delivery.currentLeg else { return "what: \(name), \(words), leaves about \(until)" }
        return "what: \(name), \(words), leaves about \(until), planned \(face.moment(leg.until, now: now))"
    }

    /// Numbers that are not as such numbers are: they are saved as they were typed.
    private func numberLines(_ read: PhoneReading) -> [Message] {
        let others = IdentifierFinder.find(in: read.line.text).map(\.identifier).compactMap { found -> Message? in
            guard found.kind != .plate else { return nil }
            return found.remarks.first.map { "\(found.kind.message) “\(found.typed)”: \($0.message); saved as typed" }
        }
        return PlateDoubt.find(in: read.line.text).map(\.message) + others
    }

    /// What the delivery would need with this report, and does not need without it.
    private func followsLine(_ read: PhoneReading) -> Message {
        guard read.line.matter == .report else { return "follows: the form asks for the rest" }
        var after = read.delivery
        let event = DeliveryEvent.reportReceived(read.report)
        after.apply(event, proposed(.delivery(event), on: after.name, at: read.at ?? now))
        let (had, has) = (read.delivery.needs(at: now), after.needs(at: now))
        let before = Set(had.compactMap(\.identity))
        let new = has.filter { need in
            // A cover that was short before may be shorter with this.
            if case .delivery(_, _, .uncovered) = need { return !had.contains(need) }
            return need.identity.map { !before.contains($0) } ?? false
        }
        if let need = new.first { return "follows: \(need.message(face, now: now))" }
        guard let due = after.reportDue else { return "follows: nothing new is needed" }
        return "follows: nothing new is needed; next report \(face.moment(due, now: now))"
    }
}
