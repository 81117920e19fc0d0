import Model
import Settings
private import TOMLKit

/// A value of a scenario file, apart from the library that read it. What a scenario cannot use is `.other`.
indirect enum ScenarioValue: Equatable {
    case string(String)
    case integer(Int64)
    case bool(Bool)
    case array([ScenarioValue])
    case object([String: ScenarioValue])
    /// Fractions, dates and times in TOML's own notation.
    case other

    /// The same as JSON; nil where a part of it is none.
    var json: JSON? {
        switch self {
        case .string(let text): return .string(text)
        case .integer(let number): return number.magnitude <= JSON.largestInteger ? .integer(number) : nil
        case .bool(let flag): return .bool(flag)
        case .array(let values):
            let members = values.compactMap(\.json)
            return members.count == values.count ? .array(members) : nil
        case .object(let table):
            var object = JSONObject()
            for (key, value) in table {
                guard let json = value.json else { return nil }
                object[key] = json
            }
            return .object(object)
        case .other: return nil
        }
    }
}

extension ScenarioValue {
    /// The members of the whole file.
    static func members(of text: String) throws(TOMLFlaw) -> [String: ScenarioValue] {
        members(of: try TOMLText.table(of: text))
    }

    private static func members(of table: TOMLTable) -> [String: ScenarioValue] {
        var members: [String: ScenarioValue] = [:]
        for key in table.keys { members[key] = table[key].map { ScenarioValue($0) } ?? .other }
        return members
    }

    private init(_ value: any TOMLValueConvertible) {
        self =
            switch value.type {
            case .string: value.string.map { .string($0) } ?? .other
            case .int: value.int.map { .integer(Int64($0)) } ?? .other
            case .bool: value.bool.map { .bool($0) } ?? .other
            case .array: value.array.map { array in .array(array.map { ScenarioValue($0) }) } ?? .other
            case .table: value.table.map { .object(ScenarioValue.members(of: $0)) } ?? .other
            case .double, .date, .time, .dateTime: .other
            }
    }
}
