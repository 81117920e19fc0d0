import Model

/// Seizures as rows of UNODC's individual drug seizures return: its sixteen columns, one row for each drug.
///
/// `SeizureTable` reads it back. The columns are closed, so an exercise is marked in the words of region, country, place and drug.
package enum ReturnTable {
    /// What a row lacks, or is.
    package enum Remark: String, CaseIterable, Sendable {
        /// No row can be without a date; it is left out.
        case noDate = "no_date"
        case noCountry = "no_country"
        case noDrug = "no_drug"
        case noAmount = "no_amount"
        case noUnit = "no_unit"
        /// The amount is no number; it is written as `--`.
        case amountNotANumber = "amount_not_a_number"
        /// A range has one column: the low end stands in it.
        case rangeCut = "range_cut"
        /// Weapons, cash and other things have no place in this return; they are left out.
        case notADrug = "not_a_drug"
        /// Below what single significant cases begin with.
        case belowThreshold = "below_threshold"
        /// Nothing that was seized is known; it is left out.
        case nothingSeized = "nothing_seized"
        /// A warning, a lookout or a request, and nobody has reported a seizure; it is left out.
        case onlySuspected = "only_suspected"
    }

    package struct Result: Equatable, Sendable {
        package let bytes: [UInt8]
        package let rowCount: Int
        package let remarks: [Remark: Int]
        package let nulls: Int
    }

    /// - Parameter offsetSeconds: of the clock whose day is the day of the seizure.
    package static func write(_ records: [OutgoingRecord], offsetSeconds: Int) -> Result {
        var bytes = Array(SeizureColumn.names.joined(separator: ",").utf8) + CSVText.lineEnd
        var remarks: [Remark: Int] = [:]
        var (rowCount, nulls) = (0, 0)
        func remark(_ remark: Remark) { remarks[remark, default: 0] += 1 }
        for record in records {
            if record.particulars.items.isEmpty { remark(.nothingSeized) }
            if record.isSuspicion, !record.particulars.items.isEmpty {
                remark(.onlySuspected)
                continue
            }
            for item in record.particulars.items {
                guard item.kind == .drug || item.kind == .precursor else {
                    remark(.notADrug)
                    continue
                }
                guard let row = ReturnRow(record, item, offsetSeconds: offsetSeconds) else {
                    remark(.noDate)
                    continue
                }
                row.remarks.forEach(remark)
                rowCount += 1
                for (place, column) in SeizureColumn.allCases.enumerated() {
                    if place > 0 { bytes.append(UInt8(ascii: ",")) }
                    nulls += CSVText.append(row.cells[column] ?? "", to: &bytes)
                }
                bytes += CSVText.lineEnd
            }
        }
        return Result(bytes: bytes, rowCount: rowCount, remarks: remarks, nulls: nulls)
    }

    /// Whether an item is a significant case by its weight (UNODC IDS: 1 kg of opium or cannabis, 100 g of anything else); nil
    /// where its weight is not known. Of a range, the high end counts.
    package static func isSignificant(_ item: SeizedItem) -> Bool? {
        guard let quantity = item.quantity, let micrograms = quantity.microgramsHigh ?? quantity.micrograms else {
            return nil
        }
        let name = (item.name ?? item.substance ?? "").lowercased()
        let isBulky = bulky.contains { name.contains($0) }
        return micrograms >= (isBulky ? 1_000_000_000 : 100_000_000)
    }

    /// Stems of opium and cannabis in three languages.
    private static let bulky = [
        "opium", "cannabis", "marijuana", "hashish", "poppy", "опи", "каннабис", "марихуан", "гашиш", "мак", "鸦片", "大麻",
    ]
}

private struct ReturnRow {
    private(set) var cells: [SeizureColumn: String] = [:]
    private(set) var remarks: [ReturnTable.Remark] = []

    /// Nil without a date.
    init?(_ record: OutgoingRecord, _ item: SeizedItem, offsetSeconds: Int) {
        guard let at = record.at else { return nil }
        // A day that is all that is known is kept as its first instant in UTC.
        let civil = Civil(at, offsetSeconds: record.precision == .day ? 0 : offsetSeconds)
        guard (0...9_999).contains(civil.year) else { return nil }
        func padded(_ number: Int, _ width: Int) -> String {
            String(repeating: "0", count: max(0, width - "\(number)".count)) + "\(number)"
        }
        let particulars = record.particulars
        // A row of a return keeps its own words, blanks included.
        let region = record.columns.country == nil ? ReturnWords.region(of: particulars.state) : nil
        let marked = { (text: String?) in record.isExercise ? ExerciseMark.prefix + (text ?? "") : text }
        cells = [
            .region: marked(record.columns.region ?? region?.region),
            .subregion: record.columns.subregion ?? region?.subregion,
            .country: marked(record.columns.country ?? particulars.state.map(ReturnCountry.name)),
            .administrativeDivision: record.columns.division, .place: marked(particulars.place),
            .date: "\(padded(civil.year, 4))-\(padded(civil.month, 2))-\(padded(civil.day, 2))",
            .drug: marked(ReturnWords.drug(item)), .hidingPlace: particulars.concealment,
            .installation: record.columns.installation, .transport: particulars.transport,
            .producingCountry: record.columns.producing, .departureCountry: particulars.departure,
            .destinationCountry: particulars.destination, .routing: record.columns.routing ?? routing(particulars),
        ].compactMapValues { $0 }
        if record.columns.country == nil, particulars.state == nil { remarks.append(.noCountry) }
        if item.name == nil, item.substance == nil { remarks.append(.noDrug) }
        take(item.quantity)
        if ReturnTable.isSignificant(item) == false { remarks.append(.belowThreshold) }
        for column in cells.keys { cells[column] = cells[column]?.replacing("\u{1F}", with: "\u{FFFD}") }
    }

    private func routing(_ particulars: Particulars) -> String? {
        particulars.transit.isEmpty ? nil : particulars.transit.joined(separator: ", ")
    }

    private mutating func take(_ quantity: Quantity?) {
        guard let quantity else { return remarks.append(.noAmount) }
        switch quantity.answer {
        case .notAsked: remarks.append(.noAmount)
        case .noData: cells[.amount] = "--"
        case .amount(let number) where number.significand >= 0: cells[.amount] = quantity.amount
        case .amount, .unreadable:
            cells[.amount] = "--"
            remarks.append(.amountNotANumber)
        }
        cells[.unit] = quantity.unit.isEmpty ? nil : ReturnWords.unit(quantity) ?? quantity.unit
        if quantity.unit.trimmingBlanks.isEmpty { remarks.append(.noUnit) }
        if quantity.amountHigh != nil { remarks.append(.rangeCut) }
    }
}
