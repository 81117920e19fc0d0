import Foundation
import Model

extension LogStore {
    /// Writes everything a stranger needs to check this log with free tools into a new folder.
    ///
    /// - `checkpoint`: a fresh signed note with all cosignature lines; the last one where this log cannot be written to.
    /// - `tile/…`: hashes and entries as C2SP tlog-tiles has them.
    /// - `entries.txt`: every entry's signed note in order, and one empty line behind each. An entry begins with the
    ///   line that starts with `{` and goes on to the last line that starts with `—`, newline included.
    /// - `NAME.vkey`: the key of the desk, of each officer and of each witness given, with `_` for `/`. An officer's
    ///   file has every key they ever had here, oldest first; the entries name the same ones.
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
            let officers = try officerKeys(before: checkpoint.size)
            for (name, keys) in officers {
                try OutputFile.create(folder.key(name), Array((keys.joined(separator: "\n") + "\n").utf8))
            }
            for witness in witnesses {
                let name = officers[witness.name] == nil ? witness.name : witness.name + "/witness"
                try OutputFile.create(folder.key(name), Array("\(witness.text)\n".utf8))
            }
            let readme = ExportReadme(checkpoint: checkpoint, key: deskKey, isGoverned: !officers.isEmpty)
            try OutputFile.create(folder.readme, Array(readme.text.utf8))
            try unfinished.finish()
        } catch {
            unfinished.discard()
            throw LogStore.fault(from: error, path: path)
        }
    }

    /// The keys of officers that entries before `size` brought, by their name, oldest first.
    private func officerKeys(before size: Int64) throws -> [String: [String]] {
        try meetRoll(upTo: size)
        let keys = knownRoll.fold.roll.officers.values.flatMap(\.keys).filter { $0.from < size }.sorted {
            $0.from < $1.from
        }
        return Dictionary(grouping: keys.map(\.text)) { text in String(text.prefix { $0 != "+" }) }
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
