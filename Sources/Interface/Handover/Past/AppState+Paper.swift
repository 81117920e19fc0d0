import Keyboards
import Model
import Wording

/// A row of paper as it is understood now.
struct PaperReading {
    let sheet: Shift
    let row: Int
    let line: PaperLine
    let at: Instant
    let leaves: Instant?
    /// Whose word it is, as it is written on the row.
    let who: String?
}

extension Form {
    static func paper(_ sheet: SubjectName, row: Int, who: String = "") -> Form {
        var form = Form(
            .paper(sheet), title: "Paper of \(sheet.text): 0214 uzb 014 queue 40 trucks",
            fields: [
                Field("Sheet", sheet.text, hint: "the name that is printed before each row"),
                Field("Row", String(row), hint: "the number that is printed before the row"),
                Field("Who", who, hint: "as it is written on the row; may stay empty"),
                Field(
                    "Written",
                    hint:
                        "time, with its day where needed, then the words; a State and a number, or the name of an alert"
                )
                .about(.line),
            ])
        form.fields[PaperField.row].isProposed = true
        form.focus = PaperField.written
        return form
    }

    /// The sheet that is named in the form.
    var paperSheet: SubjectName? {
        guard case .paper(let sheet) = purpose else { return nil }
        return SubjectName(fields[PaperField.sheet].text.uppercased()).flatMap { $0.area == .shifts ? $0 : nil }
            ?? sheet
    }

    enum PaperField {
        static let sheet = 0
        static let row = 1
        static let who = 2
        static let written = 3
    }
}

extension AppState {
    /// `:paper-row`, `:paper-row SH-2026-011`, `:paper-row 7 0214 line to Dushanbe is down`.
    mutating func openPaper(_ argument: String) -> [Effect] {
        var words = argument.split(separator: " ").map(String.init)[...]
        let named = words.first.flatMap { SubjectName($0.uppercased()) }
        if named != nil { words.removeFirst() }
        // What was written by hand stands on the sheet of the handover, which bears the name of the watch before.
        guard let sheet = named ?? board.watch?.started.relieves ?? shownWatch else { return [] }
        guard sheet.area == .shifts else {
            return say(
                "“\(sheet.text)” is no watch; a sheet bears the name of one, such as SH-2026-011.", isError: true)
        }
        var row = self.sheet(sheet)?.paper.next ?? 1
        // A number of four digits is a time.
        var isTyped = false
        if let first = words.first, first.count < 4, let number = Int(first) {
            (row, isTyped) = (number, true)
            words.removeFirst()
        }
        var form = Form.paper(sheet, row: row)
        if isTyped { form.fields[Form.PaperField.row].isProposed = false }
        if words.isEmpty, let draft = drafts[form.draftKey] { form.take(draft) }
        if !words.isEmpty { form.fill(.line, words.joined(separator: " ")) }
        overlay = .form(form)
        return [.loadHistory(sheet)]
    }

    /// Another sheet was named: it is read before its rows can be.
    func askForSheet(_ form: Form) -> [Effect] {
        guard let name = form.paperSheet, sheet(name) == nil, histories[name] == nil else { return [] }
        return [.loadHistory(name)]
    }

    /// A row that was proposed before its sheet was here, and is there already, gives way to the next one that is free.
    mutating func proposePaperRow() {
        guard case .form(var form)? = overlay, let name = form.paperSheet, let sheet = sheet(name) else { return }
        let field = form.fields[Form.PaperField.row]
        guard field.isProposed, let row = Int(field.text), sheet.paper.rows[row] != nil,
            let free = sheet.paper.free(after: row)
        else { return }
        form.fields[Form.PaperField.row].input = TextField(String(free))
        overlay = .form(form)
    }

    /// The watch whose sheet is being typed in.
    var paperSheet: SubjectName? { if case .form(let form) = overlay { form.paperSheet } else { nil } }

    /// The watch whose sheet it is: the one that runs, or one that was asked for.
    func sheet(_ name: SubjectName) -> Shift? {
        if let watch = board.shifts[name] { return watch }
        if case .shift(let watch)? = histories[name]?.subject { return watch }
        return nil
    }

