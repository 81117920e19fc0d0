import CSystem
import Dispatch
import Drills
import EventLog
import Foundation
import Glibc
import Interface
import Model
import Places
import Synchronization
import Wording

/// Does everything that waits for a disk, on a thread of its own, and answers with inputs.
///
/// The store is touched by the queue alone; that is what makes the class sendable.
final class LogWorker: @unchecked Sendable {
    /// Readable when there are answers.
    let wake: Int32
    let queue = DispatchQueue(label: "log")
    private let answers = Mutex<[Input]>([])
    /// Empty until they are read, and where they are missing.
    let places = Mutex<Gazetteer>(.empty)
    let latestSearch = Mutex<Int>(0)
    let store: LogStore
    let officer: String
    let keys: KeyRing
    var sentRoll = Roll()
    var board: Board
    /// What visitors are shown: the log once more, read behind a veil, and its board.
    var veiled: (store: LogStore, board: Board)?
    var ids = EventIDSource()
    var lastBacklog: SpoolBacklog?
    /// The watch whose handover was last seen to.
    var lastHandover: SubjectName?
    var sealAttempts = 0
    private var conductor: Conductor?
    private(set) var face: ClockFace
    private var nextCheckpointLook = Instant.distantPast
    private var nextSignatureLook = Instant.distantPast
    private var hasReportedObstacle = false
    var hasToldWithdrawn = false
    private var hasToldHandlings = false

    /// - Parameters:
    ///   - board: of what is shown at the beginning.
    ///   - veiled: the log behind a veil, where visitors are there from the beginning.
    init(
        store: LogStore, board: Board, officer: String, face: ClockFace, conductor: Conductor? = nil,
        veiled: LogStore? = nil
    ) {
        self.store = store
        self.veiled = veiled.map { ($0, board) }
        self.board = board
        lastHandover = board.lastHandedOver
        self.officer = officer
        keys = KeyRing(identity: store.identity)
        self.face = face
        self.conductor = conductor
        wake = caricc_wakeup_descriptor()
    }

    deinit { close(wake) }

    /// Takes the answers that have come since the last call.
    func takeAnswers() -> [Input] {
        var count: UInt64 = 0
        _ = read(wake, &count, 8)
        return answers.withLock { answers in
            defer { answers = [] }
            return answers
        }
    }

    func answer(_ inputs: [Input]) {
        guard !inputs.isEmpty else { return }
        answers.withLock { $0 += inputs }
        var one: UInt64 = 1
        _ = Glibc.write(wake, &one, 8)
    }

    /// Waits until there is an answer, or so long.
    func waitForAnswer(milliseconds: Int32) {
        var state = pollfd(fd: wake, events: Int16(POLLIN), revents: 0)
        _ = poll(&state, 1, milliseconds)
    }

    /// Carries out an effect; the answer comes by `takeAnswers`.
    func perform(_ effect: Effect) {
        switch effect {
        case .searchLog(_, _, let generation), .findRecord(_, _, _, let generation):
            latestSearch.withLock { $0 = generation }
        default: break
        }
        queue.async { self.carryOut(effect) }
    }

    func speak(_ face: ClockFace) { queue.async { self.face = face } }

    /// Opens an officer's key, on a thread of its own: it takes some tenths of a second.
    func openKey(of officer: String, with passphrase: Secret) {
        keys.open(officer, with: passphrase) { input, failed in
            self.answer([input])
            if let failed { self.queue.async { self.writeFailure(of: officer, attempts: failed) } }
        }
    }

    func changePassphrase(of officer: String, _ typed: [Secret]) {
        keys.changePassphrase(of: officer, typed) { input, failed in
            self.answer([input])
            if let failed { self.queue.async { self.writeFailure(of: officer, attempts: failed) } }
        }
    }

    /// Looks whether the log has moved, and does what is due by the clock.
    func look(at wall: Instant) {
        queue.async {
            self.conduct(at: wall)
            self.followLog()
            self.certify(at: wall)
            self.lookAtSignatures(at: wall)
            self.tellBacklog(at: wall)
        }
    }

    /// Brings an index that is behind up to the log, telling how far it is.
    func prepareIndex() {
        queue.async {
            do throws(LogFault) {
                try self.store.updateIndex { progress in
                    self.answer([.obstacle("Reading the log: \(progress.percent) %")])
                    return true
                }
                try self.loadBoards()
                self.answer([.obstacle(nil), .moved(self.shownBoard, new: [])])
            } catch {
                self.answer([.obstacle(error.message(self.face))])
            }
        }
    }

    /// Loads the whole windows of a board whose first picture had less.
    func widenBoard() {
        queue.async {
            do throws(LogFault) {
                try self.loadBoards()
                self.answer([.moved(self.shownBoard, new: [])])
            } catch {
                self.answer([.obstacle(error.message(self.face))])
            }
        }
    }

