import Wording

/// How one person wants the console: a value for every key.
package struct Preferences: Equatable, Sendable {
    package enum Glyphs: String, CaseIterable, Sendable { case auto, braille, block, ascii }
    package enum Sound: String, CaseIterable, Sendable { case off, bell }
    package enum Clipboard: String, CaseIterable, Sendable { case off, osc52 }
    /// How many panels the board has.
    package enum Arrangement: String, CaseIterable, Sendable { case auto, one, two, four, wall }
    /// The keyboard layouts that a key can be looked up in.
    package static let keyboardNames = ["us", "ru", "kz", "kg", "tj", "uz", "tm", "az"]

    private var values: [SettingKey: SettingValue]

    /// Values that passed `SettingChoices.problem(with:for:)`; the built-in ones for the rest.
    package init(_ values: [SettingKey: SettingValue] = [:]) { self.values = values }

    package subscript(key: SettingKey) -> SettingValue {
        get { values[key] ?? key.builtIn ?? (key == .layouts ? .list([]) : .word("")) }
        set { values[key] = newValue }
    }

    package var language: Language { Language(rawValue: self[.language].plain) ?? .en }
    package var zone: Zone { Zone.named(self[.zone].plain) ?? .almaty }
    package var theme: String { self[.theme].plain }
    package var officer: String { self[.officer].plain }
    /// The folder of the log; may begin with `~/`.
    package var log: String { self[.log].plain }
    package var glyphs: Glyphs { Glyphs(rawValue: self[.glyphs].plain) ?? .auto }
    package var usesMouse: Bool { self[.mouse] == .flag(true) }
    package var sound: Sound { Sound(rawValue: self[.sound].plain) ?? .bell }
    /// The most used one first; nil, where none are chosen, for the order that goes with the language.
    package var keyboards: [String]? {
        if case .list(let names) = self[.layouts], !names.isEmpty { names } else { nil }
    }
    package var arrangement: Arrangement { Arrangement(rawValue: self[.layout].plain) ?? .auto }
    package var setsTitle: Bool { self[.title] == .flag(true) }
    /// 0 is never.
    package var repaintMinutes: Int { number(.repaintMinutes) }
    package var escapeDelayMilliseconds: Int { number(.escapeDelayMilliseconds) }
    /// After how many seconds an alert of priority 1 or 2 rings again.
    package var bellRepeatSeconds: [Int] { [number(.bellRepeat1Seconds), number(.bellRepeat2Seconds)] }
    /// The steps for an alert of priority 1, 2 and 3 that nobody acknowledges.
    package var escalation: [[EscalationStep]] {
        [SettingKey.escalation1, .escalation2, .escalation3].map { key in
            if case .list(let steps) = self[key] { steps.compactMap { EscalationStep($0) } } else { [] }
        }
    }
    package var clipboard: Clipboard { Clipboard(rawValue: self[.clipboard].plain) ?? .off }

    /// The keys whose values differ, in the order of the table.
    package func keysChanged(from old: Preferences) -> [SettingKey] {
        SettingKey.allCases.filter { self[$0] != old[$0] }
    }

    private func number(_ key: SettingKey) -> Int {
        if case .number(let number) = self[key] { number } else { 0 }
    }
}
