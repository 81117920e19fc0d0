/// Why an officer's key file is not made, read or opened. Facts only; the sentence is made where it is shown.
package enum KeyFileFault: Error, Equatable, Sendable {
    case missing
    case notAllowed
    case symbolicLink
    /// A folder, a pipe, a device, a socket.
    case notAFile
    /// The file has other names, too (hard links); `count` with this one.
    case otherNames(count: Int)
    case wrongOwner(uid: UInt32)
    /// Others on the machine may read or change it; `mode` is its permission bits.
    case openToOthers(mode: UInt32)
    case tooLarge(bytes: Int)
    /// The end is missing.
    case truncated
    case notAKeyFile
    /// Counted from 1.
    case damaged(line: Int)
    case newerFormat(version: Int)
    /// The key of somebody else, of another centre, or of the other realm.
    case foreign(name: String)
    /// A passphrase could be guessed too fast: a file that somebody weakened, or a foreign one.
    case weakStretching
    /// Opening would take more memory or time than this program grants.
    case excessiveStretching
    /// The file is not where it was made. Its owner may accept that.
    case copied(home: FileHome, found: FileHome)
    /// Or the sealed part was changed: the two cannot be told apart.
    case wrongPassphrase
    /// The sealed key opens, and is not the one that the header names.
    case otherKeyInside
    case existsAlready
    /// The folder of keys is somebody else's, or open to others; `mode` is its permission bits.
    case openFolder(mode: UInt32)
    case badPassphrase(PassphraseFault)
    /// Stretching a passphrase takes 128 MiB for a moment.
    case noMemory
    case system(errno: Int32)
}

/// Which file a path is: a copy has another inode, or lies on another device.
///
/// A device may get another number when the machine starts with other disks; its keys are then found to be copies, too.
package struct FileHome: Hashable, Sendable {
    package let device: UInt64
    package let inode: UInt64

    package init(device: UInt64, inode: UInt64) {
        self.device = device
        self.inode = inode
    }

    /// `DEVICE:INODE` in decimal.
    package var text: String { "\(device):\(inode)" }

    init?(_ text: some StringProtocol) {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 2, let device = UInt64(parts[0]), let inode = UInt64(parts[1]) else { return nil }
        self.init(device: device, inode: inode)
    }
}
