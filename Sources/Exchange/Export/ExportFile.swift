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
        try write(bytes, name, draft, in: folderPath, final, replacing: replacing)
        return final
    }

    private static func write(
        _ bytes: [UInt8], _ name: FileName, _ draft: FileName, in folderPath: String, _ final: String, replacing: Bool
    ) throws(Fault) {
        do throws(SafeFile.Fault) {
            let folder = try FolderHandle.open(resolved(folderPath) ?? folderPath)
            if folder.has(name) {
                guard replacing else { throw SafeFile.Fault.exists }
                guard isPlain(final) else { throw SafeFile.Fault.directory }
            }
            do throws(SafeFile.Fault) {
                try folder.write(bytes, as: draft)
                if replacing {
                    let from = folderPath + "/" + draft.text
                    guard Glibc.rename(from, final) == 0 else { throw SafeFile.Fault.system(errno: errno) }
                } else {
                    try folder.rename(draft, to: folder, as: name)
                }
            } catch {
                try? folder.remove(draft)
                throw error
            }
            try folder.sync()
        } catch {
            switch error {
            case .exists: throw .exists(final)
            case .directory where isThere(final): throw .notAFile(final)
            case .system(let code): throw .system(final, errno: code)
            default: throw .folder(folderPath, error)
            }
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
