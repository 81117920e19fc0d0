import EventLog
import Exchange
import Model

/// A file that is being read for import, in any of the known formats.
struct ImportReader: Sendable {
    private enum Content: Sendable {
        case seizures(SeizureTable)
        case events(EventLines)
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
        }
    }

    var bytesDone: Int {
        switch content {
        case .seizures(let table): table.bytesDone
        case .events(let lines): lines.bytesDone
        }
    }

    var byteCount: Int {
        switch content {
        case .seizures(let table): table.byteCount
        case .events(let lines): lines.byteCount
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
