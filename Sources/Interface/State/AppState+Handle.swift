import Keyboards
import Model
import Screen
import Settings
import Wording

extension AppState {
    /// The one way to change the state: takes an input, returns what the outside world is to do.
    ///
    /// - Parameter real: when it came, on the real clock; nil for the time of the last tick.
    package mutating func handle(_ input: Input, at real: Instant? = nil) -> [Effect] {
        if let real { self.real = max(self.real, real) }
        let (before, wasTyping, typed) = (notice, isTyping, typedForm)
        if case .key(let key) = input, key != .resized, key != .redraw {
            bell.last = nil
            sessionClock.noteKey()
            noteKey()
        }
        let effects = take(input)
        if notice != before { noticeSince = self.real }
        settleFilter()
        // What is typed into a form moves no list.
        if case .key = input, wasTyping, isTyping {} else { settleLists() }
        if case .pick(var pick) = overlay {
            settle(&pick)
            overlay = .pick(pick)
        }
        return effects + wanted() + keepTyped(since: typed)
    }

    private var isTyping: Bool { if case .form = overlay { true } else { false } }

    private mutating func take(_ input: Input) -> [Effect] {
        if isVeiling, input.isOfTheLog { return [] }
        switch input {
        case .key(let key): return take(key)
        case .resized(let width, let height):
            self.width = width
            self.height = height
            return []
        case .tick(let now, let real):
            liveNow = now
            self.real = real
            if mode == .live { self.now = now }
            if let notice, !notice.isError, let noticeSince, real - noticeSince >= .seconds(5) { self.notice = nil }
            return ringByTime() + keepSeen()
        case .moved(let board, let new): return moved(to: board, new: new)
        case .history(let name, let history):
            histories[name] = history
            proposePaperRow()
        case .matches(let name, let found): return takeMatches(found, of: name)
        case .logPage(let from, let entries): takeLogPage(from: from, entries)
        case .found(let entries, let searchedTo, let generation, let isLast):
            guard generation == log.generation else { return [] }
            return takeHits(entries, searchedTo: searchedTo, isLast: isLast)
        case .foundRecord(let index, let generation): return foundRecord(index, generation: generation)
        case .copied(let path, let fault, let isOffered): copied(to: path, fault, isOffered)
        case .backlog(let known): backlog = known
        case .heldMessages(let messages): heldBeyond = Dictionary(messages.map { ($0.name, $0) }) { first, _ in first }
        case .persons(let name, let words): takePersons(name, words)
        case .contacts(let texts): contacts.merge(texts) { _, new in new }
        case .raw(let index, let words, let text, let isSound): takeRaw(index, words, text, isSound)
        case .saved(let index, let subject):
            saved(index, subject)
            return leaveTheCentre() + openConsulted()
        case .pasteRead(let message, let generation): takePaste(message, generation: generation)
        case .heldRead(let name, let draft): return takeHeld(name, draft)
        case .composed(let composed): takeComposed(composed)
        case .requestComposed(let composed): takeComposed(composed)
        case .notSaved(let message):
            if isSigningOn { return signOnRefused(message) }
            notSaved(message)
        case .veiled(let board, let recent, let isOn): return takeVeiled(board, recent: recent, isOn: isOn)
        case .reviewing(let board, let instant): return startReviewing(board, at: instant)
        case .reviewEnded: endReviewing()
        case .certified(let size): certified = size
        case .withdrawn(let numbers): withdrawn = numbers
        case .handlings(let all): handlings = all
        case .language(let catalogue):
            speak(catalogue)
            // The words that stand for hidden ones are of the language, too.
            return isVisitor ? [.veil(veilWords)] : []
        case .words(let catalogues): otherWords = catalogues
        case .places(let gazetteer): takePlaces(gazetteer)
        case .health, .handovers, .past, .handoverFigures, .handoverBoard, .offeredBoard, .certificate:
            return takePast(input)
        case .theme(let name): themeName = name
        case .themes(let cards): themes = cards
        case .keymap(let keymap): take(keymap)
        case .obstacle(let message):
            obstacleSince = message == nil ? nil : obstacleSince ?? real
            obstacle = message
        case .views(let bytes): takeViews(bytes)
        case .failed(let message): notice = Notice(message: forEverybody(message), isError: true)
        case .seen(let text, let size): takeSeen(text, size: size)
        case .drafts(let text): takeDrafts(text)
        case .preferences(let new): adopt(new)
        case .symbols(let ladder): symbols = ladder
        case .told(let message): notice = Notice(message: forEverybody(message), isError: false)
        case .uptime, .secretTyped, .keysAtHand, .keyOpened, .keyNotOpened, .passphraseChanged, .roll, .leaf:
            return takeOfSession(input)
        }
        return []
    }

