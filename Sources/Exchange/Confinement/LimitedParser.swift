import CSystem
import Glibc
import Model

/// The parent: gives messages to a confined child process, and believes nothing that comes back before it has looked at it.
///
/// One child reads many messages, several of which may be with it at once. One that does not answer in time is killed, one that
/// dies is replaced, and the message that it was at is refused with that reason; those behind it go to the next child. For use by
/// one thread.
package final class LimitedParser {
    package struct Limits: Equatable, Sendable {
        /// How long one message may take.
        package var milliseconds: Int64 = 2_000
        /// How long the child may take to begin.
        package var startMilliseconds: Int64 = 10_000
        package var messageBytes = MessageGate.defaultLimitBytes
        package var answerBytes = 32 << 20
        /// After how many messages a new child begins.
        package var messagesPerChild = 2_000

        package init() {}
    }

    package let limits: Limits
    private let executable: String
    private let arguments: [String]
    private var child: ReaderChild?
    /// How many the present child was given.
    private var messageCount = 0
    /// What has no answer yet, in the order in which it was submitted; the first of them are with the child.
    private var requests: [Request] = []
    private var answers: [Ticket: MessageAnswer] = [:]
    private var lastTicket = 0
    /// How many children there have been.
    package private(set) var startCount = 0
    /// What the present child gave up; nil while there is none.
    package private(set) var confinement: ConfinedReader.Confinement?

    /// - Parameters:
    ///   - executable: the program that serves; by default this one.
    ///   - arguments: what makes it serve.
    package init(
        executable: String = "/proc/self/exe", arguments: [String] = ["spool-parse"], limits: Limits = Limits()
    ) {
        self.executable = executable
        self.arguments = arguments
        self.limits = limits
    }

    /// The number of the child's process; nil while there is none.
    package var processID: Int32? { child?.id }

    /// Reads a message; never throws, because every fault is a reason to hold it.
    ///
    /// - Parameter source: the name under which rows and lines of this sender get their ids, at most 255 bytes.
    package func read(_ bytes: [UInt8], source: String = "") -> MessageAnswer {
        answer(to: submit(bytes, source: source))
    }

    // MARK: Several at once

    /// A message that was submitted and whose answer may be asked for once.
    package struct Ticket: Hashable, Sendable { fileprivate let number: Int }

    /// How many messages have no answer yet, and how many bytes they have.
    package var waitingCount: Int { requests.count }
    package private(set) var waitingBytes = 0

    /// Gives a message to the child, which reads it while this process does something else.
    package func submit(_ bytes: [UInt8], source: String = "") -> Ticket {
        lastTicket += 1
        let ticket = Ticket(number: lastTicket)
        guard bytes.count <= limits.messageBytes else {
            answers[ticket] = .refused(IntakeRefusal(.tooLarge, limit: limits.messageBytes))
            return ticket
        }
        let name = Array(source.utf8.prefix(ConfinedReader.sourceLimitBytes))
        requests.append(Request(ticket: ticket, bytes: [UInt8(name.count)] + name + bytes))
        waitingBytes += bytes.count
        // A child that cannot be started is told of when the answer is asked for.
        if child != nil { _ = try? feed() }
        return ticket
    }

    /// Waits for the answer to a message, and for those to all that were submitted before it.
    package func answer(to ticket: Ticket) -> MessageAnswer {
        while answers[ticket] == nil, let first = requests.first {
            let answer: MessageAnswer
            do throws(ReaderChild.Fault) {
                let child = try feed()
                // It is the child's time that counts: what is here is taken, however late this process comes for it.
                answer = try MessageAnswer(
                    checking: child.answer(within: limits.milliseconds, answerBytes: limits.answerBytes))
            } catch {
                answer = .refused(refusal(error))
            }
            finish(first, answer)
        }
        return answers.removeValue(forKey: ticket) ?? .refused(IntakeRefusal(.readerAnswer))
    }

    /// Nobody will ask for the answers to what was submitted.
    package func abandon() {
        if !requests.isEmpty { stop() }
        (requests, waitingBytes) = ([], 0)
        answers = [:]
    }

    /// Ends the child; the next message begins another, which gets what this one has not answered.
    package func stop() {
        child = nil
        confinement = nil
        messageCount = 0
    }

    private struct Request {
        let ticket: Ticket
        let bytes: [UInt8]
    }

    private func finish(_ request: Request, _ answer: MessageAnswer) {
        requests.removeFirst()
        waitingBytes -= request.bytes.count - Int(request.bytes[0]) - 1
        answers[request.ticket] = answer
    }

    /// Gives the child, or a new one, what it has not got yet.
    @discardableResult
    private func feed() throws(ReaderChild.Fault) -> ReaderChild {
        // One that has read enough is replaced when it has answered everything.
        if messageCount >= limits.messagesPerChild, child?.requestCount == 0 { stop() }
        let child = if let child { child } else { try begin() }
        for request in requests.dropFirst(child.requestCount) where messageCount < limits.messagesPerChild {
            messageCount += 1
            child.give(request.bytes)
        }
        return child
    }

    private func begin() throws(ReaderChild.Fault) -> ReaderChild {
        startCount += 1
        let child = try ReaderChild(executable: executable, arguments: arguments)
        let first: [UInt8]
        do throws(ReaderChild.Fault) {
            first = try child.answer(within: limits.startMilliseconds, answerBytes: 1)
        } catch {
            throw .notStarted
        }
        let confinement = ConfinedReader.Confinement(flags: Int32(first.first ?? 0))
        guard confinement.isSufficient else { throw .notStarted }
        // Not before: one that is not confined reads nothing.
        (self.child, self.confinement) = (child, confinement)
        return child
    }

    private func refusal(_ fault: ReaderChild.Fault) -> IntakeRefusal {
        let signal = child.flatMap { $0.end(isGone: fault == .gone) }
        stop()
        switch fault {
        case .notStarted: return IntakeRefusal(.readerNotStarted)
        case .late: return IntakeRefusal(.readerDidNotFinish, limit: Int(limits.milliseconds))
        case .badAnswer: return IntakeRefusal(.readerAnswer)
        case .gone: return IntakeRefusal(.readerDied, limit: signal)
        }
    }
}

extension MessageAnswer {
    fileprivate init(checking bytes: [UInt8]) throws(ReaderChild.Fault) {
        do throws(WireFault) {
            try self.init(reading: bytes)
        } catch {
            throw .badAnswer
        }
    }
}
