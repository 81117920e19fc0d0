import Exchange
import Model

/// Has the bytes of files read by a confined child process; what cannot be read is a refusal with its place.
///
/// For use by one thread.
final class SpoolParser {
    private let child: LimitedParser

    init(_ child: LimitedParser = LimitedParser()) { self.child = child }

    /// How much may be with the child at once: enough that it never waits for this process, and little to read again.
    static let messagesAhead = 24
    static let bytesAhead = 1 << 20

    /// Whether one more may be submitted now.
    var hasRoom: Bool {
        child.waitingCount < SpoolParser.messagesAhead && child.waitingBytes < SpoolParser.bytesAhead
    }

    /// Has a message read while this process does something else.
    func submit(_ bytes: [UInt8], for partner: PartnerFacts) -> LimitedParser.Ticket {
        child.submit(bytes, source: partner.settings.party)
    }

    /// - Throws: `CommandFault` where no child could be started, which no message is to blame for.
    func read(_ bytes: [UInt8], for partner: PartnerFacts) throws -> MessageAnswer {
        try answer(to: submit(bytes, for: partner), bytes, for: partner)
    }

    /// - Throws: `CommandFault` where no child could be started, which no message is to blame for.
    func answer(
        to ticket: LimitedParser.Ticket, _ bytes: [UInt8], for partner: PartnerFacts
    ) throws -> MessageAnswer {
        var answer = child.answer(to: ticket)
        // On a machine without breath a reader is late with what is harmless, and one that was killed was at any message: once
        // more, with a new one, behind all others.
        if case .refused(let refusal) = answer, refusal.holdReason == .notRead {
            answer = child.read(bytes, source: partner.settings.party)
        }
        switch answer {
        case .refused(let refusal) where refusal.reason == .readerNotStarted:
            throw CommandFault.said(
                "The reader of messages cannot be started; see whether memory and processes are left")
        case .refused: return answer
        case .message(let message): return refusal(of: message.form.format, for: partner) ?? answer
        case .items(_, let format): return refusal(of: format, for: partner) ?? answer
        }
    }

    /// Nobody will ask for what was submitted.
    func abandon() { child.abandon() }

    private func refusal(of format: MessageFormat, for partner: PartnerFacts) -> MessageAnswer? {
        guard !partner.settings.formats.contains(format.rawValue) else { return nil }
        return .refused(
            IntakeRefusal(
                .unknownFormat, path: format.rawValue, found: partner.settings.formats.joined(separator: " ")))
    }
}

extension IncomingMessage.Form {
    fileprivate var format: MessageFormat {
        switch self {
        case .cap: .cap
        case .labelledText: .labelledText
        }
    }
}
