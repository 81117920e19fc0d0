import Model
import Screen
import Wording

/// Signing on and off, the lock, and the passphrase that is asked for again.
extension AppState {
    /// The id that entries of this console bear.
    package var officer: String { session.seat?.officer ?? configuredOfficer }

    /// An officer by id, enrolled now or before.
    func officer(named id: String) -> Officer? { roll.officers[id] ?? board.officers[id] }

    /// Whether the passphrase is being asked for: what is typed then is nothing that the state may know.
    package var asksForPassphrase: Bool {
        if case .passphrase(let entry) = overlay { !entry.isChecking } else { false }
    }

    /// The passphrase is being tried.
    package var isCheckingPassphrase: Bool {
        if case .passphrase(let entry) = overlay { entry.isChecking } else { false }
    }

    /// One turn of the watch, after which everybody signs on anew.
    var turn: Span { (liveBoard ?? board).watch.map { $0.started.until - $0.from } ?? .hours(24) }

    /// Whether a clock of priority 1 runs for the one who sits here and has the watch: then nothing may stand in the way.
    var isPressed: Bool {
        let board = liveBoard ?? board
        guard let seat = session.seat, board.watch?.officerID == seat.officer else { return false }
        return board.needs(at: liveNow).contains { $0.priority == 1 }
    }

    /// Whether the next signature asks for the passphrase first.
    var mustProve: Bool { sessionClock.hasPaused && !isPressed }

    // MARK: Time

    /// The session's clock has gone on, with ticks and before keys.
    mutating func pass(to uptime: Int64) -> [Effect] {
        let rules = (liveBoard ?? board).rules
        sessionClock.advance(to: uptime, pause: .minutes(Int64(rules.signAgainMinutes)))
        switch session {
        case .desk, .signedOff: return []
        case .locked(let seat, _): return sessionClock.sinceSignOn >= turn ? end(seat, .idle) : []
        case .open(let seat):
            if isPressed { return [] }
            if sessionClock.sinceSignOn >= turn { return end(seat, .idle) }
            return sessionClock.idle >= .minutes(Int64(rules.lockMinutes)) ? lock() : []
        }
    }

    // MARK: Lock

    /// Locks before the process is stopped and its terminal is anybody's; nothing happens where nobody is signed on.
    package mutating func lockWhenLeft() -> [Effect] {
        let effects = lock()
        settleLists()
        return effects
    }

    mutating func lock() -> [Effect] {
        guard case .open(let seat) = session else { return [] }
        session = .locked(seat, since: real)
        return [.dropKey] + stow(of: seat.officer)
    }

    /// Puts away where the officer was and what they typed, so that it is there when they come back.
    private mutating func stow(of officer: String) -> [Effect] {
        var form: Form?
        switch overlay {
        case .form(let open): form = open
        case .passphrase(let entry): form = entry.form
        default: break
        }
        stowed = Stowed(
            officer: officer, screens: screens, filters: filters, marking: marking, subset: looks.subset,
            isZoomed: isZoomed, form: form)
        let isPast = isReviewing
        if isFrozen { _ = toggleFreeze() }
        (overlay, notice, pendingPrefix) = (nil, nil, nil)
        (screens, filters, marking, flipped) = ([.board], [:], [], [:])
        looks.subset = nil
        isZoomed = false
        return isPast ? [.endReview] : []
    }

    /// Gives the officer back what was put away; somebody else gets the board.
    private mutating func unstow(for officer: String) -> [Effect] {
        guard let stowed, stowed.officer == officer else {
            self.stowed = nil
            return loads()
        }
        self.stowed = nil
        (screens, filters, marking) = (stowed.screens, stowed.filters, stowed.marking)
        looks.subset = stowed.subset
        isZoomed = stowed.isZoomed
        overlay = stowed.form.map { .form($0) }
        return loads()
    }

    // MARK: On and off

    /// Signs an officer off, with the key if it is still there.
    private mutating func end(_ seat: Seat, _ cause: OfficerSignedOff.Cause) -> [Effect] {
        let effects = session.isLocked ? [] : stow(of: seat.officer)
        session = .signedOff
        return [.signOff(officer: seat.officer, cause), .dropKey] + effects
    }

    mutating func signOff() -> [Effect] {
        guard let seat = session.seat else { return [] }
        let effects = end(seat, .asked)
        stowed = nil
        notice = Notice(message: "\(seat.officer) is signed off.", isError: false)
        return effects
    }

    /// What leaving the program says in the log.
    package mutating func leave(_ cause: OfficerSignedOff.Cause) -> [Effect] {
        session.seat.map { end($0, cause) } ?? []
    }

    /// Asks who signs on, then in which role, then for the passphrase; what is said already is not asked.
    mutating func startSignOn(_ argument: String) -> [Effect] {
        if !argument.isEmpty { return chooseRole(of: argument.lowercased()) + [.lookForKeys] }
        return open(PickList(.officers)) + [.lookForKeys]
    }

