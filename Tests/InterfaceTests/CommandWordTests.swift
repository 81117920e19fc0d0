import Keyboards
import Model
import Screen
import TestSupport
import Testing
import Wording

@testable import Interface

@Suite struct CommandWordTests {
    static let languages: [Language] = [.ru, .zh]

    @Test(arguments: languages) func everyCommandHasOneWordOfItsOwn(_ language: Language) throws {
        let catalogue = try Catalogue.load(language)
        let keys = Command.all.map { PoEntry.key(id: $0.name, context: "command") }
        #expect(catalogue.missing(from: keys) == [])
        let vocabulary = Vocabulary(catalogue)
        var seen: Set<String> = Set(Command.all.map { $0.name.foldingCase })
        for command in Command.all {
            let word = try #require(vocabulary.word(for: command), "\(command.name)")
            #expect(seen.insert(word.foldingCase).inserted, "“\(word)” stands twice")
            #expect(!word.contains(" ") && word == word.lowercased(), "“\(word)”")
        }
    }

    /// No word is, typed on another layout, the word of another command.
    @Test(arguments: languages) func noWordIsAnotherOneFlipped(_ language: Language) throws {
        let state = Sample.state(catalogue: try Catalogue.load(language))
        for command in Command.all {
            for word in [command.name, try #require(state.vocabulary.word(for: command))] {
                for spelling in state.alternatives(of: word) {
                    guard let called = state.command(called: spelling) else { continue }
                    #expect(called.name == command.name, "\(word), \(spelling)")
                }
            }
        }
    }

    static func run(_ line: String, on state: inout AppState) -> [Effect] {
        Sample.type([.function(9)] + Sample.text(line) + [.enter], into: &state)
    }

    static func acknowledged(_ effects: [Effect]) -> String? {
        guard case .append(let drafts) = effects.first, case .existing(let name) = drafts[0].target,
            case .alert(.acknowledged) = drafts[0].event
        else { return nil }
        return name.text
    }

    @Test(arguments: [
        "ack 0001", "ACK 0001", "принять 0001", "ПРИНЯТЬ 0001", "фсл 0001", "ghbyznm 0001",
        "фсл қққ\"", "ack AL-2026-0001", "фсл ФД-әқә,-қққ\"", "фсл al-2026-0001",
    ])
    func aSubjectIsAcknowledgedInEitherScript(_ line: String) throws {
        var state = Sample.state(catalogue: try Catalogue.load(.ru))
        #expect(Self.acknowledged(Self.run(line, on: &state)) == "AL-2026-0001", "\(line)")
    }

    @Test func theWordsOfLanguagesSeenBeforeStayAndThoseNeverSeenDoNot() throws {
        var state = Sample.state(catalogue: try Catalogue.load(.ru))
        _ = state.handle(.language(try Catalogue.load(.zh)))
        #expect(Self.acknowledged(Self.run("确认 0001", on: &state)) == "AL-2026-0001")
        #expect(Self.acknowledged(Self.run("принять 0001", on: &state)) == "AL-2026-0001")
        var english = Sample.state()
        #expect(Self.run("确认 0001", on: &english).isEmpty && Self.fault(english) != nil)
    }

    /// `close` is how `close-delivery` begins: what is shorter than both is the shorter one. `de` may be `detail` or `decide`.
    @Test func theWordThatTheOthersBeginWithIsMeant() {
        var state = Sample.state()
        #expect(state.reading(ofCommand: "clos") == .command("close"))
        #expect(state.reading(ofCommand: "ack-") == .command("ack-until"))
        guard case .ambiguous(let words) = state.reading(ofCommand: "de") else {
            Issue.record("de is clear")
            return
        }
        #expect(words.contains("detail") && words.contains("decide"))
    }

    @Test func anAmbiguousBeginningNamesBoth() throws {
        var state = Sample.state(catalogue: try Catalogue.load(.ru))
        #expect(Self.run("от", on: &state).isEmpty)
        let sentence = state.catalogue.text(try #require(Self.fault(state)))
        for word in ["отложить", "отозвать", "открыть"] { #expect(sentence.contains(word), "\(sentence)") }
        _ = Sample.type([.escape], into: &state)
        #expect(Self.run("пан", on: &state).isEmpty)
    }

    /// What the line that stays says.
    static func fault(_ state: AppState) -> Message? {
        if case .commandLine(let line) = state.overlay { line.fault } else { nil }
    }

    @Test func aCommandThatTakesASubjectNeverTakesTheRowUnderTheCursorInstead() {
        for word in ["nonsense", "0009", "AL-2026-0999", "қққұ", "2"] {
            var state = Sample.state()
            _ = Sample.type([.tab], into: &state)
            #expect(Self.run("ack \(word)", on: &state).isEmpty, "\(word)")
            #expect(state.notice?.isError == true)
        }
    }

    @Test(arguments: [
        ("еруьу вфкл", Effect.setTheme("dark")), ("дфтпгфпу яр", .setLanguage("zh")), ("язык ru", .setLanguage("ru")),
    ])
    func argumentsAreUnderstoodToo(_ line: String, _ effect: Effect) throws {
        var state = Sample.state(catalogue: try Catalogue.load(.ru))
        #expect(Self.run(line, on: &state) == [effect])
    }

    @Test func freeTextStaysAsItWasTyped() {
        var state = Sample.state()
        guard case .append(let drafts) = Self.run("note 0002 ghbdtn қққә", on: &state).first else {
            Issue.record("nothing to append")
            return
        }
        #expect(drafts[0].event == .alert(.noted(AlertNoted(text: "ghbdtn қққә"))))
    }

    @Test func completionOffersBothScripts() throws {
        let russian = Sample.state(catalogue: try Catalogue.load(.ru))
        #expect(russian.commandWords(beginning: "отл") == ["отложить"])
        #expect(russian.commandWords(beginning: "shel") == ["shelve"])
        #expect(russian.commandWords(beginning: "ыруд") == ["shelve"])
        #expect(russian.commandWords(beginning: "ОТЛ") == ["отложить"])
        #expect(russian.commandWords(beginning: "").contains("принять"))
        var state = russian
        _ = Sample.type([.function(9)] + Sample.text("прин") + [.tab], into: &state)
        guard case .commandLine(let line) = state.overlay else {
            Issue.record("no command line")
            return
        }
        #expect(line.field.text == "принять ")
        let help = Sample.type([.escape, .function(1)] + Sample.text("принять"), into: &state)
        #expect(help.isEmpty)
        #expect(state.render().plainLines().contains { $0.contains(":принять :ack") })
    }
}
