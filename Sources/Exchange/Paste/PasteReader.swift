import Model
import Places

/// Reads a text that somebody pasted: a message with labels, CAP, or words of any sort.
///
/// It is read and never run. Of what is longer than `readLimit`, the beginning is read; all of it is kept, up to `keptLimit`.
package enum PasteReader {
    /// In bytes of UTF-8: 1 MiB, as much as a terminal hands over.
    package static let keptLimit = 1 << 20
    /// In characters.
    package static let readLimit = 20_000

    /// - Parameters:
    ///   - isExercise: whether the log is one of an exercise.
    ///   - places: where the names of places are looked up; without it they are taken from labels alone.
    ///   - takesOther: whether each amount that has two readings is taken by the other one.
    package static func read(
        _ pasted: String, inExercise isExercise: Bool, places: Gazetteer = .empty, takesOther: Bool = false
    ) -> PastedMessage {
        let raw = String(decoding: Array(pasted.utf8.prefix(keptLimit)), as: UTF8.self)
        var message = PastedMessage(raw: raw, takesOther: takesOther)
        let text = cleaned(raw)
        do throws(IntakeRefusal) {
            if let (incoming, faults) = try labelled(text) {
                message.take(incoming, places)
                message.note(faults)
            } else {
                message.takeWords(text, places)
            }
        } catch {
            message.takeWords(text, places)
            message.doubts.append(.notAMessage(line: error.line, label: error.path.isEmpty ? nil : error.path))
        }
        message.particulars.locate(in: places)
        if message.bound() { message.doubts.append(.onlyTheBeginning) }
        if message.isExercise.map({ $0 != isExercise }) ?? (isExercise && message.isLabelled) {
            message.doubts.append(.otherRealm)
        }
        if message.source.isEmpty { message.doubts.append(.noSource) }
        let isCut = raw.utf8.count < pasted.utf8.count || (!message.isLabelled && text.count > readLimit)
        if isCut, !message.doubts.contains(.onlyTheBeginning) {
            message.doubts.append(.onlyTheBeginning)
        }
        return message
    }

    /// Nil for a text without the marks of a message. A field that cannot be read is left out and named; the others stand.
    private static func labelled(_ text: String) throws(IntakeRefusal) -> (IncomingMessage, [IntakeRefusal])? {
        let bytes = Array(text.utf8)
        if LabelledText.hasMark(bytes[...]) {
            var reading = try LabelledText.read(text)
            var faults: [IntakeRefusal] = []
            while true {
                do throws(IntakeRefusal) {
                    return (try IncomingMessage(reading), faults)
                } catch {
                    guard faults.count < 10, let rest = reading.without(error) else { throw error }
                    faults.append(error)
                    reading = rest
                }
            }
        }
        guard bytes.first(where: { $0 > 0x20 }) == UInt8(ascii: "<"), try MessageGate().format(of: bytes) == .cap else {
            return nil
        }
        return (IncomingMessage(try CAPReader.read(bytes)), [])
    }

    /// Without control characters, which a terminal or a mail program may have left in it.
    private static func cleaned(_ text: String) -> String {
        var clean = String.UnicodeScalarView()
        var isAfterReturn = false
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\r": clean.append("\n")
            case "\n": if !isAfterReturn { clean.append("\n") }
            case "\t": clean.append(" ")
            default: if scalar.properties.generalCategory != .control { clean.append(scalar) }
            }
            isAfterReturn = scalar == "\r"
        }
        return String(clean)
    }
}

extension PastedMessage {
    /// What one record can hold (a record has less than 64 KiB); what is beyond stays with the text.
    ///
    /// Returns whether anything was left out.
    fileprivate mutating func bound() -> Bool {
        let before = (particulars, refersTo, source, number)
        particulars.items = Array(particulars.items.prefix(40)).map { item in
            var item = item
            item.name = item.name.map { PastedMessage.cut($0, to: 200) }
            item.note = item.note.map { PastedMessage.cut($0, to: 200) }
            (item.packaging, item.logo) = (
                item.packaging.map { PastedMessage.cut($0, to: 200) }, item.logo.map { PastedMessage.cut($0, to: 200) }
            )
            if let words = item.quantity.map({ $0.object }), CanonicalJSON.bytes(of: .object(words)).count > 600 {
                item.quantity = nil
            }
            return item
        }
        particulars.identifiers = Array(particulars.identifiers.prefix(40))
        particulars.transit = particulars.transit.prefix(10).map { PastedMessage.cut($0, to: 200) }
        particulars.place = particulars.place.map { PastedMessage.cut($0, to: 400) }
        particulars.departure = particulars.departure.map { PastedMessage.cut($0, to: 200) }
        particulars.destination = particulars.destination.map { PastedMessage.cut($0, to: 200) }
        particulars.concealment = particulars.concealment.map { PastedMessage.cut($0, to: 400) }
        particulars.transport = particulars.transport.map { PastedMessage.cut($0, to: 400) }
        refersTo = refersTo.prefix(20).map { PastedMessage.cut($0, to: 200) }
        source = PastedMessage.cut(source, to: 200)
        number = number.map { PastedMessage.cut($0, to: 200) }
        headline = PastedMessage.cut(headline, to: 640)
        doubts = Array(doubts.prefix(50))
        notUnderstood = notUnderstood.prefix(50).map { PastedMessage.cut($0, to: 200) }
        personal = Array(personal.prefix(100))
        return before != (particulars, refersTo, source, number)
    }