    /// Waits until everything asked for so far is done.
    func settle() { queue.sync {} }

    /// Waits until everything asked for is done, then closes the log.
    func finish() { queue.sync { store.close() } }

    // MARK: On the queue

    func carryOut(_ effect: Effect) {
        do throws(LogFault) {
            switch effect {
            case .append(let drafts): try append(drafts)
            case .loadHistory(let name): answer([.history(name, try history(of: name))])
            case .loadMatches(let name):
                let places = places.withLock { $0.knowledge }
                answer([.matches(name, try shown.matches(for: name, before: knownSize, places: places))])
            case .loadLog(let from, let limit):
                answer([.logPage(from: from, entries: try page(from: from, limit: limit))])
            case .searchLog(let filter, let before, let generation):
                try search(filter, before: before, generation: generation)
            case .findRecord(let filter, let from, let isForward, let generation):
                try findRecord(filter, from: from, isForward: isForward, generation: generation)
            case .loadRaw(let index): try loadRaw(index)
            case .loadHeld(let limit): answer([.heldMessages(try shown.heldMessages(limit: limit))])
            case .loadPersons(let name): try loadPersons(name)
            case .loadContacts(let hashes): try loadContacts(hashes)
            case .loadHealth(let from, let until): answer([.health(try health(from: from, until: until))])
            case .loadHandovers(let words): try loadHandovers(words)
            case .loadPast(let name): try loadPast(name)
            case .loadFigures(let from, let until): try loadFigures(from, until)
            case .loadHandover: answer([.handoverBoard(try wholeBoard())])
            case .loadOffered(let size): answer([.offeredBoard(try shown.wholeBoard(at: size))])
            case .veil(let words): try veil(words)
            case .review(let instant): try review(instant)
            case .endReview:
                reviewSize = nil
                answer([.reviewEnded])
            case .lookForKeys: answer([.keysAtHand(keys.atHand())])
            case .takeSeat(let officer, let role):
                keys.takeSeat(officer, as: role)
                sealLastHandover()
            case .loadCertificate(let name): try loadCertificate(of: name)
            case .cosign(let name, let officer): try cosign(name, as: officer)
            case .dropKey: keys.drop()
            case .signOff(let officer, let cause): signOff(officer, cause)
            case .loadLeaf(let index): try loadLeaf(index)
            case .loadPlaces: loadPlaces()
            case .openKey, .keepPassphrase, .changePassphrase: break
            case .readPaste(let text, let generation, let takesOther): readPaste(text, generation, takesOther)
            case .readHeld(let name): try readHeld(name)
            case .compose(let order): try compose(order)
            case .composeRequest(let order): composeRequest(order)
            case .writeRelease(let text, let path): writeRelease(text, path)
            case .writeSheet(let name, let language, let zone): writeSheet(of: name, language, zone)
            case .setLanguage, .loadWords, .setTheme, .saveHistory, .saveViews, .keepSeen, .keepDraft, .copy, .setMouse,
                .repaint,
                .suspend,
                .ring, .quit:
                break
            }
        } catch {
            let message = sentence(error)
            if case .append = effect { answer([.notSaved(message)]) } else { answer([.failed(message)]) }
        }
    }

    /// Says of a conflict who wrote what meanwhile: what was typed here is still in its form.
    private func sentence(_ fault: LogFault) -> Message {
        guard case .moved(let name, _, let found) = fault, let entry = try? store.entries(from: found, limit: 1).first
        else { return fault.message(face) }
        let words = entry.message(face, now: entry.learnt)
        return
            "NOT SAVED: \(entry.actor) wrote #\(Int(found)) about \(name.short) at \(face.clockTime(entry.learnt)) while you decided: \(words). Look, then decide again"
    }

    private var reviewSize: Int64?
    var knownSize: Int64 { reviewSize ?? board.size }

    private func append(_ drafts: [Draft]) throws(LogFault) {
        let moment = MachineMoment.now()
        let actor = keys.signer?.officer ?? officer
        let proposals = drafts.map { $0.proposal(ids.next(at: moment.wall), actor: actor) }
        let saved = try store.append(proposals, moment: moment, signer: keys.signer)
        answer(saved.map { .saved(index: $0.index, subject: $0.subject) })
        followLog()
    }