    /// - Throws: what is missing or cannot be read, in one sentence
    func paperReading(of form: Form) throws(FormFault) -> PaperReading {
        guard let name = form.paperSheet else { throw FormFault(message: .verbatim(""), field: 0) }
        guard let sheet = sheet(name) else {
            let isRead = histories[name] != nil
            throw FormFault(
                message: isRead ? "There is no \(name.text) in this log." : "\(name.text) is being read.",
                field: Form.PaperField.sheet)
        }
        let rows = PaperRowEntered.rows
        guard let row = try form.number(Form.PaperField.row, in: rows.lowerBound...rows.upperBound) else {
            throw FormFault(
                message: "\(form.fields[Form.PaperField.row].label) is still empty.", field: Form.PaperField.row)
        }
        if let known = sheet.paper.rows[row] {
            throw FormFault(
                message: Refusal.paperRowKnown(name, row: row, entry: known.entry).message(face),
                field: Form.PaperField.row)
        }
        // Whoever wrote it by hand looked at the clock on the wall, whatever zone is shown here.
        let entry = TimeEntry(zone: Zone.centre(of: board), now: now)
        let line = PaperLine(
            form.fields[Form.PaperField.written].text, named: { PaperLine.subject($0, on: board) },
            readings: { [$0] + alternatives(of: $0).dropFirst() + digits(typedAs: $0) },
            days: { entry.dayLength($0, of: sheet) })
        guard let time = line.time else {
            throw FormFault(message: "The row begins with its time, such as 0214.", field: Form.PaperField.written)
        }
        if let unknown = line.unknown {
            throw FormFault(
                message: "There is no open \(unknown); “caricc handover paper” takes one that is closed.",
                field: Form.PaperField.written)
        }
        if line.text.isEmpty {
            throw FormFault(
                message: "\(form.fields[Form.PaperField.written].label): what was written is still missing.",
                field: Form.PaperField.written)
        }
        let (at, leaves): (Instant, Instant?)
        do throws(TimeEntryFault) {
            let told = try entry.onPaper(time, of: sheet)
            leaves = try line.eta.map { (text) throws(TimeEntryFault) in
                try TimeEntry(zone: entry.zone, now: told).deadline(text)
            }
            at = told
        } catch {
            throw FormFault(message: error.message, field: Form.PaperField.written)
        }
        if let refusal = sheet.paperRefusal(at: at, now: now) {
            throw FormFault(message: refusal.message(face), field: Form.PaperField.written)
        }
        return PaperReading(
            sheet: sheet, row: row, line: line, at: at, leaves: leaves,
            who: form.fields[Form.PaperField.who].optionalText)
    }

    private func digits(typedAs word: String) -> [String] {
        KeyboardLayout.digits(in: word, on: layouts).map { [$0.text] } ?? []
    }

    func paperDrafts(_ form: Form) throws(FormFault) -> [Draft] {
        let read = try paperReading(of: form)
        return read.line.events(row: read.row, leaves: read.leaves, who: read.who).map { told in
            Draft(.existing(told.about ?? read.sheet.name), told.event, at: read.at)
        }
    }

    /// The form of the row after this one, once it is saved.
    func nextPaper(after form: Form) -> Form? {
        guard let sheet = form.paperSheet, let row = Int(form.fields[Form.PaperField.row].text),
            row < PaperRowEntered.rows.upperBound
        else { return nil }
        let next = self.sheet(sheet)?.paper.free(after: row) ?? row + 1
        return .paper(sheet, row: next, who: form.fields[Form.PaperField.who].text)
    }

    // MARK: What is shown below it

    /// What it is about, when, how late and what is saved; nil for other forms, and while nothing is typed.
    func paperLines(of form: Form) -> [Message]? {
        guard form.paperSheet != nil, form.fields[Form.PaperField.written].isEmpty == false else { return nil }
        do throws(FormFault) {
            let read = try paperReading(of: form)
            let face = catalogue.clockFace(in: Zone.centre(of: board))
            let clock = face.moment(read.at, now: now)
            let age = now - read.at
            let when: Message =
                age >= .minutes(1)
                ? "when: \(clock) \(face.offsetText(read.at)), \(face.age(age)) ago: marked late"
                : "when: \(clock) \(face.offsetText(read.at))"
            let row: Message = "row \(read.row) of \(read.sheet.name.text)"
            return [read.who.map { "\(row), \($0)" } ?? row, when, paperWhat(read)]
        } catch {
            return [error.message]
        }
    }

    private func paperWhat(_ read: PaperReading) -> Message {
        guard let about = read.line.about else {
            // A number that stands further on names nothing, and that is said before it is saved.
            let words = read.line.text.split(separator: " ").map(String.init)
            guard let name = words.lazy.compactMap({ PaperLine.subject($0, on: board) }).first else {
                return "what: a line of the watch: \(read.line.text)"
            }
            return
                "what: a line of the watch, not of \(name.text), whose number would stand right behind the time: \(read.line.text)"
        }
        guard read.line.isReport else { return "what: a note on \(about.text): \(read.line.text)" }
        let report = read.line.report()
        let words = [report.place, report.text].compactMap { $0 }.joined(separator: ", ")
        guard let leaves = read.leaves else { return "what: \(report.from) reports about \(about.text): \(words)" }
        return
            "what: \(report.from) reports about \(about.text): \(words); leaves about \(face.moment(leaves, now: now))"
    }
}
