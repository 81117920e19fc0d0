/// What an event is about, by the part of the work it belongs to.
package enum Area: String, CaseIterable, Sendable {
    case logKeeping = "LG"
    case seizures = "SR"
    case alerts = "AL"
    case deliveries = "CD"
    case shifts = "SH"
    case exercises = "EX"
    case officers = "OF"
    /// What needs two persons, and for how long a console trusts that nobody else sits at it.
    case rules = "RU"
    /// The pattern of turns and who is planned for them.
    case roster = "RO"
    case onCall = "OC"
    case orders = "SO"
    /// Verbal orders and temporary arrangements.
    case arrangements = "TA"
    /// Messages that could not be taken in, and wait for a person.
    case intake = "IN"
    /// Whom to call, where to cross, what a State asks.
    case directory = "DI"
    /// Subjects of a newer program: kept, shown raw, never changed by us.
    case unknown = "??"

    /// Whether its entries are news for the watch, rather than about the log or the clock of an exercise.
    package var isNews: Bool { ![.logKeeping, .exercises, .officers, .rules].contains(self) }

    /// Whether a board holds its open subjects.
    package var isOnBoard: Bool { ![.logKeeping, .seizures, .unknown].contains(self) }

    /// How many digits the running number is padded to.
    var digits: Int {
        switch self {
        case .logKeeping, .exercises, .shifts, .deliveries, .officers, .rules, .roster, .onCall, .orders, .arrangements:
            3
        case .alerts, .intake, .directory: 4
        case .seizures, .unknown: 6
        }
    }
}

/// The name of a subject, unique in its log, such as `CD-2026-014`; `XCD-2026-014` in an exercise.
package struct SubjectName: Hashable, Sendable, Comparable, CustomStringConvertible {
    package let text: String

    /// Nil unless the text is `[X]LL-YYYY-N…` of at most 40 ASCII letters, digits and hyphens.
    package init?(_ text: String) {
        var text = text
        guard text.withUTF8({ SubjectName.isName($0) }) else { return nil }
        self.text = text
    }

    private static func isName(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        guard bytes.count <= 40, let hyphen = bytes.firstIndex(of: UInt8(ascii: "-")), (2...8).contains(hyphen),
            bytes.count > hyphen + 6, bytes[hyphen + 5] == UInt8(ascii: "-")
        else { return false }
        let number = bytes[(hyphen + 6)...]
        return bytes[..<hyphen].allSatisfy { isDigit($0) || (0x41...0x5A).contains($0) }
            && bytes[(hyphen + 1)..<(hyphen + 5)].allSatisfy(isDigit) && number.allSatisfy(isDigit)
            && (number.count <= 18 || Int(String(decoding: number, as: UTF8.self)) != nil)
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

    package init(area: Area, year: Int, number: Int, isExercise: Bool) {
        let digits = String(number)
        let padding = String(repeating: "0", count: max(0, area.digits - digits.utf8.count))
        text = "\(isExercise ? "X" : "")\(area.rawValue)-\(year)-\(padding)\(digits)"
    }

    package var description: String { text }

    package var area: Area {
        var text = text
        return text.withUTF8 { bytes in
            let length = bytes.firstIndex(of: UInt8(ascii: "-")) ?? bytes.count
            let code = bytes[(length == 3 && bytes[0] == UInt8(ascii: "X") ? 1 : 0)..<length]
            return Area.allCases.first { $0.rawValue.utf8.elementsEqual(code) } ?? .unknown
        }
    }

    /// What is numbered together: `AL-2026`.
    package var series: String { String(text[..<(text.utf8.lastIndex(of: UInt8(ascii: "-")) ?? text.endIndex)]) }

    package var year: Int { number(afterHyphen: 1) }
    package var number: Int { number(afterHyphen: 2) }

    private func number(afterHyphen wanted: Int) -> Int {
        var hyphens = 0
        var value = 0
        for byte in text.utf8 {
            if byte == UInt8(ascii: "-") {
                hyphens += 1
            } else if hyphens == wanted {
                value = value * 10 + Int(byte & 0x0F)
            }
        }
        return value
    }

    /// The part an officer says on the phone: the running number.
    package var short: String { String(text.split(separator: "-").last ?? "") }

    package static func < (a: SubjectName, b: SubjectName) -> Bool { a.text < b.text }
}
