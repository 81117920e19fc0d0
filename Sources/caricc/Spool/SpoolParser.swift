import Exchange
import Model

/// What a file of a partner holds, once it was read.
enum SpoolContent {
    case message(IncomingMessage)
    /// Rows or lines, in the order of the file.
    case items([ImportItem])
}

/// Reads the bytes of one file; what cannot be read is a refusal with its place.
struct SpoolParser {
    private let gate = MessageGate()

    /// A file with more rows than this is divided by its sender.
    static let rowLimit = 10_000

    func read(_ bytes: [UInt8], for partner: PartnerTraits) throws(IntakeRefusal) -> SpoolContent {
        let format = try gate.format(of: bytes)
        guard partner.formats.contains(format.rawValue) else {
            throw IntakeRefusal(.unknownFormat, path: format.rawValue, found: partner.formats.joined(separator: " "))
        }
        switch format {
        case .cap: return .message(IncomingMessage(try CAPReader.read(bytes)))
        case .labelledText:
            let text = String(decoding: bytes, as: UTF8.self)
            return .message(try IncomingMessage(try LabelledText.read(text)))
        case .seizureTable: return .items(try table(bytes, source: partner.party))
        case .eventLines: return .items(try lines(bytes, source: partner.name))
        }
    }

    /// The same, where a reason is of no use.
    func answer(_ bytes: [UInt8], for partner: PartnerTraits) -> SpoolContent? { try? read(bytes, for: partner) }

    private func table(_ bytes: [UInt8], source: String) throws(IntakeRefusal) -> [ImportItem] {
        var table: SeizureTable
        do throws(SeizureTable.HeaderFault) {
            table = try SeizureTable(bytes, source: source) { SpoolDigest.of($0) }
        } catch {
            throw IntakeRefusal(.badTable, found: "\(error)")
        }
        return try items { table.next() }
    }

    private func lines(_ bytes: [UInt8], source: String) throws(IntakeRefusal) -> [ImportItem] {
        var lines = EventLines(bytes, source: source) { SpoolDigest.of($0) }
        return try items { lines.next() }
    }

    /// All of them or none: a table with a bad row is a bad table.
    private func items(_ next: () -> ImportOutcome?) throws(IntakeRefusal) -> [ImportItem] {
        var items: [ImportItem] = []
        while let outcome = next() {
            switch outcome {
            case .item(let item): items.append(item)
            case .fault(let fault):
                throw IntakeRefusal(
                    .badTable, line: fault.line, path: fault.columnName ?? "column \(fault.column)",
                    found: fault.excerpt)
            }
            guard items.count <= SpoolParser.rowLimit else {
                throw IntakeRefusal(.tooManyRows, line: items.last?.line ?? 1, limit: SpoolParser.rowLimit)
            }
        }
        return items
    }
}

/// What the reading of a file depends on.
struct PartnerTraits {
    let name: String
    let party: String
    let formats: [String]
}