    /// The officer's roles; asks for one where there are several.
    mutating func chooseRole(of id: String) -> [Effect] {
        overlay = nil
        guard let officer = officer(named: id), officer.isActive else {
            notice = Notice(message: Refusal.notEnrolled(id).message(face), isError: true)
            return []
        }
        let roles = officer.roles(at: liveNow)
        guard roles.count == 1 else { return open(PickList(.roles(of: id))) }
        return askPassphrase(.signOn, of: id, as: roles[0])
    }

    mutating func askPassphrase(
        _ purpose: PassphraseEntry.Purpose, of officer: String, as role: OfficerRole, over form: Form? = nil
    ) -> [Effect] {
        notice = nil
        var entry = PassphraseEntry(purpose, of: officer, as: role, over: form)
        if case .approval(let page) = overlay { entry.page = page }
        entry.notBefore = nextTry
        overlay = .passphrase(entry)
        return []
    }

    /// Comes back to a locked console.
    mutating func unlock() -> [Effect] {
        guard case .locked(let seat, _) = session else { return [] }
        return askPassphrase(.unlock, of: seat.officer, as: seat.role)
    }

    /// Acts in another role that the officer holds.
    mutating func changeRole(_ argument: String) -> [Effect] {
        guard case .open(var seat) = session, let officer = officer(named: seat.officer) else { return [] }
        let roles = officer.roles(at: liveNow)
        let typed = SearchFolding.fold(argument)
        guard !typed.isEmpty else { return open(PickList(.roles(of: seat.officer))) }
        let named = OfficerRole.allCases.filter { role in
            [role.rawValue, catalogue.text(role.message), Catalogue.english.text(role.message)].contains {
                SearchFolding.fold($0).starts(with: typed)
            }
        }
        guard named.count == 1 else {
            let all = OfficerRole.allCases.map { catalogue.text($0.message) }.joined(separator: ", ")
            notice = Notice(message: "“\(argument)” is no role; there are: \(all).", isError: true)
            return []
        }
        guard roles.contains(named[0]) else {
            notice = Notice(message: Refusal.roleNotHeld(seat.officer, named[0]).message(face), isError: true)
            return []
        }
        guard seat.role != named[0] else {
            notice = Notice(message: "You act as \(named[0].message) already.", isError: false)
            return []
        }
        seat.role = named[0]
        return act(as: seat)
    }

    /// Takes another role; the log says it as a sign-on in the new one.
    mutating func act(as seat: Seat) -> [Effect] {
        guard !mustProve else { return askPassphrase(.signOn, of: seat.officer, as: seat.role) }
        session = .open(seat)
        return [.takeSeat(officer: seat.officer, role: seat.role)] + signOnEntry(seat, isCopy: isKeyCopied)
    }

    private mutating func signOnEntry(_ seat: Seat, isCopy: Bool) -> [Effect] {
        guard let name = officer(named: seat.officer)?.name else { return [] }
        isSaving = true
        isSigningOn = true
        return [
            .append([Draft(.existing(name), .officer(.signedOn(OfficerSignedOn(console: consoleName, isCopy: isCopy))))]
            )
        ]
    }

    mutating func changePassphrase() -> [Effect] {
        guard let seat = session.seat else { return [] }
        return askPassphrase(.changeOld, of: seat.officer, as: seat.role)
    }

    /// What was put away on another console of the same officer, in words; nil where there is none.
    private func otherConsoles(of id: String) -> String? {
        let others = officer(named: id)?.sessions.filter { $0.console != consoleName } ?? []
        guard !others.isEmpty else { return nil }
        return others.map { "\($0.console) (\(face.moment($0.since, now: now)))" }.joined(separator: ", ")
    }

    // MARK: What became of the key

    mutating func keyOpened(isCopy: Bool) -> [Effect] {
        guard case .passphrase(let entry) = overlay, entry.isChecking else { return [.dropKey] }
        overlay = entry.form.map { .form($0) }
        nextTry = 0
        switch entry.purpose {
        case .signOn: return signOn(entry, isCopy: isCopy)
        case .unlock:
            guard case .locked(let seat, _) = session else { return [.dropKey] }
            session = .open(seat)
            sessionClock.noteProof()
            return [.takeSeat(officer: seat.officer, role: seat.role)] + unstow(for: seat.officer)
        case .sign(let drafts):
            sessionClock.noteProof()
            isSaving = true
            if var form = entry.form {
                form.isSaving = true
                overlay = .form(form)
            }
            return [.takeSeat(officer: entry.officer, role: entry.role), .append(drafts)]
        case .cosign(let name): return [.cosign(name, officer: entry.officer)]
        case .changeOld, .changeNew, .changeAgain: return []
        }
    }

