/// A JSON value in the narrow profile of the log: integers only, no floats, no duplicate keys.
package enum JSON: Hashable, Sendable {
    case null
    case bool(Bool)
    case integer(Int64)
    case string(String)
    case array([JSON])
    case object(JSONObject)

    package var string: String? { if case .string(let value) = self { value } else { nil } }
    package var integer: Int64? { if case .integer(let value) = self { value } else { nil } }
    package var bool: Bool? { if case .bool(let value) = self { value } else { nil } }
    package var array: [JSON]? { if case .array(let value) = self { value } else { nil } }
    package var object: JSONObject? { if case .object(let value) = self { value } else { nil } }

    /// The largest integer that every JSON reader keeps exactly (RFC 7493, section 2.2).
    package static let largestInteger: Int64 = 9_007_199_254_740_991
    /// How deep arrays and objects may be nested.
    package static let depthLimit = 8
}

/// The members of a JSON object, kept in the order of their keys' bytes, which is canonical order.
package struct JSONObject: Hashable, Sendable {
    package struct Member: Hashable, Sendable {
        package let key: String
        package let value: JSON
    }

    package private(set) var members: [Member]

    package init() { members = [] }

    /// Takes members that are in order already.
    init(sorted members: [Member]) { self.members = members }

    package subscript(key: String) -> JSON? {
        get { members.first { $0.key == key }?.value }
        set {
            let place = members.firstIndex { !JSONObject.precedes($0.key, key) } ?? members.endIndex
            if place < members.endIndex, members[place].key == key { members.remove(at: place) }
            if let newValue { members.insert(Member(key: key, value: newValue), at: place) }
        }
    }

    package var isEmpty: Bool { members.isEmpty }

    static func precedes(_ a: String, _ b: String) -> Bool { a.utf8.lexicographicallyPrecedes(b.utf8) }
}
