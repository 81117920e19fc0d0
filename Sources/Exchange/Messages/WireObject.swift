import Model

/// Something in an object from another process is not as it must be.
package struct WireFault: Error, Equatable, Sendable {
    package let key: String
}

/// Takes an object apart, key by key; at the end nothing may be left.
struct WireObject {
    private let object: JSONObject
    private var taken: Set<String> = []

    init(_ object: JSONObject) { self.object = object }

    private mutating func take(_ key: String) -> JSON? {
        taken.insert(key)
        return object[key]
    }

    func end() throws(WireFault) {
        if let stranger = object.members.first(where: { !taken.contains($0.key) }) {
            throw WireFault(key: stranger.key)
        }
    }

    mutating func optionalText(_ key: String) throws(WireFault) -> String? {
        guard let value = take(key) else { return nil }
        guard let text = value.string else { throw WireFault(key: key) }
        return text
    }

    mutating func text(_ key: String) throws(WireFault) -> String {
        guard let text = try optionalText(key) else { throw WireFault(key: key) }
        return text
    }

    mutating func texts(_ key: String) throws(WireFault) -> [String] {
        try array(key).map { (value) throws(WireFault) in
            guard let text = value.string else { throw WireFault(key: key) }
            return text
        }
    }

    mutating func pairs(_ key: String) throws(WireFault) -> [(String, String)] {
        try array(key).map { (value) throws(WireFault) in
            guard let parts = value.array, parts.count == 2, let first = parts[0].string, let second = parts[1].string
            else { throw WireFault(key: key) }
            return (first, second)
        }
    }

    private mutating func array(_ key: String) throws(WireFault) -> [JSON] {
        guard let value = take(key) else { return [] }
        guard let array = value.array else { throw WireFault(key: key) }
        return array
    }

    mutating func objects(_ key: String) throws(WireFault) -> [JSONObject] {
        try array(key).map { (value) throws(WireFault) in
            guard let object = value.object else { throw WireFault(key: key) }
            return object
        }
    }

    mutating func optionalObject(_ key: String) throws(WireFault) -> JSONObject? {
        guard let value = take(key) else { return nil }
        guard let object = value.object else { throw WireFault(key: key) }
        return object
    }

    mutating func object(_ key: String) throws(WireFault) -> JSONObject {
        guard let object = try optionalObject(key) else { throw WireFault(key: key) }
        return object
    }

    mutating func code<Code: RawRepresentable<String>>(_ key: String) throws(WireFault) -> Code {
        guard let code = Code(rawValue: try text(key)) else { throw WireFault(key: key) }
        return code
    }

    mutating func codes<Code: RawRepresentable<String>>(_ key: String) throws(WireFault) -> [Code] {
        try texts(key).map { (text) throws(WireFault) in
            guard let code = Code(rawValue: text) else { throw WireFault(key: key) }
            return code
        }
    }

    mutating func optionalInteger(_ key: String, in range: ClosedRange<Int64>) throws(WireFault) -> Int64? {
        guard let value = take(key) else { return nil }
        guard let number = value.integer, range.contains(number) else { throw WireFault(key: key) }
        return number
    }

    mutating func integer(_ key: String, in range: ClosedRange<Int64>) throws(WireFault) -> Int64 {
        guard let number = try optionalInteger(key, in: range) else { throw WireFault(key: key) }
        return number
    }

    mutating func flag(_ key: String) throws(WireFault) -> Bool {
        guard let value = take(key) else { return false }
        guard let flag = value.bool else { throw WireFault(key: key) }
        return flag
    }
}
