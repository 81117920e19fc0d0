import Screen

/// Turns the bytes that a terminal sends into keys, a piece at a time.
///
/// An unknown control sequence is swallowed whole: its digits and letters must never be taken for commands.
package struct KeyDecoder {
    /// Bytes kept of one paste, 1 MiB; the rest is dropped.
    package static let pasteLimit = 1 << 20
    private static let longestSequence = 64

    /// Sequences that terminfo adds, without the plain characters.
    private let known: [[UInt8]: Key]
    private var pending: [UInt8] = []
    private var paste: [UInt8]?
    /// How often the terminal has said that it is well, since `takeAnswers`.
    private var answers = 0
    private var lastPress: (event: MouseEvent, at: ContinuousClock.Instant)?

    package init(known: [[UInt8]: Key] = [:]) {
        self.known = known.filter { $0.key.count > 1 && $0.key[0] == KeySequences.escape }
    }

    /// Set while a paste has begun and not ended.
    package var isPasting: Bool { paste != nil }
    /// Set while Esc might be the key itself or the beginning of a sequence; `expire` decides.
    package var isUndecided: Bool {
        guard !isPasting, pending.first == KeySequences.escape, pending.count < 3 else { return false }
        return pending.count == 1 || pending[1] == UInt8(ascii: "[") || pending[1] == UInt8(ascii: "O")
    }
    /// Set while something is left that only more bytes can complete.
    package var isIncomplete: Bool { isPasting || !pending.isEmpty }

    /// The keys in these bytes and in what was left of the bytes before.
    package mutating func feed(_ bytes: [UInt8], at now: ContinuousClock.Instant = .now) -> [Key] {
        pending += bytes
        var keys: [Key] = []
        var position = 0
        while position < pending.count {
            guard let length = step(from: position, at: now, into: &keys) else { break }
            position += length
        }
        pending.removeFirst(position)
        return keys
    }

    /// How often the terminal has said that it is well (`ESC [ 0 n`) since the last call.
    package mutating func takeAnswers() -> Int {
        defer { answers = 0 }
        return answers
    }

    /// Nothing more came in time: a lone Esc was the key, `ESC [` was Alt with a bracket.
    package mutating func expire() -> [Key] {
        guard isUndecided else { return [] }
        let bytes = pending
        pending = []
        return bytes.count == 1 ? [.escape] : [.alt(Character(UnicodeScalar(bytes[1])))]
    }

    /// Ends what cannot be completed any more: a paste whose end never came, half a sequence, half a character.
    package mutating func abandon() -> [Key] {
        defer { pending = [] }
        guard let content = paste else { return [] }
        paste = nil
        return [Self.pasted(content + pending)]
    }

    /// Bytes taken from a position; nothing while more are needed.
    private mutating func step(from position: Int, at now: ContinuousClock.Instant, into keys: inout [Key]) -> Int? {
        if paste != nil { return stepInPaste(from: position, into: &keys) }
        let byte = pending[position]
        guard byte == KeySequences.escape else {
            if byte < 0x80 {
                keys.append(Self.plain(byte))
                return 1
            }
            return character(at: position) { keys.append(.character($0)) }
        }
        guard position + 1 < pending.count else { return nil }
        if let (key, length) = knownSequence(at: position) {
            keys.append(key)
            return length
        }
        switch pending[position + 1] {
        case UInt8(ascii: "["): return controlSequence(at: position, at: now, into: &keys)
        case UInt8(ascii: "O"):
            guard position + 2 < pending.count else { return nil }
            if let key = KeySequences.application(UnicodeScalar(pending[position + 2])) { keys.append(key) }
            return 3
        case 0x00..<0x20, 0x7F:
            keys.append(.escape)
            return 1
        default:
            return character(at: position + 1) { keys.append(.alt($0)) }.map { $0 + 1 }
        }
    }

    // MARK: Characters

    private static func plain(_ byte: UInt8) -> Key {
        switch byte {
        case 0x09: .tab
        case 0x0A, 0x0D: .enter
        case 0x08, 0x7F: .backspace
        case 0x00..<0x1B: .control(Character(UnicodeScalar(byte == 0 ? 0x40 : byte | 0x60)))
        case 0x1B..<0x20: .control(Character(UnicodeScalar(byte | 0x40)))
        default: .character(Character(UnicodeScalar(byte)))
        }
    }

    /// One UTF-8 character; a bad byte becomes U+FFFD, a C1 control nothing.
    private func character(at position: Int, _ take: (Character) -> Void) -> Int? {
        let first = pending[position]
        let length =
            switch first {
            case 0xC2...0xDF: 2
            case 0xE0...0xEF: 3
            case 0xF0...0xF4: 4
            default: 1
            }
        let available = pending[position..<min(position + length, pending.count)]
        if available.dropFirst().contains(where: { $0 & 0xC0 != 0x80 }) {
            take("\u{FFFD}")
            return 1
        }
        guard available.count == length else { return nil }
        let text = String(decoding: available, as: UTF8.self)
        guard text.unicodeScalars.count == 1, let scalar = text.unicodeScalars.first else {
            take("\u{FFFD}")
            return 1
        }
        if !(0x80..<0xA0).contains(scalar.value) { take(Character(scalar)) }
        return length
    }

    // MARK: Sequences

    private func knownSequence(at position: Int) -> (Key, Int)? {
        let longest = min(8, pending.count - position)
        guard longest > 1 else { return nil }
        for length in (2...longest).reversed() {
            if let key = known[Array(pending[position..<(position + length)])] { return (key, length) }
        }
        return nil
    }

    private mutating func controlSequence(
        at start: Int, at now: ContinuousClock.Instant, into keys: inout [Key]
    ) -> Int? {
        var end = start + 2
        if end < pending.count, pending[end] == UInt8(ascii: "[") {
            guard end + 1 < pending.count else { return nil }
            if let key = KeySequences.linuxConsole(pending[end + 1]) { keys.append(key) }
            return 4
        }
        while end < pending.count, (0x20...0x3F).contains(pending[end]) { end += 1 }
        guard end - start < Self.longestSequence else { return end - start }
        guard end < pending.count else { return nil }
        let final = pending[end]
        guard (0x40...0x7E).contains(final) else { return end - start }
        let parameters = Array(pending[(start + 2)..<end])
        if final == UInt8(ascii: "M"), parameters.isEmpty {
            return oldMouse(at: end, at: now, into: &keys).map { $0 + 3 }
        }
        if parameters.first == UInt8(ascii: "<") {
            mouse(Array(parameters.dropFirst()), isRelease: final == UInt8(ascii: "m"), at: now, into: &keys)
        } else if Array(pending[start...end]) == KeySequences.pasteStart {
            paste = []
        } else if final == UInt8(ascii: "n"), parameters == [UInt8(ascii: "0")] {
            answers += 1
        } else if let key = KeySequences.control(parameters: parameters, final: final) {
            keys.append(key)
        }
        return end - start + 1
    }

    // MARK: Paste

    /// Takes paste up to its end mark. A mark inside the pasted text is followed by another one without a beginning
    /// between them, so everything up to the last such mark of this piece belongs to the paste.
    private mutating func stepInPaste(from position: Int, into keys: inout [Key]) -> Int? {
        var end: Int?
        var search = position
        while let (mark, isEnd) = nextMark(from: search), isEnd || end == nil {
            if isEnd { end = mark }
            search = mark + KeySequences.pasteEnd.count
        }
        guard let end else {
            // Half a mark at the end stays until it is known what it is.
            let keep = (0..<KeySequences.pasteEnd.count).reversed().first {
                pending.count - position >= $0 && pending.suffix($0).elementsEqual(KeySequences.pasteEnd.prefix($0))
            }
            let taken = pending.count - position - (keep ?? 0)
            addToPaste(position..<(position + taken))
            return taken > 0 ? taken : nil
        }
        addToPaste(position..<end)
        keys.append(Self.pasted(paste ?? []))
        paste = nil
        return end - position + KeySequences.pasteEnd.count
    }

    private func nextMark(from position: Int) -> (at: Int, isEnd: Bool)? {
        let length = KeySequences.pasteEnd.count
        var at = position
        while at + length <= pending.count {
            guard let escape = pending[at...].firstIndex(of: KeySequences.escape), escape + length <= pending.count
            else { return nil }
            let candidate = pending[escape..<(escape + length)]
            if candidate.elementsEqual(KeySequences.pasteEnd) { return (escape, true) }
            if candidate.elementsEqual(KeySequences.pasteStart) { return (escape, false) }
            at = escape + 1
        }
        return nil
    }

    private mutating func addToPaste(_ range: Range<Int>) {
        let room = Self.pasteLimit - (paste?.count ?? 0)
        paste?.append(contentsOf: pending[range].prefix(room))
    }

    /// The pasted text; a character that the limit cut in half is left out.
    private static func pasted(_ bytes: [UInt8]) -> Key {
        guard bytes.count >= pasteLimit else { return .pasted(String(decoding: bytes, as: UTF8.self)) }
        var whole = bytes[..<pasteLimit]
        let tail = whole.suffix(3).reversed().prefix { $0 & 0xC0 == 0x80 }.count
        if let lead = whole.dropLast(tail).last, lead >= 0xC0 {
            let length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2
            if tail + 1 < length { whole.removeLast(tail + 1) }
        }
        return .pasted(String(decoding: whole, as: UTF8.self))
    }

    // MARK: Mouse

    private mutating func mouse(
        _ parameters: [UInt8], isRelease: Bool, at now: ContinuousClock.Instant, into keys: inout [Key]
    ) {
        guard let button = KeySequences.number(at: 0, in: parameters),
            let column = KeySequences.number(at: 1, in: parameters),
            let row = KeySequences.number(at: 2, in: parameters)
        else { return }
        addMouse(button: button, row: row - 1, column: column - 1, isRelease: isRelease, at: now, into: &keys)
    }

    /// The older report: three bytes after `ESC [ M`, each 32 more than its value. Returns 3, or nothing until they are there.
    private mutating func oldMouse(at final: Int, at now: ContinuousClock.Instant, into keys: inout [Key]) -> Int? {
        guard final + 3 < pending.count else { return nil }
        let values = pending[(final + 1)...(final + 3)].map { Int($0) - 32 }
        addMouse(
            button: values[0], row: values[2] - 1, column: values[1] - 1, isRelease: values[0] & 3 == 3, at: now,
            into: &keys)
        return 3
    }

    private mutating func addMouse(
        button: Int, row: Int, column: Int, isRelease: Bool, at now: ContinuousClock.Instant, into keys: inout [Key]
    ) {
        guard row >= 0, column >= 0 else { return }
        var event = MouseEvent(row: row, column: column, kind: isRelease ? .release : .press)
        switch button & ~0x1C {  // without Shift, Alt and Control
        case 0x40: event.kind = .wheelUp
        case 0x41: event.kind = .wheelDown
        case 0, 1, 2, 3:
            if event.kind == .press {
                let isSecond = lastPress.map { $0.event == event && now - $0.at < .milliseconds(400) } ?? false
                lastPress = isSecond ? nil : (event, now)
                if isSecond { event.kind = .doublePress }
            }
        default: return
        }
        keys.append(.mouse(event))
    }
}
