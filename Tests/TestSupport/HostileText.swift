import Foundation

/// Texts that try to act on a terminal, to hide or to move what stands beside them.
package enum HostileText {
    /// Every kind of trick that is known here, and a number of random mixtures of them.
    package static func corpus(_ random: inout SeededGenerator, mixtures: Int = 120) -> [String] {
        var all = controls + sequences + shapes + confusables + outside
        for _ in 0..<mixtures {
            var text = ""
            for _ in 0..<Int.random(in: 1...6, using: &random) {
                let pieces = [controls, sequences, shapes, confusables, words].randomElement(using: &random) ?? words
                text += pieces.randomElement(using: &random) ?? ""
            }
            all.append(text)
        }
        for _ in 0..<mixtures { all.append(randomScalars(&random)) }
        return all
    }

    private static let words = ["heroin 6.3 kg", "Ош", "漢字", " ", "a", "é", "🚚"]

    /// C0, delete and C1, each between two letters.
    private static let controls = (Array(0x00...0x1F) + Array(0x7F...0x9F)).compactMap { value in
        UnicodeScalar(UInt32(value)).map { "a\($0)b" }
    }

    private static let sequences: [String] = {
        let bodies = [
            "[2J", "[H", "[6n", "[5n", "[c", "[>c", "[>q", "[?2026$p", "[8m", "[31;1m", "[10;10Hx", "[3J", "[99999b",
            "[?1049l", "[?25l", "[?1000h", "[4h", "[1;1r", "[20t", "[21t", "[!p", "[\u{22}q", "[?5h", "[200~", "[201~",
            "]0;title\u{7}", "]2;title\u{1B}\\", "]52;c;ZXZpbA==\u{7}", "]52;c;?\u{7}", "]8;;http://x\u{7}",
            "]10;?\u{7}",
            "]4;1;?\u{7}", "]1337;File=:\u{7}", "P$q q\u{1B}\\", "P+q544e\u{1B}\\", "_x\u{1B}\\", "^x\u{1B}\\",
            "Xx\u{1B}\\", "c", "7", "8", "D", "E", "M", "H", "=", ">", "N", "O", "(0lqk(B", "#8", " F", "%G", "[[A",
            "]P0ff0000", "]R", "[1]", "[11m", "[?1;2c", "[0x", "[2i", "[5i", "k name\u{1B}\\", "]666;x", "[",
        ]
        return bodies.map { "\u{1B}" + $0 }
            + bodies.filter { $0.hasPrefix("[") || $0.hasPrefix("]") }.map { body in
                (body.hasPrefix("[") ? "\u{9B}" : "\u{9D}") + body.dropFirst() + "\u{9C}"
            }
    }()

    /// Direction, width, marks and what is not seen.
    private static let shapes: [String] = {
        let hidden: [UInt32] = [
            0x00AD, 0x034F, 0x061C, 0x115F, 0x1160, 0x17B4, 0x180B, 0x180E, 0x200B, 0x200C, 0x200D, 0x200E, 0x200F,
            0x2028, 0x2029, 0x202A, 0x202B, 0x202C, 0x202D, 0x202E, 0x2060, 0x2061, 0x2064, 0x2066, 0x2067, 0x2068,
            0x2069, 0x206A, 0x3164, 0xFE00, 0xFE0F, 0xFEFF, 0xFFA0, 0xFFF9, 0xFFFC, 0xFFFD, 0xFFFF, 0xE000, 0x0378,
            0x1D173, 0xE0001, 0xE0041, 0xE007F, 0xE0100, 0xF0000, 0x10FFFF, 0x00A0, 0x2003, 0x3000, 0x1680, 0x0085,
        ]
        let marks = (0..<60).map { _ in "\u{301}" }.joined()
        return hidden.compactMap { UnicodeScalar($0).map { "ab\($0)cd" } } + [
            "\u{301}first", "a" + marks, "漢" + marks, "👩‍👩‍👧‍👦", "👍🏽", "🇰🇿🇺🇿🇹", "☃️", "☃︎", "1️⃣", "ﷺﷺ", "שלום עולם",
            "ابجد\u{202E}abc", "किषि", "हिन्दी", "가각힣각", "ᅡ", "ๆำำ", "Ⅷ", "ﬃ", "꧅", "𒐫𒈙", "⠿⣿", "█▓▒░", "\u{A9C1}",
            "½±×÷", "“quoted”", "А̀́̂̃̄", "x\u{20DD}y\u{20E3}", "\u{0E33}\u{0E33}", "\t\ttab\t", "two\nlines", "cr\r\nlf",
            String(repeating: "漢", count: 300), String(repeating: "a\u{302}", count: 300),
            String(repeating: "W", count: 400),
        ]
    }()

    private static let confusables = [
        "АBC", "ТJK 4821 АТ 02", "раypal", "1l|I", "0OО", "ﾊﾟ", "Ａ１", "ǅ", "ſ", "ᴀ", "𝐇𝐞𝐫𝐨𝐢𝐧", "ⅰⅱ", "‐‑‒–—―", "∕⁄／",
        "…", "․․․",
    ]

    /// Naughty strings of other people, where `CARICC_DATA` says that they are.
    package static let outside: [String] = {
        guard let folder = ProcessInfo.processInfo.environment["CARICC_DATA"],
            let data = FileManager.default.contents(atPath: folder + "/hostile/naughty-strings.txt")
        else { return [] }
        return String(decoding: data, as: UTF8.self).split(separator: "\n").filter { !$0.hasPrefix("#") }.map(
            String.init)
    }()

    private static func randomScalars(_ random: inout SeededGenerator) -> String {
        var text = ""
        for _ in 0..<Int.random(in: 1...24, using: &random) {
            let ranges: [ClosedRange<UInt32>] = [
                0...0x24F, 0x300...0x6FF, 0x900...0x1AFF, 0x2000...0x2FFF, 0x3000...0xD7FF, 0xE000...0xFFFF,
                0x10000...0x10FFFF,
            ]
            let range = ranges.randomElement(using: &random) ?? 0...0x7F
            if let scalar = UnicodeScalar(UInt32.random(in: range, using: &random)) {
                text.unicodeScalars.append(scalar)
            }
        }
        return text
    }
}
