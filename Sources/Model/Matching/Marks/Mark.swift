/// Under what an entry is filed in the index, so that a later message finds it among millions.
///
/// A mark is a 64-bit hash of "namespace:key" (FNV-1a with the finalizer of MurmurHash3), so two keys may share one by chance;
/// whoever finds an entry by a mark compares what it really says. It is positive. The marks of namespace `seizure` are negative
/// and ordered by State, family of substances and day, so that neighbouring days are one range.
package struct Mark: Hashable, Sendable {
    /// What a key names.
    package enum Namespace: String, CaseIterable, Sendable {
        /// A message by its identity, or by sender and number, or by our own number.
        case message = "msg"
        case seizure
        /// A place within a State.
        case place
        case route
        /// A way of hiding.
        case method
        /// What is printed or pressed on a thing.
        case logo
        /// A device that tells where a load is, by its name.
        case tracker
        /// Another subject that an entry names.
        case link
        /// An operation, by the name that its aliases share.
        case operation
    }

    package let value: Int64
    /// What a seizure amounts to and where it was, in short; 0 for every other mark and where nothing is known.
    package let sketch: Sketch

    init(value: Int64, sketch: Sketch = Sketch()) {
        self.value = value
        self.sketch = sketch
    }

    package init(_ namespace: Namespace, _ key: String) { self.init(namespace.rawValue, key) }

    package init(_ kind: IdentifierKind, _ key: String) { self.init(kind.rawValue, key) }

    private init(_ namespace: String, _ key: String) {
        var hash = Mark.start
        for byte in namespace.utf8 { Mark.mix(byte, into: &hash) }
        Mark.mix(UInt8(ascii: ":"), into: &hash)
        for byte in key.utf8 { Mark.mix(byte, into: &hash) }
        self.init(value: Int64(Mark.finish(hash) >> 1))
    }

    private static let start: UInt64 = 0xCBF2_9CE4_8422_2325

    private static func mix(_ byte: UInt8, into hash: inout UInt64) {
        hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3
    }

    private static func finish(_ hash: UInt64) -> UInt64 {
        var hash = hash
        hash = (hash ^ hash >> 33) &* 0xFF51_AFD7_ED55_8CCD
        hash = (hash ^ hash >> 33) &* 0xC4CE_B9FE_1A85_EC53
        return hash ^ hash >> 33
    }

    static func hash(_ text: String) -> UInt64 {
        var hash = start
        for byte in text.utf8 { mix(byte, into: &hash) }
        return finish(hash)
    }

    static func hash(_ number: UInt64) -> UInt64 { finish(number ^ start) }
}

extension Mark {
    /// A message by what others call it: CAP's `sender,identifier,sent`, or any other identity, as it is written.
    package static func message(identity: String) -> Mark { Mark(.message, identity.trimmingBlanks) }

    /// A message by who sent it and their number. Case and blanks do not count: numbers are retyped.
    package static func message(from party: String, number: String) -> Mark {
        Mark(.message, "\(folded(party)) \(folded(number))")
    }

    /// A message by the number that the Centre gave it.
    package static func message(ourNumber number: String) -> Mark { Mark(.message, "# \(folded(number))") }

    /// What names another subject.
    package static func link(to name: SubjectName) -> Mark { Mark(.link, name.text) }

    package static func identifier(_ identifier: Identifier) -> Mark? {
        let key = identifier.key
        return key.isEmpty ? nil : Mark(identifier.kind, key)
    }

    private static func folded(_ text: String) -> String {
        var view = String.UnicodeScalarView()
        view.append(contentsOf: SearchFolding.fold(text).lazy.filter { $0 != " " })
        return String(view)
    }

    /// A seizure by where, when and what. `day` counts from 1970-01-01 in UTC and is kept between 0 and 65,535.
    static func seizure(state: String?, family: SubstanceFamily, day: Int, sketch: Sketch = Sketch()) -> Mark {
        Mark(value: seizureValue(state, family, day, low: 0), sketch: sketch)
    }

    /// The values of all marks of seizures on these days.
    static func seizures(state: String?, family: SubstanceFamily, days: ClosedRange<Int>) -> ClosedRange<Int64> {
        seizureValue(state, family, days.lowerBound, low: 0)...seizureValue(state, family, days.upperBound, low: 0xFFFF)
    }

    private static func seizureValue(_ state: String?, _ family: SubstanceFamily, _ day: Int, low: UInt64) -> Int64 {
        let country = state.map { hash($0) >> 41 } ?? 0
        let day = UInt64(max(0, min(0xFFFF, day)))
        return Int64(bitPattern: 1 << 63 | country << 40 | UInt64(family.rawValue) << 32 | day << 16 | low)
    }
}

/// An amount and a place in 64 bits: enough to tell at a glance which of many seizures of one day may be the same.
package struct Sketch: Hashable, Sendable {
    package let bits: Int64

    package init(bits: Int64 = 0) { self.bits = bits }

    /// - Parameters:
    ///   - micrograms: nil where it is not known.
    ///   - words: the keys of the words of the place (`PlaceWords`).
    init(micrograms: Int64?, words: [UInt64]) {
        var filter: UInt32 = 0
        for word in words {
            let hash = Mark.hash(word)
            filter |= 1 << UInt32(hash & 31) | 1 << UInt32(hash >> 8 & 31)
        }
        let amount = micrograms.map { Float($0 + 1).bitPattern } ?? 0
        bits = Int64(bitPattern: UInt64(amount) << 32 | UInt64(filter))
    }

    private var amount: Float { Float(bitPattern: UInt32(truncatingIfNeeded: bits >> 32)) }
    private var filter: UInt32 { UInt32(truncatingIfNeeded: bits) }

    /// How promising it is to look closer: 0 to 100.
    package func promise(beside other: Sketch) -> Int {
        var promise = 0
        if amount > 0, other.amount > 0 {
            let ratio = min(amount, other.amount) / max(amount, other.amount)
            promise += ratio > 0.999 ? 60 : ratio > 0.95 ? 45 : ratio > 0.8 ? 25 : ratio > 0.4 ? 8 : 0
        } else {
            promise += 10
        }
        if filter != 0, other.filter != 0 {
            let shared = (filter & other.filter).nonzeroBitCount
            let fewer = min(filter.nonzeroBitCount, other.filter.nonzeroBitCount)
            promise += shared * 40 / fewer
        } else {
            promise += 8
        }
        return promise
    }
}
