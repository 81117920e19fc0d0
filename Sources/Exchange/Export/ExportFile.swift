import Glibc
import Model

/// Writes what leaves the Centre: whole under its name, or not at all.
///
/// The bytes go to a name of their own in the same folder, are synced and only then renamed; the folder is synced, too. After a
/// crash a file named `.caricc-export-….part` may be left, which is no export.
package enum ExportFile {
    package enum Fault: Error, Equatable, Sendable {
        /// No name, or one that no folder can have.
        case name(String)
        /// The name is taken, and nobody said that it may be replaced.
        case exists(String)
        /// Something else than a file has the name.
        case notAFile(String)
        /// Records may not be put where the log lies.
        case insideTheLog(String)
        case system(String, errno: Int32)
        case folder(String, SafeFile.Fault)
    }

    /// - Parameters:
    ///   - path: the final name; `-` is not one
    ///   - isExercise: the name gets `EXERCISE-` in front, unless it has it
    ///   - logFolder: nothing is written there or below
    /// - Returns: the path under which it lies
    @discardableResult
    package static func write(
        _ bytes: [UInt8], to path: String, isExercise: Bool, replacing: Bool, logFolder: String?
    ) throws(Fault) -> String {
        let draft = try prepare(
            bytes, for: path, isExercise: isExercise, replacing: replacing, logFolder: logFolder)
        try draft.publish()
        return draft.path
    }

    /// Writes and syncs the bytes under another name, so that what can fail has failed before anything is said about them.
    package static func prepare(
        _ bytes: [UInt8], for path: String, isExercise: Bool, replacing: Bool, logFolder: String?
    ) throws(Fault) -> ExportDraft {
        let slash = path.utf8.lastIndex(of: UInt8(ascii: "/"))
        let folderPath = slash.map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
        let given = slash.map { String(path[path.utf8.index(after: $0)...]) } ?? path
        guard !given.isEmpty else { throw .name(path) }
        let text = isExercise && !given.hasPrefix(ExerciseMark.fileName) ? ExerciseMark.fileName + given : given
        guard let name = FileName(text),
            let draft = FileName(".caricc-export-\(getpid())-\(UInt32.random(in: 0 ... .max)).part")
        else { throw .name(path) }
        let final = slash == nil ? text : folderPath == "/" ? "/\(text)" : "\(folderPath)/\(text)"
        if let logFolder, isInside(folderPath, logFolder) { throw .insideTheLog(final) }
        do throws(SafeFile.Fault) {
            let folder = try FolderHandle.open(resolved(folderPath) ?? folderPath)
            if folder.has(name) {
                guard replacing else { throw SafeFile.Fault.exists }
                guard isPlain(final) else { throw SafeFile.Fault.directory }
            }
            let prepared = ExportDraft(
                folder: folder, folderPath: folderPath, draft: draft, name: name, path: final, isReplacing: replacing)
            do throws(SafeFile.Fault) {
                try folder.write(bytes, as: draft)
            } catch {
                prepared.discard()
                throw error
            }
            return prepared
        } catch {
            throw fault(error, final, folderPath)
        }
    }

    static func fault(_ fault: SafeFile.Fault, _ final: String, _ folderPath: String) -> Fault {
        switch fault {
        case .exists: .exists(final)
        case .directory where isThere(final): .notAFile(final)
        case .system(let code): .system(final, errno: code)
        default: .folder(folderPath, fault)
        }
    }

    private static func isThere(_ path: String) -> Bool {
        var facts = stat()
        return lstat(path, &facts) == 0
    }

    private static func isPlain(_ path: String) -> Bool {
        var facts = stat()
        return lstat(path, &facts) == 0 && facts.st_mode & S_IFMT == S_IFREG
    }

    /// Whether a folder is another one or lies below it, by their real paths.
    private static func isInside(_ path: String, _ folder: String) -> Bool {
        guard let path = resolved(path), let folder = resolved(folder) else { return false }
        return path == folder || path.hasPrefix(folder.hasSuffix("/") ? folder : folder + "/")
    }

    private static func resolved(_ path: String) -> String? {
        guard let real = realpath(path, nil) else { return nil }
        defer { free(real) }
        return String(cString: real)
    }
}

/// Bytes that lie on the disk, and have not got their name yet.
package struct ExportDraft: Sendable {
    let folder: FolderHandle
    let folderPath: String
    let draft: FileName
    let name: FileName
    /// The final path.
    package let path: String
    let isReplacing: Bool

    /// Gives them their name, and waits until the folder is on the disk.
    package func publish() throws(ExportFile.Fault) {
        do throws(SafeFile.Fault) {
            if isReplacing {
                let from = "\(folderPath)/\(draft.text)"
                guard Glibc.rename(from, path) == 0 else { throw SafeFile.Fault.system(errno: errno) }
            } else {
                try folder.rename(draft, to: folder, as: name)
            }
            try folder.sync()
        } catch {
            discard()
            throw ExportFile.fault(error, path, folderPath)
        }
    }

    package func discard() { try? folder.remove(draft) }
}
