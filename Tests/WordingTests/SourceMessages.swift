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
        for folder in folders {
            for (file, text) in try SourceMessages.texts(of: folder) { read(text, file: file) }
        }
    }

    /// Sentences that enumerations of `folder` have as their raw values: those with more than one word.
    static func rawValues(in folder: String) throws -> [String] {
        try texts(of: folder).flatMap { SourceScanner.literals(of: $0.text) }.filter { literal in
            literal.plain.contains(" ") && literal.frames.last?.text.firstMatch(of: /\bcase\s+\w+\s*=\s*$/) != nil
        }.map(\.key)
    }

    private static func texts(of folder: String) throws -> [(file: String, text: String)] {
        let sources = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .appendingPathComponent("../../Sources").standardizedFileURL.resolvingSymlinksInPath()
        let root = sources.appendingPathComponent(folder).path
        return try FileManager.default.subpathsOfDirectory(atPath: root).filter { $0.hasSuffix(".swift") }.sorted()
            .map { ("\(folder)/\($0)", try String(contentsOfFile: "\(root)/\($0)", encoding: .utf8)) }
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
            case .plain: break
            case .unclear: if literal.plain.readsLikeASentence { unclear.append(place) }
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
