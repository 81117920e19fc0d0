import Foundation
import TestSupport
import Testing

/// Visitor mode as scripts and printouts have it.
@Suite struct VisitorProgramTests {
    @Test func printoutsAndShellShowPseudonymsThatLast() throws {
        let folder = try TemporaryFolder()
        let log = folder.path + "/log"
        let environment = ["XDG_STATE_HOME": folder.path + "/state"]
        func run(_ arguments: String...) -> Program.Outcome { Program.run(arguments, environment: environment) }
        _ = run("log", "create", log, "--centre", "CARICC", "--desk", "ALMATY-1")
        _ = run("shift", "start", "Zqx1", "--until", "24h", "--log", log)
        _ = run("alert", "raise", "Zqx2 heroin 6.3 kg", "--source", "UZB", "--place", "Zqx3", "--log", log)
        let year = Calendar(identifier: .gregorian).component(.year, from: Date())
        var outputs: [String] = []
        for screen in ["board", "alerts", "deliveries", "watch", "log"] {
            #expect(run("--plain", screen, "--size", "120x40", "--log", log).status == 0)
            let outcome = run("--plain", screen, "--size", "120x40", "--visitor", "--log", log)
            #expect(outcome.status == 0 && outcome.output.contains("VISITOR"), "\(outcome.errors)")
            outputs.append(outcome.output)
        }
        for arguments in [
            ["alert", "list"], ["alert", "list", "--json"], ["alert", "show", "AL-\(year)-0001"],
            ["alert", "show", "AL-\(year)-0001", "--json"], ["shift", "show"], ["shift", "show", "--json"],
        ] {
            let outcome = Program.run(arguments + ["--visitor", "--log", log], environment: environment)
            #expect(outcome.status == 0, "\(arguments): \(outcome.errors)")
            outputs.append(outcome.output)
        }
        for output in outputs { #expect(!output.contains("Zqx") && !output.contains("sagynbaeva"), "\(output)") }
        #expect(outputs[1].contains("heroin 6.3 kg"))
        let place = try #require(outputs[1].firstMatch(of: /Place [B-Z2-9]{4}/)).output
        #expect(run("--plain", "alerts", "--size", "120x40", "--visitor", "--log", log).output.contains(place))
        let refused = run("--plain", "AL-\(year)-0001", "--visitor", "--log", log)
        #expect(refused.status != 0 && refused.output.isEmpty && refused.errors.contains("visitors"))
        let attributes = try FileManager.default.attributesOfItem(atPath: folder.path + "/state/caricc/pseudonyms")
        #expect(attributes[.posixPermissions] as? Int == 0o600 && attributes[.size] as? Int == 32)
    }

    @Test func plainLinesBeginBehindTheVeil() throws {
        let folder = try TemporaryFolder()
        let log = folder.path + "/log"
        _ = Program.run(["log", "create", log, "--centre", "CARICC", "--desk", "ALMATY-1"])
        _ = Program.run(["alert", "raise", "Zqx1", "--source", "Zqx2", "--log", log])
        let outcome = Program.run(["--lines", "--visitor", "--log", log])
        #expect(outcome.status == 0 && !outcome.output.contains("Zqx") && outcome.output.contains("VISITOR"))
    }
}
