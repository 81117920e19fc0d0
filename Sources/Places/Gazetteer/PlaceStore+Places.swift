extension PlaceStore {
    /// The whole place of a row, read from its line.
    func place(_ number: Int) -> Place {
        let row = rows[number]
        let table = table(row.table)
        let cells = table.cells(at: Int(row.start))
        return switch row.table {
        case .towns: town(number, table, cells)
        case .airports: airport(row, table, cells)
        case .ports: port(row, table, cells)
        case .crossings: crossing(number, table, cells)
        case .regions, .codes: region(row, table, cells)
        }
    }

    /// The row with a place's id.
    func row(id: String) -> Int? {
        let parts = id.split(separator: ":", maxSplits: 1).map(String.init)
        guard parts.count == 2 else { return nil }
        switch parts[0] {
        case "gn": return UInt32(parts[1]).flatMap { towns[$0] }.map(Int.init)
        case "region": return regions[parts[1]].map(Int.init)
        case "bcp", "port", "icao":
            return rows.indices.first { number in
                let row = rows[number]
                guard row.table != .towns, row.table != .regions else { return false }
                return place(number).id == id
            }
        default: return nil
        }
    }

    /// ISO 3166-1 alpha-3 of a row, without reading the rest.
    func state(_ number: Int) -> String {
        let row = rows[number]
        let table = table(row.table)
        let cells = table.cells(at: Int(row.start))
        return switch row.table {
        case .towns, .airports: table.text(cells[4])
        case .ports, .crossings: table.text(cells[3])
        case .regions, .codes: String(table.text(cells[0]).prefix(3))
        }
    }

    private func town(_ number: Int, _ table: PlaceTable, _ cells: [Range<Int>]) -> Place {
        let state = table.text(cells[4])
        return Place(
            id: "gn:" + table.text(cells[0]), name: table.text(cells[1]), cyrillic: table.optionalText(cells[2]),
            kind: .town, state: state, position: rows[number].position, zone: table.optionalText(cells[9]),
            aliases: table.parts(of: cells[3]).map(table.text) + (codes[UInt32(number)] ?? []),
            region: cells[5].isEmpty ? nil : "\(state)-\(table.text(cells[5]))",
            population: Int(rows[number].population))
    }

    private func airport(_ row: Row, _ table: PlaceTable, _ cells: [Range<Int>]) -> Place {
        Place(
            id: "icao:" + table.text(cells[0]), name: table.text(cells[2]), kind: .airport,
            state: table.text(cells[4]), position: row.position, zone: table.optionalText(cells[7]),
            aliases: [0, 1, 3].filter { !cells[$0].isEmpty }.map { table.text(cells[$0]) })
    }

    private func port(_ row: Row, _ table: PlaceTable, _ cells: [Range<Int>]) -> Place {
        Place(
            id: "port:" + table.text(cells[0]), name: table.text(cells[1]), cyrillic: table.optionalText(cells[2]),
            kind: .port, state: table.text(cells[3]), position: row.position,
            aliases: table.parts(of: cells[4]).map(table.text))
    }

    private func region(_ row: Row, _ table: PlaceTable, _ cells: [Range<Int>]) -> Place {
        let id = table.text(cells[0])
        return Place(
            id: "region:" + id, name: table.text(cells[1]), cyrillic: table.optionalText(cells[2]), kind: .region,
            state: String(id.prefix(3)), position: row.position,
            aliases: table.parts(of: cells[3]).map(table.text), region: id)
    }

    private func crossing(_ number: Int, _ table: PlaceTable, _ cells: [Range<Int>]) -> Place {
        let text = { table.text(cells[$0]) }
        let first = Crossing.Post(name: text(1), cyrillic: table.optionalText(cells[2]), state: text(3))
        let second =
            cells[4].isEmpty
            ? nil : Crossing.Post(name: text(4), cyrillic: table.optionalText(cells[5]), state: text(6))
        let modes = text(7).split(separator: ",").compactMap { Crossing.Mode(rawValue: String($0)) }
        let crossing = Crossing(
            first: first, second: second, secondState: text(6), modes: modes,
            certainty: Crossing.Certainty(rawValue: text(11)) ?? .unknown, otherPosition: otherPositions[number],
            hours: table.optionalText(cells[14]), standing: Crossing.Standing(rawValue: text(15)) ?? .unknown,
            source: text(16), remark: table.optionalText(cells[17]))
        let cyrillic = [first.cyrillic, second?.cyrillic].compactMap { $0 }.joined(separator: " – ")
        return Place(
            id: "bcp:" + text(0), name: second.map { "\(first.name) – \($0.name)" } ?? first.name,
            cyrillic: cyrillic.isEmpty ? nil : cyrillic, kind: .crossing, state: first.state,
            position: rows[number].position,
            aliases: table.parts(of: cells[8]).map(table.text), crossing: crossing)
    }
}
