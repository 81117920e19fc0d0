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
        if let reason = command.unavailable(in: self) {
            notice = Notice(message: reason, isError: true)
            return []
        }
        return command.run(&self, argument)
    }

    struct NotOnTheBoard: Error {}

    /// The subject that a word names: a whole name, or the number that the board prints. Nil when the word is no name at all.
    func subject(named word: String) -> Result<SubjectName, NotOnTheBoard>? {
        if let name = SubjectName(word.uppercased()) {
            return board.subject(name) != nil || histories[name]?.subject != nil
                ? .success(name) : .failure(NotOnTheBoard())
        }
        guard (3...6).contains(word.utf8.count), word.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
            return nil
        }
        let known = board.alerts.keys.filter { $0.short == word } + board.deliveries.keys.filter { $0.short == word }
        return known.count == 1 ? .success(known[0]) : .failure(NotOnTheBoard())
    }

    mutating func append(_ draft: Draft) -> [Effect] {
        isSaving = true
        notice = nil
        return [.append([draft])]
    }

    /// Opens a form, or sends it at once when the command line gave all its answers.
    mutating func ask(_ form: Form, answers: [String]) -> [Effect] {
        var form = form
        if answers.isEmpty, let draft = drafts[form.draftKey] { form.take(draft) }
        for (place, answer) in answers.enumerated() where place < form.fields.count {
            form.fields[place].input = TextField(answer)
        }
        // A time that another layout typed is shown before it is saved.
        let doubtful = form.fields.firstIndex { typedTime(in: $0)?.layout != nil }
        if !answers.isEmpty, answers.count >= form.fields.count, doubtful == nil { return submit(form) }
        let empty = form.fields.firstIndex { if case .choice = $0.kind { false } else { $0.isEmpty } }
        form.focus = doubtful ?? empty ?? 0
        overlay = .form(form)
        return []
    }

    /// Turns answers into an event; what cannot be taken stays on the screen with the reason.
    mutating func submit(_ form: Form) -> [Effect] {
        var form = form
        do throws(FormFault) {
            let draft = try form.draft(zone: zone, now: now)
            form.fault = nil
            form.isSaving = true
            overlay = .form(form)
            return append(draft)
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

    func words(ofEntry index: Int64) -> Message { knownEntry(index)?.message(face, now: now) ?? "not loaded" }

    func knownEntry(_ index: Int64) -> Entry? {
        recent.last { $0.index == index } ?? log.entries.first { $0.index == index }
            ?? histories.values.lazy.flatMap(\.entries).first { $0.index == index }
    }

    // MARK: Screens

    mutating func home() -> [Effect] {
        screens = [.board]
        isZoomed = false
        return []
    }

    mutating func open(_ screen: ScreenID) -> [Effect] {
        if self.screen != screen { screens.append(screen) }
        isZoomed = false
        return loads()
    }

    /// What the screen shows and does not have yet.
    func loads() -> [Effect] {
        switch screen {
        case .subject(let name): [.loadHistory(name)]
        case .watch: board.watch.map { [.loadHistory($0.name)] } ?? []
        case .log: logLoads()
        case .board:
            plan.showsTheWatch ? board.watch.map { [.loadHistory($0.name)] } ?? [] : []
        case .alerts, .deliveries: []
        }
    }

    func logLoads() -> [Effect] {
        guard filter.isEmpty else { return [.searchLog(filter, before: board.size, generation: log.generation)] }
        return [.loadLog(from: max(0, board.size - Int64(LogWindow.pageSize)), limit: LogWindow.pageSize)]
    }

    mutating func openSelection() -> [Effect] {
        if focusedPanel == .timeline || focusedPanel == .watchLog { return openRaw() }
        if let run = selectedRun { return openLog(at: run.first.index) }
        if let name = selectedSubject, name.area != .logKeeping { return open(.subject(name)) }
        return openRaw()
    }

    /// Opens a subject by any name that the board prints, or `#n`, the log at that record.
    mutating func openNamed(_ word: String) -> [Effect] {
        if word.hasPrefix("#"), let index = Int64(word.dropFirst()), index >= 0, index < board.size {
            return openLog(at: index)
        }
        if case .success(let name)? = subject(named: word) { return open(.subject(name)) }
        // A closed subject is not on the board; its page says so when the log does not know it either.
        if let name = SubjectName(word.uppercased()) { return open(.subject(name)) }
        var line = CommandLine(typed: "open \(word)")
        let fitting = completions(for: line)
        if fitting.count == 1, let name = SubjectName(fitting[0].text) { return open(.subject(name)) }
        if fitting.count > 1 {
            line.field = TextField(line.typed)
            line.fault = "\(fitting.count) subjects fit “\(word)”; Tab chooses one."
            overlay = .commandLine(line)
            return []
        }
        notice = Notice(
            message: "“\(word)” is no subject and no record; try AL-2026-0001, 0001 or #4711.", isError: true)
        return []
    }

    /// The log screen with one record under the cursor.
    mutating func openLog(at index: Int64) -> [Effect] {
        if screen != .log { screens.append(.log) }
        filters[.log] = nil
        flipped[.log] = nil
        return showRecord(index)
    }

    /// Loads the part of the log around a record and puts the cursor on it.
    mutating func showRecord(_ index: Int64) -> [Effect] {
        log.entries = []
        log.isFollowing = false
        log.isLoading = true
        log.wanted = index
        return [.loadLog(from: max(0, index - Int64(LogWindow.pageSize / 2)), limit: LogWindow.pageSize)]
    }

    mutating func openRaw() -> [Effect] {
        guard let index = selectedEntry else { return [] }
        overlay = .raw
        log.raw = nil
        log.rawFirst = 0
        return [.loadRaw(index)]
    }

    mutating func goBack() -> [Effect] {
        notice = nil
        if isZoomed {
            isZoomed = false
            return []
        }
        if let text = filters[screen], !text.isEmpty {
            filters[screen] = nil
            flipped[screen] = nil
            let wasHiding = marking.remove(screen) == nil
            return screen == .log && wasHiding ? logLoads() : []
        }
        if looks.subset != nil {
            looks.subset = nil
            return []
        }
        if screens.count > 1 {
            screens.removeLast()
            return loads()
        }
        if isFrozen { return toggleFreeze() }
        if isReviewing { return [.endReview] }
        notice = Notice(message: "This is the board. :quit leaves the program.", isError: false)
        return []
    }

    // MARK: Looking

    mutating func startFilter(_ argument: String) -> [Effect] {
        if argument.isEmpty {
            overlay = .filter(FilterLine(filters[screen] ?? "", isMarking: marking.contains(screen)))
            return []
        }
        return setFilter(argument)
    }

    /// Searches the screen for a text; hides the other rows, or marks those that fit.
    mutating func setFilter(_ text: String, isMarking: Bool? = nil) -> [Effect] {
        let hidBefore = filter
        filters[screen] = text.isEmpty ? nil : text
        flipped[screen] = nil
        if isMarking == true { marking.insert(screen) } else if isMarking == false { marking.remove(screen) }
        guard screen == .log, filter != hidBefore else { return [] }
        // What was found is shown with its neighbours, once nothing is hidden any more.
        if isMarking == true, let index = selectedEntry { return showRecord(index) }
        log.generation += 1
        log.entries = []
        log.searchedTo = nil
        log.isSearchOver = false
        log.isLoading = true
        return logLoads()
    }

    mutating func toggleFreeze() -> [Effect] {
        if isFrozen {
            mode = .live
            if let liveBoard { board = liveBoard }
            liveBoard = nil
            now = liveNow
        } else {
            mode = .frozen(since: now)
            liveBoard = board
        }
        return loads()
    }

    mutating func toggleFollow() -> [Effect] {
        log.isFollowing.toggle()
        guard log.isFollowing else { return [] }
        return moveCursor(by: 1_000_000_000)
    }

    mutating func cycleZone(_ argument: String) -> [Effect] {
        if !argument.isEmpty {
            guard let named = Zone.named(argument) else {
                notice = Notice(message: "“\(argument)” is not a zone; try Almaty, UTC or +05.", isError: true)
                return []
            }
            zone = named
        } else {
            let zones = zonesApart
            zone = zones[((zones.firstIndex(of: zone) ?? -1) + 1) % zones.count]
        }
        let offset = Zone.offsetText(zone.offset(at: now))
        notice = Notice(
            message: "Times are shown for \(zone.place ?? .verbatim(zone.name)), \(offset).", isError: false)
        return []
    }

    /// The Centre, UTC, and then one zone for each other offset, from west to east.
    private var zonesApart: [Zone] {
        let others = Zone.all.sorted { ($0.offset(at: now), $0.name) < ($1.offset(at: now), $1.name) }
        var zones: [Zone] = [.almaty, .utc]
        for zone in others where !zones.contains(where: { $0.offset(at: now) == zone.offset(at: now) }) {
            zones.append(zone)
        }
        return zones
    }

    mutating func startReview(_ argument: String) -> [Effect] {
        if let instant = ISO8601.instant(argument) { return [.review(instant)] }
        let entry = TimeEntry(zone: zone, now: now)
        switch TypedTime.read(argument, on: layouts, { entry.read($0, .past) }) {
        case .success(let time): return [.review(time.instant)]
        case .failure(let fault):
            if let end = entry.endOfDay(argument) {
                return say("A day alone is shown as it ended: \(face.stamp(end)). Add a time for another moment.")
                    + [.review(end)]
            }
            notice = Notice(message: fault.message, isError: true)
            return []
        }
    }

    mutating func changeLanguage(_ argument: String) -> [Effect] {
        let codes = languages.map(\.rawValue)
        let next = codes[((codes.firstIndex(of: catalogue.language.rawValue) ?? -1) + 1) % max(1, codes.count)]
        let code = argument.isEmpty ? next : argument.lowercased()
        guard codes.contains(code) else {
            notice = Notice(
                message: "There is no language “\(code)”; there are: \(codes.joined(separator: ", ")).", isError: true)
            return []
        }
        return [.setLanguage(code)]
    }
}
