import Model
import Wording

/// The cells of one item of a record, as texts of the lossless profile.
struct RecordRow {
    private(set) var cells: [RecordColumn: String] = [:]

    subscript(column: RecordColumn) -> String { cells[column] ?? "" }

    /// The rows of a record: one for each item, or one where it has none.
    ///
    /// - Parameter offsetSeconds: of the clock that times are written in.
    static func rows(of record: OutgoingRecord, offsetSeconds: Int) -> [RecordRow] {
        let base = RecordRow(record, offsetSeconds: offsetSeconds)
        if record.particulars.items.isEmpty { return [base] }
        return record.particulars.items.enumerated().map { place, item in
            var row = base
            row.put(item, number: place + 1)
            return row
        }
    }

    private init(_ record: OutgoingRecord, offsetSeconds: Int) {
        let particulars = record.particulars
        put(.record, record.name.text)
        put(.exercise, record.isExercise ? "yes" : "no")
        put(.kind, record.kind?.rawValue)
        put(.priority, record.priority.map(String.init))
        put(.headline, record.headline)
        put(.at, record.at.map { ISO8601.text($0, offsetSeconds: offsetSeconds) })
        put(.precision, record.at.map { _ in record.precision.rawValue })
        put(.state, particulars.state)
        put(.country, record.columns.country)
        put(.region, record.columns.region)
        put(.subregion, record.columns.subregion)
        put(.division, record.columns.division)
        put(.place, particulars.place)
        put(.placeID, particulars.placeID)
        put(.latitude, particulars.position.map { DegreeText.text($0.latitude) })
        put(.longitude, particulars.position.map { DegreeText.text($0.longitude) })
        put(.identifiers, RecordRow.list(particulars.identifiers.compactMap(RecordRow.text)))
        put(.departure, particulars.departure)
        put(.transit, RecordRow.list(particulars.transit))
        put(.destination, particulars.destination)
        put(.concealment, particulars.concealment)
        put(.installation, record.columns.installation)
        put(.transport, particulars.transport)
        put(.producing, record.columns.producing)
        put(.routing, record.columns.routing)
        put(.text, particulars.text.map(MessageLines.told))
        put(.answerBy, record.answerBy.map { ISO8601.text($0, offsetSeconds: offsetSeconds) })
        put(.validUntil, record.validUntil.map { ISO8601.text($0, offsetSeconds: offsetSeconds) })
        put(.handling, record.handling?.rawValue)
        put(.ownWords, record.ownWords)
    }

    private mutating func put(_ item: SeizedItem, number: Int) {
        put(.itemNumber, "\(number)")
        put(.item, item.kind.rawValue)
        put(.itemName, item.name)
        put(.substanceName, item.substance == nil ? nil : ReturnWords.drug(item))
        put(.substanceCode, item.substance)
        put(.currency, item.currency)
        put(.packaging, item.packaging)
        put(.logo, item.logo)
        put(.itemNote, item.note)
        guard let quantity = item.quantity else { return }
        put(.amount, quantity.amount)
        put(.unit, quantity.unit)
        put(.returnUnit, ReturnWords.unit(quantity))
        put(.amountHigh, quantity.amountHigh)
        put(.bound, quantity.bound?.rawValue)
        put(.basis, quantity.basis?.rawValue)
        put(.basisTyped, quantity.basisTyped)
        put(.typed, quantity.typed)
        put(.kilograms, quantity.micrograms.map { KilogramText.text(micrograms: $0) })
        put(.kilogramsHigh, quantity.microgramsHigh.map { KilogramText.text(micrograms: $0) })
        put(.rule, quantity.rule.rawValue)
    }

    private mutating func put(_ column: RecordColumn, _ text: String?) {
        if let text, !text.isEmpty { cells[column] = text }
    }

    // MARK: Lists in a cell

    /// Texts with `|` between them; `|` and `%` in them as `%7C` and `%25`.
    static func list(_ texts: [String]) -> String {
        texts.map { CellText.escaped($0, "|") }.joined(separator: "|")
    }

    static func texts(_ list: String) -> [String] {
        list.isEmpty ? [] : CellText.split(list, "|").map { CellText.unescaped($0, "|") }
    }

    /// `plate:TJK:4821 AT 02`; the State may be missing. What lies in a payload is never written.
    private static func text(_ mention: IdentifierMention) -> String? {
        guard let typed = mention.typed else { return nil }
        return "\(mention.kind.rawValue):\(CellText.escaped(mention.state ?? "", ":")):\(typed)"
    }

    static func mention(_ text: String) -> IdentifierMention? {
        let parts = CellText.split(text, ":", limit: 3)
        guard parts.count == 3, let kind = IdentifierKind(rawValue: parts[0]) else { return nil }
        let state = CellText.unescaped(parts[1], ":")
        return IdentifierMention(kind, typed: parts[2], state: state.isEmpty ? nil : state)
    }
}

/// Several texts in one, by scalars: a combining mark behind a separator belongs to the next text.
private enum CellText {
    static func escaped(_ text: String, _ separator: Unicode.Scalar) -> String {
        var escaped = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            if scalar == "%" || scalar == separator {
                escaped.append(contentsOf: "%\(String(scalar.value, radix: 16, uppercase: true))".unicodeScalars)
            } else {
                escaped.append(scalar)
            }
        }
        return String(escaped)
    }

    static func unescaped(_ text: String, _ separator: Unicode.Scalar) -> String {
        let code = Array("\(String(separator.value, radix: 16, uppercase: true))".utf8)
        var bytes: [UInt8] = []
        var rest = Array(text.utf8)[...]
        while let byte = rest.popFirst() {
            let next = rest.prefix(2)
            if byte == 0x25, next.elementsEqual("25".utf8) || next.elementsEqual(code) {
                bytes += next.elementsEqual(code) ? Array(String(separator).utf8) : [0x25]
                rest = rest.dropFirst(2)
            } else {
                bytes.append(byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// - Parameter limit: at most so many pieces.
    static func split(_ text: String, _ separator: Unicode.Scalar, limit: Int = .max) -> [String] {
        text.unicodeScalars.split(separator: separator, maxSplits: limit - 1, omittingEmptySubsequences: false)
            .map { String($0) }
    }
}

/// Degrees with five decimals, exactly.
enum DegreeText {
    static func text(_ steps: Int64) -> String {
        let digits = String(abs(steps))
        let padded = String(repeating: "0", count: max(0, 6 - digits.count)) + digits
        return "\(steps < 0 ? "-" : "")\(padded.dropLast(5)).\(padded.suffix(5))"
    }

    static func steps(_ text: String) -> Int64? { ExactDecimal(text)?.rounded(timesTenTo: 5) }
}

/// Micrograms as kilograms, exactly, without zeros at the end.
enum KilogramText {
    static func text(micrograms: Int64) -> String {
        let digits = String(micrograms)
        let padded = String(repeating: "0", count: max(0, 10 - digits.count)) + digits
        var fraction = padded.suffix(9)
        while fraction.last == "0" { fraction.removeLast() }
        return fraction.isEmpty ? String(padded.dropLast(9)) : "\(padded.dropLast(9)).\(fraction)"
    }
}
