import TestSupport
import Testing

@testable import Screen

@Suite("Text is shown, never obeyed")
struct SafeTextTests {
    @Test(
        "1: bytes that are not UTF-8 are shown one by one",
        arguments: [
            ([0x41, 0xFF, 0x42], #"A\xFFB"#), ([0xC0, 0xAF], #"\xC0\xAF"#), ([0xE0, 0x80, 0x80], #"\xE0\x80\x80"#),
            ([0xED, 0xA0, 0x80], #"\xED\xA0\x80"#), ([0xF4, 0x90, 0x80, 0x80], #"\xF4\x90\x80\x80"#),
            ([0xD0, 0x96, 0xD0], #"Ж\xD0"#), ([0xF0, 0x9F, 0x98, 0x80], "😀"), ([0xE2, 0x82], #"\xE2\x82"#),
            ([0xD0, 0xD0, 0x96], #"\xD0Ж"#),
        ] as [([UInt8], String)])
    func badBytes(bytes: [UInt8], expected: String) {
        #expect(SafeText(bytes: bytes).plain == expected)
    }

    @Test("2: controls are shown; line ends and tabs act in prose only")
    func controls() {
        #expect(SafeText("a\u{1B}[31mb").plain == "a^[[31mb")
        #expect(SafeText("x\ry\u{8}z\u{7F}").plain == "x^My^Hz^?")
        #expect(SafeText("\u{9B}2J").plain == #"\x9B2J"#)
        #expect(SafeText("a\tb\nc").plain == "a^Ib^Jc")
        #expect(SafeText("a\tb\n\tc\r", multiline: true).plain == "a   b\n    c^M")
    }

    @Test(
        "3: format characters are shown by their number",
        arguments: [
            0x61C, 0x200B, 0x200D, 0x200E, 0x202E, 0x2066, 0xAD, 0x34F, 0x115F, 0x17B4, 0x180B, 0x2060, 0x3164, 0xFE0F,
            0xFEFF, 0xFFA0, 0xFFF9, 0x1BCA0, 0x1D173, 0xE0001, 0xE0041, 0xE0100, 0x0600, 0x06DD,
        ] as [UInt32])
    func formats(value: UInt32) throws {
        let scalar = try #require(Unicode.Scalar(value))
        let hex = String(value, radix: 16, uppercase: true)
        let number = String(repeating: "0", count: max(0, 4 - hex.count)) + hex
        #expect(SafeText("a\(Character(scalar))b").plain == "a<U+\(number)>b")
        #expect(SafeText("a\(Character(scalar))b", multiline: true).plain == "a<U+\(number)>b")
    }

    @Test("3: joiners stay in prose between letters that need them, nowhere else")
    func joiners() {
        let persian = "می\u{200C}خواهم"
        #expect(SafeText(persian, multiline: true).plain == "RTL " + persian)
        #expect(SafeText(persian).plain.contains("<U+200C>"))
        #expect(SafeText("क्\u{200D}ष", multiline: true).plain == "क्\u{200D}ष")
        #expect(SafeText("a\u{200D}b", multiline: true).plain == "a<U+200D>b")
        #expect(SafeText("ي\u{200D}\u{200D}ي", multiline: true).plain.contains("<U+200D>"))
    }

    @Test("4: separators are one visible sign, odd spaces one space or their number")
    func separators() {
        #expect(SafeText("a\u{2028}b\u{2029}c\u{85}d").plain == "a⏎b⏎c⏎d")
        #expect(SafeText("a\u{2028}b").glyphs[1].escaped)
        #expect(SafeText("1\u{A0}000\u{3000}kg").plain == "1 000 kg")
        #expect(SafeText("01\u{A0}A", as: .identifier).plain == "01<U+00A0>A")
    }

    @Test("5: unassigned and private are numbers; a base keeps four marks")
    func unassignedAndMarks() {
        #expect(SafeText("\u{E000}\u{378}\u{10FFFF}").plain == "<U+E000><U+0378><U+10FFFF>")
        let marks = { (count: Int) in String(repeating: "\u{301}", count: count) }
        let heap = SafeText("e" + marks(500) + "x")
        #expect(heap.plain == "e" + marks(4) + "+496x")
        #expect(heap.width == 6)
        #expect(SafeText("e" + marks(4)).glyphs.count == 1)
        #expect(SafeText(marks(1) + "e").plain == "<U+0301>e")
        #expect(SafeText("\u{1B}\u{301}").plain == "^[<U+0301>")
    }

    @Test(
        "6: widths come from the frozen table",
        arguments: [
            ("Ж", 1), ("漢", 2), ("ｶ", 1), ("Ａ", 2), ("한", 2), ("\u{1112}\u{1161}\u{11AB}", 2), ("😀", 2), ("─", 1),
            ("±", 1),
            ("🇰🇿", 2), ("é", 1), ("e\u{301}", 1), ("☎", 1), ("⌚", 2), ("\u{0BA8}\u{0BBF}", 2), ("👍\u{1F3FD}", 11),
        ])
    func widths(text: String, columns: Int) {
        #expect(SafeText(text).width == columns)
    }

    @Test("7: a typed escape and a real one differ")
    func reverse() {
        #expect(SafeText("^[").glyphs.allSatisfy { !$0.escaped })
        #expect(SafeText("\u{1B}").glyphs.allSatisfy { $0.escaped })
        #expect(SafeText("\u{1B}").plain == SafeText("^[").plain)
    }

    @Test("8: right to left is in logical order, with one badge")
    func rightToLeft() {
        let hebrew = SafeText("אב 12")
        #expect(hebrew.plain == "RTL אב 12")
        #expect(hebrew.glyphs[0].escaped)
        #expect(SafeText(hebrew.plain).plain == hebrew.plain)
        #expect(SafeText("12").plain == "12")
    }

    @Test("No scalar reaches the screen as a control or a format character, and none vanishes")
    func sweep() {
        let chunk: UInt32 = 4096
        for start in stride(from: UInt32(0), through: 0x10FFFF, by: Int(chunk)) {
            let scalars = (start..<(start + chunk)).compactMap { Unicode.Scalar($0) }
            // Most planes are empty: every sixteenth of their numbers stands for the others of its class.
            let isEmpty = scalars.allSatisfy { CharacterWidth.classify($0) == .unassigned }
            var raw = String.UnicodeScalarView()
            for scalar in scalars where !isEmpty || scalar.value % 16 == 15 {
                raw.append("x")
                raw.append(scalar)
            }
            if raw.isEmpty { continue }
            let safe = SafeText(String(raw))
            let plain = safe.plain
            let drawn = plain.unicodeScalars.allSatisfy { CharacterWidth.columns(of: $0) != nil }
            #expect(drawn, "U+\(String(start, radix: 16)) and following")
            #expect(safe.width >= raw.count / 2)
            #expect(safe.glyphs.allSatisfy { $0.width == 1 || $0.width == 2 })
            #expect(SafeText(plain).plain == plain, "U+\(String(start, radix: 16)) and following")
        }
    }

    @Test("Making safe text safe changes nothing, and no text becomes empty")
    func idempotence() {
        var random = SeededGenerator()
        for _ in 0..<2_000 {
            let raw = random.text(upTo: 30)
            for kind in [SafeText.Kind.line, .prose, .identifier] {
                let once = SafeText(raw, as: kind)
                #expect(
                    SafeText(once.plain, as: kind).plain == once.plain, "seed \(random.seed) \(raw.debugDescription)")
                #expect(once.isEmpty == raw.isEmpty, "seed \(random.seed)")
                #expect(SafeText(bytes: Array(raw.utf8), as: kind) == once, "seed \(random.seed)")
            }
        }
    }

    @Test("Clipping, padding and wrapping keep to their columns")
    func layout() {
        var random = SeededGenerator()
        for _ in 0..<1_000 {
            let text = SafeText(random.text(upTo: 40), multiline: true)
            let columns = Int.random(in: 0...30, using: &random)
            let clipped = text.clipped(to: columns)
            #expect(clipped.width == min(text.width, columns), "seed \(random.seed)")
            if text.width > columns, columns > 0 { #expect(clipped.plain.last == "~", "seed \(random.seed)") }
            #expect(text.fitted(to: columns, .right).width == columns, "seed \(random.seed)")
            let lines = text.wrapped(to: columns)
            #expect(lines.allSatisfy { $0.width <= max(1, columns) }, "seed \(random.seed)")
            if columns > 1 {
                let kept = { (text: String) in Array(text.unicodeScalars).filter { $0 != " " && $0 != "\n" } }
                #expect(kept(lines.map(\.plain).joined()) == kept(text.plain), "seed \(random.seed)")
            }
        }
    }

    @Test("Wrapping breaks at spaces, in long words only where it must, and between wide characters")
    func wrapping() {
        let wrap = { (text: String, columns: Int) in SafeText(text, multiline: true).wrapped(to: columns).map(\.plain) }
        #expect(wrap("ask UZB for more time", 9) == ["ask UZB", "for more", "time"])
        #expect(wrap("containerised", 5) == ["conta", "ineri", "sed"])
        #expect(wrap("a containerised", 5) == ["a", "conta", "ineri", "sed"])
        #expect(wrap("one\n\ntwo", 9) == ["one", "", "two"])
        #expect(wrap("可控交付行动", 5) == ["可控", "交付", "行动"])
        #expect(wrap("", 5) == [""])
        #expect(wrap("漢", 1) == ["~"])
    }

    @Test("A cut is visible, also where a wide character stands on the edge")
    func cut() {
        #expect(SafeText("CD-2026-014").clipped(to: 8).plain == "CD-2026~")
        #expect(SafeText("漢字漢字").clipped(to: 4).plain == "漢 ~")
        #expect(SafeText("漢字").clipped(to: 4).plain == "漢字")
        #expect(SafeText("ab").clipped(to: 0).isEmpty)
        #expect((SafeText("a") + "\u{1B}").width == 3)
    }
}
