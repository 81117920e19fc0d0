import Interface
import Settings
import Themes
import Wording

/// The last configuration that held. A new one is judged first, and taken over file by file.
struct PreferencesKeeper: Sendable {
    /// What a new reading of the files comes to.
    struct Outcome: Sendable {
        /// The keys whose values are others now.
        var keys: [SettingKey] = []
        /// The names of the person's own themes that are new, gone or written anew.
        var themes: [String] = []
        var hasNewKeymap = false
        var hasNewViews = false
        /// What to tell: what changed, or the first thing that is wrong.
        var news: Message?
        var isFault = false
    }

    private(set) var sources: SettingSources
    private(set) var settings: EffectiveSettings
    private(set) var shelf: ThemeShelf
    private var themes: ThemeFolder
    private(set) var keymap: Keymap
    private(set) var views: [UInt8]?
    private(set) var faults: [ConfigFault]

    var preferences: Preferences { settings.preferences }

    init(_ reading: ConfigReading, sources: SettingSources) {
        self.sources = sources
        self.sources.file = reading.settings
        settings = self.sources.settle()
        themes = ThemeFolder(path: "")
        shelf = themes.take(reading.themeTexts)
        keymap = reading.keymap
        views = reading.views
        faults = reading.faults
    }

    /// Takes over what holds of a new reading, and keeps the last good of the rest.
    mutating func take(_ reading: ConfigReading) -> Outcome {
        var outcome = Outcome()
        let before = themes.lastGood
        shelf = themes.take(reading.themeTexts)
        outcome.themes = Set(before.keys).union(themes.lastGood.keys)
            .filter { before[$0] != themes.lastGood[$0] }.sorted()
        var lines: [Message] = []
        if !reading.hasFault(in: reading.settings.name) {
            let old = preferences
            sources.file = reading.settings
            settings = sources.settle()
            outcome.keys = preferences.keysChanged(from: old)
            lines = outcome.keys.map { PreferencesKeeper.change(of: $0, from: old, to: preferences) }
        }
        if !reading.hasFault(in: "keys.toml") {
            outcome.hasNewKeymap = keymap != reading.keymap
            keymap = reading.keymap
        }
        if !reading.isUnreadable("views.toml") {
            // Even with a fault: the board keeps the views it has, and does not write over a file that has one.
            outcome.hasNewViews = views != reading.views
            views = reading.views
        }
        let hadFaults = !faults.isEmpty
        let fresh = reading.faults.filter { !faults.contains($0) }
        faults = reading.faults
        outcome.tell(lines, file: reading.settings.name, fresh: fresh, standing: faults, hadFaults: hadFaults)
        return outcome
    }

    /// “theme dark → light”.
    private static func change(of key: SettingKey, from old: Preferences, to new: Preferences) -> Message {
        let (before, after) = (old[key].plain, new[key].plain)
        let change = "\(key.rawValue) \(before.isEmpty ? "--" : before) → \(after.isEmpty ? "--" : after)"
        return key.takesEffectAtOnce ? .verbatim(change) : "\(change) from the next start on"
    }
}

extension PreferencesKeeper.Outcome {
    fileprivate mutating func tell(
        _ changes: [Message], file: String, fresh: [ConfigFault], standing: [ConfigFault], hadFaults: Bool
    ) {
        var lines: [Message] = []
        if let first = changes.first {
            let others = changes.dropFirst().prefix(2).reduce("\(file): \(first)" as Message) { "\($0), \($1)" }
            lines.append(changes.count > 3 ? "\(others) and \(changes.count - 3) more" : others)
        }
        lines += themes.map { "theme \($0) was read again" }
        if hasNewKeymap { lines.append("keys.toml was read again") }
        if hasNewViews { lines.append("views.toml was read again") }
        isFault = !fresh.isEmpty || (lines.isEmpty && !standing.isEmpty)
        if isFault {
            news = (fresh.isEmpty ? standing : fresh).summary
        } else if lines.isEmpty {
            news =
                hadFaults
                ? "The configuration is in order again." : "The configuration was read again; nothing changes."
        } else {
            news = lines.dropFirst().reduce(lines[0]) { "\($0); \($1)" }
        }
    }
}

extension ConfigReading {
    /// Whether something is wrong with one of the files beside the themes.
    fileprivate func hasFault(in name: String) -> Bool {
        isUnreadable(name)
            || faults.contains { fault in
                switch fault {
                case .setting(let fault): fault.file == name
                case .file: false
                case .key: name == "keys.toml"
                case .view, .theme, .notText, .badName, .tooManyThemes: false
                }
            }
    }

    fileprivate func isUnreadable(_ name: String) -> Bool {
        faults.contains { if case .file(_, let path) = $0 { path.hasSuffix("/" + name) } else { false } }
    }
}
