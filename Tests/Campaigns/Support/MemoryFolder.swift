import Glibc
import TestSupport

/// A folder for logs whose disk the campaign itself plays, kept in memory where there is such a place.
///
/// Its syncs cost nothing, so that many states fit into a short run. With `CARICC_CAMPAIGN_KEEP` set it is left behind
/// for whoever wants to look at a violation.
final class MemoryFolder {
    let path: String
    private let onDisk: TemporaryFolder?

    init() throws {
        var template = Array("/dev/shm/caricc-campaign-XXXXXX".utf8CString)
        if let made = mkdtemp(&template) {
            path = String(cString: made)
            onDisk = nil
        } else {
            let folder = try TemporaryFolder()
            path = folder.path
            onDisk = folder
        }
    }

    deinit { if onDisk == nil, getenv("CARICC_CAMPAIGN_KEEP") == nil { MemoryFolder.remove(path) } }

    private static func remove(_ path: String) {
        for name in PlainBytes.names(path) {
            let inner = path + "/" + name
            if unlink(inner) != 0 { remove(inner) }
        }
        rmdir(path)
    }
}
