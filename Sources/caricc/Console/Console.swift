import Dispatch
import EventLog
import Glibc
import Interface
import Model
import Screen
import Terminal
import Themes
import Wording

/// The run loop: waits for keys, signals, answers and the clock, gives each to the state, and shows what changed.
final class Console {
    private(set) var state: AppState
    let worker: LogWorker
    let terminal: Terminal
    let config: LiveConfig
    private let bell: LogBell
    private let signals: SignalGate
    private let notebook: Notebook
    private var seen: SeenFile
    private let drafts: DraftDesk
    private let views = ViewsFile(path: ConfigPlaces.here.views)
    private var palette: Palette
    private var isOver = false
    private var passphrases = PassphraseDesk()
    /// Why the loop ended, for the log.
    private var cause = OfficerSignedOff.Cause.asked
    private var shown: Canvas?
    private var lastFrame = ContinuousClock.now - .seconds(1)
    private var nextTick = ContinuousClock.now
    private var nextLook: ContinuousClock.Instant?
    private var lastLook = ContinuousClock.now - .seconds(1)
    private var waiting: [Input] = []
    private var pattern = BellPattern()
    var titleCount = 0

    init(
        state: AppState, worker: LogWorker, bell: LogBell, terminal: Terminal, signals: SignalGate,
        config: LiveConfig, theme: Theme, notebook: Notebook, seen: SeenFile
    ) {
        self.seen = seen
        self.notebook = notebook
        self.state = state
        self.worker = worker
        self.bell = bell
        self.terminal = terminal
        self.signals = signals
        self.config = config
        palette = theme.palette
        drafts = DraftDesk(origin: worker.store.identity.origin)
    }

    /// Runs until the person leaves or the terminal is gone.
    func run() {
        showTitle()
        take(.resized(width: terminal.size.columns, height: terminal.size.rows))
        tick()
        draw()
        // What a chooser will show takes longer than the first picture may.
        take(.themes(config.keeper.shelf.cards(at: terminal.depth)))
        carryOut(state.start())
        readViews()
        for input in waiting { take(input) }
        while !isOver {
            wait()
            terminal.flush()
            takeSignals()
            takeKeys()
            for answer in worker.takeAnswers() { take(answer) }
            if bell.silence() { nextLook = nextLook ?? max(.now, lastLook + Console.frameInterval) }
            lookIfDue()
            if let outcome = config.takeOutcome() { adopt(outcome) }
            if ContinuousClock.now >= nextTick { tick() }
            if pattern.sounds(at: Console.milliseconds()) { terminal.bell() }
            drawIfDue()
        }
        carryOut(state.leave(cause))
        terminal.giveBack()
        drafts.finish()
        if let marks = state.seen { seen.keep(marks) }
    }

    private func wait() {
        var descriptors = [
            terminal.inputDescriptor, signals.descriptor, worker.wake, bell.descriptor, config.descriptor,
        ].filter {
            $0 >= 0
        }.map {
            pollfd(fd: $0, events: Int16(POLLIN), revents: 0)
        }
        if terminal.hasPendingOutput {
            descriptors.append(pollfd(fd: terminal.outputDescriptor, events: Int16(POLLOUT), revents: 0))
        }
        let now = ContinuousClock.now
        var deadline = min(nextTick, nextRefresh ?? nextTick, config.due ?? nextTick, nextLook ?? nextTick)
        if isFrameWaiting {
            // While the terminal is behind, its answer or POLLOUT wakes the loop.
            if terminal.isReadyForFrame {
                deadline = min(deadline, max(now, lastFrame + frameInterval))
            } else if let chance = terminal.pace.nextChance(at: now) {
                deadline = min(deadline, chance)
            }
        }
        if let next = pattern.next {
            deadline = min(deadline, now + .milliseconds(max(0, next - Console.milliseconds())))
        }
        let wait = max(.zero, deadline - now)
        let milliseconds = wait.components.seconds * 1_000 + wait.components.attoseconds / 1_000_000_000_000_000 + 1
        _ = poll(&descriptors, nfds_t(descriptors.count), Int32(clamping: min(milliseconds, 60_000)))
    }

