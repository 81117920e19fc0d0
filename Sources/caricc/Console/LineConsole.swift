import EventLog
import Glibc
import Interface
import Model
import Terminal
import Wording

/// The run loop of the plain mode: reads lines, gives them to the session, and writes what it says.
final class LineConsole {
    var session: LineSession
    let worker: LogWorker
    let config: LiveConfig
    private let bell: LogBell
    private let signals: SignalGate
    private let output: TextStream
    private var seen: SeenFile
    private let drafts: DraftDesk
    private var keyboard: LineKeyboard
    private var pattern = BellPattern()
    private var nextTick = ContinuousClock.now
    private var isOver = false
    private var passphrases = PassphraseDesk()
    private var cause = OfficerSignedOff.Cause.asked
    /// Set while a prompt stands at the end of the output.
    private var isPrompting = false

    init(
        session: LineSession, worker: LogWorker, bell: LogBell, signals: SignalGate, config: LiveConfig,
        output: TextStream, seen: SeenFile
    ) {
        self.seen = seen
        drafts = DraftDesk(origin: worker.store.identity.origin)
        self.session = session
        self.worker = worker
        self.bell = bell
        self.signals = signals
        self.config = config
        self.output = output
        keyboard = LineKeyboard(STDIN_FILENO, echo: output)
    }

    /// Gives the session an input before the loop begins.
    func tell(_ input: Input) throws { try carryOut(session.take(input)) }

    /// What this officer typed and did not save, here or on a full screen.
    func offerDrafts(of officer: String) throws { if let found = drafts.take(officer) { try tell(found) } }

    /// Runs until the input ends, the person leaves, or the terminal is gone.
    func run(first: String?) throws {
        defer {
            for effect in session.leave(cause) { worker.perform(effect) }
            keyboard.giveBack()
            drafts.finish()
            if let marks = session.state.seen { seen.keep(marks) }
        }
        try tick()
        try carryOut(session.start())
        try settle()
        if let first { try take(line: first) }
        try prompt()
        while !isOver {
            wait()
            try takeSignals()
            try takeKeys()
            try takeAnswers()
            if bell.silence() { worker.look(at: MachineMoment.now().wall) }
            if let outcome = config.takeOutcome() { try adopt(outcome) }
            if ContinuousClock.now >= nextTick { try tick() }
            if pattern.sounds(at: Console.milliseconds()) { try sound() }
            try prompt()
        }
    }

    private func wait() {
        let sources = [
            keyboard.descriptor, signals.descriptor, worker.wake, bell.descriptor, config.descriptor,
        ].filter { $0 >= 0 }
        var descriptors = sources.map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
        let left = max(.zero, min(nextTick, config.due ?? nextTick) - .now)
        var milliseconds = left.components.seconds * 1_000 + left.components.attoseconds / 1_000_000_000_000_000 + 1
        if let next = pattern.next { milliseconds = min(milliseconds, max(0, next - Console.milliseconds())) }
        _ = poll(&descriptors, nfds_t(descriptors.count), Int32(clamping: min(milliseconds, 60_000)))
    }

    // MARK: Inputs

    private func takeKeys() throws {
        keyboard.fill()
        while !isOver, let event = keyboard.next(isHidden: session.state.asksForPassphrase) {
            try carryOut(session.take(.uptime(MachineMoment.now().mono)))
            switch event {
            case .hidden(let key): try take(hidden: passphrases.input(for: key, in: session.state))
            case .hiddenLine(let bytes):
                try carryOut(session.take(passphrases.input(forLine: bytes[...])))
                try take(hidden: .key(.enter))
                if keyboard.isScript { try prompt() }
            case .line(let text, let isEchoed):
                if !isEchoed { try write("\(text)\n") }
                isPrompting = false
                try take(line: text)
                if keyboard.isScript { try prompt() }
            case .end:
                try keepHalfLine()
                if isPrompting { try write("\n") }
                isPrompting = false
                try carryOut(session.end())
                isOver = true
            }
        }
    }

    /// The line broke in the middle of an answer: as much of it as came is kept with the rest of the form.
    private func keepHalfLine() throws {
        guard !session.state.asksForPassphrase else { return }
        try carryOut(session.keep(half: keyboard.typed))
    }

    private func take(line: String) throws {
        // What came meanwhile is known before the line is taken.
        worker.look(at: MachineMoment.now().wall)
        try settle()
        try carryOut(session.take(line: line))
        try settle()
        try carryOut(session.conclude())
    }

