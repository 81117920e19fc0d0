/// One entry of the directory as it is set: what it is about, and what it says.
package struct DirectoryEntry: Equatable, Sendable {
    package let key: DirectoryKey
    /// Only what is said; never an empty text.
    package private(set) var values: [DirectoryField: String]

    /// In characters of one field.
    package static let longestText = 1_000

    /// Takes no blank text. What the sort has no field for is kept, and refused by ``fault``.
    package init(_ key: DirectoryKey, _ values: [DirectoryField: String] = [:]) {
        self.key = key
        self.values = values.filter { !$0.value.trimmingBlanks.isEmpty }
    }

    package subscript(field: DirectoryField) -> String? {
        get { values[field] }
        set { values[field] = newValue.flatMap { $0.trimmingBlanks.isEmpty ? nil : $0 } }
    }

    /// What it is called: its name, the names of both sides of a pair, else its key.
    package var title: String {
        let names = [values[.name], key.sort.isPair ? values[.otherName] : nil].compactMap { $0 }
        return names.isEmpty ? key.description : names.joined(separator: " – ")
    }

    package var isRoundTheClock: Bool { values[.roundTheClock] == "yes" }

    package var noticeMinutes: Int? { values[.noticeMinutes].flatMap { Int($0) } }

    /// Other names, which stand with `|` between them.
    package var aliases: [String] {
        values[.aliases]?.split(separator: "|").map { String($0).trimmingBlanks }.filter { !$0.isEmpty } ?? []
    }

    /// Why it may not stand in the directory; nil when it may.
    package var fault: DirectoryFault? {
        guard DirectoryKey(key.description) == key else { return .badKey(key.description) }
        for field in DirectoryField.allCases {
            guard let text = values[field] else {
                if key.sort.needed.contains(field) { return .missing(field) }
                continue
            }
            if !key.sort.fields.contains(field) { return .notOfThisSort(field, key.sort) }
            if let fault = DirectoryEntry.fault(of: text, in: field) { return fault }
        }
        return nil
    }

    package static func fault(of text: String, in field: DirectoryField) -> DirectoryFault? {
        if text.count > longestText || text.utf8.count > 4 * longestText { return .tooLong(field, limit: longestText) }
        if !isPrintable(text) { return .unprintable(field) }
        switch field.format {
        case .words: return nil
        case .code(let codes): return codes.contains(text) ? nil : .notOneOf(field, text, codes)
        case .codes(let codes):
            let parts = text.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
            return parts.allSatisfy(codes.contains) ? nil : .notOneOf(field, text, codes)
        case .minutes:
            let isNumber = text.utf8.allSatisfy { (0x30...0x39).contains($0) }
            let isInRange = Int(text).map { (0...DirectoryField.mostMinutes).contains($0) } ?? false
            return isNumber && isInRange ? nil : .notMinutes(field, text)
        }
    }

    /// No control characters but line breaks and tabs, and nothing that XML cannot carry, so that every file can hold it.
    package static func isPrintable(_ text: String) -> Bool {
        text.unicodeScalars.allSatisfy { scalar in
            switch scalar.value {
            case 0x09, 0x0A: true
            case ..<0x20, 0x7F...0x9F, 0xFDD0...0xFDEF: false
            default: scalar.value & 0xFFFE != 0xFFFE
            }
        }
    }
}

/// Why an entry, or what is said of one, is refused.
package enum DirectoryFault: Error, Hashable, Sendable {
    case badKey(String)
    case missing(DirectoryField)
    case notOfThisSort(DirectoryField, DirectorySort)
    case notOneOf(DirectoryField, String, [String])
    case notMinutes(DirectoryField, String)
    case tooLong(DirectoryField, limit: Int)
    case unprintable(DirectoryField)
    /// A subject is about one entry for ever.
    case otherKey(String)
    /// Nothing of this standing can be said of this sort.
    case noStanding(DirectorySort, DirectoryStanding)
    case inTheFuture(Instant)
    /// Only of a liaison officer something personal is kept.
    case personNotHere(DirectorySort)
    case retired(String)
}
