import CSystem
import Glibc
import Model

/// The child: gives up everything but its standard input and output, and then reads messages until the input ends.
package enum ConfinedReader {
    /// Memory beyond what the program has when it begins.
    static let memoryBytes: UInt64 = 256 << 20
    /// Of all messages together; the parent starts a new child long before.
    static let processorSeconds: UInt64 = 120
    /// The longest name of a source, in bytes.
    static let sourceLimitBytes = 255

    /// What the child achieved, as its first frame.
    package struct Confinement: Equatable, Sendable {
        let flags: Int32

        /// Limits, privileges and descriptors: without these nothing is read.
        package var isSufficient: Bool {
            let needed = CARICC_CONFINED_PRIVILEGES | CARICC_CONFINED_LIMITS | CARICC_CONFINED_DESCRIPTORS
            return flags & needed == needed
        }

        /// Whether the kernel also filters system calls.
        package var isFiltered: Bool { flags & CARICC_CONFINED_CALLS != 0 }
    }

    /// Confines this process for good.
    package static func confine() -> Confinement {
        Confinement(flags: caricc_confine(memoryBytes, processorSeconds))
    }

    /// Serves standard input and output to the end; the result is the exit status.
    ///
    /// A request is one byte with the length of a source's name, the name, and the message.
    package static func serve(digest: @escaping DigestFunction) -> Int32 {
        warmUp(digest)
        let confinement = confine()
        guard confinement.isSufficient else { return 3 }
        guard Frame.write([UInt8(truncatingIfNeeded: confinement.flags)], to: STDOUT_FILENO) else { return 0 }
        while let request = Frame.read(STDIN_FILENO) {
            guard let nameLength = request.first.map(Int.init), request.count > nameLength else { return 4 }
            let source = String(decoding: request[1..<nameLength + 1], as: UTF8.self)
            let reader = MessageReader(gate: MessageGate(limitBytes: Frame.limitBytes), digest: digest)
            let answer = reader.read(Array(request[(nameLength + 1)...]), source: source)
            guard Frame.write(answer.bytes, to: STDOUT_FILENO) else { return 0 }
        }
        return 0
    }

    /// Lets the libraries look up what they look up once, while they still may.
    private static func warmUp(_ digest: @escaping DigestFunction) {
        let header = SeizureColumn.names.joined(separator: ",")
        for sample in [
            "<?xml version='1.0' encoding='UTF-8'?><alert xmlns='urn:oasis:names:tc:emergency:cap:1.2'/>",
            "CARICC MESSAGE 1\nKIND: warning\nFROM: a\nNUMBER: 1\nDATE: 2026-10-17 04:06 +05:00\nEND", header,
            "{\"kind\":\"a\",\"subject\":\"b\"}",
        ] {
            _ = MessageReader(digest: digest).read(Array(sample.utf8)).bytes
        }
    }
}
