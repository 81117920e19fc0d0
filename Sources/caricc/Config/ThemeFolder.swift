import Exchange
import Foundation
import Interface
import Screen
import Themes

/// The folder of a person's own themes: `themes/*.toml` beside the other files of the configuration.
///
/// A theme that was good and is not any more stays as it was until the program ends, whatever happens to the others.
struct ThemeFolder: Sendable {
    static let limitBytes = ConfigReading.limitBytes
    static let limitFiles = 200

    let path: String
    /// The texts of the themes that held when they were last read.
    private(set) var lastGood: [String: String] = [:]

    init(path: String) {
        self.path = path
    }

    /// Reads every file anew, and keeps what held of those that do not. A folder that is not there is no fault.
    mutating func reload() -> (shelf: ThemeShelf, faults: [ConfigFault]) {
        let (texts, faults) = read()
        return (take(texts), faults)
    }

    /// The files as they are now, by the names of their themes, and everything that is wrong, each fault once.
    func read() -> (texts: [String: String], faults: [ConfigFault]) {
        var faults: [ConfigFault] = []
        let texts = texts(&faults)
        let shelf = Self.shelf(texts)
        for name in texts.keys.sorted() {
            for fault in Self.faults(of: name, on: shelf) where !faults.contains(.theme(fault)) {
                faults.append(.theme(fault))
            }
        }
        return (texts, faults)
    }

    /// A shelf of these themes; where one does not hold, its last good text.
    mutating func take(_ texts: [String: String]) -> ThemeShelf {
        let candidate = Self.shelf(texts)
        var shown: [String: String] = [:]
        for (name, text) in texts {
            let isSound = Self.faults(of: name, on: candidate).isEmpty
            shown[name] = isSound ? text : lastGood[name] ?? text
            if isSound { lastGood[name] = text }
        }
        lastGood = lastGood.filter { texts[$0.key] != nil }
        return Self.shelf(shown)
    }

    private static func shelf(_ texts: [String: String]) -> ThemeShelf {
        ThemeShelf(user: texts.map { ($0.key, $0.value) })
    }

    /// What is wrong with one theme and with those that it inherits from.
    private static func faults(of name: String, on shelf: ThemeShelf) -> [ThemeFault] {
        do throws(ThemeFault) {
            return try shelf.theme(named: name).warnings
        } catch {
            return [error]
        }
    }

    /// The text of one file; only a regular file, whole, in UTF-8.
    static func text(of path: String) throws(ConfigFault) -> String {
        let bytes: [UInt8]
        do throws(SafeFile.Fault) {
            bytes = try SafeFile.read(path, limitBytes: limitBytes)
        } catch {
            throw .file(error, path: path)
        }
        guard let text = String(validating: bytes, as: UTF8.self) else { throw .notText(path: path) }
        return text
    }

    /// The name of a theme: that of its file without the ending.
    static func name(ofFile path: String) -> String {
        let name = (path as NSString).lastPathComponent
        return name.hasSuffix(".toml") ? String(name.dropLast(5)) : name
    }

    private func texts(_ faults: inout [ConfigFault]) -> [String: String] {
        let entries = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
        let files = entries.filter { $0.hasSuffix(".toml") && !$0.hasPrefix(".") }.sorted()
        if files.count > Self.limitFiles { faults.append(.tooManyThemes(folder: path, limit: Self.limitFiles)) }
        var texts: [String: String] = [:]
        for file in files.prefix(Self.limitFiles) {
            guard SafeText(file).plain == file else {
                faults.append(.badName(path: SafeText(file).plain))
                continue
            }
            do throws(ConfigFault) {
                texts[Self.name(ofFile: file)] = try Self.text(of: path + "/" + file)
            } catch {
                if case .file(.notThere, _) = error { continue }
                faults.append(error)
            }
        }
        return texts
    }
}

extension ThemeFolder {
    /// The folder of the person who runs the program.
    static var standard: ThemeFolder { ThemeFolder(path: ConfigPlaces.here.themes) }

    /// The names of all themes at hand, for completion and for questions.
    static func names() -> [String] { shelf(standard.read().texts).names }
}

extension ThemeShelf {
    /// What the chooser tells of each theme on a terminal of this depth.
    func cards(at depth: ColourDepth) -> [ThemeCard] {
        names.map { name in
            do throws(ThemeFault) {
                return ThemeCard(try theme(named: name), isUsers: isUsers(name), at: depth)
            } catch {
                return ThemeCard(name: name, fault: error.message)
            }
        }
    }
}
