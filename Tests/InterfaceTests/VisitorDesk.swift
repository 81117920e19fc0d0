import Model
import Screen
import TestSupport
import Wording

@testable import Interface

/// A console over a log in memory that can draw the veil, as the program does.
struct VisitorDesk {
    var state: AppState
    let log: SampleLog
    private(set) var shown: SampleLog

    init(_ log: SampleLog, width: Int = 80, height: Int = 24, catalogue: Catalogue = .english) {
        self.log = log
        shown = log
        state = Sample.state(log, width: width, height: height, catalogue: catalogue)
        _ = carryOut(state.start())
    }

    static let secret: [UInt8] = Array(repeating: 42, count: 32)

    static func veil(_ words: Veil.Words) -> Veil {
        Veil(Pseudonyms(secret: secret, origin: "CARICC/ALMATY-1/live/2026"), words)
    }

    mutating func press(_ keys: Key...) { for key in keys { take(.key(key)) } }

    mutating func run(_ line: String) {
        press(.character(":"))
        for character in line { press(.character(character)) }
        press(.enter)
    }

    /// Gives an input and carries out what follows, but for what leaves the console.
    @discardableResult
    mutating func take(_ input: Input) -> [Effect] { carryOut(state.handle(input)) }

    @discardableResult
    private mutating func carryOut(_ effects: [Effect]) -> [Effect] {
        var left: [Effect] = []
        for effect in effects {
            switch effect {
            case .veil(let words):
                shown = words.map { words in log.mapping { VisitorDesk.veil(words)($0) } } ?? log
                left += take(.veiled(shown.board, recent: shown.entries.suffix(80), isOn: words != nil))
            case .loadRaw(let index):
                left += take(
                    .raw(index, text: String(decoding: log.entries[Int(index)].line, as: UTF8.self), isSound: true))
            case .searchLog(let filter, _, let generation):
                let found = shown.entries.reversed().filter { filter.matches($0) }
                left += take(.found(found, searchedTo: 0, generation: generation, isLast: true))
            case .setLanguage(let code):
                if let language = Language(rawValue: code), let catalogue = try? Catalogue.load(language) {
                    left += take(.language(catalogue))
                }
            default: left += Sample.carryOut([effect], in: &state, log: shown)
            }
        }
        return left
    }

    /// The frame as text.
    var lines: [String] { state.render().plainLines(ascii: false) }
    var text: String { lines.joined(separator: "\n") }
}
