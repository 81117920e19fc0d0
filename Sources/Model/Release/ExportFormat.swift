/// In which form records leave.
package enum ExportFormat: String, CaseIterable, Sendable {
    /// Plain text with fixed labels, to be pasted.
    case text
    /// CAP 1.2.
    case cap
    case csv, jsonl, geojson
    /// Rows of UNODC's individual drug seizures return.
    case ids

    package var fileExtension: String {
        switch self {
        case .csv, .ids: "csv"
        case .jsonl: "jsonl"
        case .geojson: "geojson"
        case .cap: "xml"
        case .text: "txt"
        }
    }
}

/// What somebody decided to give out, to be composed.
package struct ReleaseOrder: Equatable, Sendable {
    package var subject: SubjectName
    package var release: Release
    package var format: ExportFormat
    /// `en`, `ru` or `zh`, of labels.
    package var language: String
    /// Where it is to be written; nil for what is copied.
    package var path: String?

    package init(
        _ subject: SubjectName, _ release: Release, format: ExportFormat, language: String, path: String? = nil
    ) {
        self.subject = subject
        self.release = release
        self.format = format
        self.language = language
        self.path = path
    }
}

extension Alert {
    /// What sort of message goes to somebody: what is owed where they are the originator, information otherwise.
    package func messageKind(to recipient: String) -> MessageKind {
        if thread.cancelled != nil, !told(recipient).isEmpty { return .cancellation }
        guard recipient == thread.originator, let debt = thread.debt else { return .information }
        return debt == .answer ? .answer : .feedback
    }

    /// What a message to a recipient does on the thread.
    ///
    /// - Parameter kind: what the officer says that it is; nil for what is owed.
    package func course(to recipient: String, as kind: MessageKind? = nil) -> OutgoingCourse {
        let kind = kind ?? messageKind(to: recipient)
        let theirs = thread.messages.last {
            $0.direction == .received && $0.party == recipient && !$0.kind.isAboutAnother
        }
        return OutgoingCourse(
            kind: kind, answers: kind == .cancellation ? [] : [theirs?.head].compactMap { $0 },
            takesBack: kind == .cancellation ? told(recipient) : [],
            asks: kind.debt != nil && recipient != thread.originator)
    }

    /// What went to a recipient under a number of ours, and was not taken back by us since.
    package func told(_ recipient: String) -> [MessageHead] {
        let sent = thread.messages.filter { $0.direction == .sent && $0.party == recipient }
        let since = sent.lastIndex { $0.kind == .cancellation }.map { $0 + 1 } ?? 0
        return sent[since...].map(\.head).filter { $0.ourNumber != nil && $0.sent != nil }
    }
}

extension ReleasePreview {
    /// What the log keeps of it: to whom, what for, which fields went and which did not. The bytes themselves are a payload.
    ///
    /// - Parameters:
    ///   - number: ours
    ///   - course: what it does on the thread
    package func filed(
        as course: OutgoingCourse, number: String, channel: Channel?, format: ExportFormat, sent: Instant
    ) -> MessageFiled {
        let words = record.ownWords ?? record.headline ?? subject.text
        let note = ReleaseNote(
            words: String(words.prefix(500)), purpose: purpose, format: format, went: gone.map(\.field),
            stayed: Set(kept.map(\.field)).sorted { $0.rawValue < $1.rawValue })
        return MessageFiled(
            .sent, course.kind, party: recipient.name, text: note.text,
            head: MessageHead(
                channel: channel, ourNumber: number, sent: sent,
                refersTo: course.answers.compactMap { $0.identity ?? $0.theirNumber }
                    + course.takesBack.compactMap(\.ourNumber)))
    }
}
