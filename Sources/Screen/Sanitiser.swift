/// Turns scalars into glyphs one by one, by the rules that `SafeText` promises.
struct Sanitiser {
    /// Marks that one base keeps; ncurses stores no more in a cell.
    static let marksPerBase = 4
    private static let tabStop = 4

    private let kind: SafeText.Kind
    private var glyphs: [Glyph] = []
    private var columnsOfLine = 0
    private var sawRightToLeft = false
    /// The character being collected: a base, its marks, and how many further marks there were.
    private var base: Unicode.Scalar?
    private var baseWidth = 0
    private var marks: [Unicode.Scalar] = []
    private var surplusMarks = 0

    init(kind: SafeText.Kind) {
        self.kind = kind
    }

    mutating func take(_ scalars: [Unicode.Scalar]) {
        for (index, scalar) in scalars.enumerated() {
            switch CharacterWidth.classify(scalar) {
            case .narrow: begin(scalar, width: 1)
            case .wide: begin(scalar, width: 2)
            case .mark: addMark(scalar)
            case .jamo: addJamo(scalar)
            case .emojiModifier, .unassigned: escape(codePoint(scalar))
            case .format: takeFormat(scalar, before: index + 1 < scalars.count ? scalars[index + 1] : nil)
            case .control: takeControl(scalar)
            case .space: takeSpace(scalar)
            case .separator: takeSeparator()
            }
        }
    }

    mutating func takeBadByte(_ byte: UInt8) {
        escape("\\x" + hexadecimal(UInt32(byte), digits: 2))
    }

    /// Everything taken so far, with the badge of right-to-left text in front where it is needed.
    mutating func finish() -> [Glyph] {
        flush()
        let badge = "RTL "
        guard sawRightToLeft, !startsWith(badge) else { return glyphs }
        return badge.utf8.map { Glyph.ascii($0, escaped: $0 != 0x20) } + glyphs
    }

    // MARK: Characters with their marks

    private mutating func begin(_ scalar: Unicode.Scalar, width: Int) {
        flush()
        base = scalar
        baseWidth = width
        if CharacterWidth.runsRightToLeft(scalar) { sawRightToLeft = true }
    }

    private mutating func addMark(_ scalar: Unicode.Scalar) {
        if base == nil {
            escape(codePoint(scalar))
        } else if marks.count < Self.marksPerBase {
            marks.append(scalar)
        } else {
            surplusMarks += 1
        }
    }

    private mutating func addJamo(_ scalar: Unicode.Scalar) {
        guard let base, CharacterWidth.takesJamo(base), surplusMarks == 0 else {
            escape(codePoint(scalar))
            return
        }
        addMark(scalar)
    }

    private mutating func flush() {
        guard let base else { return }
        var scalars = String(base)
        for mark in marks { scalars.unicodeScalars.append(mark) }
        append(Glyph(scalars: scalars, width: baseWidth))
        let surplus = surplusMarks
        self.base = nil
        marks.removeAll(keepingCapacity: true)
        surplusMarks = 0
        if surplus > 0 { escape("+\(surplus)") }
    }

    // MARK: What is shown instead

    private mutating func takeControl(_ scalar: Unicode.Scalar) {
        let value = scalar.value
        switch (value, kind) {
        case (0x0A, .prose):
            flush()
            glyphs.append(.lineEnd)
            columnsOfLine = 0
        case (0x09, .prose):
            flush()
            for _ in 0..<(Self.tabStop - columnsOfLine % Self.tabStop) { append(.space) }
        case (0..<0x20, _), (0x7F, _):
            escape("^" + String(UnicodeScalar(UInt8(value ^ 0x40))))
        default:
            escape("\\x" + hexadecimal(value, digits: 2))
        }
    }

    private mutating func takeSpace(_ scalar: Unicode.Scalar) {
        if case .identifier = kind {
            escape(codePoint(scalar))
        } else {
            begin(" ", width: 1)
        }
    }

    private mutating func takeSeparator() {
        flush()
        append(Glyph(scalars: Glyph.lineEnd.scalars, width: 1, escaped: true))
    }

    private mutating func takeFormat(_ scalar: Unicode.Scalar, before next: Unicode.Scalar?) {
        let isJoiner = scalar.value == 0x200C || scalar.value == 0x200D
        if case .prose = kind, isJoiner, let base, CharacterWidth.joinsByZeroWidth(base), surplusMarks == 0,
            marks.count < Self.marksPerBase, marks.last?.value != 0x200C, marks.last?.value != 0x200D,
            let next, CharacterWidth.classify(next) == .narrow, CharacterWidth.joinsByZeroWidth(next)
        {
            marks.append(scalar)
        } else {
            escape(codePoint(scalar))
        }
    }

    private mutating func escape(_ ascii: String) {
        flush()
        for byte in ascii.utf8 { append(.ascii(byte, escaped: true)) }
    }

    private mutating func append(_ glyph: Glyph) {
        glyphs.append(glyph)
        columnsOfLine += glyph.width
    }

    private func startsWith(_ badge: String) -> Bool {
        glyphs.count >= badge.utf8.count && zip(glyphs, badge.unicodeScalars).allSatisfy { $0.scalars == String($1) }
    }

    private func codePoint(_ scalar: Unicode.Scalar) -> String {
        "<U+" + hexadecimal(scalar.value, digits: 4) + ">"
    }

    private func hexadecimal(_ value: UInt32, digits: Int) -> String {
        let text = String(value, radix: 16, uppercase: true)
        return String(repeating: "0", count: max(0, digits - text.utf8.count)) + text
    }
}
