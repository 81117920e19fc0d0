/// The tables in memory: the bytes of the files, a row for each place, and the names in order of their keys.
final class PlaceStore: Sendable {
    enum Table: UInt8, Sendable {
        case towns, airports, ports, crossings, regions, codes
    }

    struct Row: Sendable {
        let table: Table
        let kind: Place.Kind
        /// Where its line begins.
        let start: UInt32
        /// In steps of ``Coordinates``; beyond the poles where nobody knows.
        let north: Int32
        let east: Int32
        let population: UInt32
        let weight: UInt32

        var position: Coordinates? { Coordinates(latitude: north, longitude: east) }
    }

    struct Name: Sendable {
        enum Kind: UInt8, Sendable {
            case name, alias, code
        }

        /// The first eight bytes of the key, so that most comparisons touch nothing else.
        let head: UInt64
        let key: UInt32
        let form: UInt32
        let row: UInt32
        let count: UInt8
        let formCount: UInt8
        let kind: Kind
        let table: Table
    }

    let tables: [PlaceTable]
    let rows: [Row]
    let keys: [UInt8]
    let names: [Name]
    /// The second position of crossings whose position is a conflict.
    let otherPositions: [Int: Coordinates]
    /// UN/LOCODEs, by row.
    let codes: [UInt32: [String]]
    /// Rows by GeoNames id.
    let towns: [UInt32: UInt32]
    /// Rows by the id of the division, `KAZ-01`.
    let regions: [String: UInt32]

    init() {
        (tables, rows, keys, names) = ([], [], [], [])
        (otherPositions, codes, towns, regions) = ([:], [:], [:], [:])
    }

    init(_ builder: PlaceStoreBuilder) {
        tables = builder.tables
        rows = builder.rows
        keys = builder.keys
        names = builder.names
        otherPositions = builder.otherPositions
        codes = builder.codes
        towns = builder.towns
        regions = builder.regions
    }

    func table(_ table: Table) -> PlaceTable { tables[Int(table.rawValue)] }

    func form(_ name: Name) -> String {
        table(name.table).text(Int(name.form)..<Int(name.form) + Int(name.formCount))
    }

    /// What makes a place likelier than another one of its name.
    func weight(_ row: Int) -> Int64 { Int64(rows[row].weight) }

    /// The names whose key is `key`, or begins with it.
    func range(of key: [UInt8], isPrefix: Bool) -> Range<Int> {
        let low = lowerBound { compare($0, key, isPrefix: false) < 0 }
        let high = lowerBound(from: low) { compare($0, key, isPrefix: isPrefix) <= 0 }
        return low..<high
    }

    private func lowerBound(from start: Int = 0, _ isBefore: (Name) -> Bool) -> Int {
        var (low, high) = (start, names.count)
        while low < high {
            let middle = (low + high) / 2
            if isBefore(names[middle]) { low = middle + 1 } else { high = middle }
        }
        return low
    }

    /// Negative where the name's key stands before `key`; with `isPrefix`, 0 where it begins with it.
    private func compare(_ name: Name, _ key: [UInt8], isPrefix: Bool) -> Int {
        let start = Int(name.key)
        for place in 0..<min(Int(name.count), key.count) {
            let (own, other) = (keys[start + place], key[place])
            if own != other { return own < other ? -1 : 1 }
        }
        if isPrefix, Int(name.count) >= key.count { return 0 }
        return Int(name.count) - key.count
    }
}
