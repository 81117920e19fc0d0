import Keyboards
import Model
import Screen
import Wording

/// Whom to call about an alert or a delivery; one key writes down what came of a call, and the next one is under the cursor.
package struct CallSheet: Equatable, Sendable {
    package let name: SubjectName
    package internal(set) var cursor = 0

    /// The key of each outcome: a letter of its English word.
    static let keys: [(Character, CallOutcome)] = [
        ("a", .answered), ("n", .noAnswer), ("b", .busy), ("w", .wrongNumber), ("c", .calledBack),
    ]
}

/// What calls are about: whom to call, and what came of it so far.
struct CallMatter {
    let title: Message
    let rows: [CallRow]
    /// Whom it opens on.
    let first: Int
}

/// Somebody to be called about an alert or a delivery.
struct CallRow: Equatable {
    /// As a record of the call names it.
    let party: String
    let why: Message
    /// The payload that says how to reach them.
    var contact: Digest?
    /// Who that is to a delivery.
    var who: Party?
    /// It is to be done now.
    var isDue = false
    /// What came of the last call that counts here.
    var tried: Tried?

    struct Tried: Equatable {
        let at: Instant
        let outcome: CallOutcome
    }
}

extension AppState {
    /// Whoever sent it and whoever owes us an answer, then up the ladder: the watch, the next officer, those on call.
    func callRows(about alert: Alert) -> [CallRow] {
        var rows = [CallRow(party: alert.thread.originator, why: "sent it", contact: nil)]
        for awaited in alert.thread.awaited {
            rows.append(CallRow(party: awaited.party, why: "owes us \(awaited.kind.message)", contact: nil))
        }
        return rows.distinctParties + ladder(for: alert.priority, behind: rows)
    }

    /// The steps of its ladders and everybody who has to do with it, as the page has them, then the watch and those on call.
    func callMatter(about delivery: Delivery) -> CallMatter {
        // Whom the sentence of NOW is about comes first, as on the page.
        let need = board.needs(at: now, for: ownOfficer).first { $0.subject == delivery.name }
        let list = delivery.callList(responsible: responsibleOnCall, first: need?.stateToCall, at: now)
        let rows = list.rows.map { row in
            var isDue = false
            if case .step(_, _, true) = row.why { isDue = true }
            return CallRow(
                party: row.party.text, why: words(of: row.why), who: row.party, isDue: isDue,
                tried: row.tried.map { .init(at: $0.at, outcome: $0.outcome) })
        }
        return CallMatter(
            title: "Call about \(delivery.name.text)",
            rows: rows
                + ladder(for: delivery.opened.priority, behind: rows).map {
                    tried($0, delivery.exceptions.calls.map { ($0.party, $0.at, $0.outcome) })
                },
            first: list.first)
    }

    private func words(of why: CallList.Why) -> Message {
        switch why {
        case .step(let purpose, let at, true): "now \(face.moment(at, now: now)): \(purpose.message)"
        case .step(let purpose, let at, false): "\(face.moment(at, now: now)): \(purpose.message)"
        case .contact(let why): why.message
        case .part: "on the road, or asked for it"
        }
    }

    private func tried(
        _ row: CallRow, _ calls: [(party: String, at: Instant, outcome: CallOutcome)]
    ) -> CallRow {
        var row = row
        row.tried = calls.last { $0.party == row.party }.map { .init(at: $0.at, outcome: $0.outcome) }
        return row
    }

    private func ladder(for priority: Int, behind known: [CallRow]) -> [CallRow] {
        var rows: [CallRow] = []
        if let watch = board.watch {
            rows.append(CallRow(party: watch.started.officer, why: "has the watch", contact: nil))
        }
        if let next = board.nextOnWatch(at: now) {
            rows.append(
                CallRow(
                    party: next.officer, why: "has the watch next, \(face.moment(next.at, now: now))", contact: nil))
        }
        for person in board.whoToWake(for: priority, at: now) {
            rows.append(
                CallRow(
                    party: person.terms.person, why: "may be woken: \(person.terms.duty.message)",
                    contact: person.contact))
        }
        return rows.distinctParties.filter { row in !known.contains { $0.party == row.party } }
    }

    /// How to reach them, as far as it is loaded; the number alone where the line is short.
    func reach(_ row: CallRow, isShort: Bool = false) -> String {
        if let number = row.contact.flatMap({ contacts[$0] }) { return number }
        let party = row.who ?? (StateKey.isKnown(row.party) ? .desk(row.party) : .named(row.party))
        guard let found = contact(of: party) else { return "" }
        let words = isShort ? found.number : found.words
        return found.isThroughDesk ? catalogue.text("through the desk \(words)") : words
    }

