import Model

/// A log with every kind of event, in which each text is a marker of its own that must not be seen.
package enum MarkedLog {
    /// What every marker begins with; no word, code or pseudonym has it.
    package static let sign = "Zqx"

    package static func make(isExercise: Bool = false) -> SampleLog {
        var log = SampleLog(isExercise: isExercise)
        var serial = 0
        func marker(_ place: String) -> String {
            serial += 1
            return "\(sign)\(serial)"
        }
        var subjects: [Area: SubjectName] = [:]
        func add(_ samples: [EveryEvent.Sample], minutesAgo: inout Int64) {
            for sample in samples where isExercise || sample.area != .exercises {
                let actor = marker("actor")
                if let name = subjects[sample.area], !SubjectHistory.mayFound(sample.event, isExercise: isExercise) {
                    log.add(sample.event, to: name, minutesAgo: minutesAgo, actor: actor)
                } else {
                    subjects[sample.area] = log.begin(
                        sample.area, sample.event, minutesAgo: minutesAgo, actor: actor)
                }
                minutesAgo = max(1, minutesAgo - 1)
            }
        }
        var minutes: Int64 = 90
        // One round ends as it would; what the others begin stays open and stands on the board.
        add(EveryEvent.marked(isOpen: false, marker), minutesAgo: &minutes)
        for _ in 0..<3 { add(EveryEvent.marked(isOpen: true, marker), minutesAgo: &minutes) }
        addNight(to: &log, marker)
        for priority in 1...3 {
            let raised = AlertRaised(
                priority: priority, message: .warning, headline: marker("headline"), source: marker("source"),
                place: marker("place"))
            log.begin(.alerts, .alert(.raised(raised)), minutesAgo: 1, actor: marker("actor"))
        }
        return log
    }

    /// A made-up night with markers in it, which brings the kinds that are written down nowhere else.
    private static func addNight(to log: inout SampleLog, _ marker: (String) -> String) {
        var script = NightScript(seed: 4)
        for _ in 0..<150 {
            let proposal = script.proposal(at: SampleLog.night)
            let event = EveryEvent.marking(proposal.event, marker)
            let name: SubjectName
            switch proposal.target {
            case .new(let area): name = log.begin(area, event, minutesAgo: 1, actor: marker("actor"))
            case .existing(let known):
                let refusal = log.history(of: known).refusal(of: event, by: proposal.actor, at: SampleLog.night)
                guard refusal == nil else { continue }
                name = log.add(event, to: known, minutesAgo: 1, actor: marker("actor"))
            case .sameAs: continue
            }
            script.saved(name, index: log.entries.last?.index ?? 0)
        }
    }
}