    private mutating func takeHits(_ entries: [Entry], searchedTo: Int64, isLast: Bool) -> [Effect] {
        // A hit in words that are withheld would say what stands there.
        log.entries = entries.reversed().filter { !withholdsRecords(of: $0.subject) } + log.entries
        log.searchedTo = searchedTo
        log.isSearchOver = isLast
        log.isLoading = !isLast
        return isLast && log.entries.isEmpty ? searchNext() : []
    }

    /// What a screen came to need by the input, such as a page of the log that scrolled into sight.
    private mutating func wanted() -> [Effect] {
        // Whether a consent is for another crossing depends on the other names of that crossing.
        if !hasAskedForPlaces, board.hasConsentElsewhere(at: now) { return askForPlaces() }
        switch screen {
        case .watch, .board:
            guard screen == .watch || plan.showsTheWatch else { return [] }
            let history = shownWatch.flatMap { histories[$0] == nil ? [Effect.loadHistory($0)] : nil } ?? []
            return history + (screen == .watch ? wantedContacts() : [])
        case .log: return scrolledLogPage()
        case .directory, .directoryState, .directoryEntry: return wantedOfDirectory()
        case .handover: return wantedHandover()
        case .subject(let name) where name.area == .deliveries: return wantedContacts()
        default: break
        }
        return []
    }

    /// How to reach people whose payload was not asked for yet.
    mutating func wantedContacts() -> [Effect] {
        let new = board.onCall(at: now).compactMap(\.contact).filter { !askedContacts.contains($0) }
        guard !new.isEmpty else { return [] }
        askedContacts.formUnion(new)
        return [.loadContacts(new)]
    }

    /// The watch whose log is shown: the one that runs, else the last one.
    var shownWatch: SubjectName? { board.watch?.name ?? board.newestWatch?.name }

    private mutating func scrolledLogPage() -> [Effect] {
        guard filter.isEmpty, !log.isLoading, let first = log.entries.first, let last = log.entries.last else {
            return []
        }
        let list = lists[.records] ?? ListState()
        if list.cursor < 40, first.index > 0 {
            log.isLoading = true
            return [.loadLog(from: max(0, first.index - Int64(LogWindow.pageSize / 2)), limit: LogWindow.pageSize)]
        }
        if list.cursor > log.entries.count - 40, last.index < board.size - 1, !log.isFollowing {
            log.isLoading = true
            return [.loadLog(from: max(0, last.index - Int64(LogWindow.pageSize / 2)), limit: LogWindow.pageSize)]
        }
        return []
    }

    /// What the person chose on the screen meanwhile stays, unless the same thing changed in the file.
    private mutating func adopt(_ new: Preferences) {
        if new.zone != preferences.zone { zone = new.zone }
        if new.arrangement != preferences.arrangement { arrange(new.arrangement) }
        if new.keyboards != preferences.keyboards {
            configuredLayouts = KeyboardLayout.order(in: new)
            layoutSeen = nil
        }
        if new.usesMouse != preferences.usesMouse { isMouseOn = new.usesMouse }
        bell.isOn = new.sound == .bell
        bell.intervals = new.bellIntervals
        preferences = new
        ladders = EscalationLadders(new)
        takeLadders()
    }

    /// Who is called after how long is a matter of the settings, which no log knows.
    mutating func takeLadders() {
        if !places.isEmpty, !board.knowsPlaces { board.take(places: places.knowledge) }
        if board.ladders != ladders { board.ladders = ladders }
        if let live = liveBoard, live.ladders != ladders { liveBoard?.ladders = ladders }
    }

    // MARK: The log moves

