import CSystem
import Glibc
import Model

/// The parent: gives messages to a confined child process, and believes nothing that comes back before it has looked at it.
///
/// One child reads many messages. One that does not answer in time is killed, one that dies is replaced, and the message that it
/// had is refused with that reason. For use by one thread.
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
    private var messageCount = 0
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
        guard bytes.count <= limits.messageBytes else {
            return .refused(IntakeRefusal(.tooLarge, limit: limits.messageBytes))
        }
        do throws(ReaderChild.Fault) {
            let child = try ready()
            messageCount += 1
            let name = Array(source.utf8.prefix(ConfinedReader.sourceLimitBytes))
            let answer = try child.exchange(
                [UInt8(name.count)] + name + bytes, within: limits.milliseconds, answerBytes: limits.answerBytes)
            return try MessageAnswer(checking: answer)
        } catch {
            return .refused(refusal(error))
        }
    }

    /// Ends the child; the next message begins another.
    package func stop() {
        child = nil
        confinement = nil
        messageCount = 0
    }

    private func ready() throws(ReaderChild.Fault) -> ReaderChild {
        if messageCount >= limits.messagesPerChild { stop() }
        if let child { return child }
        startCount += 1
        let child = try ReaderChild(executable: executable, arguments: arguments)
        self.child = child
        let first: [UInt8]
        do throws(ReaderChild.Fault) {
            first = try child.exchange(nil, within: limits.startMilliseconds, answerBytes: 1)
        } catch {
            throw .notStarted
        }
        let confinement = ConfinedReader.Confinement(flags: Int32(first.first ?? 0))
        guard confinement.isSufficient else { throw .notStarted }
        self.confinement = confinement
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
