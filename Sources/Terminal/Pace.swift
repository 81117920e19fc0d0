/// How fast a terminal takes what is written for it, measured end to end.
///
/// What a pseudo terminal, ssh and the network hold between here and there does not show in `POLLOUT`, so after some
/// bytes the terminal is asked whether it is well (DSR 5, to which every VT100 and its heirs answer) and the answer says
/// that it has drawn everything before the question. Pure: instants come in as arguments.
package struct Pace: Sendable {
    package typealias Moment = ContinuousClock.Instant

    /// Slower than this, in bytes a second, and fewer frames are drawn.
    package static let slow = 2_400.0
    /// Bytes after which a terminal is asked; a slow one sooner.
    private static let questionInterval = (fast: 1_024, slow: 24)
    /// How many bytes may follow a question that is not answered yet.
    private static let window = 4_096
    /// After this long without an answer the question is taken for lost.
    private static let patience = Duration.seconds(15)

    private struct Question {
        var bytes: Int
        var busySince: Moment
        var asked: Moment
    }

    /// The shortest time that an answer took.
    package private(set) var roundTrip: Duration?
    /// Set once the terminal has answered; before, nothing waits for it.
    package private(set) var answers = false
    /// Whether this type of terminal understands the question.
    let asks: Bool
    private var samples: [Double] = []
    private var question: Question?
    private var unconfirmed = 0
    private var busySince = Moment.now
    private var lastFrame = 0

    package init(asks: Bool) {
        self.asks = asks
    }

    /// Bytes a second, the best of the last three measurements, so that one stall is not taken for a slow line; nothing
    /// before the first.
    package var bytesPerSecond: Double? { samples.max() }
    /// Set while the line is slow.
    package var isSlow: Bool { bytesPerSecond.map { $0 < Self.slow } ?? false }
    /// When the question was asked that is still open.
    package var askedAt: Moment? { question?.asked }

    /// How long to leave between frames that nobody typed for, so that three quarters of a slow line stay free for keys.
    package var frameInterval: Duration {
        guard isSlow, let rate = bytesPerSecond else { return .milliseconds(100) }
        return min(max(.milliseconds(100), .seconds(4 * Double(lastFrame) / rate)), .seconds(10))
    }

    /// Whether another frame may be written now.
    package func mayDraw(at now: Moment) -> Bool {
        guard answers, let question else { return true }
        if !isSlow, now - question.asked < .seconds(1), unconfirmed - question.bytes < Self.window { return true }
        return now >= lost(question)
    }

    /// When `mayDraw` becomes true without an answer; nothing while it is true.
    package func nextChance(at now: Moment) -> Moment? {
        guard let question, !mayDraw(at: now) else { return nil }
        return lost(question)
    }

    private func lost(_ question: Question) -> Moment {
        let expected = bytesPerSecond.map { Duration.seconds(4 * Double(question.bytes) / max($0, 1)) } ?? .zero
        return question.asked + min(max(Self.patience, expected), .seconds(120))
    }

    // MARK: What happens

    /// Notes a frame, and returns whether to ask after it; then `noteQuestion` follows.
    package mutating func noteFrame(bytes: Int, at now: Moment) -> Bool {
        if bytes > 0 { lastFrame = bytes }
        noteSent(bytes: bytes, at: now)
        guard asks, bytes > 0 else { return false }
        if let question {
            guard now >= lost(question) else { return false }
            self.question = nil
        }
        return unconfirmed >= (isSlow ? Self.questionInterval.slow : Self.questionInterval.fast)
    }

    /// Notes bytes that are no frame: modes, the title.
    package mutating func noteSent(bytes: Int, at now: Moment) {
        if unconfirmed == 0 { busySince = now }
        unconfirmed += bytes
    }

    package mutating func noteQuestion(at now: Moment) {
        question = Question(bytes: unconfirmed, busySince: busySince, asked: now)
    }

    /// Notes the terminal's answer. One to a question that was taken for lost counts for nothing.
    package mutating func noteAnswer(at now: Moment) {
        answers = true
        guard let question else { return }
        self.question = nil
        let took = now - question.busySince
        let shortest = min(roundTrip ?? took, took)
        roundTrip = shortest
        if question.bytes >= 256 || (isSlow && question.bytes >= 32) {
            let net = max(took - shortest, .milliseconds(1))
            let seconds = Double(net.components.seconds) + Double(net.components.attoseconds) / 1e18
            samples.append(Double(question.bytes) / seconds)
            if samples.count > 3 { samples.removeFirst() }
        }
        unconfirmed = max(0, unconfirmed - question.bytes)
        busySince = question.asked
    }
}
