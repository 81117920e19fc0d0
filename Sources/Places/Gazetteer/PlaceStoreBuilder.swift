/// Reads the tables once: rows first, then their names in order.
struct PlaceStoreBuilder {
    let tables: [PlaceTable]
    private(set) var rows: [PlaceStore.Row] = []
    private(set) var keys: [UInt8] = []
    private(set) var names: [PlaceStore.Name] = []
    private(set) var otherPositions: [Int: Coordinates] = [:]
    private(set) var codes: [UInt32: [String]] = [:]
    private(set) var towns: [UInt32: UInt32] = [:]
    private(set) var regions: [String: UInt32] = [:]

    private static let nowhere: Int32 = 1_000_000_000
    /// The States whose places come first among namesakes: the seven, and Afghanistan.
    private static let near: Set<String> = ["AFG", "AZE", "KAZ", "KGZ", "RUS", "TJK", "TKM", "UZB"]
    private static let crossingWeight: UInt32 = 3_000_000

    init(towns: [UInt8], airports: [UInt8], ports: [UInt8], crossings: [UInt8], regions: [UInt8], codes: [UInt8]) {
        tables = [towns, airports, ports, crossings, regions, codes].map(PlaceTable.init)
        rows.reserveCapacity(18_000)
        names.reserveCapacity(45_000)
        keys.reserveCapacity(600_000)
        readTowns()
        readCodes()
        readAirports()
        readPorts()
        readCrossings()
        readRegions()
        sort()
    }

    // MARK: Rows

    private mutating func readTowns() {
        let table = tables[0]
        table.forEachLine { start, cells in
            guard cells.count == 10 else { return }
            let population = UInt32(max(0, table.integer(cells[8])))
            let isNear = Self.near.contains(table.text(cells[4]))
            towns[UInt32(max(0, table.integer(cells[0])))] = UInt32(rows.count)
            add(cells[1], .name, .towns)
            add(cells[2], .name, .towns)
            for part in table.parts(of: cells[3]) { add(part, .alias, .towns) }
            rows.append(
                PlaceStore.Row(
                    table: .towns, kind: .town, start: UInt32(start), north: table.integer(cells[6]),
                    east: table.integer(cells[7]), population: population,
                    weight: (population + 1) &* (isNear ? 10 : 1)))
        }
    }

    private mutating func readAirports() {
        let table = tables[1]
        table.forEachLine { start, cells in
            guard cells.count == 8 else { return }
            add(cells[0], .code, .airports)
            add(cells[1], .code, .airports)
            add(cells[2], .name, .airports)
            rows.append(
                PlaceStore.Row(
                    table: .airports, kind: .airport, start: UInt32(start), north: table.integer(cells[5]),
                    east: table.integer(cells[6]), population: 0, weight: cells[1].isEmpty ? 1 : 1_000))
        }
    }

    private mutating func readPorts() {
        let table = tables[2]
        table.forEachLine { start, cells in
            guard cells.count == 7 else { return }
            let (north, east) = position(table, cells[5], cells[6])
            add(cells[1], .name, .ports)
            add(cells[2], .name, .ports)
            for part in table.parts(of: cells[4]) { add(part, isCode(part, table) ? .code : .alias, .ports) }
            rows.append(
                PlaceStore.Row(
                    table: .ports, kind: .port, start: UInt32(start), north: north, east: east, population: 0,
                    weight: Self.crossingWeight))
        }
    }

    private mutating func readCrossings() {
        let table = tables[3]
        table.forEachLine { start, cells in
            guard cells.count == 18, table.text(cells[0]) != "id" else { return }
            let (north, east) = position(table, cells[9], cells[10])
            for name in [1, 2, 4, 5] { add(cells[name], .name, .crossings) }
            for part in table.parts(of: cells[8]) { add(part, isCode(part, table) ? .code : .alias, .crossings) }
            let other = position(table, cells[12], cells[13])
            if let second = Coordinates(latitude: other.0, longitude: other.1) { otherPositions[rows.count] = second }
            rows.append(
                PlaceStore.Row(
                    table: .crossings, kind: .crossing, start: UInt32(start), north: north, east: east, population: 0,
                    weight: Self.crossingWeight))
        }
    }

    private mutating func readRegions() {
        let table = tables[4]
        table.forEachLine { start, cells in
            guard cells.count == 5, let town = towns[UInt32(max(0, table.integer(cells[4])))] else { return }
            let seat = rows[Int(town)]
            regions[table.text(cells[0])] = UInt32(rows.count)
            add(cells[1], .name, .regions)
            add(cells[2], .name, .regions)
            for part in table.parts(of: cells[3]) { add(part, .alias, .regions) }
            rows.append(
                PlaceStore.Row(
                    table: .regions, kind: .region, start: UInt32(start), north: seat.north, east: seat.east,
                    population: 0, weight: 1))
        }
    }

    private mutating func readCodes() {
        let table = tables[5]
        table.forEachLine { _, cells in
            guard cells.count == 2, let row = towns[UInt32(max(0, table.integer(cells[1])))] else { return }
            codes[row, default: []].append(table.text(cells[0]))
            add(cells[0], .code, .codes, row: row)
        }
    }

    /// Degrees, or the town that stands for the position.
    private func position(_ table: PlaceTable, _ north: Range<Int>, _ east: Range<Int>) -> (Int32, Int32) {
        let text = table.text(north)
        if text.hasPrefix("gn:"), let id = UInt32(text.dropFirst(3)), let town = towns[id] {
            return (rows[Int(town)].north, rows[Int(town)].east)
        }
        guard let latitude = table.degrees(north), let longitude = table.degrees(east) else {
            return (Self.nowhere, Self.nowhere)
        }
        return (latitude, longitude)
    }

    // MARK: Names

    /// Five capital letters or digits that begin with the code of a country of the region.
    private func isCode(_ cell: Range<Int>, _ table: PlaceTable) -> Bool {
        cell.count == 5 && table.bytes[cell].allSatisfy { (0x41...0x5A).contains($0) || (0x30...0x39).contains($0) }
    }

    /// A name of a row; of the one that is added next, where no other is given.
    private mutating func add(
        _ cell: Range<Int>, _ kind: PlaceStore.Name.Kind, _ table: PlaceStore.Table, row: UInt32? = nil
    ) {
        guard !cell.isEmpty, cell.count < 256 else { return }
        let start = keys.count
        PlaceKey.append(tables[Int(table.rawValue)].bytes[cell], to: &keys)
        let count = min(255, keys.count - start)
        guard count > 0 else { return }
        var head: UInt64 = 0
        for place in 0..<8 { head = head << 8 | (place < count ? UInt64(keys[start + place]) : 0) }
        names.append(
            PlaceStore.Name(
                head: head, key: UInt32(start), form: UInt32(cell.lowerBound), row: row ?? UInt32(rows.count),
                count: UInt8(count), formCount: UInt8(cell.count), kind: kind, table: table))
    }

    private mutating func sort() {
        keys.withUnsafeBufferPointer { keys in
            names.sort { a, b in
                if a.head != b.head { return a.head < b.head }
                let (first, second) = (Int(a.key), Int(b.key))
                for place in 8..<max(8, min(Int(a.count), Int(b.count))) {
                    let (own, other) = (keys[first + place], keys[second + place])
                    if own != other { return own < other }
                }
                return a.count != b.count ? a.count < b.count : a.row < b.row
            }
        }
    }
}