    // MARK: Inputs

    /// Keeps an input for the beginning of the loop.
    func queueInput(_ input: Input) { waiting.append(input) }

    func take(_ input: Input) {
        carryOut(state.handle(input, at: wallClock()))
        passphrases.follow(state)
        isFrameWaiting = true
    }

    private func takeKeys() {
        switch terminal.pendingKeys() {
        case .gone:
            cause = .hangUp
            isOver = true
        case .keys(let keys):
            guard !keys.isEmpty else { return }
            lastKey = .now
            take(.uptime(MachineMoment.now().mono))
            for key in keys { if key == .redraw { refresh() } else { take(passphrases.input(for: key, in: state)) } }
            draw()
        }
    }

    private func takeSignals() {
        for signal in signals.pending() {
            switch signal {
            case .resized:
                if terminal.resize() {
                    take(.resized(width: terminal.size.columns, height: terminal.size.rows))
                    draw()
                }
            case .terminate, .hangUp:
                cause = .hangUp
                isOver = true
            case .interrupt: take(.key(.escape))
            case .suspend: stop()
            case .resumed: repaint()
            }
        }
    }

    /// Gives the terminal back, stops, and draws anew when the shell continues the process.
    private func stop() {
        lock()
        terminal.suspend()
        signals.stopProcess()
        terminal.resume()
        mustRepaint = true
        take(.resized(width: terminal.size.columns, height: terminal.size.rows))
        tick()
        draw()
    }

    /// The shell that comes now may be anybody's: no key stays in memory.
    private func lock() {
        carryOut(state.lockWhenLeft())
        passphrases.follow(state)
        worker.settle()
    }

    /// Milliseconds of a clock that never goes back.
    static func milliseconds() -> Int64 { Int64(DispatchTime.now().uptimeNanoseconds / 1_000_000) }

    private func wallClock() -> Instant { MachineMoment.now().wall }

    private func tick() {
        let wall = wallClock()
        take(.uptime(MachineMoment.now().mono))
        take(.tick(now: state.liveClock.time(at: wall), real: wall))
        worker.look(at: wall)
        // By the minute on a quiet night; by the second while a countdown shows seconds; faster in a fast drill.
        let speed = max(1_000, state.liveClock.speed)
        let untilMinute = 60_000 - (state.now.milliseconds % 60_000)
        let period = state.showsSeconds ? 1_000 : untilMinute
        let milliseconds = max(250, min(period * 1_000 / speed, 60_000))
        nextTick = ContinuousClock.now + .milliseconds(bell.descriptor >= 0 ? milliseconds : min(milliseconds, 500))
    }

    /// The log moves a hundred times a second in a flood; it is looked at no more often than there are pictures.
    private func lookIfDue() {
        guard let nextLook, ContinuousClock.now >= nextLook else { return }
        self.nextLook = nil
        lastLook = .now
        worker.look(at: wallClock())
    }

    // MARK: Effects

    private func carryOut(_ effects: [Effect]) {
        for effect in effects {
            switch effect {
            case .quit: isOver = true
            case .repaint: repaint()
            case .suspend: stop()
            case .ring(let priority, let isLouder):
                pattern.ring(priority: priority, isLouder: isLouder, at: Console.milliseconds())
            case .setTheme(let name): changeTheme(name)
            case .setLanguage(let code): changeLanguage(code)
            case .saveHistory(let line): notebook.remember(line)
            case .copy(let text): copy(text, to: notebook)
            case .setMouse(let isOn): terminal.setMouse(isOn)
            case .loadWords: take(.words(state.languages.compactMap { try? Catalogue.load($0) }))
            case .saveViews(let text): keepViews(text)
            case .keepSeen(let marks): seen.keep(marks)
            case .keepDraft(let key, let draft): drafts.keep(draft, as: key)
            case .takeSeat(let officer, _):
                worker.perform(effect)
                lookWith(theEyesOf: officer)
            default: if !passphrases.carryOut(effect, worker) { worker.perform(effect) }
            }
        }
    }