    /// What a key did to the passphrase; only its end is answered.
    private func take(hidden input: Input) throws {
        guard case .key(let key) = input else { return try carryOut(session.take(input)) }
        if isPrompting { try write("\n") }
        isPrompting = false
        try carryOut(session.takePassphrase(isGiven: key == .enter))
        try settle()
        try carryOut(session.conclude())
    }

    /// Waits for everything that was asked of the log; a search of a long log for two seconds, then it goes on by itself.
    private func settle() throws {
        let end = ContinuousClock.now + .seconds(2)
        repeat {
            worker.settle()
            try takeAnswers()
            if session.state.isCheckingPassphrase { worker.waitForAnswer(milliseconds: 50) }
        } while session.isWaiting && ContinuousClock.now < end
    }

    private func takeAnswers() throws {
        var answers = worker.takeAnswers()
        while !answers.isEmpty {
            for answer in answers { try carryOut(session.take(answer)) }
            answers = worker.takeAnswers()
        }
    }

    private func takeSignals() throws {
        for signal in signals.pending() {
            switch signal {
            case .resized: if let columns = output.columns { session.columns = columns }
            case .terminate, .hangUp:
                cause = .hangUp
                try keepHalfLine()
                isOver = true
            case .interrupt:
                keyboard.forget()
                if isPrompting { try write("\n") }
                isPrompting = false
                try carryOut(session.interrupt())
                try carryOut(session.conclude())
            case .suspend: stop()
            case .resumed: break
            }
        }
    }

    private func stop() {
        try? carryOut(session.lockWhenLeft())
        worker.settle()
        keyboard.giveBack()
        signals.stopProcess()
        keyboard.takeOver()
        isPrompting = false
    }

    private func tick() throws {
        let wall = MachineMoment.now().wall
        let clock = session.state.liveClock
        try carryOut(session.take(.uptime(MachineMoment.now().mono)))
        try carryOut(session.take(.tick(now: clock.time(at: wall), real: wall)))
        worker.look(at: wall)
        let speed = max(1_000, clock.speed)
        let untilMinute = 60_000 - session.state.now.milliseconds % 60_000
        let milliseconds = max(250, min(untilMinute * 1_000 / speed, 60_000))
        nextTick = .now + .milliseconds(bell.descriptor >= 0 ? milliseconds : min(milliseconds, 500))
    }

    // MARK: Effects

    func carryOut(_ reply: LineSession.Reply) throws {
        passphrases.follow(session.state)
        if !reply.lines.isEmpty {
            // What is being typed stays: it is written again behind the next prompt.
            if isPrompting { try write("\n") }
            isPrompting = false
            try write(reply.lines.map { $0 + "\n" }.joined())
        }
        for effect in reply.effects {
            switch effect {
            case .quit: isOver = true
            case .suspend: stop()
            case .repaint, .setTheme: break
            case .ring(let priority, let isLouder):
                pattern.ring(priority: priority, isLouder: isLouder, at: Console.milliseconds())
            case .setLanguage(let code): try changeLanguage(code)
            case .keepSeen(let marks): seen.keep(marks)
            case .keepDraft(let key, let draft): drafts.keep(draft, as: key)
            case .takeSeat(let officer, _):
                worker.perform(effect)
                try offerDrafts(of: officer)
                guard seen.officer != officer else { break }
                if let marks = session.state.seen { seen.keep(marks) }
                seen = SeenFile(officer: officer, origin: worker.store.identity.origin)
                _ = session.take(.seen(seen.text, size: session.state.board.size))
            default: if !passphrases.carryOut(effect, worker) { worker.perform(effect) }
            }
        }
    }

    func changeLanguage(_ code: String) throws {
        guard let language = Language(rawValue: code) else { return }
        do throws(CatalogueFault) {
            let catalogue = try Catalogue.load(language)
            _ = session.take(.language(catalogue))
            worker.speak(session.state.face)
        } catch {
            _ = session.take(.failed(error.message))
        }
    }

    // MARK: Output

    private func prompt() throws {
        guard !isPrompting, !isOver else { return }
        isPrompting = true
        try write(session.prompt + keyboard.typed)
    }

    /// Only a terminal has a bell; a file would only get a strange character.
    private func sound() throws {
        guard output.isTerminal else { return }
        try write("\u{07}")
    }

    private func write(_ text: String) throws {
        try output.write(text)
        try output.flush()
    }
}
