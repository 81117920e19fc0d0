import Model
import Screen
import Wording

/// A colleague wrote about the same delivery while the form was open: both words are shown, and the officer decides.
package struct ConflictSheet: Equatable, Sendable {
    let form: Form
    let name: SubjectName
    /// What the others wrote since, oldest first.
    let theirs: [Entry]
}

extension AppState {
    /// What somebody else wrote since the form was opened; nil where nobody did, and for forms of other things.
    func conflict(with form: Form) -> ConflictSheet? {
        guard let name = form.delivery, let expecting = form.expecting, let delivery = delivery(name),
            delivery.trail.last != expecting
        else { return nil }
        let known = (histories[name]?.entries ?? []) + recent.filter { $0.subject == name }
        var seen: Set<Int64> = []
        let theirs = known.filter { $0.index > expecting && $0.actor != officer && seen.insert($0.index).inserted }
            .sorted { $0.index < $1.index }
        return theirs.isEmpty ? nil : ConflictSheet(form: form, name: name, theirs: theirs)
    }

    /// Takes the form on from what is there now.
    func renewed(_ form: Form) -> Form {
        var form = form
        if form.expecting != nil, let name = form.delivery, let delivery = delivery(name) {
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
        let own: [Key] = ["b", "h", "e"].map { .character($0) }
        switch meaning(of: key, among: own) ?? key {
        case .character("b"): return submit(form)
        case .character("h"):
            overlay = nil
            drafts[form.draftKey] = nil
            notice = Notice(message: "Yours is dropped; theirs stands.", isError: false)
        case .character("e"), .enter: overlay = .form(form)
        case .escape:
            overlay = nil
            drafts[form.draftKey] = form
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
        say("b keep both, h theirs is newer: drop mine, e edit mine, Esc leaves it for later", .dim)
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

extension Form {
    /// The delivery that it is about.
    var delivery: SubjectName? {
        switch purpose {
        case .delivery(let purpose): purpose.name
        case .phone(let name): name
        case .heard(let name), .planLeg(let name), .endDelivery(let name), .sendRequest(let name),
            .transferEvidence(let name), .closeDelivery(let name), .like(let name, _):
            name
        default: nil
        }
    }
}
