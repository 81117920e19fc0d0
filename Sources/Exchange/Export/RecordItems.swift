import Model

/// Records of ours on their way back, one after the other: what left is read again. Who told us, what identifies persons and what
/// was said in the thread never left, and so is not there.
package struct RecordItems: Sendable {
    private let records: [OutgoingRecord]
    private let source: String
    private let digest: DigestFunction
    package private(set) var done = 0

    /// - Parameter source: who is named as having told of an alert that this log does not have.
    package init(_ records: [OutgoingRecord], source: String, digest: @escaping DigestFunction) {
        self.records = records
        self.source = source
        self.digest = digest
    }

    package var count: Int { records.count }

    package mutating func next() -> ImportItem? {
        guard done < records.count else { return nil }
        let record = records[done]
        done += 1
        let line = CanonicalJSON.bytes(of: .object(RecordLines.object(record, offsetSeconds: 0)))
        return ImportItem(
            target: .new(record.name.area == .seizures ? .seizures : .alerts), event: event(record),
            at: record.at ?? .distantPast, precision: record.precision,
            id: .derived(from: digest(Array("record".utf8) + [0x1F] + line)), actor: nil, line: done, record: record)
    }

    private func event(_ record: OutgoingRecord) -> Event {
        let particulars = record.particulars
        let first = particulars.items.first
        guard record.name.area == .seizures else {
            let words = [first?.name, particulars.place].compactMap { $0 }.joined(separator: ", ")
            return .alert(
                .raised(
                    AlertRaised(
                        priority: record.priority ?? 3, message: record.kind ?? .information,
                        headline: record.headline ?? record.ownWords ?? (words.isEmpty ? record.name.text : words),
                        source: source, place: particulars.place, substance: first?.name, quantity: first?.quantity,
                        due: record.answerBy,
                        head: MessageHead(theirNumber: record.name.text, expires: record.validUntil),
                        particulars: particulars)))
        }
        let columns = record.columns
        return .seizure(
            .reported(
                SeizureReported(
                    source: source, region: columns.region ?? "", subregion: columns.subregion ?? "",
                    country: columns.country ?? particulars.state.map(ReturnCountry.name) ?? "",
                    administrativeDivision: columns.division ?? "", place: particulars.place ?? "",
                    drug: first?.name ?? "", quantity: first?.quantity ?? Quantity(amount: "", unit: ""),
                    hidingPlace: particulars.concealment ?? "", installation: columns.installation ?? "",
                    transport: particulars.transport ?? "", producingCountry: columns.producing ?? "",
                    departureCountry: particulars.departure ?? "", destinationCountry: particulars.destination ?? "",
                    routing: columns.routing ?? "")))
    }
}

extension OutgoingRecord {
    /// Whether it says what a record of this log says, as far as it says anything: it is the same, come back.
    package func repeats(_ own: OutgoingRecord) -> Bool {
        func fits(_ text: String?, _ ours: String?) -> Bool { text == nil || text == ours }
        return name == own.name && (at == nil || at == own.at) && fits(headline, own.headline)
            && fits(particulars.place, own.particulars.place)
            && (particulars.items.isEmpty || particulars.items == own.particulars.items)
            && (at != nil || headline != nil || !particulars.items.isEmpty)
    }
}

/// The rows of a return that this log's own alerts would be: a return has no column for our number, so a row is known by what it says.
package struct OwnRows: Sendable {
    private var rows: Set<String> = []

    package init() {}

    /// - Parameter offsets: of the clocks whose day may have been taken for the day of a seizure, in seconds.
    package mutating func add(_ record: OutgoingRecord, offsets: Set<Int>, digest: @escaping DigestFunction) {
        for offset in offsets {
            let written = ReturnTable.write([record], offsetSeconds: offset)
            guard written.rowCount > 0, var table = try? SeizureTable(written.bytes, digest: digest) else { continue }
            while case .item(let item)? = table.next() { if let key = OwnRows.key(item) { rows.insert(key) } }
        }
    }

    package func contains(_ item: ImportItem) -> Bool { OwnRows.key(item).map(rows.contains) ?? false }

    /// What a row has to say to be known again; without a place or an amount too many are alike.
    private static func key(_ item: ImportItem) -> String? {
        guard case .seizure(.reported(let row)) = item.event, !row.place.isEmpty, !row.quantity.amount.isEmpty else {
            return nil
        }
        return [
            "\(item.at.milliseconds / 86_400_000)", row.country, row.place, row.drug, row.quantity.amount,
            row.quantity.unit,
        ].joined(separator: "\u{1F}")
    }
}
