import Model
import Screen
import Wording

/// A colleague wrote about the same delivery while the form was open: both words are shown, and the officer decides.
package struct ConflictSheet: Equatable, Sendable {
    let form: Form
    let name: SubjectName
    /// What the others wrote since, oldest first.
    let theirs: [Entry]
    /// When they say that it leaves and when the officer does, where these are two hours.
    var leaving: Leaving?

    struct Leaving: Equatable, Sendable {
        let theirs: Instant
        let own: Instant
    }
}

extension AppState {
    /// What was written since the form was opened, other than here; nil where nothing was, and for forms of other things.
    ///
    /// Two consoles may bear one name, so that it is the record that counts and not who is said to have written it.
    func conflict(with form: Form) -> ConflictSheet? {
        guard let name = movedDelivery(of: form), let expecting = form.expecting, let delivery = delivery(name),
            delivery.trail.last > expecting
        else { return nil }
        let known = (histories[name]?.entries ?? []) + recent.filter { $0.subject == name }
        var seen: Set<Int64> = []
        let theirs = known.filter {
            $0.index > expecting && !ownEntries.contains($0.index) && seen.insert($0.index).inserted
        }.sorted { $0.index < $1.index }
        guard !theirs.isEmpty else { return nil }
        var sheet = ConflictSheet(form: form, name: name, theirs: theirs)
        if let other = theirs.compactMap(\.exitEstimate).last,
            let own = (try? readDrafts(of: form))?.compactMap({ $0.event.exitEstimate }).last, own != other
        {
            sheet.leaving = .init(theirs: other, own: own)
        }
        return sheet
    }

    /// The delivery that a form is about; the phone line may name another one than the one that it was opened on.
    private func movedDelivery(of form: Form) -> SubjectName? {
        form.isPhone ? (try? reading(of: form))?.delivery.name ?? form.delivery : form.delivery
    }

    /// Above the keys of a form: who wrote about the same delivery while it was open, and what.
    func movedLine(of form: Form) -> Message? {
        guard let conflict = conflict(with: form), let last = conflict.theirs.last else { return nil }
        let words = last.message(face, now: now)
        return conflict.theirs.count == 1
            ? "\(conflict.name.short) MOVED while you type: \(last.actor) #\(Int(last.index)): \(words)"
            : "\(conflict.name.short) MOVED while you type, \(conflict.theirs.count) records; the last is \(last.actor) #\(Int(last.index)): \(words)"
    }

    /// Takes the form on from what is there now.
    func renewed(_ form: Form) -> Form {
        var form = form
        if form.isPhone { form.expecting = board.size - 1 }
        if !form.isPhone, form.expecting != nil, let name = form.delivery, let delivery = delivery(name) {
            form.expecting = delivery.trail.last
        }
        return renewedHandover(form)
    }

    /// What is said in one line where nothing can be laid over the screen.
    func sentence(of conflict: ConflictSheet) -> Message {
        guard let last = conflict.theirs.last else { return "NOT SAVED" }
        return
            "NOT SAVED: \(last.actor) wrote about \(conflict.name.text) while you typed: \(last.message(face, now: now)). Save again to keep both."
    }

    /// Lays both words over the screen; where one listens, they are said and the next attempt keeps both.
    mutating func show(_ conflict: ConflictSheet) -> [Effect] {
        guard isSpoken else {
            overlay = .conflict(conflict)
            return []
        }
        var form = renewed(conflict.form)
        form.fault = sentence(of: conflict)
        overlay = .form(form)
        return []
    }

    mutating func take(_ key: Key, in sheet: ConflictSheet) -> [Effect] {
        let form = renewed(sheet.form)
        let own: [Key] = ["b", "h", "m", "e"].map { .character($0) }
        switch meaning(of: key, among: own) ?? key {
        case .character("b"):
            var form = form
            form.yields = sheet.leaving != nil
            return submit(form)
        case .character("m") where sheet.leaving != nil: return submit(form)
        case .character("h"):
            overlay = nil
            dropDraft(of: form)
            notice = Notice(message: "Yours is dropped; theirs stands.", isError: false)
        case .character("e"), .enter: overlay = .form(form)
        case .escape:
            overlay = nil
            keepDraft(form)
            notice = Notice(
                message: "Not saved; what you typed is kept and comes back with the same key.", isError: false)
        default: break
        }
        return []
    }

    func draw(_ sheet: ConflictSheet, on canvas: inout Canvas) {
        let width = layout.overlay.width - 4
        var rows: [(SafeText, Role)] = []
        func say(_ message: Message, _ role: Role) {
            rows += text(message).wrapped(to: width).map { ($0, role) }
        }
        for entry in sheet.theirs.suffix(4) {
            say(
                "\(entry.actor) #\(Int(entry.index)) \(face.moment(entry.learnt, now: now)): \(entry.message(face, now: now))",
                .text)
        }
        say("yours, kept: \(ownWords(of: sheet.form))", .title)
        if let leaving = sheet.leaving {
            let (other, own) = (face.moment(leaving.theirs, now: now), face.moment(leaving.own, now: now))
            say("CONTRADICTS: it leaves about \(other) by theirs, \(own) by yours", .warning)
            say(
                "b keep both, their hour counts; m keep both, my hour counts; h theirs is newer: drop mine; e edit mine; Esc leaves it for later",
                .dim)
        } else {
            say("b keep both, h theirs is newer: drop mine, e edit mine, Esc leaves it for later", .dim)
        }
        let who = sheet.theirs.last?.actor ?? ""
        let inside = frame(
            "NOT SAVED: \(who) wrote about \(sheet.name.text) while you typed", rows: rows.count, on: &canvas)
        for (place, row) in rows.enumerated().prefix(inside.height) {
            canvas.put(row.0, row: inside.row + place, column: inside.column, width: inside.width, role: row.1)
        }
        canvas.cursor = Canvas.Position(row: inside.row, column: inside.column)
    }

    /// What was typed, as it would be saved.
    private func ownWords(of form: Form) -> Message {
        guard let draft = try? readDrafts(of: form).last else {
            return .verbatim(form.fields.map(\.text).filter { !$0.isEmpty }.joined(separator: ", "))
        }
        return words(of: draft)
    }
}

extension AppState {
    /// Where the officer lets a colleague's hour count, the own one stays in the words of the report.
    func yielding(_ drafts: [Draft], _ form: Form) -> [Draft] {
        guard form.yields else { return drafts }
        return drafts.map { draft in
            guard case .delivery(.reportReceived(var report)) = draft.event, let estimate = report.exitEstimate else {
                return draft
            }
            report.text = catalogue.text("\(report.text) (leaves about \(face.moment(estimate, now: now)))")
            report.exitEstimate = nil
            var kept = draft
            kept.event = .delivery(.reportReceived(report))
            return kept
        }
    }
}

extension Entry {
    fileprivate var exitEstimate: Instant? { event.exitEstimate }
}

extension Event {
    /// When a report says that the load leaves.
    fileprivate var exitEstimate: Instant? {
        if case .delivery(.reportReceived(let report)) = self { report.exitEstimate } else { nil }
    }
}

extension Form {
    /// The delivery that it is about.
    var delivery: SubjectName? {
        switch purpose {
        case .delivery(let purpose): purpose.name
        case .phone(let name): name
        case .heard(let name, _), .planLeg(let name), .endDelivery(let name), .sendRequest(let name),
            .transferEvidence(let name), .closeDelivery(let name), .like(let name, _):
            name
        default: nil
        }
    }
}
