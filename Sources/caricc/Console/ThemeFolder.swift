import Exchange
import Foundation
import Interface
import Screen
import Themes
import Wording

/// The folder of a person's own themes: `caricc/themes/*.toml` in the configuration folder of XDG.
///
/// A file that was good and is not any more keeps its last good text until the program ends.
struct ThemeFolder {
    /// What is wrong with a file or with the folder.
    enum Fault: Error, Equatable {
        case file(SafeFile.Fault, path: String)
        case theme(ThemeFault)
        case notText(path: String)
        /// The name has characters that a terminal would obey or not show; `path` is made safe.
        case badName(path: String)
        case tooMany(path: String, limit: Int)

        var message: Message {
            switch self {
            case .file(.tooLarge, let path): "\(path) is larger than a megabyte, which no theme is"
            case .file(let fault, let path): fault.message(path: path)
            case .theme(let fault): fault.message
            case .badName(let path): "\(path): no theme can have this name; use letters, digits and -"
            case .notText(let path): "\(path) is not text in UTF-8"
            case .tooMany(let path, let limit): "\(path) holds more than \(limit) themes; the rest is left out"
            }
        }
    }

    static let limitBytes = 1 << 20
    static let limitFiles = 200

    let path: String
    private var lastGood: [String: String] = [:]

    init(path: String) {
        self.path = path
    }

    /// The folder of the person who runs the program. A relative `XDG_CONFIG_HOME` does not count, as its rules say.
    static func standard(_ environment: [String: String] = ProcessInfo.processInfo.environment) -> ThemeFolder {
        let named = environment["XDG_CONFIG_HOME"] ?? ""
        let base = named.hasPrefix("/") ? named : (environment["HOME"] ?? "") + "/.config"
        return ThemeFolder(path: base + "/caricc/themes")
    }

    /// Reads every file anew. A folder that is not there is no fault.
    mutating func reload() -> (shelf: ThemeShelf, faults: [Fault]) {
        var faults: [Fault] = []
        let read = texts(&faults)
        let candidate = ThemeShelf(user: read)
        var good: [String: String] = [:]
        for (name, text) in read {
            let found = Self.faults(of: name, on: candidate)
            for fault in found where !faults.contains(.theme(fault)) { faults.append(.theme(fault)) }
            good[name] = found.isEmpty ? text : lastGood[name] ?? text
            if found.isEmpty { lastGood[name] = text }
        }
        lastGood = lastGood.filter { good[$0.key] != nil }
        return (ThemeShelf(user: good.map { ($0.key, $0.value) }), faults)
    }

    /// What is wrong with one theme and with those that it inherits from.
    static func faults(of name: String, on shelf: ThemeShelf) -> [ThemeFault] {
        do throws(ThemeFault) {
            return try shelf.theme(named: name).warnings
        } catch {
            return [error]
        }
    }

    /// The text of one file; only a regular file, whole, in UTF-8.
    static func text(of path: String) throws(Fault) -> String {
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

    private func texts(_ faults: inout [Fault]) -> [(name: String, text: String)] {
        let entries = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
        let files = entries.filter { $0.hasSuffix(".toml") && !$0.hasPrefix(".") && $0.count > 5 }.sorted()
        if files.count > Self.limitFiles { faults.append(.tooMany(path: path, limit: Self.limitFiles)) }
        var texts: [(name: String, text: String)] = []
        for file in files.prefix(Self.limitFiles) {
            guard SafeText(file).plain == file else {
                faults.append(.badName(path: SafeText(file).plain))
                continue
            }
            do throws(Fault) {
                texts.append((Self.name(ofFile: file), try Self.text(of: path + "/" + file)))
            } catch {
                if case .file(.notThere, _) = error { continue }
                faults.append(error)
            }
        }
        return texts
    }
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
