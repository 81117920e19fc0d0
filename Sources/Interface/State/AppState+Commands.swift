import Model
import Screen
import Wording

extension AppState {
    /// Runs a command by name; says why when it cannot run.
    mutating func run(_ name: String, _ argument: String = "") -> [Effect] {
        guard let command = Command.named(name) else {
            notice = Notice(message: Command.unknown(name), isError: true)
            return []
        }
        let argument = understood(argument.trimmingBlanks, for: command)
        if command.argument == .none, !argument.isEmpty {
            notice = Notice(message: "“\(command.name)” takes nothing after it.", isError: true)
            return []
        }
        guard command.takesSubject, let word = argument.split(separator: " ").first.map(String.init),
            let named = subject(named: word) ?? command.mustName(word)
        else { return runHere(command, argument) }
        guard case .success(let name) = named else {
            notice = Notice(message: "There is no open “\(word)” on the board.", isError: true)
            return []
        }
        // The command acts on the subject that is named, wherever the cursor is.
        let before = screens
        screens.append(.subject(name))
        defer { screens = before }
        return runHere(command, argument.dropFirst(word.count).trimmingPrefix { $0 == " " }.description)
    }

    private mutating func runHere(_ command: Command, _ argument: String) -> [Effect] {
        // What is named does not have to be under the cursor.
        if let reason = command.unavailable(in: self, isNamed: command.name == "open" && !argument.isEmpty) {
            notice = Notice(message: reason, isError: true)
            return []
        }
        return command.run(&self, argument)
    }

    struct NotOnTheBoard: Error {}

    /// The subject that a word names: a whole name, or the number that the board prints. Nil when the word is no name at all.
    func subject(named word: String) -> Result<SubjectName, NotOnTheBoard>? {
        if let name = SubjectName(word.uppercased()) {
            return !withholds(name) && (board.subject(name) != nil || histories[name]?.subject != nil)
                ? .success(name) : .failure(NotOnTheBoard())
        }
        guard (3...6).contains(word.utf8.count), word.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
            return nil
        }
        let known = board.alerts.keys.filter { $0.short == word } + board.deliveries.keys.filter { $0.short == word }
        return known.count == 1 && !withholds(known[0]) ? .success(known[0]) : .failure(NotOnTheBoard())
    }

    mutating func append(_ draft: Draft) -> [Effect] { append([draft]) }

    /// Writes what one person may; proposes what takes two; asks for the passphrase first where nobody typed for a while.
    /// All of them are saved in one step, or none is.
    mutating func append(_ drafts: [Draft]) -> [Effect] {
        consulting = drafts.first?.openedRecord
        hearing = nil
        var written = drafts.map { inTwoSteps($0) }
        proposing = zip(written, drafts).first { $0 != $1 }?.1.event.kind
        // What speaks of a subject that is only proposed waits until it is there.
        if proposing != nil { written.removeAll { $0.naming != nil } }
        notice = nil
        if case .open(let seat) = session, mustProve {
            var form: Form?
            if case .form(let open) = overlay { form = open }
            form?.isSaving = false
            return askPassphrase(.sign(written), of: seat.officer, as: seat.role, over: form)
        }
        isSaving = true
        return [.append(written)]
    }

    /// Opens a form, or sends it at once when the command line gave all its answers.
    mutating func ask(_ form: Form, answers: [String]) -> [Effect] {
        var form = form
        // A new call is another call: what was begun before is offered, and comes back with one key.
        if form.purpose == .raiseAlert { form.draft = freeDraft }
        if answers.isEmpty, form.purpose != .raiseAlert, let draft = drafts[form.draftKey] { form.take(draft) }
        for (place, answer) in answers.enumerated() where place < form.fields.count {
            form.fields[place].input = TextField(answer)
        }
        // A time that another layout typed is shown before it is saved.
        let doubtful = form.fields.firstIndex { typedTime(in: $0)?.layout != nil }
        if !answers.isEmpty, answers.count >= form.fields.count, doubtful == nil { return submit(form) }
        let empty = form.fields.firstIndex { if case .choice = $0.kind { false } else { $0.isEmpty } }
        // The login name is offered, but a full name is asked for first.
        form.focus = form.asksForFirst ? 0 : doubtful ?? empty ?? 0
        overlay = .form(form)
        return []
    }

    /// Turns answers into an event; what cannot be taken stays on the screen with the reason.
    mutating func submit(_ form: Form) -> [Effect] {
        if let conflict = conflict(with: form) { return show(conflict) }
        let opened = form
        var form = renewed(opened)
        if let moved = movedSinceOpened(opened, form) {
            form.fault = moved
            overlay = .form(form)
            return []
        }
        do throws(FormFault) {
            let drafts = yielding(try readDrafts(of: form), form)
            if drafts.isEmpty { return openFullForm(of: form) }
            form.fault = nil
            if let question = unusualAmount(in: form), form.asked != form.seized {
                form.asked = form.seized
                form.fault = "\(question) \(wayToSave) saves it all the same."
                form.focus = form.seizedField ?? form.focus
                overlay = .form(form)
                return []
            }
            form.isSaving = true
            overlay = .form(form)
            return append(drafts)
        } catch {
            form.fault = error.message
            form.focus = error.field
            overlay = .form(form)
            return []
        }
    }

    /// The entry that `withdraw` is about: the one under the cursor on a list of entries, else the last one written here.
    var withdrawalTarget: (Int64, SubjectName)? {
        if let index = selectedEntry, let entry = knownEntry(index), entry.actor == officer {
            return (index, entry.subject)
        }
        guard let last = ownEntries.last, let entry = knownEntry(last) else { return nil }
        return (last, entry.subject)
    }

    /// An entry by its number, when this officer wrote it and it is known here.
    func ownEntry(_ index: Int64) -> (Int64, SubjectName)? {
        knownEntry(index).flatMap { $0.actor == officer ? (index, $0.subject) : nil }
    }

    /// Why an entry of a handover stays, before anybody types a reason.
    func refusal(withdrawing index: Int64) -> Refusal? {
        guard let entry = knownEntry(index) else { return nil }
        return entry.refusalOfHandover(isOver: entry.subject != board.watch?.name)
    }

    func words(ofEntry index: Int64) -> Message { knownEntry(index)?.message(face, now: now) ?? "not loaded" }

    func knownEntry(_ index: Int64) -> Entry? {
        recent.last { $0.index == index } ?? log.entries.first { $0.index == index }
            ?? histories.values.lazy.flatMap(\.entries).first { $0.index == index }
    }
}