    private mutating func signOn(_ entry: PassphraseEntry, isCopy: Bool) -> [Effect] {
        let seat = Seat(officer: entry.officer, role: entry.role, since: real)
        var effects: [Effect] = []
        if let before = session.seat, before.officer != seat.officer {
            if !session.isLocked { effects += stow(of: before.officer) }
            effects.append(.signOff(officer: before.officer, .relieved))
        }
        session = .open(seat)
        isKeyCopied = isCopy
        sessionClock.noteSignOn()
        effects.append(.takeSeat(officer: seat.officer, role: seat.role))
        effects += unstow(for: seat.officer) + signOnEntry(seat, isCopy: isCopy)
        if let others = otherConsoles(of: seat.officer) {
            signedOnElsewhere = others
        }
        return effects + goOnWithHandover()
    }

    /// Whoever was in the middle of a handover when a console was lost is there again.
    private mutating func goOnWithHandover() -> [Effect] {
        guard overlay == nil, screens == [.board], let watch = board.watch, watch.endedAt == nil else { return [] }
        let isOwn = watch.isHeld(by: officer) && watch.handover.begun != nil
        return isOwn || (watch.offer?.written != nil && isForMe(watch)) ? openHandover() : []
    }

    /// What the line says after a sign-on was saved.
    mutating func signedOn() {
        isSigningOn = false
        guard let seat = session.seat else { return }
        let words: Message = "Signed on: \(seat.officer), \(seat.role.message)"
        notice = Notice(
            message: signedOnElsewhere.map { "\(words); also signed on at \($0)" } ?? words,
            isError: false)
        signedOnElsewhere = nil
        if let draftOffer { notice = Notice(message: "\(words). \(draftOffer)", isError: true) }
        draftOffer = nil
    }

    /// The log did not take the sign-on: the one who tried it does not sit here.
    mutating func signOnRefused(_ message: Message) -> [Effect] {
        isSigningOn = false
        session = .signedOff
        overlay = nil
        notice = Notice(message: message, isError: true)
        return [.dropKey]
    }

    mutating func keyNotOpened(_ message: Message, wait: Span) {
        guard case .passphrase(var entry) = overlay else { return }
        entry.isChecking = false
        entry.count = 0
        entry.fault = message
        nextTry = sessionClock.uptime + wait.milliseconds
        entry.notBefore = nextTry
        if [.changeNew, .changeAgain].contains(entry.purpose) { entry.purpose = .changeOld }
        overlay = .passphrase(entry)
    }

    mutating func passphraseChanged() {
        overlay = nil
        sessionClock.noteProof()
        notice = Notice(message: "The passphrase is changed; the old one opens this key file no more.", isError: false)
    }

    // MARK: Typing

    /// The keys that may reach the state while a passphrase is typed.
    mutating func take(_ key: Key, in entry: PassphraseEntry) -> [Effect] {
        var entry = entry
        guard !entry.isChecking else { return [] }
        switch key {
        case .escape:
            overlay = entry.form.map { .form($0) } ?? entry.page.map { .approval($0) }
            if entry.form == nil, case .sign = entry.purpose {
                notice = Notice(message: "Not saved: nothing is signed without the passphrase.", isError: true)
            }
            if case .cosign(let name) = entry.purpose { return [.loadCertificate(name)] }
            return []
        case .enter: break
        default: return []
        }
        let wait = entry.notBefore - sessionClock.uptime
        if entry.count == 0 {
            entry.fault = "Nothing is typed yet."
        } else if wait > 0 {
            entry.fault = .plural(
                Int((wait + 999) / 1_000), one: "Wait %1 second more before the next try.",
                other: "Wait %1 seconds more before the next try.")
        } else {
            return finish(&entry)
        }
        overlay = .passphrase(entry)
        return []
    }

    private mutating func finish(_ entry: inout PassphraseEntry) -> [Effect] {
        entry.fault = nil
        let officer = entry.officer
        defer { overlay = .passphrase(entry) }
        switch entry.purpose {
        case .changeOld, .changeNew:
            entry.purpose = entry.purpose == .changeOld ? .changeNew : .changeAgain
            entry.count = 0
            return [.keepPassphrase]
        case .changeAgain:
            entry.isChecking = true
            return [.changePassphrase(officer: officer)]
        case .signOn, .unlock, .sign, .cosign:
            entry.isChecking = true
            return [.openKey(officer: officer)]
        }
    }

    /// How many characters there are now.
    mutating func secretTyped(_ count: Int, fault: Message?) {
        guard case .passphrase(var entry) = overlay, !entry.isChecking else { return }
        entry.count = count
        entry.fault = fault
        overlay = .passphrase(entry)
    }
}

/// What an officer left behind at a console that was locked.
struct Stowed: Equatable, Sendable {
    let officer: String
    let screens: [ScreenID]
    let filters: [ScreenID: String]
    let marking: Set<ScreenID>
    let subset: Subset?
    let isZoomed: Bool
    var form: Form?
}
