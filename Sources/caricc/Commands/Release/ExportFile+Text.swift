import Exchange
import Glibc

extension ExportFile {
    /// What the system says of an error.
    static func text(_ code: Int32) -> String { String(cString: strerror(code)) }
}
