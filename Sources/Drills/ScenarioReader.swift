import Model
import Settings
import Wording

/// Reads the text of a scenario file and says everything that is wrong with it.
struct ScenarioReader {
    private let file: String
    private let places: KeyPlaces
    private(set) var faults: [ScenarioFault] = []

    static func read(_ text: String, file: String) throws(ScenarioFaults) -> Scenario {
        let root: [String: ScenarioValue]
        do throws(TOMLFlaw) {
            root = try ScenarioValue.members(of: text)
        } catch {
            let problem = ScenarioFault.Problem.syntax(found: error.found)
            throw ScenarioFaults(
                faults: [ScenarioFault(file: file, line: error.line, step: nil, key: "", problem: problem)])
        }
        var reader = ScenarioReader(file: file, places: KeyPlaces(in: text))
        let scenario = reader.scenario(root)
        guard let scenario, reader.faults.isEmpty else {
            throw ScenarioFaults(faults: reader.faults.sorted { $0.line < $1.line })
        }
        return scenario
    }

    mutating func fault(_ problem: ScenarioFault.Problem, step: Int? = nil, key: String) {
        let path = [step.map { KeyPlaces.item($0, of: "step") }, key.isEmpty ? nil : key].compactMap(\.self)
        let line = places.line(of: path.joined(separator: "."))
        faults.append(ScenarioFault(file: file, line: line, step: step, key: key, problem: problem))
    }

    private init(file: String, places: KeyPlaces) {
        self.file = file
        self.places = places
    }

    private mutating func scenario(_ root: [String: ScenarioValue]) -> Scenario? {
        for key in root.keys where !["title", "start", "speed", "officer", "step"].contains(key) {
            fault(.unknownKey, key: key)
        }
        let titles = titles(root["title"])
        let speed = speed(root["speed"])
        let officer = text(root["officer"], key: "officer")
        guard let (start, offsetSeconds) = start(root["start"]) else { return nil }
        guard case .array(let values) = root["step"] else {
            fault(root["step"] == nil ? .missing : .wrongType, key: "step")
            return nil
        }
        let steps = steps(values, start: start, officer: officer ?? "")
        let scenario = Scenario(
            titles: titles, start: start, offsetSeconds: offsetSeconds, speed: speed, officer: officer ?? "",
            steps: steps)
        if faults.isEmpty {
            for (step, refusal) in Rehearsal(of: scenario).refusals {
                fault(.refused(refusal), step: step.number, key: "kind")
            }
        }
        return scenario
    }

    private mutating func titles(_ value: ScenarioValue?) -> [String: String] {
        guard case .object(let table) = value else {
            fault(value == nil ? .missing : .wrongType, key: "title")
            return [:]
        }
        var titles: [String: String] = [:]
        for (key, value) in table {
            guard (2...3).contains(key.utf8.count), key.utf8.allSatisfy({ (0x61...0x7A).contains($0) }) else {
                fault(.unknownKey, key: "title.\(key)")
                continue
            }
            titles[key] = text(value, key: "title.\(key)")
        }
        if table["en"] == nil { fault(.missing, key: "title.en") }
        return titles
    }

    private mutating func speed(_ value: ScenarioValue?) -> Int64 {
        guard let value else { return 1_000 }
        guard case .integer(let times) = value else {
            fault(.wrongType, key: "speed")
            return 1_000
        }
        guard (1...3_600).contains(times) else {
            fault(.outOfRange, key: "speed")
            return 1_000
        }
        return times * 1_000
    }

    private mutating func start(_ value: ScenarioValue?) -> (Instant, offsetSeconds: Int)? {
        guard let text = text(value, key: "start") else { return nil }
        let offset = text.dropFirst("YYYY-MM-DD".count).drop { $0 != "+" && $0 != "-" && $0 != "Z" }
        guard let instant = ISO8601.instant(text), let zone = Zone.named(String(offset)) else {
            fault(.notAnInstant(text), key: "start")
            return nil
        }
        return (instant, zone.offset(at: instant))
    }

    private mutating func steps(_ values: [ScenarioValue], start: Instant, officer: String) -> [Step] {
        var context = StepContext(start: start, officer: officer)
        var steps: [Step] = []
        for (index, value) in values.enumerated() {
            guard case .object(let table) = value else {
                fault(.wrongType, step: index + 1, key: "")
                continue
            }
            var reader = StepReader(table, number: index + 1, context: context)
            if let step = reader.step() {
                steps.append(step)
                context.take(step)
            }
            for problem in reader.problems { fault(problem.problem, step: index + 1, key: problem.key) }
        }
        return steps
    }

    private mutating func text(_ value: ScenarioValue?, key: String) -> String? {
        guard case .string(let text) = value, !text.isEmpty else {
            fault(value == nil ? .missing : .wrongType, key: key)
            return nil
        }
        return text
    }
}
