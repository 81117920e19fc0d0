internal import TOMLKit
import Wording

/// The settings of one file: the values that can be used, where they stand, and what is wrong with the others.
package struct SettingsFile: Sendable {
    package let name: String
    package private(set) var values: [SettingKey: SettingValue] = [:]
    package private(set) var lines: [SettingKey: Int] = [:]
    /// In the order of the file.
    package private(set) var faults: [SettingsFault] = []

    /// A file that is not there.
    package init(absent name: String) { self.name = name }

    /// Reads the bytes of a file. A syntax error leaves no values; any other fault leaves out its own key only.
    package init(reading bytes: [UInt8], name: String, choices: SettingChoices) {
        self.name = name
        do throws(SettingsFault) {
            let (table, text) = try TOMLText.read(bytes, name: name)
            take(table, KeyPlaces(in: text), choices)
        } catch {
            faults = [error]
        }
    }

    private mutating func take(_ table: TOMLTable, _ places: KeyPlaces, _ choices: SettingChoices) {
        for name in table.keys {
            let line = places.line(of: name)
            guard let key = SettingKey(rawValue: name) else {
                let nearest = Spelling.nearest(to: name, among: SettingKey.allCases.map(\.rawValue))
                note(line, name, .unknownKey(nearest: nearest))
                continue
            }
            guard let value = table[name].flatMap({ SettingValue($0) }) else {
                note(line, name, .wrongType(key))
                continue
            }
            if let problem = choices.problem(with: value, for: key) {
                note(line, name, problem)
            } else {
                values[key] = value
                lines[key] = line
            }
        }
        faults.sort { ($0.line, $0.key) < ($1.line, $1.key) }
    }

    private mutating func note(_ line: Int, _ key: String, _ problem: SettingsFault.Problem) {
        faults.append(SettingsFault(file: name, line: line, key: key, problem: problem))
    }
}