    /// At most so many bytes, by whole scalars.
    private static func cut(_ text: String, to bytes: Int) -> String {
        guard text.utf8.count > bytes else { return text }
        var cut = String.UnicodeScalarView()
        var count = 0
        for scalar in text.unicodeScalars {
            count += UTF8.width(scalar)
            if count > bytes { break }
            cut.append(scalar)
        }
        return String(cut)
    }

    // MARK: With labels

    /// The fields that were left out.
    fileprivate mutating func note(_ faults: [IntakeRefusal]) {
        for fault in faults {
            doubts.append(
                .fieldNotRead(line: fault.line, label: fault.path, typed: PastedMessage.cut(fault.found, to: 80)))
            if fault.path == MessageLabel.date.word(in: .en) { sent = nil }
        }
    }

    fileprivate mutating func take(_ incoming: IncomingMessage, _ places: Gazetteer) {
        isLabelled = true
        isExercise = incoming.status == .exercise
        if [.test, .draft, .system].contains(incoming.status) { doubts.append(.notForUse) }
        kind = incoming.kind.flatMap { MessageKind(rawValue: $0) } ?? PastedMessage.kind(of: incoming.act)
        priority = incoming.effectivePriority
        source = incoming.sender
        number = incoming.number
        channel = incoming.channel.flatMap(PastedMessage.channel)
        sent = incoming.sent.instant
        answerBy = incoming.answerDue?.instant
        expires = incoming.expires?.instant
        refersTo = incoming.references.map(\.number) + [incoming.ourNumber].compactMap { $0 }
        restriction = incoming.handling.flatMap { isPersonal($0) ? nil : PastedMessage.cut($0, to: 200) }
        scope = incoming.extras.first { $0.label == "alert/scope" }
            .flatMap { MessageScope(rawValue: $0.value.trimmingBlanks.lowercased()) }
        if incoming.remarks.contains(.quotedMessageNotRead) { doubts.append(.quoted) }
        takeItems(incoming)
        takeIdentifiers(incoming)
        particulars.state = incoming.state.flatMap { OpenWords.state(in: $0) ?? ReturnCountry.code($0) }
        let open = { (text: String?) in text.flatMap { PersonalWords.occur(in: $0) ? nil : $0 } }
        particulars.place = open(incoming.place)
        particulars.departure = open(incoming.routeFrom)
        particulars.transit = incoming.routeVia.compactMap(open)
        particulars.destination = open(incoming.routeTo)
        particulars.concealment = open(incoming.method)
        if let point = incoming.shapes.first(where: { $0.kind != .polygon })?.points.first {
            let parts = point.split(separator: ",").compactMap { DegreeText.steps(String($0)) }
            if parts.count == 2 { particulars.position = Position(latitude: parts[0], longitude: parts[1]) }
        }
        for extra in incoming.extras {
            if extra.label == "TRANSPORT" {
                particulars.transport = open(extra.value)
            } else {
                notUnderstood.append(extra.label.isEmpty ? extra.value : "\(extra.label): \(extra.value)")
            }
        }
        takeWords(of: incoming, places)
        headline = shortened(incoming.headline.flatMap(PersonalWords.open) ?? ownHeadline)
    }

    /// What the running words say, where no label does: the place, the operation, and the words themselves, as far as they name
    /// nobody. A number of a living person is masked; the words as they came lie with the message.
    private mutating func takeWords(of incoming: IncomingMessage, _ places: Gazetteer) {
        let words = [incoming.headline, incoming.text].compactMap { $0 }.joined(separator: "\n")
        particulars.takeScene(in: DateMention.blanked(in: words), places, source: source)
        particulars.operation = Alias.operation(in: words)
        particulars.text = incoming.text.flatMap(PersonalWords.open).flatMap { $0.isEmpty ? nil : $0 }
    }

    private mutating func takeItems(_ incoming: IncomingMessage) {
        let single = [incoming.substance, incoming.amount].compactMap { $0 }.joined(separator: " ")
        let lines = (single.isEmpty ? [] : [single]) + incoming.items
        let reader = SeizedItemReader(context: lines.joined(separator: "\n"))
        for line in lines { take(reader.read(line).map { isPersonal($0.typed) ? $0.reduced : $0 }) }
        guard lines.isEmpty else { return }
        for words in [incoming.text, incoming.headline].compactMap(\.self) where particulars.items.isEmpty {
            takeItems(spoken: words)
        }
    }

