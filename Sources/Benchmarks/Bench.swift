import ArgumentParser
import EventLog
import Foundation

/// Measures the budgets of the design on this machine and prints them with what was measured.
@main
struct Bench: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "caricc-bench",
        abstract: "Measures the product's budgets and prints them beside its peers.",
        discussion: """
            Logs are made from the rows of a UNODC individual-seizure return, replicated and labelled so, and kept in the
            working folder for the next run. Nothing is asserted: a budget that is not met is printed as not met.

            Example: caricc-bench --data unodc-ids.csv --work /var/tmp/caricc-bench
            Example: caricc-bench --only start,memory --entries 1000,1000000
            """)

    @Option(help: ArgumentHelp("Sizes of the logs; the largest is the one that budgets are about.", valueName: "n,n,…"))
    var entries = "1000,100000,1000000"

    @Option(help: ArgumentHelp("How many subjects are open at most; a tenth of the entries otherwise.", valueName: "n"))
    var open = 100_000

    @Option(help: ArgumentHelp("The return that rows are taken from.", valueName: "csv"))
    var data = "../shared/data/seizures/unodc-ids-2011-2015.csv"

    @Option(help: ArgumentHelp("Where logs are made and kept.", valueName: "dir"))
    var work = "/var/tmp/caricc-bench"

    @Option(
        help: ArgumentHelp(
            "Only these, of \(Quantities.names.joined(separator: ", ")).", valueName: "names"))
    var only: String?

    @Option(help: ArgumentHelp("The program to measure (default: caricc beside this one).", valueName: "path"))
    var program: String?

    @Option(help: "Seconds of each quiet minute, for a quicker look.")
    var quietSeconds = 60

    @Option(help: ArgumentHelp("Messages of the Common Alerting Protocol, for the spool.", valueName: "dir"))
    var messages = "../shared/data/cap"

    @Option(help: "Seconds of spool-steady, with 100 messages each.")
    var seconds = 60

    @Option(help: "Files of spool-backlog.")
    var files = 100_000

    @Flag(help: "Print the rows as JSON, one object a line.")
    var json = false

    func validate() throws {
        guard !sizes.isEmpty, sizes.allSatisfy({ (1_000...10_000_000).contains($0) }) else {
            throw ValidationError("--entries wants numbers from 1,000 to 10,000,000, with commas between them.")
        }
        for name in chosen where !Quantities.names.contains(name) {
            throw ValidationError("There is no measurement “\(name)”.")
        }
        guard (1...3_600).contains(quietSeconds) else { throw ValidationError("--quiet-seconds wants 1 to 3600.") }
        guard (1...3_600).contains(seconds) else { throw ValidationError("--seconds wants 1 to 3600.") }
        guard (100...1_000_000).contains(files) else { throw ValidationError("--files wants 100 to 1,000,000.") }
    }

    private var sizes: [Int] { entries.split(separator: ",").compactMap { Int($0) }.sorted() }
    private var chosen: [String] { only?.split(separator: ",").map(String.init) ?? Quantities.names }

    func run() throws {
        let say: (String) -> Void = { FileHandle.standardError.write(Data("\($0)\n".utf8)) }
        try FileManager.default.createDirectory(atPath: work, withIntermediateDirectories: true)
        let source = RowSource(path: data)
        say("Rows: \(source.label)")
        let logs = try sizes.map { try MadeLog.ready(entries: $0, open: min(open, $0 / 10), source, in: work, say) }
        let bench = Workbench(
            logs: logs, source: source, folder: work, program: program ?? Workbench.neighbour("caricc"),
            quietSeconds: quietSeconds, messages: messages, seconds: seconds, files: files, say: say)
        let machine = Machine(folder: work)
        var table = BudgetTable(machine: machine, rows: [], source: source.label)
        for quantity in Quantities.all where chosen.contains(quantity.name) {
            say("Measuring: \(quantity.name)")
            do {
                let rows = try quantity.measure(bench)
                table.rows += rows
                for row in rows { say("  \(row.quantity): \(row.measured) [\(row.verdict.text)]") }
            } catch {
                table.rows.append(BudgetRow(quantity.name, budget: "", measured: "failed: \(error)", .notMeasured))
                say("  failed: \(error)")
            }
        }
        for line in json ? try table.jsonLines() : table.markdown { print(line) }
    }
}
