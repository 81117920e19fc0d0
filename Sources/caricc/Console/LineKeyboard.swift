import CSystem
import Glibc
import Screen
import Terminal

/// Lines from standard input. On a terminal it echoes by itself, so that an announcement does not swallow what is being typed;
/// elsewhere it cuts the bytes into lines.
struct LineKeyboard {
    enum Event: Equatable {
        case line(String, isEchoed: Bool)
        /// A key of what is typed without echo.
        case hidden(Key)
        /// A whole line of it, from a script.
        case hiddenLine([UInt8])
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
    /// The rest of a line that was too long is dropped.
    private var isCutting = false

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

    /// Takes what has come. Call it only when something can be read, or where waiting does no harm.
    mutating func fill() {
        guard descriptor >= 0 else { return }
        var state = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        guard poll(&state, 1, 0) > 0 else { return }
        withUnsafeTemporaryAllocation(byteCount: 4_096, alignment: 1) { buffer in
            let count = Glibc.read(descriptor, buffer.baseAddress, buffer.count)
            if count < 0, errno == EINTR || errno == EAGAIN { return }
            if count > 0 { bytes += buffer.prefix(count) } else { descriptor = -1 }
            if let start = buffer.baseAddress { caricc_wipe(start, buffer.count) }
        }
    }

    /// The next thing that was typed; nil when there is no more. How it is read depends on what is asked for now.
    mutating func next(isHidden: Bool) -> Event? {
        while true {
            if descriptor < 0, bytes.isEmpty {
                if isOver { return nil }
                isOver = true
                return .end
            }
            guard !bytes.isEmpty else { return nil }
            if isScript { return nextOfScript(isHidden: isHidden) }
            if isHidden { if let key = nextHidden() { return .hidden(key) } else { continue } }
            if let event = edit(taken(through: bytes.firstIndex { $0 == 0x0A || $0 == 0x0D } ?? bytes.count - 1)) {
                return event
            }
        }
    }

    /// Takes bytes off the front, and leaves nothing of them behind.
    private mutating func taken(through last: Int) -> [UInt8] {
        let taken = Array(bytes[...last])
        bytes.withUnsafeMutableBytes { room in
            if let start = room.baseAddress { caricc_wipe(start, last + 1) }
        }
        bytes.removeFirst(last + 1)
        return taken
    }

    private mutating func nextOfScript(isHidden: Bool) -> Event? {
        guard let end = bytes.firstIndex(of: 0x0A) else {
            if bytes.count > Self.longestLine {
                isCutting = true
                _ = taken(through: bytes.count - 1)
            }
            // What stands at the end without a line end is a line, too.
            return descriptor < 0 ? line(taken(through: bytes.count - 1), isHidden: isHidden) : nil
        }
        defer { isCutting = false }
        let whole = taken(through: end).dropLast()
        return line(Array(isCutting ? [] : whole.prefix(Self.longestLine)), isHidden: isHidden)
    }

    private func line(_ bytes: [UInt8], isHidden: Bool) -> Event {
        let line = bytes.last == 0x0D ? Array(bytes.dropLast()) : bytes
        return isHidden ? .hiddenLine(line) : .line(Self.text(line), isEchoed: false)
    }

    /// One key of what nobody may see; nil for what has no meaning there, such as an arrow.
    private mutating func nextHidden() -> Key? {
        let first = bytes[0]
        switch first {
        case 0x0A, 0x0D:
            _ = taken(through: 0)
            return .enter
        case 0x7F, 0x08:
            _ = taken(through: 0)
            return .backspace
        case 0x15:
            _ = taken(through: 0)
            return .control("u")
        case 0x04:
            _ = taken(through: 0)
            return .escape
        case 0x1B:
            // A key that is no character comes as a sequence: ESC, `[` or `O`, and on to its last byte.
            let isLong = bytes.count > 1 && (bytes[1] == 0x5B || bytes[1] == 0x4F)
            let end = isLong ? bytes.dropFirst(2).firstIndex { (0x40...0x7E).contains($0) } ?? bytes.count - 1 : 0
            _ = taken(through: end)
            return nil
        case 0..<0x20:
            _ = taken(through: 0)
            return nil
        default: break
        }
        let length = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
        let scalar = taken(through: min(length, bytes.count) - 1)
        guard let text = String(validating: scalar, as: UTF8.self), let character = text.first else { return nil }
        return .character(character)
    }

    private mutating func edit(_ new: [UInt8]) -> Event? {
        var event: Event?
        for outcome in line.take(new) {
            switch outcome {
            case .echo(let text): try? echo.write(text)
            case .line(let text):
                try? echo.write("\n")
                event = .line(text, isEchoed: true)
            case .end:
                descriptor = -1
                bytes = []
                isOver = true
                event = .end
            }
        }
        try? echo.flush()
        return event
    }

    private static func text(_ bytes: [UInt8]) -> String {
        SafeText(bytes: bytes.last == 0x0D ? bytes.dropLast() : bytes[...]).plain
    }
}
