import Model
import Wording

/// What the steps before have made known.
struct StepContext {
    let start: Instant
    let officer: String
    var latest: Instant?
    var areas: [String: Area] = [:]
    var stepNames: Set<String> = []

    init(start: Instant, officer: String) {
        self.start = start
        self.officer = officer
    }

    mutating func take(_ step: Step) {
        latest = max(latest ?? step.at, step.at)
        if let area = step.founds { areas[step.symbol] = area }
        if let name = step.name { stepNames.insert(name) }
    }
}

/// Reads one `[[step]]` of a scenario file.
struct StepReader {
    private let table: [String: ScenarioValue]
    private let number: Int
    private let context: StepContext
    private(set) var problems: [(key: String, problem: ScenarioFault.Problem)] = []

    private static let keys: Set<String> = ["after", "at", "subject", "kind", "body", "name", "happened", "actor"]

    init(_ table: [String: ScenarioValue], number: Int, context: StepContext) {
        self.table = table
        self.number = number
        self.context = context
    }

    /// Nil when something is missing without which the rest means nothing; the problems say what.
    mutating func step() -> Step? {
        for key in table.keys.sorted() where !StepReader.keys.contains(key) { problem(.unknownKey, key) }
        guard let at = time(), let kind = text("kind"), let scheme = scheme(of: kind), let symbol = text("subject")
        else { return nil }
        checkSubject(symbol, scheme)
        let name = table["name"] == nil ? nil : text("name")
        if let name, context.stepNames.contains(name) { problem(.sameStepName(name), "name") }
        let actor = table["actor"] == nil ? context.officer : text("actor") ?? ""
        let happened = table["happened"] == nil ? nil : text("happened").flatMap { instant($0, from: at, "happened") }
        guard let (body, references) = body(kind: kind, scheme: scheme, at: at) else { return nil }
        return Step(
            number: number, at: at, name: name, symbol: symbol, founds: scheme.founds, kind: kind, happened: happened,
            actor: actor, body: body, references: references)
    }

    private mutating func problem(_ problem: ScenarioFault.Problem, _ key: String) { problems.append((key, problem)) }

    private mutating func text(_ key: String) -> String? {
        guard case .string(let text) = table[key], !text.isEmpty else {
            problem(table[key] == nil ? .missing : .wrongType, key)
            return nil
        }
        return text
    }

    private mutating func time() -> Instant? {
        if table["after"] != nil, table["at"] != nil { problem(.twoTimes, "at") }
        let key = table["at"] == nil ? "after" : "at"
        guard let text = text(key) else { return nil }
        let found: Instant?
        if key == "at" {
            found = ISO8601.instant(text)
            if found == nil { problem(.notAnInstant(text), key) }
        } else {
            found = ScenarioSpan.span(text).map { context.start + $0 }
            if found == nil { problem(.notASpan(text), key) }
        }
        guard let found else { return nil }
        if found < context.latest ?? context.start { problem(.outOfOrder, key) }
        return found
    }

    private mutating func scheme(of kind: String) -> StepScheme? {
        guard Event.knownKinds.contains(kind) else {
            problem(.unknownKind(kind), "kind")
            return nil
        }
        let scheme = StepScheme.byKind[kind]
        if scheme == nil { problem(.kindNotForScenarios(kind), "kind") }
        return scheme
    }

    private mutating func checkSubject(_ symbol: String, _ scheme: StepScheme) {
        let area = context.areas[symbol]
        if scheme.founds != nil {
            if area != nil { problem(.foundedTwice(symbol), "subject") }
        } else if area == nil || (scheme.area != nil && scheme.area != area) {
            problem(.notFounded(symbol), "subject")
        }
    }

    /// An instant as the file writes it: `+45m` and `-6m` count from the step.
    private mutating func instant(_ text: String, from at: Instant, _ key: String) -> Instant? {
        if ScenarioSpan.isSigned(text) {
            if let span = ScenarioSpan.span(text) { return at + span }
            problem(.notASpan(text), key)
        } else {
            if let instant = ISO8601.instant(text) { return instant }
            problem(.notAnInstant(text), key)
        }
        return nil
    }

    private mutating func body(
        kind: String, scheme: StepScheme, at: Instant
    ) -> (JSONObject, references: [String: Step.Reference])? {
        guard case .object(let table) = table["body"] ?? .object([:]) else {
            problem(.wrongType, "body")
            return nil
        }
        var body = JSONObject()
        var references: [String: Step.Reference] = [:]
        let before = problems.count
        for key in table.keys.sorted() {
            if let reference = scheme.references[key] {
                references[reference.key] = self.reference(table[key], key, reference)
            } else if scheme.references.values.contains(where: { $0.key == key }) {
                problem(.unknownKey, "body.\(key)")
            } else if scheme.instants.contains(key), case .string(let text) = table[key] {
                body[key] = instant(text, from: at, "body.\(key)").map { .integer($0.milliseconds) }
            } else if let json = table[key]?.json {
                body[key] = json
            } else {
                problem(.wrongType, "body.\(key)")
            }
        }
        guard problems.count == before, check(body, kind: kind, references: references) else { return nil }
        return (body, references)
    }

    private mutating func reference(
        _ value: ScenarioValue?, _ key: String, _ reference: StepScheme.Reference
    ) -> Step.Reference? {
        guard case .string(let name) = value else {
            problem(.wrongType, "body.\(key)")
            return nil
        }
        switch reference.target {
        case .subject:
            if context.areas[name] == nil { problem(.notFounded(name), "body.\(key)") }
            return .subject(symbol: name)
        case .entry:
            if !context.stepNames.contains(name) { problem(.noSuchStep(name), "body.\(key)") }
            return .entry(stepName: name)
        }
    }

    /// Whether the model takes the body, and all of it.
    private mutating func check(_ body: JSONObject, kind: String, references: [String: Step.Reference]) -> Bool {
        var complete = body
        for (key, reference) in references {
            if case .entry = reference { complete[key] = .integer(0) }
        }
        do throws(BodyFault) {
            let taken = try Event(kind: kind, version: Event.version, body: complete).body
            let ignored = StepReader.keys(of: complete, missingIn: taken)
            for key in ignored { problem(.unknownKey, "body.\(key)") }
            return ignored.isEmpty
        } catch {
            problem(.body(error), error.key.map { "body.\($0)" } ?? "body")
            return false
        }
    }

    private static func keys(of given: JSONObject, missingIn taken: JSONObject) -> [String] {
        given.members.flatMap { member -> [String] in
            guard let counterpart = taken[member.key] else { return [member.key] }
            guard let inner = member.value.object, let other = counterpart.object else { return [] }
            return keys(of: inner, missingIn: other).map { "\(member.key).\($0)" }
        }
    }
}

extension BodyFault {
    /// The key of the body that is meant, if one is.
    var key: String? {
        switch self {
        case .missing(let key), .wrongType(let key), .outOfRange(let key): key
        case .unknownKind, .bodyTooLarge: nil
        }
    }
}
