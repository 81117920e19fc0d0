import ArgumentParser
import EventLog
import Model
import Testing
import Wording

@testable import caricc

private struct Root: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "caricc", subcommands: CommandList.all)
}

@Suite struct ArgumentTests {
    /// Every command with every command below it.
    private static func family(_ command: any ParsableCommand.Type) -> [any ParsableCommand.Type] {
        [command] + command.configuration.subcommands.flatMap(family)
    }

    /// The words of an example as a shell would hand them over; what follows `>` is the shell's.
    private static func words(_ line: Substring) -> [String] {
        var words: [String] = []
        var word: String?
        var isQuoted = false
        for character in line {
            switch character {
            case "\"":
                isQuoted.toggle()
                word = word ?? ""
            case " " where !isQuoted:
                if let word { words.append(word) }
                word = nil
            default: word = (word ?? "") + String(character)
            }
        }
        if let word { words.append(word) }
        return Array(words.prefix { $0 != ">" })
    }

    private static let commands = CommandList.all.flatMap(family)

    @Test func everyCommandHasAnExampleThatParses() throws {
        for command in Self.commands {
            let lines = command.configuration.discussion.split(separator: "\n").filter { $0.hasPrefix("  caricc ") }
            #expect(!lines.isEmpty, "\(command)")
            for line in lines {
                #expect(throws: Never.self, "\(line)") { try Root.parseAsRoot(Array(Self.words(line).dropFirst())) }
            }
        }
    }

    @Test func examplesAreOfTheirOwnCommand() throws {
        for command in Self.commands where command.configuration.subcommands.isEmpty {
            let lines = command.configuration.discussion.split(separator: "\n").filter { $0.hasPrefix("  caricc ") }
            for line in lines {
                let parsed = try Root.parseAsRoot(Array(Self.words(line).dropFirst()))
                #expect(type(of: parsed) == command, "\(line)")
            }
        }
    }

    @Test func helpOfEveryCommandCanBeMade() {
        for command in Self.commands { #expect(!command.configuration.abstract.isEmpty, "\(command)") }
        #expect(Root.helpMessage(for: AlertShelve.self).contains("--until"))
    }

    @Test func reportIsAnotherWordForCheckin() throws {
        let parsed = try Root.parseAsRoot(["delivery", "report", "cd-2026-14"])
        let checkin = try #require(parsed as? DeliveryCheckin)
        #expect(checkin.delivery.text == "CD-2026-014")
        #expect(checkin.text == "heard")
    }

    @Test func namesAndNumbersAreReadAsPeopleTypeThem() {
        #expect(SubjectName(argument: "al-2026-193")?.text == "AL-2026-0193")
        #expect(SubjectName(argument: "xal-2026-7")?.text == "XAL-2026-0007")
        #expect(SubjectName(argument: "AL-2026") == nil)
        #expect(EntryNumber(argument: "#4711")?.index == 4_711)
        #expect(EntryNumber(argument: "4711")?.index == 4_711)
        for wrong in ["", "#", "-1", "1.5", "99999999999999999999", "٤"] {
            #expect(EntryNumber(argument: wrong) == nil)
        }
        #expect(Quantity(argument: "38.4 kg")?.micrograms == 38_400_000_000)
        #expect(Quantity(argument: "38.4") == nil)
        #expect(Disposition(argument: "passed-on") == .passedOn)
        #expect(Disposition(argument: "false_alarm") == .falseAlarm)
        #expect(Zone(argument: "+04:30")?.name == "+04:30")
    }

    @Test(arguments: [
        ["alert", "raise", "x", "--source", "UZB", "--priority", "5"],
        ["alert", "shelve", "AL-2026-1", "--reason", "x"],
        ["log", "show", "--json", "--raw"], ["log", "show", "--last", "3", "--from", "4"], ["import", "-", "-"],
        ["log", "verify", "--phrase", "birch falcon"], ["delivery", "leg", "CD-2026-1", "100", "--state", "UZB"],
        ["withdraw", "x", "--reason", "y"], ["log", "erase", "00", "--basis", "x"], ["alert", "ack"],
    ])
    func refused(_ arguments: [String]) {
        #expect(throws: (any Error).self) { try Root.parseAsRoot(arguments) }
    }

    @Test func theLogIsWhereTheEnvironmentSays() {
        #expect(LogOptions.defaultPath { ["CARICC_HOME": "/srv/l", "HOME": "/h"][$0] } == "/srv/l")
        #expect(LogOptions.defaultPath { ["XDG_DATA_HOME": "/d", "HOME": "/h"][$0] } == "/d/caricc/log")
        #expect(LogOptions.defaultPath { ["XDG_DATA_HOME": "d", "HOME": "/h"][$0] } == "/h/.local/share/caricc/log")
        #expect(LogOptions.defaultPath { ["CARICC_HOME": "", "HOME": "/h"][$0] } == "/h/.local/share/caricc/log")
    }

    @Test func theLanguageIsTheOneAskedFor() throws {
        func choice(_ option: String?, _ environment: [String: String]) throws -> LanguageChoice {
            try LanguageChoice(option: option) { environment[$0] }
        }
        #expect(try choice("zh", ["CARICC_LANGUAGE": "ru"]).language == .zh)
        #expect(try choice(nil, ["CARICC_LANGUAGE": "ru", "LANG": "zh_CN.UTF-8"]).language == .ru)
        #expect(try choice(nil, ["LC_ALL": "ru_RU.UTF-8", "LANG": "zh_CN.UTF-8"]).language == .ru)
        #expect(try choice(nil, ["LC_ALL": "", "LANG": "zh_CN.UTF-8"]).language == .zh)
        #expect(try choice(nil, ["LANG": "C"]).language == .en)
        #expect(try !choice(nil, ["LANG": "fr_FR.UTF-8"]).isAskedFor)
        #expect(throws: (any Error).self) { try choice("7", [:]) }
    }
}
