/// A keyboard layout: which character each key types, alone and with Shift.
///
/// A *position*, that is a key with or without Shift, is named by the character that the US layout types there; the
/// US layout has no character twice, and a test shows the same for all others.
package struct KeyboardLayout: Sendable {
    /// As xkb names it: `us`, or the State's code in small letters, such as `kz`.
    package let code: String
    /// What it types, by position.
    private let typed: [Character: Character]
    private let positions: [Character: Character]

    init(code: String, typed: [Character: Character]) {
        self.code = code
        self.typed = typed
        positions = Dictionary(typed.map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// What the key at a position types.
    package func character(at position: Character) -> Character? { typed[position] }

    /// Where a character is; nil when this layout cannot type it. Composed and decomposed letters are the same.
    package func position(of character: Character) -> Character? { positions[character] }

    /// Whether its letters are Latin, so that commands can be typed as they are written.
    package var isLatin: Bool { typed["a"] == "a" }
}

extension KeyboardLayout: Hashable, CustomStringConvertible {
    package var description: String { code }
    package static func == (one: KeyboardLayout, other: KeyboardLayout) -> Bool { one.code == other.code }
    package func hash(into hasher: inout Hasher) { hasher.combine(code) }
}

extension KeyboardLayout {
    /// Every layout of the table, the US one first.
    package static let all = LayoutTable.shipped.layouts

    private static let byCode = Dictionary(uniqueKeysWithValues: all.map { ($0.code, $0) })

    package static func named(_ code: String) -> KeyboardLayout? { byCode[code] ?? byCode[code.lowercased()] }

    /// The layouts in the order in which a character is looked up, where nobody configured one.
    ///
    /// First the layout of the interface's language, which is the one that its reader most likely has; Kazakh last,
    /// because its digit row takes the comma, the point and the quotation mark away from everybody else.
    package static func order(for language: String) -> [KeyboardLayout] {
        orders[ownLayouts[language] ?? "us"] ?? all
    }

    /// By the code of the layout that comes first; asked for with every key and for every row of the help.
    private static let orders: [String: [KeyboardLayout]] = {
        let usual = ["us", "ru", "kg", "uz", "tj", "az", "tm", "kz"]
        return Dictionary(
            uniqueKeysWithValues: usual.map { own in
                (own, ([own] + usual.filter { $0 != own }).compactMap { named($0) })
            })
    }()

    /// By ISO 639 code of the language.
    private static let ownLayouts = [
        "ru": "ru", "kk": "kz", "ky": "kg", "tg": "tj", "uz": "uz", "tk": "tm", "az": "az",
    ]

    /// The key that types a position with Shift, without it; itself for one that needs no Shift.
    package static func withoutShift(_ position: Character) -> Character? {
        LayoutTable.shipped.unshifted[position]
    }
}
