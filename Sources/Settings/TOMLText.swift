internal import TOMLKit

/// Reads bytes as TOML, and says where they are none.
package enum TOMLText {
    static func read(_ bytes: [UInt8], name: String) throws(SettingsFault) -> (table: TOMLTable, text: String) {
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw SettingsFault(file: name, problem: .notUTF8)
        }
        if let flaw = TOMLFlaw.first(in: text) {
            throw SettingsFault(
                file: name, line: flaw.line, column: flaw.column, problem: .syntax(found: flaw.found))
        }
        do {
            return (try TOMLTable(string: text), text)
        } catch let error as TOMLParseError {
            let start = error.source.begin
            // The parser stops at a second key of the same name, too.
            if let again = KeyPlaces(in: text).repeated.first(where: { $0.line == start.line }) {
                throw SettingsFault(
                    file: name, line: again.line, key: again.key, problem: .duplicate(firstLine: again.first))
            }
            throw SettingsFault(
                file: name, line: start.line, column: start.column, problem: .syntax(found: error.description))
        } catch {
            throw SettingsFault(file: name, problem: .syntax(found: "\(error)"))
        }
    }

    /// What is wrong with a file whose keys somebody else knows; nil where it is TOML.
    package static func fault(in bytes: [UInt8], name: String) -> SettingsFault? {
        do throws(SettingsFault) {
            _ = try read(bytes, name: name)
            return nil
        } catch {
            return error
        }
    }
}
