import CSystem
import Glibc
import Screen
import Terminal

/// Lines from standard input. On a terminal it echoes by itself, so that an announcement does not swallow what is being typed;
/// elsewhere it cuts the bytes into lines.
struct LineKeyboard {
    enum Event: Equatable {
        case line(String, isEchoed: Bool)
        case end
    }

    /// The longest line that is taken, in bytes; the rest of it is dropped.
    static let longestLine = 1 << 16

    /// For poll(2); -1 after the end.
    private(set) var descriptor: Int32
    /// Set where lines come from a file or a pipe.
    let isScript: Bool
    private let echo: TextStream
    private var line = TypedLine()
    private var bytes: [UInt8] = []
    private var isOver = false

    init(_ descriptor: Int32, echo: TextStream) {
        self.descriptor = descriptor
        self.echo = echo
        isScript = isatty(descriptor) == 0 || !echo.isTerminal
        takeOver()
    }

    /// What was typed of the line that is not finished.
    var typed: String { isScript ? "" : line.text }

    /// Asks a terminal for single keys without echo; signals stay keys of the terminal.
    func takeOver() {
        guard !isScript, caricc_restore_prepare(descriptor, nil, 0) == 0 else { return }
        _ = caricc_restore_arm()
        var modes = termios()
        guard tcgetattr(descriptor, &modes) == 0 else { return }
        modes.c_lflag &= ~tcflag_t(ICANON | ECHO)
        modes.c_iflag |= tcflag_t(ICRNL)
        tcsetattr(descriptor, TCSANOW, &modes)
    }

    /// Puts the terminal back as it was.
    func giveBack() {
        if !isScript { caricc_restore_finish() }
    }

    /// Forgets what was typed of the line.
    mutating func forget() { line = TypedLine() }

    /// What has come. Call it only when something can be read, or where waiting does no harm.
    mutating func read() -> [Event] {
        guard descriptor >= 0 else { return [] }
        var state = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        guard poll(&state, 1, 0) > 0 else { return [] }
        var buffer = [UInt8](repeating: 0, count: 4_096)
        let count = Glibc.read(descriptor, &buffer, buffer.count)
        if count < 0, errno == EINTR || errno == EAGAIN { return [] }
        guard count > 0 else {
            descriptor = -1
            let left = bytes
            bytes = []
            return (left.isEmpty ? [] : [.line(Self.text(left), isEchoed: false)]) + [.end]
        }
        return isScript ? cut(buffer[..<count]) : edit(Array(buffer[..<count]))
    }

    private mutating func cut(_ new: ArraySlice<UInt8>) -> [Event] {
        var events: [Event] = []
        for byte in new {
            if byte == 0x0A {
                events.append(.line(Self.text(bytes), isEchoed: false))
                bytes = []
            } else if bytes.count < Self.longestLine {
                bytes.append(byte)
            }
        }
        return events
    }

    private mutating func edit(_ new: [UInt8]) -> [Event] {
        var events: [Event] = []
        for outcome in line.take(new) {
            switch outcome {
            case .echo(let text): try? echo.write(text)
            case .line(let text):
                try? echo.write("\n")
                events.append(.line(text, isEchoed: true))
            case .end:
                descriptor = -1
                events.append(.end)
            }
        }
        try? echo.flush()
        return events
    }

    private static func text(_ bytes: [UInt8]) -> String {
        SafeText(bytes: bytes.last == 0x0D ? bytes.dropLast() : bytes[...]).plain
    }
}
