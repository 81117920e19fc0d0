import Model
import Wording

/// A request as text with fixed labels, which a State's desk reads and our own paste reader takes back.
package enum RequestText {
    /// - Parameters:
    ///   - catalogues: of the languages in which it is written, the reader's first; the labels are of this one
    ///   - sent: the hour in its head
    package static func write(
        _ document: RequestDocument, from sender: String, sent: Instant, zone: Zone, in catalogues: [Catalogue]
    ) -> String {
        let language = catalogues.first.flatMap { MessageLabel.Language(rawValue: $0.language.rawValue) } ?? .en
        let text = LabelledText.write(
            LabelledMessage(message(document, from: sender, sent: sent, zone: zone, in: catalogues), language), language
        )
        guard document.isExercise else { return text }
        let mark = ExerciseMark.line(language)
        return "\(mark)\n\(text)\(mark)\n"
    }

    static func message(
        _ document: RequestDocument, from sender: String, sent: Instant, zone: Zone, in catalogues: [Catalogue]
    ) -> IncomingMessage {
        let wishes = document.wishes
        func time(_ instant: Instant) -> MessageTime { MessageTime(instant, offsetSeconds: zone.offset(at: instant)) }
        var message = IncomingMessage(
            form: .labelledText, sender: sender, number: wishes.ourNumber ?? document.delivery.text, sent: time(sent))
        message.status = document.isExercise ? .exercise : .actual
        message.kind = MessageKind.request.rawValue
        message.act = IncomingMessage.act(ofKind: message.kind)
        message.recipients = [wishes.state]
        message.ourNumber = wishes.theirNumber
        message.references = document.supersedes.map { [IncomingMessage.Reference(number: $0)] } ?? []
        message.answerDue = wishes.answerBy.map { time($0) }
        let first = catalogues.first ?? .english
        message.headline = "\(document.delivery.text): \(first.text(wishes.purpose.message))"
        if case .identifiers(let identifiers)? = document[.identifiers] {
            message.identifiers = identifiers.map {
                IncomingMessage.Identifier(kind: $0.kind.rawValue, text: IncomingMessage.plain($0.typed) ?? "")
            }
        }
        message.routeFrom = IncomingMessage.plain(text(document[.entry]))
        message.routeTo = IncomingMessage.plain(text(document[.exit]))
        // The reader's own clock in the reader's own words, ours in ours.
        let theirs = Zone.desk(of: wishes.state) ?? zone
        let texts = catalogues.enumerated().map { place, catalogue in
            document.prose(in: catalogue, zone: place == 0 ? theirs : zone)
        }
        message.text = IncomingMessage.carried(texts.joined(separator: "\n\n"))
        return message
    }

    private static func text(_ value: RequestDocument.Value?) -> String? {
        if case .texts(let texts)? = value { texts.joined(separator: ", ") } else { nil }
    }
}
