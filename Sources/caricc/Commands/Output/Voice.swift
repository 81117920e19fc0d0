import EventLog
import Exchange
import Glibc
import Model
import Screen
import Wording

/// How a command speaks: in one language and zone, to standard output and standard error, never unsanitised.
struct Voice {
    let catalogue: Catalogue
    let zone: Zone
    let output = TextStream(STDOUT_FILENO)
    let errors = TextStream(STDERR_FILENO)

    init(catalogue: Catalogue, zone: Zone) {
        self.catalogue = catalogue
        self.zone = zone
    }

    var face: ClockFace { catalogue.clockFace(in: zone) }

    func text(_ message: Message) -> String { Voice.safe(catalogue.text(message)) }

    /// One sentence, or several lines of them, to standard output.
    func say(_ message: Message) throws { try line(catalogue.text(message)) }

    /// A line that is no sentence: codes, times and what people typed.
    func line(_ text: String) throws {
        try output.write(Voice.safe(text))
        try output.write("\n")
    }

    /// One JSON object on a line: as it is for programs, sanitised for a terminal.
    func json(_ object: JSONObject) throws { try json(line: CanonicalJSON.bytes(of: .object(object)) + [0x0A]) }

    /// A line of JSON that ends in its line feed.
    func json(line bytes: [UInt8]) throws {
        if output.isTerminal {
            try line(String(decoding: bytes.dropLast(), as: UTF8.self))
        } else {
            try output.write(bytes)
        }
    }

    /// Bytes of somebody else: as they are into a file or a pipe, sanitised on a terminal.
    func bytes(_ bytes: [UInt8]) throws {
        guard output.isTerminal else { return try output.write(bytes) }
        try output.write(SafeText(bytes: bytes, as: .prose).plain)
        if bytes.last != 0x0A { try output.write("\n") }
    }

    /// A sentence to standard error. Where that fails, nobody is left to be told.
    func warn(_ message: Message) {
        try? errors.write(text(message) + "\n")
        try? errors.flush()
    }

    static func safe(_ text: String) -> String {
        if text.utf8.allSatisfy({ (0x20...0x7E).contains($0) }) { return text }
        return SafeText(text, multiline: true).plain
    }
}
