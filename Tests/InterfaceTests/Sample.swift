import Model
import Screen
import TestSupport
import Testing
import Wording

@testable import Interface

enum Sample {
    static func state(_ log: SampleLog = .busyNight, width: Int = 80, height: Int = 24, catalogue: Catalogue = .english)
        -> AppState
    {
        AppState(
            board: log.board, recent: log.entries, now: SampleLog.night, real: SampleLog.night, width: width,
            height: height,
            officer: "sagynbaeva", catalogue: catalogue, themeNames: ["default", "dark", "mono"])
    }

    /// Gives keys, and carries out what needs only the sample log.
    static func type(_ keys: [Key], into state: inout AppState, log: SampleLog = .busyNight) -> [Effect] {
        keys.flatMap { carryOut(state.handle(.key($0)), in: &state, log: log) }
    }

    /// Carries out what needs only the sample log, and gives back the rest.
    @discardableResult
    static func carryOut(_ effects: [Effect], in state: inout AppState, log: SampleLog = .busyNight) -> [Effect] {
        var left: [Effect] = []
        for effect in effects {
            switch effect {
            case .loadHistory(let name): left += state.handle(.history(name, log.history(of: name)))
            case .loadLog(let from, let limit):
                left += state.handle(
                    .logPage(from: from, entries: Array(log.entries.dropFirst(Int(from)).prefix(limit))))
            case .loadRaw(let index):
                left += state.handle(
                    .raw(index, text: String(decoding: log.entries[Int(index)].line, as: UTF8.self), isSound: true))
            case .loadPersons(let name): left += state.handle(.persons(name, SealedNames()))
            case .saveHistory, .loadWords, .loadPlaces, .loadMatches: break
            default: left.append(effect)
            }
        }
        return left
    }

    /// Types a command line.
    static func run(_ line: String, on state: inout AppState, log: SampleLog = .busyNight) -> [Effect] {
        type([.character(":")] + text(line) + [.enter], into: &state, log: log)
    }

    static func text(_ text: String) -> [Key] { text.map { .character($0) } }
}
