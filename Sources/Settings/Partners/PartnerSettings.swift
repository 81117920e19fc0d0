internal import TOMLKit
import Wording

/// Who puts files into a folder of the spool, and what they may: the file `partner.toml` of that folder.
///
/// A file with a fault is used not at all, so that nothing is taken in by half a rule.
package struct PartnerSettings: Equatable, Sendable {
    package enum Realm: String, CaseIterable, Sendable {
        case live, exercise
    }

    /// The State (ISO 3166-1 alpha-3) or the service that alerts name as their source.
    package var party: String
    /// By which way the files come: the code of a channel.
    package var channel = "spool"
    /// Files a minute; what is more waits in `new`.
    package var perMinute = 600
    /// Files a day (UTC).
    package var perDay = 50_000
    /// Codes of the formats that are taken.
    package var formats = ["cap", "labelled_text", "unodc_csv", "record_lines"]
    /// 1 to 4, for messages that say nothing about it.
    package var priority = 3
    /// What a message counts as that does not say its kind.
    package var kind = "warning"
    package var realm = Realm.live
    /// The senders that messages may name; any where it is empty.
    package var senders: [String] = []
    /// Whether each row of a table raises an alert, as `caricc import --raise` does.
    package var raisesAlerts = false

    package init(party: String) { self.party = party }

    /// The words that some keys take; they belong to other parts of the program.
    package struct Choices: Sendable {
        package let channels: [String]
        package let kinds: [String]
        package let formats: [String]

        package init(channels: [String], kinds: [String], formats: [String]) {
            self.channels = channels
            self.kinds = kinds
            self.formats = formats
        }
    }

    package enum Key: String, CaseIterable, Sendable {
        case party, channel, formats, priority, kind, realm, senders, raise
        case perMinute = "per_minute"
        case perDay = "per_day"
    }

    package static let priorities = 1...4
    package static let minuteRange = 1...100_000
    package static let dayRange = 1...10_000_000

    /// Reads the bytes of a file; throws the first fault by the order of its lines.
    package init(reading bytes: [UInt8], name: String, choices: Choices) throws(PartnerFault) {
        let table: TOMLTable
        let text: String
        do throws(SettingsFault) {
            (table, text) = try TOMLText.read(bytes, name: name)
        } catch {
            throw PartnerFault(file: name, line: error.line, key: error.key, problem: .unreadable(error))
        }
        var reader = PartnerReader(file: name, table: table, places: KeyPlaces(in: text))
        self.init(party: reader.name(.party) ?? "")
        if table[Key.party.rawValue] == nil { reader.note(.party, .missing) }
        channel = reader.word(.channel, choices.channels) ?? channel
        kind = reader.word(.kind, choices.kinds) ?? kind
        formats = reader.words(.formats, choices.formats) ?? formats
        priority = reader.number(.priority, PartnerSettings.priorities) ?? priority
        perMinute = reader.number(.perMinute, PartnerSettings.minuteRange) ?? perMinute
        perDay = reader.number(.perDay, PartnerSettings.dayRange) ?? perDay
        realm = reader.word(.realm, Realm.allCases.map(\.rawValue)).flatMap { Realm(rawValue: $0) } ?? realm
        senders = reader.words(.senders, nil) ?? senders
        raisesAlerts = reader.flag(.raise) ?? raisesAlerts
        if let fault = reader.firstFault() { throw fault }
    }

    /// A file to begin with, with every key and what it means.
    package static func sample(party: String, realm: Realm, choices: Choices) -> String {
        let usual = PartnerSettings(party: party)
        func quoted(_ words: [String]) -> String { "[" + words.map { "\"\($0)\"" }.joined(separator: ", ") + "]" }
        return """
            # Whose files lie here: a State (ISO 3166-1 alpha-3) or a service.
            party = "\(party)"
            # The log that they are for: live or exercise.
            realm = "\(realm.rawValue)"
            # By which way they come: \(choices.channels.joined(separator: ", ")).
            channel = "\(usual.channel)"
            # What is taken: \(choices.formats.joined(separator: ", ")).
            formats = \(quoted(usual.formats))
            # Files a minute and a day; what is more waits in new.
            per_minute = \(usual.perMinute)
            per_day = \(usual.perDay)
            # For messages that say nothing about it: 1 (now) to 4 (for information).
            priority = \(usual.priority)
            # What a message counts as that does not say its kind.
            kind = "\(usual.kind)"
            # The senders that messages may name; any where the list is empty.
            senders = []
            # Whether each row of a table of seizures raises an alert.
            raise = false

            """
    }
}

