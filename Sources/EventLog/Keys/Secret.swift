import CSystem
import Synchronization

/// A passphrase or a private key in memory: 512 bytes on a page of their own between two that cannot be touched, kept out of
/// swap (`mlock`), of core dumps (`MADV_DONTDUMP`) and of children (`MADV_WIPEONFORK`), and erased at the end.
///
/// No part of it is ever a `String` here. What remains outside: a key press carries its character as an inline value until its
/// event is dropped, a pasted text is a string of the terminal's, letters that are not ASCII pass through `Foundation` one at a
/// time when they are normalised, and the system can hibernate. Whoever is root reads everything.
package final class Secret: Sendable {
    package struct Protections: OptionSet, Sendable {
        package let rawValue: Int32

        package init(rawValue: Int32) { self.rawValue = rawValue }

        /// Never written to swap. Missing where the limit of locked memory is spent.
        package static let locked = Protections(rawValue: CARICC_SECRET_LOCKED)
        package static let notDumped = Protections(rawValue: CARICC_SECRET_NOT_DUMPED)
        package static let wipedOnFork = Protections(rawValue: CARICC_SECRET_WIPED_ON_FORK)
    }

    /// 512 bytes.
    package static let capacity = 512

    /// Where the bytes lie: a number, because a pointer cannot be sent to another thread. Never zero.
    let address: UInt
    package let protections: Protections
    /// How many bytes are in use.
    private let length = Mutex(0)

    /// Ends the program where there is no memory for one page: nothing could be read safely then.
    package init() {
        var flags: Int32 = 0
        guard let page = caricc_secret_page(&flags) else { preconditionFailure("no memory for a secret") }
        address = UInt(bitPattern: page)
        protections = Protections(rawValue: flags)
    }

    /// From bytes that somebody else erases; nil where they are more than the capacity.
    package convenience init?(copying bytes: UnsafeRawBufferPointer) {
        self.init()
        guard bytes.count <= Secret.capacity else { return nil }
        room.copyMemory(from: bytes)
        length.withLock { $0 = bytes.count }
    }

    deinit { caricc_secret_release(UnsafeMutableRawPointer(bitPattern: address)) }

    package var byteCount: Int { length.withLock { $0 } }
    package var isEmpty: Bool { byteCount == 0 }

    /// How many letters there are; one with its combining marks is one.
    package var count: Int { withBytes { SecretLetters.each(in: $0) { _, _ in } } }

    /// Adds a character. False, and nothing is added, where it does not fit or is a control character.
    @discardableResult
    package func append(_ character: Character) -> Bool {
        guard character.unicodeScalars.allSatisfy({ $0.properties.generalCategory != .control }) else { return false }
        return length.withLock { length in
            let added = character.utf8.count
            guard length + added <= Secret.capacity else { return false }
            for (offset, byte) in character.utf8.enumerated() { room[length + offset] = byte }
            length += added
            return true
        }
    }

    /// Takes the last letter away, with its marks; nothing happens where there is none.
    package func removeLast() {
        length.withLock { length in
            var start = 0
            _ = SecretLetters.each(in: UnsafeRawBufferPointer(rebasing: room[..<length])) { from, _ in start = from }
            cut(to: start)
            length = start
        }
    }

    /// Overwrites everything with zeros. It can be used again.
    package func wipe() {
        length.withLock { length in
            cut(to: 0)
            length = 0
        }
    }

    private func cut(to length: Int) {
        caricc_wipe(UnsafeMutableRawPointer(bitPattern: address + UInt(length)), Secret.capacity - length)
    }

    private var room: UnsafeMutableRawBufferPointer {
        UnsafeMutableRawBufferPointer(start: UnsafeMutableRawPointer(bitPattern: address), count: Secret.capacity)
    }

    /// Lends the bytes. They must not be kept, copied or printed, and nobody else may change them meanwhile.
    package func withBytes<Result, Fault: Error>(
        _ body: (UnsafeRawBufferPointer) throws(Fault) -> Result
    ) throws(Fault) -> Result {
        defer { withExtendedLifetime(self) {} }
        return try body(UnsafeRawBufferPointer(rebasing: room[..<byteCount]))
    }

    /// Fills it through a function that is given the empty memory and says how many bytes it wrote.
    package func fill<Fault: Error>(_ body: (UnsafeMutableRawBufferPointer) throws(Fault) -> Int) throws(Fault) {
        defer { withExtendedLifetime(self) {} }
        wipe()
        let count = try body(room)
        length.withLock { $0 = min(max(0, count), Secret.capacity) }
    }

    /// Whether both hold the same bytes, in a time that depends on the lengths only.
    package func isSame(as other: Secret) -> Bool {
        withBytes { mine in
            other.withBytes { theirs in
                guard mine.count == theirs.count else { return false }
                return zip(mine, theirs).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) } == 0
            }
        }
    }

    /// Forbids core dumps of this process, and other processes of the same account to read its memory. May be repeated; to be
    /// called before any passphrase is read. False where the system refuses.
    @discardableResult
    package static func guardProcess() -> Bool { caricc_forbid_inspection() == 0 }
}