    /// What the calls are about; nil where it is gone.
    func callMatter(_ name: SubjectName) -> CallMatter? {
        if let delivery = delivery(name) { return callMatter(about: delivery) }
        guard let alert = alert(name) else { return nil }
        let title: Message =
            alert.escalation(at: now, by: board.ladders).map { "Call about \(name.text): now \($0.whom.message)" }
            ?? "Call about \(name.text)"
        let calls = alert.calls.map { ($0.party, $0.at, $0.outcome) }
        let rows = callRows(about: alert).map { tried($0, calls) }
        return CallMatter(title: title, rows: rows, first: rows.firstIndex { $0.tried == nil } ?? 0)
    }

    mutating func call(_ argument: String) -> [Effect] {
        guard let name = selectedAlert?.name ?? selectedDelivery?.name, let matter = callMatter(name) else { return [] }
        // “KAZ no_answer”: the outcome is the last word.
        let words = argument.split(separator: " ").map(String.init)
        if let last = words.last, words.count > 1,
            let outcome = CallOutcome(rawValue: last.lowercased().replacing("-", with: "_"))
        {
            return tried(name, words.dropLast().joined(separator: " "), outcome)
        }
        guard !isSpoken, argument.isEmpty else {
            let whom = matter.rows.indices.contains(matter.first) ? matter.rows[matter.first].party : ""
            return ask(.call(name, whom: argument.isEmpty ? whom : argument), answers: [])
        }
        var sheet = CallSheet(name: name)
        sheet.cursor = matter.first
        overlay = .calls(sheet)
        return wantedContacts()
    }

    private mutating func tried(_ name: SubjectName, _ party: String, _ outcome: CallOutcome) -> [Effect] {
        let event: Event =
            name.area == .deliveries
            ? .delivery(.callTried(DeliveryCallTried(party: party, outcome: outcome)))
            : .alert(.callTried(AlertCallTried(party: party, outcome: outcome)))
        return append(Draft(.existing(name), event))
    }

    mutating func take(_ key: Key, in sheet: CallSheet) -> [Effect] {
        var sheet = sheet
        guard let rows = callMatter(sheet.name)?.rows else {
            overlay = nil
            return []
        }
        let own: [Key] = CallSheet.keys.map { .character($0.0) } + ["j", "k", "q", "o"].map { .character($0) }
        switch meaning(of: key, among: own) ?? key {
        case .escape, .character("q"): overlay = nil
        case .down, .character("j"), .tab:
            sheet.cursor = min(sheet.cursor + 1, rows.count - 1)
            overlay = .calls(sheet)
        case .up, .character("k"), .backTab:
            sheet.cursor = max(sheet.cursor - 1, 0)
            overlay = .calls(sheet)
        case .character("o"):
            let whom = rows.indices.contains(sheet.cursor) ? rows[sheet.cursor].party : ""
            overlay = nil
            return ask(.call(sheet.name, whom: whom), answers: [])
        case let pressed:
            guard !isSaving, rows.indices.contains(sheet.cursor),
                let outcome = CallSheet.keys.first(where: { .character($0.0) == pressed })?.1
            else { return [] }
            let party = rows[sheet.cursor].party
            let isReached = outcome == .answered || outcome == .calledBack
            if !isReached { sheet.cursor = min(sheet.cursor + 1, rows.count - 1) }
            overlay = isReached ? nil : .calls(sheet)
            return tried(sheet.name, party, outcome)
        }
        return []
    }

    func draw(_ sheet: CallSheet, on canvas: inout Canvas) {
        guard let matter = callMatter(sheet.name) else { return }
        let rows = matter.rows
        let hint = text(
            "a answered, n no answer, b busy, w wrong number, c called back on the filed number, o with a remark")
        let inside = frame(matter.title, rows: rows.count + 2, on: &canvas)
        let foot = hint.wrapped(to: inside.width)
        let height = max(1, inside.height - foot.count)
        var list = ListState()
        list.move(by: sheet.cursor, of: rows.indices.map { String($0) }, height: height)
        let names = rows.map { row in row.who.map { catalogue.text($0.message) } ?? row.party }
        let width = min(24, max(8, names.map { SafeText($0).width }.max() ?? 8))
        drawList(count: rows.count, list: list, rows: height, in: inside, on: &canvas) { place in
            let row = rows[place]
            let tried = row.tried.map { call in
                "\(face.moment(call.at, now: now)) \(catalogue.text(call.outcome.message))"
            }
            // The number and what came of it stay; what they speak and why they are called give way.
            let reach = reach(row, isShort: inside.width < 100)
            let words = [reach, tried ?? "", catalogue.text(row.why)].filter { !$0.isEmpty }
            return [
                Segment(names[place], width: width),
                Segment(words.joined(separator: "  "), row.isDue ? .now : tried == nil ? .text : .dim),
            ]
        }
        for (line, piece) in foot.enumerated() where height + line < inside.height {
            canvas.put(piece, row: inside.row + height + line, column: inside.column, width: inside.width, role: .dim)
        }
    }
}

extension [CallRow] {
    /// Each party once, where it stands first.
    fileprivate var distinctParties: [CallRow] {
        enumerated().filter { place, row in !self[..<place].contains { $0.party == row.party } }.map(\.element)
    }
}
