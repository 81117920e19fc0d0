import Foundation
import Testing

@testable import caricc

@Suite struct ManualPageTests {
    private func page() throws -> String {
        ManualPage(of: try #require(CommandInfo.describing(Caricc.self)), version: "0.0.0", date: "2026-01-01").text
    }

    @Test func everyCommandEveryOptionAndEverySectionIsThere() throws {
        let page = try page()
        for section in [
            "NAME", "SYNOPSIS", "DESCRIPTION", "OPTIONS", "COMMANDS", "FILES", "ENVIRONMENT", "EXIT STATUS", "EXAMPLES",
            "SEE ALSO",
        ] {
            #expect(page.contains(".SH \"\(section)\"\n"), "\(section)")
        }
        let tool = try #require(CommandInfo.describing(Caricc.self))
        func visit(_ command: CommandInfo, _ path: [String]) {
            let words = path + [command.commandName]
            #expect(page.contains(".SS \"" + Roff.escaped(words.joined(separator: " "))), "\(words)")
            for argument in command.shownArguments {
                for name in argument.names ?? [] {
                    #expect(page.contains(Roff.escaped(name.typed)), "\(words) \(name)")
                }
            }
            for below in command.commands { visit(below, words) }
        }
        #expect(tool.commands.count > 10)
        for command in tool.commands { visit(command, []) }
        for status in ExitStatus.allCases { #expect(page.contains(".B \"\(status.rawValue)\"\n"), "\(status)") }
    }

    /// What roff would obey or warn about, without roff.
    @Test func everyLineIsARequestThatIsKnownOrText() throws {
        let known: Set = ["TH", "SH", "SS", "PP", "TP", "B", "RS", "RE", "nf", "fi"]
        for line in try page().split(separator: "\n") {
            if line.hasPrefix(".") {
                let name = line.dropFirst().prefix { $0 != " " }
                #expect(known.contains(String(name)), "\(line)")
                #expect(line.count { $0 == "\"" } % 2 == 0, "\(line)")
            } else {
                #expect(!line.hasPrefix("'"), "\(line)")
            }
            #expect(!line.contains("\t"), "\(line)")
        }
    }

    @Test func textIsEscaped() {
        var roff = Roff()
        roff.line(".SH not a request\n'nor this\na\\b -x “q”…")
        roff.request("B", "say \"x\"")
        #expect(roff.text == "\\&.SH not a request\n\\&'nor this\na\\eb \\-x \\(lqq\\(rq...\n.B \"say \\(dqx\\(dq\"\n")
    }
}
