import Foundation
import Testing

/// The limits of style that a machine can see, over the sources themselves.
@Suite struct SourceTests {
    static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    struct Source {
        let path: String
        let lines: [Substring]

        /// Without blank lines and comments.
        var codeLines: Int {
            lines.count { !$0.allSatisfy(\.isWhitespace) && !$0.drop(while: \.isWhitespace).hasPrefix("//") }
        }
    }

    static func sources(in folders: [String]) -> [Source] {
        folders.flatMap { folder -> [Source] in
            let top = root.appendingPathComponent(folder)
            guard let files = FileManager.default.enumerator(at: top, includingPropertiesForKeys: nil) else {
                return []
            }
            return files.compactMap { $0 as? URL }.filter { $0.pathExtension == "swift" }.compactMap { url in
                guard let text = try? String(contentsOf: url, encoding: .utf8) else { return nil }
                return Source(
                    path: folder + url.path.dropFirst(top.path.count),
                    lines: text.split(separator: "\n", omittingEmptySubsequences: false))
            }
        }
    }

    @Test func aFileIsOneNounOfAtMost400Lines() {
        let sources = Self.sources(in: ["Sources", "Themes", "Tests"])
        #expect(sources.count > 100)
        for source in sources {
            #expect(source.codeLines <= 400, "\(source.path) has \(source.codeLines) code lines")
            let name = source.path.split(separator: "/").last ?? ""
            #expect(
                !["Helpers.swift", "Utils.swift", "Util.swift", "Misc.swift"].contains(String(name)), "\(source.path)")
        }
    }

    /// Counts from a line that begins a function to the line that closes it at the same indentation.
    @Test func aFunctionHasAtMost70Lines() {
        for source in Self.sources(in: ["Sources", "Themes"]) {
            var open: [(indentation: Int, line: Int, text: Substring)] = []
            for (number, line) in source.lines.enumerated() {
                let indentation = line.prefix { $0 == " " }.count
                let code = line.dropFirst(indentation)
                if code.contains("func ") || code.hasPrefix("init") || code.contains(" init("), code.hasSuffix("{") {
                    open.append((indentation, number, code))
                }
                guard code.hasPrefix("}"), let last = open.last, last.indentation == indentation else { continue }
                open.removeLast()
                #expect(number - last.line <= 72, "\(source.path):\(last.line + 1) \(last.text)")
            }
        }
    }

    @Test func bannedWordsStayOut() {
        let bans: [(folder: String, word: String, why: String)] = [
            ("Sources/Model", "Date()", "time comes in as an argument"),
            ("Sources/Model", "import Foundation", "the model does no I/O"),
            ("Sources/Interface", "import Foundation", "the interface does no I/O"),
            ("Sources/Screen", "import Foundation", "drawing does no I/O"),
            ("Sources", "try!", "the world's faults are thrown"),
            ("Sources", "fatalError(", "the world's faults are thrown"),
            ("Sources", " as! ", "the world's faults are thrown"), ("Themes", "try!", "the world's faults are thrown"),
            ("Sources/Interface", "rgb(", "colours belong to Themes"),
            ("Sources/Terminal", "print(", "the screen belongs to ncurses"),
            ("Sources/EventLog", "Data(contentsOf", "closing an SQLite file drops its locks"),
            ("Sources/EventLog", "copyItem", "closing an SQLite file drops its locks"),
        ]
        for ban in bans {
            for source in Self.sources(in: [ban.folder]) {
                for (number, line) in source.lines.enumerated()
                where line.contains(ban.word) && !line.drop(while: \.isWhitespace).hasPrefix("//") {
                    Issue.record("\(source.path):\(number + 1) has \(ban.word): \(ban.why)")
                }
            }
        }
    }

    @Test func theTopLevelHoldsNothingElse() throws {
        let allowed: Set = ["Package.swift", "Sources", "Tests", "Themes", "README.md"]
        for name in try FileManager.default.contentsOfDirectory(atPath: Self.root.path)
        where !name.hasPrefix(".") && name != "Package.resolved" {
            #expect(allowed.contains(name), "\(name) does not belong to the top level")
        }
    }

    /// A folder without a target would be sources that nothing builds and tests that nothing runs.
    @Test func everyFolderIsATarget() throws {
        let manifest = try String(contentsOf: Self.root.appendingPathComponent("Package.swift"), encoding: .utf8)
        for top in ["Sources", "Tests"] {
            for name in try FileManager.default.contentsOfDirectory(atPath: Self.root.appendingPathComponent(top).path)
            where name != "README.md" && name != "Outside" {
                #expect(manifest.contains("\"\(name)\"") || manifest.contains("\"\(top)/\(name)\""), "\(top)/\(name)")
            }
        }
    }
}
