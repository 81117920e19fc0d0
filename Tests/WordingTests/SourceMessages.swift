import Foundation

/// The sentences that stand in the sources as literals of the type `Message`, told by their places in the text.
struct SourceMessages {
    struct Key: Hashable {
        let id: String
        var plural: String?
        var context: String?
    }

    struct Place: CustomStringConvertible {
        let file: String
        let line: Int
        let text: String

        var description: String { "\(file):\(line): “\(text)”" }
    }

    /// Each key with the place of its first use.
    private(set) var keys: [Key: Place] = [:]
    /// Literals that read like sentences, and stand where this scanner does not know whether they are.
    private(set) var unclear: [Place] = []

    /// Which folder holds a key.
    func keys(in folder: String) -> [Key] { keys.filter { $0.value.file.hasPrefix(folder + "/") }.map(\.key) }

    /// The sources of `folders`, which are names within the package's folder of sources.
    init(of folders: [String]) throws {
        let sources = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .appendingPathComponent("../../Sources").standardizedFileURL.resolvingSymlinksInPath()
        for folder in folders {
            let root = sources.appendingPathComponent(folder).path
            for name in try FileManager.default.subpathsOfDirectory(atPath: root).sorted() where name.hasSuffix(".swift") {
                read(try String(contentsOfFile: "\(root)/\(name)", encoding: .utf8), file: "\(folder)/\(name)")
            }
        }
    }

    /// One text, as if it were a file.
    init(reading text: String, file: String = "Test/Text.swift") { read(text, file: file) }

    private mutating func read(_ text: String, file: String) {
        let positions = LiteralPositions(of: text)
        var singular: String?
        for literal in SourceScanner.literals(of: text) {
            let place = Place(file: file, line: literal.line, text: literal.plain)
            switch positions.position(of: literal) {
            case .sentence: add(Key(id: literal.key), place)
            case .key: add(Key(id: literal.plain), place)
            case .footerLabel:
                add(Key(id: literal.key), place)
                add(Key(id: literal.key, context: "footer"), place)
            case .singular: singular = literal.plain
            case .pluralForm:
                if let one = singular { add(Key(id: one, plural: literal.plain), place) }
                singular = nil
            case .plain: if literal.plain.contains(where: \.isLetter) { print("PLAIN\t\(place)") }
            case .unclear: print("UNC1\t\(place)"); if literal.plain.readsLikeASentence { unclear.append(place) }
            }
        }
    }

    private mutating func add(_ key: Key, _ place: Place) {
        if keys[key] == nil, !key.id.isEmpty { keys[key] = place }
    }
}

extension String {
    fileprivate var readsLikeASentence: Bool { contains(" ") && words.contains { $0.count > 2 } }

    private var words: [Substring] { split { !$0.isLetter } }
}
