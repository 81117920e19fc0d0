import Foundation
import Model

extension LogStore {
    /// Writes everything a stranger needs to check this log with free tools into a new folder.
    ///
    /// - `checkpoint`: a fresh signed note with all cosignature lines; the last one where this log cannot be written to.
    /// - `tile/…`: hashes and entries as C2SP tlog-tiles has them.
    /// - `entries.txt`: every entry's signed note in order, and one empty line behind each. An entry begins with the
    ///   line that starts with `{` and goes on to the last line that starts with `—`, newline included.
    /// - `NAME.vkey`: the key of the desk and of each witness given, with `_` for `/`.
    /// - `README.txt`: how to check all this.
    ///
    /// Payloads, which hold personal data, are not part of it. The folder has its name only when everything is on disk.
    /// - Parameter size: only the records under this checkpoint; nil for all there are.
    ///
    /// Throws `.alreadyExists`, `.noCheckpoint`, and `.damaged` when what is read is not what was signed.
    package func export(
        to path: String, size: Int64? = nil, witnesses: [WitnessKey] = [], progress: (Progress) -> Bool = { _ in true }
    ) throws(LogFault) {
        let unfinished = try UnfinishedFolder(for: LogFolder(path).path)
        do {
            if size == nil { try checkpointIfPossible() }
            guard let checkpoint = try size.map({ try self.checkpoint(size: $0) }) ?? lastCheckpoint(),
                let note = try checkpointNote(size: checkpoint.size)
            else { throw LogFault.noCheckpoint(size: try self.size()) }
            let folder = ExportFolder(path: unfinished.path)
            try write(checkpoint, to: folder, progress: progress)
            try OutputFile.create(folder.checkpoint, note)
            try OutputFile.create(folder.key(deskKey.name), Array("\(deskKey.text)\n".utf8))
            for witness in witnesses {
                try OutputFile.create(folder.key(witness.name), Array("\(witness.text)\n".utf8))
            }
            try OutputFile.create(folder.readme, Array(ExportReadme.text(checkpoint, key: deskKey).utf8))
            try unfinished.finish()
        } catch {
            unfinished.discard()
            throw LogStore.fault(from: error, path: path)
        }
    }

    private func write(_ checkpoint: Checkpoint, to folder: ExportFolder, progress: (Progress) -> Bool) throws {
        var writer = try ExportWriter(folder)
        while writer.edge.size < checkpoint.size {
            let limit = Int(min(1_024, checkpoint.size - writer.edge.size))
            let rows = try storedEntries(from: writer.edge.size, limit: limit)
            guard !rows.isEmpty else { throw LogFault.damaged(index: writer.edge.size) }
            for stored in rows { try writer.add(stored) }
            guard progress(Progress(done: writer.edge.size, total: checkpoint.size)) else {
                throw LogFault.failed(reason: "stopped")
            }
        }
        try writer.finish()
        guard writer.edge.root == checkpoint.root else { throw LogFault.damaged(index: checkpoint.size - 1) }
    }
}
