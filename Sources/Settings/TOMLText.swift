package import TOMLKit

/// Reads text as TOML, and says where it is none.
package enum TOMLText {
    /// The only way to the parser: what would end the process does not reach it.
    package static func table(of text: String) throws(TOMLFlaw) -> TOMLTable {
        if let flaw = TOMLFlaw.first(in: text) { throw flaw }
        do {
            return try TOMLTable(string: text)
        } catch let error as TOMLParseError {
            let start = error.source.begin
            throw TOMLFlaw(line: start.line, column: start.column, found: error.description)
        } catch {
            throw TOMLFlaw(line: 0, column: 0, found: "\(error)")
        }
    }

    /// A whole file; a second key of the same name is told with the place of the first.
    static func read(_ bytes: [UInt8], name: String) throws(SettingsFault) -> (table: TOMLTable, text: String) {
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw SettingsFault(file: name, problem: .notUTF8)
        }
        do throws(TOMLFlaw) {
            return (try table(of: text), text)
        } catch {
            if let again = KeyPlaces(in: text).repeated.first(where: { $0.line == error.line }) {
                throw SettingsFault(
                    file: name, line: again.line, key: again.key, problem: .duplicate(firstLine: again.first))
            }
            throw SettingsFault(
                file: name, line: error.line, column: error.line > 0 ? error.column : nil,
                problem: .syntax(found: error.found))
        }
    }
}

extension SettingValue {
    /// Nil for what no file of ours has: fractions, dates, tables, mixed lists.
    init?(_ value: any TOMLValueConvertible) {
        if let text = value.string {
            self = .word(text)
        } else if let isOn = value.bool {
            self = .flag(isOn)
        } else if let number = value.int {
            self = .number(number)
        } else {
            guard let array = value.array else { return nil }
            let items = array.compactMap(\.string)
            guard items.count == array.count else { return nil }
            self = .list(items)
        }
    }
}
