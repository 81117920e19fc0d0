import Foundation
import Themes

/// The themes of the person's own folder, by the names of their files.
struct UserThemes: Sendable {
    private(set) var texts: [(name: String, text: String)] = []
    private var unreadable: [ConfigFault] = []

    init(folder: String) {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        for name in names.sorted() where name.hasSuffix(".toml") && !name.hasPrefix(".") {
            guard let bytes = ConfigReading.bytes(of: folder + "/" + name, &unreadable) else { continue }
            texts.append((String(name.dropLast(5)), String(decoding: bytes, as: UTF8.self)))
        }
    }

    /// What is wrong with them, each fault once, whoever inherits it.
    func faults(on shelf: ThemeShelf) -> [ConfigFault] {
        var found = unreadable
        for (name, _) in texts {
            do throws(ThemeFault) {
                found += try shelf.theme(named: name).warnings.map { .theme($0) }
            } catch {
                found.append(.theme(error))
            }
        }
        var unique: [ConfigFault] = []
        for fault in found where !unique.contains(fault) { unique.append(fault) }
        return unique
    }
}

extension UserThemes {
    /// The names of all themes at hand, for completion and for questions.
    static func names() -> [String] { ThemeShelf(user: UserThemes(folder: ConfigPlaces.here.themes).texts).names }
}