/// What is wrong in a `partner.toml`, as facts.
package struct PartnerFault: Error, Equatable, Sendable {
    package enum Problem: Equatable, Sendable {
        case unreadable(SettingsFault)
        case missing
        case unknownKey(nearest: String?, known: [String])
        case unknownValue(String, nearest: String?, known: [String])
        case outOfRange(ClosedRange<Int>)
        case notAName
        case notAFlag
        case notAList
    }

    package let file: String
    /// Counted from 1; 0 where the whole file is meant.
    package let line: Int
    package let key: String
    package let problem: Problem

    package init(file: String, line: Int, key: String, problem: Problem) {
        self.file = file
        self.line = line
        self.key = key
        self.problem = problem
    }
}

/// Takes the values of a partner's file and notes what is wrong with them.
private struct PartnerReader {
    let file: String
    let table: TOMLTable
    let places: KeyPlaces
    private var faults: [PartnerFault] = []

    init(file: String, table: TOMLTable, places: KeyPlaces) {
        self.file = file
        self.table = table
        self.places = places
        let known = PartnerSettings.Key.allCases.map(\.rawValue)
        for name in table.keys where !known.contains(name) {
            let problem = PartnerFault.Problem.unknownKey(
                nearest: Spelling.nearest(to: name, among: known), known: known)
            faults.append(PartnerFault(file: file, line: places.line(of: name), key: name, problem: problem))
        }
    }

    mutating func note(_ key: PartnerSettings.Key, _ problem: PartnerFault.Problem) {
        faults.append(
            PartnerFault(file: file, line: places.line(of: key.rawValue), key: key.rawValue, problem: problem))
    }

    func firstFault() -> PartnerFault? { faults.min { ($0.line, $0.key) < ($1.line, $1.key) } }

    private func value(_ key: PartnerSettings.Key) -> SettingValue?? {
        table[key.rawValue].map { SettingValue($0) }
    }

    mutating func name(_ key: PartnerSettings.Key) -> String? {
        guard let value = value(key) else { return nil }
        guard case .word(let text)? = value, (1...64).contains(text.count), text.allSatisfy({ !$0.isNewline }),
            text.unicodeScalars.allSatisfy({ $0.value >= 0x20 && $0.value != 0x7F })
        else {
            note(key, .notAName)
            return nil
        }
        return text
    }

    mutating func word(_ key: PartnerSettings.Key, _ known: [String]) -> String? {
        guard let value = value(key) else { return nil }
        guard case .word(let text)? = value else {
            note(key, .unknownValue(value?.plain ?? "", nearest: nil, known: known))
            return nil
        }
        guard known.contains(text) else {
            note(key, .unknownValue(text, nearest: Spelling.nearest(to: text, among: known), known: known))
            return nil
        }
        return text
    }

    /// - Parameter known: nil for any words.
    mutating func words(_ key: PartnerSettings.Key, _ known: [String]?) -> [String]? {
        guard let value = value(key) else { return nil }
        guard case .list(let words)? = value else {
            note(key, .notAList)
            return nil
        }
        if let known, let stranger = words.first(where: { !known.contains($0) }) {
            note(key, .unknownValue(stranger, nearest: Spelling.nearest(to: stranger, among: known), known: known))
            return nil
        }
        return words
    }

    mutating func number(_ key: PartnerSettings.Key, _ range: ClosedRange<Int>) -> Int? {
        guard let value = value(key) else { return nil }
        guard case .number(let number)? = value, range.contains(number) else {
            note(key, .outOfRange(range))
            return nil
        }
        return number
    }

    mutating func flag(_ key: PartnerSettings.Key) -> Bool? {
        guard let value = value(key) else { return nil }
        guard case .flag(let isOn)? = value else {
            note(key, .notAFlag)
            return nil
        }
        return isOn
    }
}
