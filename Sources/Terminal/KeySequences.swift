import Screen

/// Which bytes mean which key: what every common terminal sends, beside what terminfo adds.
enum KeySequences {
    static let escape: UInt8 = 0x1B
    static let pasteStart: [UInt8] = Array("\u{1B}[200~".utf8)
    static let pasteEnd: [UInt8] = Array("\u{1B}[201~".utf8)

    /// Terminfo's names of the keys that it may define.
    static let capabilities: [(name: String, key: Key)] =
        [
            ("kcuu1", .up), ("kcud1", .down), ("kcub1", .left), ("kcuf1", .right), ("khome", .home), ("kend", .end),
            ("kpp", .pageUp), ("knp", .pageDown), ("kich1", .insert), ("kdch1", .delete), ("kcbt", .backTab),
            ("kent", .enter),
        ] + (1...24).map { ("kf\($0)", .function($0)) }

    /// The key of a control sequence, `ESC [`, by its parameters and its last byte. Modifiers are dropped.
    static func control(parameters: [UInt8], final: UInt8) -> Key? {
        if final == UInt8(ascii: "~") { return tilde(number(at: 0, in: parameters)) }
        switch UnicodeScalar(final) {
        case "I": return .redraw
        case "Z": return .backTab
        case "A"..."D", "F", "H": return application(UnicodeScalar(final))
        // With another first parameter, `R` is the answer to a question about the cursor.
        case "P"..."S" where parameters.isEmpty || number(at: 0, in: parameters) == 1:
            return application(UnicodeScalar(final))
        default: return nil
        }
    }

    /// The key of `ESC O` and a letter: cursor and function keys, and the number pad in application mode.
    static func application(_ letter: UnicodeScalar) -> Key? {
        switch letter {
        case "A": .up
        case "B": .down
        case "C": .right
        case "D": .left
        case "H": .home
        case "F": .end
        case "P": .function(1)
        case "Q": .function(2)
        case "R": .function(3)
        case "S": .function(4)
        case "M": .enter
        case "j"..."y": .character(Character(UnicodeScalar(UInt8(letter.value) - 0x40)))
        default: nil
        }
    }

    /// The key of the Linux console's `ESC [ [` and a letter.
    static func linuxConsole(_ byte: UInt8) -> Key? {
        (0x41...0x45).contains(byte) ? .function(Int(byte) - 0x40) : nil
    }

    /// A parameter of a control sequence, counted from 0; nothing where there is none.
    static func number(at index: Int, in parameters: [UInt8]) -> Int? {
        let parts = parameters.split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false)
        guard index < parts.count, parts[index].count < 8 else { return nil }
        return Int(String(decoding: parts[index], as: UTF8.self))
    }

    private static func tilde(_ number: Int?) -> Key? {
        switch number {
        case 1, 7: .home
        case 2: .insert
        case 3: .delete
        case 4, 8: .end
        case 5: .pageUp
        case 6: .pageDown
        case .some(let code) where (11...15).contains(code): .function(code - 10)
        case .some(let code) where (17...21).contains(code): .function(code - 11)
        case .some(let code) where (23...26).contains(code): .function(code - 12)
        case 28: .function(15)
        case 29: .function(16)
        case .some(let code) where (31...34).contains(code): .function(code - 14)
        default: nil
        }
    }
}
