import Foundation

/// A quiet board: how much of a core it takes and how much it sends, with its peers over the same minute.
struct IdleMeasurement {
    let bench: Workbench

    private struct Subject {
        let name: String
        let terminal: PseudoTerminal
        var time = Duration.zero
        var bytes = 0
    }

    func rows() throws -> [BudgetRow] {
        var subjects = [
            Subject(name: "caricc", terminal: try bench.console(on: bench.largest.path))
        ]
        for name in ["htop", "btop"] {
            guard let path = Workbench.installed(name) else { continue }
            subjects.append(Subject(name: name, terminal: try PseudoTerminal([path], columns: 80, rows: 24)))
        }
        if let lnav = Lnav.arguments {
            let file = try Lnav(bench: bench).file()
            subjects.append(Subject(name: "lnav", terminal: try PseudoTerminal(lnav + [file], columns: 80, rows: 24)))
        }
        settle(subjects, for: .seconds(15))
        for n in subjects.indices {
            subjects[n].time = ProcessFigures(process: subjects[n].terminal.process).processorTime
            subjects[n].bytes = subjects[n].terminal.bytesRead
        }
        let start = ContinuousClock.now
        settle(subjects, for: .seconds(bench.quietSeconds))
        let seconds = (ContinuousClock.now - start).seconds
        let figures = subjects.map { subject in
            let time = ProcessFigures(process: subject.terminal.process).processorTime - subject.time
            return (
                name: subject.name, share: time.seconds / seconds * 100,
                rate: Double(subject.terminal.bytesRead - subject.bytes) / seconds
            )
        }
        for subject in subjects { subject.terminal.end() }
        let own = figures[0]
        let missing = ["htop", "btop", "lnav"].filter { name in !figures.contains { $0.name == name } }
        let peers =
            figures.dropFirst().map { "\($0.name) \(text($0.share, $0.rate))" } + missing.map { "\($0): not installed" }
        return [
            BudgetRow(
                "idle over \(bench.quietSeconds) s", budget: "≤ 0.1 % of a core, ≤ 50 B/s",
                measured: text(own.share, own.rate),
                met: own.share <= 0.1 && own.rate <= 50, peer: peers.joined(separator: "; "))
        ]
    }

    private func text(_ share: Double, _ rate: Double) -> String {
        "\(Decimal.text(share, places: 3)) %, \(Decimal.text(rate, places: 0)) B/s"
    }

    private func settle(_ subjects: [Subject], for duration: Duration) {
        let deadline = ContinuousClock.now + duration
        while ContinuousClock.now < deadline {
            for subject in subjects { while subject.terminal.read(within: .zero) != nil {} }
            usleep(20_000)
        }
    }
}
