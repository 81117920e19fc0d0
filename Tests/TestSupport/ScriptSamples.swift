/// What people of the region, and their telephones, put into a field: by name, for tests of widths.
package enum ScriptSamples {
    package static let all: [(name: String, text: String)] = [
        ("Cyrillic", "груз в очереди, Жаллама"), ("Kazakh", "Қордай бекеті: әкімшілік ұсынды"),
        ("Tajik", "Тоҷикӣ: ӯ ҳамроҳ буд"), ("Chinese", "霍尔果斯口岸查获海洛因六公斤"), ("Japanese", "カタカナ ｶﾀｶﾅ ひらがな"),
        ("combining", "e\u{301}o\u{308}\u{304} Й = И\u{306}"), ("full width", "ＡＢＣ１２３！"),
        ("family", "👩\u{200D}👩\u{200D}👧\u{200D}👦 семья"), ("flag", "🇰🇿🇺🇿🇹🇯"), ("keycap", "1\u{FE0F}\u{20E3}2\u{20E3}"),
        ("variation", "☎\u{FE0F} ☎\u{FE0E} ⚠\u{FE0F}"), ("skin", "👍🏽 ok"), ("jamo", "\u{1112}\u{1161}\u{11AB}글 한국"),
        ("Arabic", "وصلت الشحنة ١٢٣"), ("Persian", "می\u{200C}خواهم"), ("Devanagari", "क्षेत्र नमस्ते"),
        ("Thai", "ยาเสพติด กำ น้ำ"), ("Georgian", "საქართველო"), ("Armenian", "Հայաստան"),
        ("ambiguous", "±§°×÷«» № … — “”"),
        ("symbols", "⚠ ✓ ★ ☢ ♻ ⏰ ⌛"), ("Zalgo", "x\u{301}\u{302}\u{303}\u{304}\u{305}\u{306}\u{307}y"),
        ("bidi", "a\u{202E}b\u{2066}c"), ("tags", "🏴\u{E0067}\u{E0062}\u{E007F}"),
    ]
}
