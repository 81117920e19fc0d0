import EventLog
import Exchange
import Model

/// A file that is being read for import, in any of the known formats.
struct ImportReader: Sendable {
    private enum Content: Sendable {
        case seizures(SeizureTable)
        case events(EventLines)
        case records(RecordItems)
    }

    private var content: Content
    let format: ImportFormat

    /// Under which name rows count as the same when they come again, unless `--source` says otherwise.
    static let eventSource = "event-lines"

    init(path: String, format: ImportFormat?, source: String?) throws {
        let bytes: [UInt8]
        do {
            bytes = try SafeFile.read(path)
        } catch {
            throw CommandFault.file(error, path: path)
        }
        do throws(ImportFormat.DetectionFault) {
            if let format {
                self.format = format
            } else {
                self.format = try ImportFormat.detect(fileName: path, firstBytes: bytes)
            }
        } catch {
            throw CommandFault.format(error, path: path)
        }
        let digest: DigestFunction = { Hashing.plain($0) }
        switch self.format {
        case .seizureTable:
            do {
                content = .seizures(
                    try SeizureTable(bytes, source: source ?? SeizureTable.defaultSource, digest: digest))
            } catch {
                throw CommandFault.table(error, path: path)
            }
        case .eventLines:
            content = .events(EventLines(bytes, source: source ?? ImportReader.eventSource, digest: digest))
        case .recordTable:
            do throws(RecordTable.Fault) {
                let records = try RecordTable.read(bytes)
                content = .records(RecordItems(records, source: source ?? ImportReader.recordSource, digest: digest))
            } catch {
                throw CommandFault.misread(error.message(path: path))
            }
        case .recordLines:
            do throws(RecordLines.Fault) {
                let records = try RecordLines.read(bytes)
                content = .records(RecordItems(records, source: source ?? ImportReader.recordSource, digest: digest))
            } catch {
                throw CommandFault.misread(error.message(path: path))
            }
        }
    }

    /// Who told of a record that came back and that this log does not have, unless `--source` says otherwise.
    static let recordSource = "CARICC"

    var holdsRecords: Bool { if case .records = content { true } else { false } }

    var bytesDone: Int {
        switch content {
        case .seizures(let table): table.bytesDone
        case .events(let lines): lines.bytesDone
        case .records(let records): records.done
        }
    }

    var byteCount: Int {
        switch content {
        case .seizures(let table): table.byteCount
        case .events(let lines): lines.byteCount
        case .records(let records): records.count
        }
    }

    /// Up to `limit` rows and faults; fewer only at the end of the file.
    mutating func page(limit: Int) -> ImportPage {
        var outcomes: [ImportOutcome] = []
        outcomes.reserveCapacity(min(limit, ImportCommand.batchRows))
        // Taken out while it changes, so that nothing of it is copied.
        switch content {
        case .seizures(var table):
            content = .events(EventLines([], source: "", digest: { Hashing.plain($0) }))
            while outcomes.count < limit, let outcome = table.next() { outcomes.append(outcome) }
            content = .seizures(table)
        case .events(var lines):
            content = .events(EventLines([], source: "", digest: { Hashing.plain($0) }))
            while outcomes.count < limit, let outcome = lines.next() { outcomes.append(outcome) }
            content = .events(lines)
        case .records(var records):
            while outcomes.count < limit, let item = records.next() { outcomes.append(.item(item)) }
            content = .records(records)
        }
        return ImportPage(outcomes: outcomes, bytesDone: bytesDone, byteCount: byteCount)
    }
}

/// A piece of a file as the parser hands it over.
struct ImportPage: Sendable {
    let outcomes: [ImportOutcome]
    /// How far into the file it reaches.
    let bytesDone: Int
    let byteCount: Int
}