    /// What is new is so for the one who sits here.
    private func lookWith(theEyesOf officer: String) {
        offerDrafts(of: officer)
        guard seen.officer != officer else { return }
        if let marks = state.seen { seen.keep(marks) }
        seen = SeenFile(officer: officer, origin: worker.store.identity.origin)
        take(.seen(seen.text, size: state.board.size))
    }

    /// What somebody typed comes back to nobody else.
    func offerDrafts(of officer: String) { if let found = drafts.take(officer) { take(found) } }

    func repaint() {
        terminal.repaint()
        mustRepaint = true
        draw()
    }

    func readViews() { take(.views(config.keeper.views ?? [])) }

    private func keepViews(_ text: String) {
        config.noteOwnViews(text)
        if let code = views.write(text) { take(.failed(ViewsFile.unwritable(views.path, errno: code))) }
    }

    /// Repairs what other programs may have written, without a flicker: when the terminal has the focus again, and
    /// every few minutes.
    private func refresh() {
        terminal.refresh()
        mustRepaint = true
        nextRefresh = refreshInterval.map { .now + $0 }
        draw()
    }

    /// As often as the person wants, but never more often than the terminal's line bears; nil for never.
    private var refreshInterval: Duration? {
        let minutes = config.keeper.preferences.repaintMinutes
        guard minutes > 0, let floor = terminal.refreshInterval else { return nil }
        return max(floor, .seconds(minutes * 60))
    }

    func changeTheme(_ name: String) {
        do throws(ThemeFault) {
            palette = try config.keeper.shelf.theme(named: name).palette
            take(.theme(name))
            repaint()
        } catch {
            take(.failed(error.message))
        }
    }

    func changeLanguage(_ code: String) {
        guard let language = Language(rawValue: code) else { return }
        do throws(CatalogueFault) {
            take(.language(try Catalogue.load(language)))
            worker.speak(state.face)
        } catch {
            take(.failed(error.message))
        }
    }

    // MARK: Frames

    private static let frameInterval = Duration.milliseconds(100)
    /// Something changed that is not on the screen yet.
    private var isFrameWaiting = false

    /// At most ten frames a second, fewer on a slow line unless somebody types; a key is answered at once.
    private var frameInterval: Duration {
        ContinuousClock.now - lastKey < .seconds(2) ? Console.frameInterval : terminal.pace.frameInterval
    }

    private func drawIfDue() {
        if let nextRefresh, ContinuousClock.now >= nextRefresh { refresh() }
        guard isFrameWaiting, ContinuousClock.now - lastFrame >= frameInterval else { return }
        draw()
    }

    /// Skips a frame while the terminal has not taken the last one, rather than wait for it: the latest state wins.
    private func draw() {
        guard terminal.isReadyForFrame else {
            isFrameWaiting = true
            return
        }
        tellPace()
        isFrameWaiting = false
        lastFrame = .now
        let canvas = state.render()
        guard canvas != shown || mustRepaint else { return }
        mustRepaint = false
        terminal.show(canvas, palette: palette)
        if titleCount != state.unacknowledgedCount, config.keeper.preferences.setsTitle {
            titleCount = state.unacknowledgedCount
            terminal.setTitle("CARICC", count: titleCount)
        }
        shown = canvas
        if nextRefresh == nil { nextRefresh = refreshInterval.map { .now + $0 } }
    }

    /// Says once that the line is slow, and why less is drawn.
    private func tellPace() {
        guard terminal.pace.isSlow, !hasToldPace, let rate = terminal.pace.bytesPerSecond else { return }
        hasToldPace = true
        take(.told("This line is slow, \(Int(rate)) characters a second: fewer pictures are drawn; keys come first."))
    }

    private var hasToldPace = false
    private var lastKey = ContinuousClock.now - .seconds(60)
    private var nextRefresh: ContinuousClock.Instant?

    private var mustRepaint = false
}
