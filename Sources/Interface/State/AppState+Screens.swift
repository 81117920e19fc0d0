import Model
import Screen
import Wording

extension AppState {
    mutating func home() -> [Effect] {
        screens = [.board]
        isZoomed = false
        return []
    }

    mutating func open(_ screen: ScreenID) -> [Effect] {
        if case .subject(let name) = screen, let effects = consult(name) { return effects }
        if self.screen != screen { screens.append(screen) }
        isZoomed = false
        return loads()
    }

    /// What the screen shows and does not have yet.
    func loads() -> [Effect] {
        switch screen {
        case .subject(let name): [.loadHistory(name)] + matchLoads(of: name) + placeLoads(of: name)
        case .watch: shownWatch.map { [.loadHistory($0)] } ?? []
        case .log: logLoads()
        case .board:
            plan.showsTheWatch ? shownWatch.map { [.loadHistory($0)] } ?? [] : []
        case .state: placeLoads
        case .pastHandover, .figures: []
        case .alerts, .deliveries, .officers, .handover, .health, .directory, .directoryState, .directoryEntry: []
        }
    }

    func logLoads() -> [Effect] {
        guard filter.isEmpty else { return [.searchLog(filter, before: board.size, generation: log.generation)] }
        return [.loadLog(from: max(0, board.size - Int64(LogWindow.pageSize)), limit: LogWindow.pageSize)]
    }

    mutating func openSelection() -> [Effect] {
        if let effects = openDirectorySelection() { return effects }
        if let effects = openHandoverSelection() { return effects }
        if let waiting = selectedWaiting { return examine(waiting) }
        if foldUnderCursor != nil { return toggleFold() }
        if focusedPanel == .now { return openTab() }
        if focusedPanel == .timeline || focusedPanel == .watchLog { return openRaw() }
        if let run = selectedRun { return openLog(at: run.first.index) }
        if let name = rowSubject, name.area != .logKeeping { return open(.subject(name)) }
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

    mutating func openRaw() -> [Effect] { selectedEntry.map { showRaw($0) } ?? [] }

    /// The record with the words of a message: the one under the cursor where a message came with it, else that of the last
    /// message of the alert that is kept word for word.
    var receivedEntry: Int64? {
        guard let alert = selectedAlert else { return nil }
        let messages = alert.thread.messages
        let here = messages.first { $0.entry == selectedEntry && ($0.isKept || $0.direction == .sent) }
        return (here ?? messages.last { $0.isKept && $0.direction == .received })?.entry
    }

    mutating func openReceived() -> [Effect] { receivedEntry.map { showRaw($0) } ?? [] }

    private mutating func showRaw(_ index: Int64) -> [Effect] {
        if let name = selectedSubject, let effects = consult(name) { return effects }
        overlay = .raw
        log.raw = nil
        log.rawFirst = 0
        return [.loadRaw(index)]
    }

    /// The answer to `loadRaw`. Signed bytes cannot be shown in part: what names a record that is not for one stays closed.
    mutating func takeRaw(_ index: Int64, _ words: MessageWords?, _ text: String, _ isSound: Bool) {
        let texts = [words?.text, text].compactMap { $0 }
        let isNamed = handlings.keys.contains { name in withholds(name) && texts.contains { $0.names(name) } }
        guard !isNamed else {
            if overlay == .raw { overlay = nil }
            notice = Notice(message: "The record speaks of another one that is not for you.", isError: true)
            return
        }
        log.raw = .init(index: index, words: words, text: text, isSound: isSound)
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
}

extension String {
    /// Whether the name of a subject stands in it, and not as the beginning of a longer number.
    func names(_ name: SubjectName) -> Bool {
        ranges(of: name.text).contains { found in
            found.upperBound == endIndex || !("0"..."9").contains(self[found.upperBound])
        }
    }
}
