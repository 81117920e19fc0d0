import ArgumentParser
import EventLog
import Model
import Settings
import Testing
import Wording

@testable import caricc

private typealias Root = Caricc

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
        return Array(words.prefix { $0 != ">" && $0 != "<" })
    }

    /// A line of an example is a command of this program; others, such as `mkdir`, are the shell's.
    private static let commands = family(Caricc.self)

    @Test func everyCommandHasAnExampleThatParses() throws {
        for command in Self.commands where command.configuration.shouldDisplay {
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
        ["delivery", "leg", "CD-2026-1", "100", "--state", "UZB"],
        ["withdraw", "x", "--reason", "y"], ["log", "erase", "00", "--basis", "x"], ["alert", "ack"],
    ])
    func refused(_ arguments: [String]) {
        #expect(throws: (any Error).self) { try Root.parseAsRoot(arguments) }
    }

    @Test func whatIsMistypedIsAskedAbout() {
        func answer(_ arguments: [String]) -> String {
            do {
                _ = try Root.parseAsRoot(arguments)
                return "parsed"
            } catch {
                return Root.fullMessage(for: error)
            }
        }
        #expect(answer(["--zone", "almatti"]).contains("Did you mean “Almaty”?"))
        #expect(answer(["keys", "--language", "rr"]).contains("Did you mean “ru”?"))
        #expect(answer(["--plain", "bord"]).contains("Did you mean “board”?"))
        #expect(answer(["--theme", "drak"]).contains("Did you mean “dark”?"))
        #expect(answer(["completions", "bahs"]).contains("Did you mean “bash”?"))
        #expect(answer(["alert", "list", "--jsno"]).contains("Did you mean '--json'?"))
        #expect(answer(["--zone", "Atlantis"]).contains("there are UTC, Almaty"))
    }

    @Test func anUnknownCommandIsFoundWhereverItStands() throws {
        let tool = try #require(CommandInfo.describing(Caricc.self))
        func unknown(_ line: String) -> UnknownCommand? {
            UnknownCommand(in: line.split(separator: " ").map(String.init), of: tool)
        }
        #expect(unknown("alret ack")?.nearest == "alert")
        #expect(unknown("alert akc AL-2026-0001")?.nearest == "ack")
        #expect(unknown("delivery reprt CD-2026-014")?.nearest == "report", "another word for a command counts")
        #expect(unknown("--log /x --language ru lgo show")?.nearest == "log")
        #expect(unknown("--log=/x --mouse quixotic")?.path == ["caricc"])
        #expect(unknown("quixotic")?.nearest == nil)
        // The fault is another in these.
        for line in ["alert ack", "--langauge ru", "log show x", "--log", "-- alret", "import a b", "keys de"] {
            #expect(unknown(line) == nil, "\(line)")
        }
    }

    @Test func theSignForWhatIsNotKnownIsAnAmount() throws {
        func amount(_ words: [String]) throws -> Quantity? {
            let line = TypedArguments.joined(["alert", "raise", "Heroin at Yallama", "--source", "UZB"] + words)
            return try #require(try Root.parseAsRoot(line) as? AlertRaise).amount
        }
        #expect(try amount(["--amount", "--"])?.answer == .noData)
        #expect(try amount(["--amount=--", "--priority", "2"])?.answer == .noData)
        #expect(try amount(["--amount", "0"])?.answer == .amount(ExactDecimal(0)))
        #expect(try amount(["--amount", ""])?.answer == .notAsked && amount([]) == nil)
        #expect(TypedArguments.joined(["log", "--", "--amount"]) == ["log", "--", "--amount"])
    }

    @Test func helpHasNoListOfEmptyDescriptions() {
        for command in Self.commands {
            let lines = command.helpMessage(columns: 80).split(separator: "\n")
            let empty = lines.filter { $0.hasSuffix("- ") }
            #expect(empty.isEmpty, "\(command): \(empty.prefix(3))")
        }
    }
}