    private mutating func takeIdentifiers(_ incoming: IncomingMessage) {
        for identifier in incoming.identifiers {
            if let kind = identifier.kind.flatMap({ IdentifierKind(rawValue: $0) }) {
                take(kind, identifier.text)
            } else {
                let found = IdentifierFinder.find(in: identifier.text)
                for one in found { take(one.identifier.kind, one.identifier.typed) }
                if found.isEmpty { notUnderstood.append(identifier.text) }
            }
        }
        for words in [incoming.headline, incoming.text].compactMap(\.self) { takeIdentifiers(in: words) }
    }

    private static func kind(of act: IncomingMessage.Act) -> MessageKind {
        switch act {
        case .cancel: .cancellation
        case .acknowledgement: .acknowledgement
        case .error: .rejection
        case .alert, .update: .information
        }
    }

    private static func channel(_ text: String) -> Channel? {
        let plain = text.lowercased().filter { $0.isLetter || $0.isNumber }
        return Channel.allCases.first { $0.rawValue.filter { $0 != "_" } == plain }
    }

    // MARK: Both

    /// The things that running words speak of, and whether the sum that they give is right.
    @discardableResult mutating func takeItems(spoken text: String) -> SpokenAccount {
        let reader = SeizedItemReader(language: TextLanguage.guess(text) ?? .en)
        let account = reader.account(text)
        take(account.readings)
        notUnderstood += account.leftOver.prefix(20)
        for denial in account.denials.prefix(3) { doubts.append(.denied(typed: denial)) }
        if !account.others.isEmpty {
            doubts.append(.otherCase(typed: account.others.prefix(8).joined(separator: ", ")))
        }
        guard account.givesTotal, let sum = reader.sum(text), case .differs = sum.comparison else { return account }
        let parts = particulars.items.compactMap { item in item.quantity.map { "\($0.amount) \($0.unit)" } }
        doubts.append(.sum(printed: sum.printed.typed, parts: parts.prefix(8).joined(separator: " + ")))
        return account
    }

    private mutating func take(_ readings: [SeizedItemReader.Reading]) {
        for read in readings {
            let reading = takesOther ? read.other ?? read : read
            particulars.items.append(reading.item)
            if reading.item.kind == .drug, reading.item.substance == nil, reading.match?.substance == nil {
                if case .several? = reading.match {
                } else {
                    doubts.append(.unknownSubstance(typed: reading.item.name ?? reading.item.quantity?.typed ?? "?"))
                }
            }
            if let ambiguity = reading.ambiguity, let quantity = reading.item.quantity {
                let other = "\(ambiguity.other.text) \(quantity.unit)"
                doubts.append(
                    .amount(
                        typed: quantity.typed ?? reading.typed, taken: "\(quantity.amount) \(quantity.unit)",
                        other: other))
            }
            if let prompt = reading.prompt {
                // Where a day or a price was left out, blanks stand in its place.
                let typed = reading.typed.split(separator: " ").joined(separator: " ")
                doubts.append(.unusual(typed: typed, times: prompt.times))
            }
        }
    }

    mutating func take(_ kind: IdentifierKind, _ text: String) {
        if kind.isPersonal {
            guard let row = SealedIdentifiers.Row(kind, typed: text), !personal.contains(row),
                personal.count < IdentifierMention.rowLimit
            else { return }
            personal.append(row)
        } else if let mention = IdentifierMention(kind, typed: text), !particulars.identifiers.contains(mention) {
            particulars.identifiers.append(mention)
            let remarks = Identifier(kind, text).remarks
            let odd = remarks.count { if case .readAs = $0 { true } else { false } }
            // A plate that is Cyrillic throughout is written so, and not by mistake.
            let isAllCyrillic = kind == .plate && odd == text.count(where: \.isLetter)
            if remarks.count > (isAllCyrillic ? odd : 0) { doubts.append(.identifier(typed: text)) }
        }
    }

    mutating func takeIdentifiers(in text: String) {
        for found in IdentifierFinder.find(in: text) where found.confidence >= .likely {
            take(found.identifier.kind, found.identifier.typed)
        }
    }

    func isPersonal(_ text: String) -> Bool { PersonalWords.occur(in: text) }

    func shortened(_ text: String) -> String { String(text.trimmingBlanks.prefix(160)) }

    /// Made of what was understood.
    var ownHeadline: String {
        let goods = particulars.items.prefix(3).map { item in
            [item.name ?? item.substance ?? "", item.quantity.map { "\($0.amount) \($0.unit)" } ?? ""]
                .filter { !$0.isEmpty }.joined(separator: " ")
        }.filter { !$0.isEmpty }.joined(separator: ", ")
        return [goods, particulars.place ?? ""].filter { !$0.isEmpty }.joined(separator: ", ")
    }
}