    private mutating func moved(to board: Board, new: [Entry]) -> [Effect] {
        guard mode == .live else {
            liveBoard = board
            guard isFrozen, new.contains(where: { AppState.isFirstPriority($0) }) else { return ring(new) }
            let effects = toggleFreeze()
            notice = Notice(message: "A new alert of priority 1: the picture runs again.", isError: true)
            return effects + ring(new)
        }
        self.board = board
        askRoads(since: new)
        let ended = endIfRevoked()
        recent = AppState.folded(recent, adding: new)
        var effects = ended + ring(new)
        for name in Set(new.map(\.subject)) where histories[name] != nil {
            let isShown = screens.contains(.subject(name)) || shownWatch == name || paperSheet == name
            if isShown { effects.append(.loadHistory(name)) } else { histories[name] = nil }
        }
        if histories.count > 40 {
            histories = histories.filter {
                screens.contains(.subject($0.key)) || $0.key == shownWatch || $0.key == paperSheet
            }
        }
        extendLog(with: new)
        // What somebody settled is no longer held, whether the board had it or not.
        for entry in new where entry.subject.area == .intake { heldBeyond[entry.subject] = nil }
        return effects + wantedMatches(for: new)
    }

    private mutating func extendLog(with new: [Entry]) {
        guard let last = log.entries.last, let first = new.first else { return }
        if filter.isEmpty, screen == .log, last.index + 1 == first.index {
            log.entries = Array((log.entries + new).suffix(LogWindow.pageSize * 3))
        } else if !filter.isEmpty {
            log.entries += new.filter { filter.matches($0) && $0.index > last.index }
        }
        if log.isFollowing, screen == .log { lists[.records]?.jumpToEnd() }
    }

    private static func isFirstPriority(_ entry: Entry) -> Bool {
        if case .alert(.raised(let raised)) = entry.event { raised.priority == 1 } else { false }
    }

    private mutating func takeLogPage(from: Int64, _ entries: [Entry]) {
        // A page that was asked for before a search began comes too late.
        guard filter.isEmpty else { return }
        log.isLoading = false
        log.entries = entries
        if let wanted = log.wanted {
            log.wanted = nil
            lists[.records, default: ListState()].select(
                "#\(wanted)", of: entries.map { "#\($0.index)" }, height: listHeight(of: .records))
        } else if log.isFollowing {
            lists[.records, default: ListState()].jumpToEnd()
        }
    }

    // MARK: Saving

    private mutating func saved(_ index: Int64, _ subject: SubjectName) {
        isSaving = false
        lastSaved = index
        ownEntries.append(index)
        if case .form(let form) = overlay, form.isSaving {
            dropDraft(of: form)
            overlay = nextPaper(after: form).map { .form($0) }
            goOnSayingBack(after: form)
        }
        switch overlay {
        case .paste(let sheet) where sheet.isSaving: overlay = nil
        case .release(let sheet) where sheet.isWorking && sheet.composed != nil: overlay = nil
        case .request(let sheet) where sheet.isWorking && sheet.composed != nil: overlay = nil
        default: break
        }
        notice = Notice(message: savedSentence(index, subject), isError: false)
        hearing = nil
        if let form = stowed?.form, form.isSaving {
            dropDraft(of: form)
            stowed?.form = nil
        }
        if isSigningOn { signedOn() }
    }

    private mutating func notSaved(_ message: Message) {
        consulting = nil
        givingOut = nil
        hearing = nil
        let message = forEverybody(message)
        isSaving = false
        if case .form(var form) = overlay, form.isSaving {
            form.isSaving = false
            form.fault = message
            overlay = .form(form)
        } else if case .paste(var sheet) = overlay, sheet.isSaving {
            (sheet.isSaving, sheet.fault) = (false, message)
            overlay = .paste(sheet)
        } else if case .release(var sheet) = overlay, sheet.isWorking {
            (sheet.isWorking, sheet.fault) = (false, message)
            overlay = .release(sheet)
        } else if case .request(var sheet) = overlay, sheet.isWorking {
            (sheet.isWorking, sheet.fault) = (false, message)
            overlay = .request(sheet)
        } else if stowed?.form?.isSaving == true {
            // It may name what is hidden now; whoever comes back reads it in the form.
            stowed?.form?.isSaving = false
            stowed?.form?.fault = message
        } else {
            notice = Notice(message: message, isError: true)
        }
    }

    // MARK: Review

    private mutating func startReviewing(_ board: Board, at instant: Instant) -> [Effect] {
        if liveBoard == nil { liveBoard = self.board }
        self.board = board
        askRoads()
        mode = .review(instant)
        now = instant
        recent = []
        histories = [:]
        matches = [:]
        handoverBoard = nil
        log = LogWindow()
        return loads()
    }

    private mutating func endReviewing() {
        if let liveBoard { board = liveBoard }
        liveBoard = nil
        askRoads()
        mode = .live
        now = liveNow
        histories = [:]
        matches = [:]
        handoverBoard = nil
        log = LogWindow()
        screens = [.board]
    }
}