    func followLog() {
        do throws(LogFault) {
            let read = try store.follow(&board)
            tellRoll()
            let new = try veiled?.store.follow(&veiledBoard) ?? read
            if !new.isEmpty { answer([.moved(shownBoard, new: new)]) }
            sealNewHandover()
            if new.contains(where: { $0.kind == EntryWithdrawn.kind }) { try tellWithdrawn() }
            let marking: Set = [HandlingSet.kind, ActionApproved.kind, EntryWithdrawn.kind]
            if !hasToldHandlings || new.contains(where: { marking.contains($0.kind) }) { try tellHandlings() }
            if let obstacle = store.obstacle, !hasReportedObstacle {
                hasReportedObstacle = true
                answer([.obstacle(obstacle.message(face))])
            }
        } catch {
            answer([.obstacle(error.message(face))])
        }
    }

    private func history(of name: SubjectName) throws(LogFault) -> SubjectHistory {
        do {
            return try shown.history(of: name, before: knownSize)
        } catch {
            throw store.fault(error)
        }
    }

    /// What of the log bears a handling code, where people sign with their own keys.
    func tellHandlings() throws(LogFault) {
        hasToldHandlings = true
        guard try store.roll().isGoverned else { return }
        answer([.handlings(try shown.handlings(before: knownSize))])
    }

    func tellWithdrawn() throws(LogFault) {
        hasToldWithdrawn = true
        answer([.withdrawn(try store.withdrawnEntries(before: knownSize))])
    }

    /// Everything that is open, as of what is shown.
    private func wholeBoard() throws(LogFault) -> Board {
        guard let reviewSize else { return try shown.wholeBoard() }
        return try shown.wholeBoard(at: reviewSize)
    }

    private func review(_ instant: Instant) throws(LogFault) {
        do {
            let real = board.clock.real(for: instant) ?? .distantFuture
            let size = try store.size(recordedBy: real)
            reviewSize = size
            answer([.reviewing(try shown.board(at: size), at: instant)])
        } catch {
            throw store.fault(error)
        }
    }

    // MARK: Visitors

    /// What is read for the screen.
    var shown: LogStore { veiled?.store ?? store }
    private var shownBoard: Board { veiled?.board ?? board }
    private var veiledBoard: Board {
        get { shownBoard }
        set { veiled?.board = newValue }
    }

    private func loadBoards() throws(LogFault) {
        board = try boardWithArrivals(store)
        if let hidden = veiled?.store { veiled?.board = try boardWithArrivals(hidden) }
    }

    /// The board with what came before the watch a moment ago and is closed by now.
    private func boardWithArrivals(_ store: LogStore) throws(LogFault) -> Board {
        var board = try store.board()
        do {
            board.noteArrivals(try store.recentEntries(before: board.size, since: 0))
        } catch {
            throw store.fault(error)
        }
        return board
    }

    /// Goes on behind a veil, or without it, from a board of its own.
    private func veil(_ words: Veil.Words?) throws(LogFault) {
        reviewSize = nil
        if let words {
            let hidden = try store.behindVeil(words)
            veiled = (hidden, try boardWithArrivals(hidden))
        } else {
            veiled = nil
            _ = try store.follow(&board)
        }
        do {
            let recent = try shown.recentEntries(before: shownBoard.size)
            answer([.veiled(shownBoard, recent: recent, isOn: veiled != nil)])
        } catch {
            throw store.fault(error)
        }
    }

    private func conduct(at wall: Instant) {
        guard conductor != nil else { return }
        for step in conductor?.due(at: board.clock.time(at: wall)) ?? [] {
            guard let proposal = conductor?.proposal(for: step) else { continue }
            // What the person at the keyboard did first, the script leaves out.
            guard let saved = try? store.append([proposal], moment: .now()).first else { continue }
            conductor?.appended(step, as: saved.index, about: saved.subject)
        }
    }

    /// Nobody waits for long to see that somebody signed elsewhere; what is signed by both stays so.
    private func lookAtSignatures(at wall: Instant) {
        guard wall >= nextSignatureLook, board.signatures?.missing.isEmpty != true else { return }
        nextSignatureLook = wall + .seconds(5)
        lookAtSignatures()
    }

    private func certify(at wall: Instant) {
        guard wall >= nextCheckpointLook, store.obstacle == nil else { return }
        nextCheckpointLook = wall + .minutes(1)
        if (try? store.isCheckpointDue(.now())) == true { _ = try? store.checkpoint() }
        if let last = try? store.lastCheckpoint() { answer([.certified(to: last.size)]) }
    }
}

extension Draft {
    /// What the store is asked to write, with the parts that are kept beside the entry as payloads.
    func proposal(_ id: EventID, actor: String) -> Proposal {
        let parts = parts.map { (part: $0, payload: Payload(data: $0.bytes)) }
        return Proposal(
            target,
            parts.reduce(event) { event, one in
                event.keeping(one.part, as: one.payload.hash, plain: Hashing.plain(one.payload.data))
            },
            id: id, at: at, precision: at == nil ? .millisecond : precision, actor: actor, expecting: expecting,
            naming: naming, payloads: parts.map(\.payload))
    }
}
