import Keyboards
import Model
import Screen
import Wording

/// A seizure near the road of a running delivery: whose it is takes one key.
package struct RoadSheet: Equatable, Sendable {
    package let question: RoadQuestion

    package init(_ question: RoadQuestion) { self.question = question }
}

extension AppState {
    /// The question of the page, or the one that was named; `y`, `n` or `?` behind it answers at once.
    mutating func askWhose(_ argument: String) -> [Effect] {
        guard let name = selectedSubject else { return [] }
        var words = argument.split(separator: " ").map(String.init)
        let answer = words.last.flatMap { ["y", "n", "?"].contains($0.lowercased()) ? $0.lowercased() : nil }
        if answer != nil { words.removeLast() }
        let other = words.first.flatMap { otherSubject(named: $0) }
        let found = roadQuestions(about: name).filter { other == nil || $0.alert == other || $0.delivery == other }
        guard let question = found.first else {
            return say("No seizure near the road of a running delivery waits for an answer here.", isError: true)
        }
        if let answer { return settle(question, answer) }
        if isSpoken {
            return say(
                "\(question.alert.text), \(question.distance). Answer with “ours y”, “ours n” or “ours ?”.",
                isError: false)
        }
        overlay = .road(RoadSheet(question))
        return []
    }

    private mutating func settle(_ question: RoadQuestion, _ answer: String) -> [Effect] {
        guard let alert = alert(question.alert), let delivery = delivery(question.delivery) else { return [] }
        overlay = nil
        switch answer {
        case "y":
            let entered = ExceptionEntered(
                .seizedEarly, from: alert.raised.source, text: alert.headline, leg: delivery.currentLegNumber)
            return append([
                Draft(
                    .existing(delivery.name),
                    .link(.linked(SubjectLinked(to: alert.name, why: catalogue.text("our load, seized early"))))),
                Draft(.existing(delivery.name), .delivery(.exceptionEntered(entered))),
            ])
        case "n":
            let apart = SubjectToldApart(from: alert.name, reason: catalogue.text("another load"))
            return append(Draft(.existing(delivery.name), .link(.toldApart(apart))))
        default:
            let state = alert.particulars.state ?? StateKey.code(alert.raised.source) ?? alert.raised.source
            return startRequest(delivery, .information, to: state, about: alert)
        }
    }

    mutating func take(_ key: Key, in sheet: RoadSheet) -> [Effect] {
        switch meaning(of: key, among: ["y", "n", "?", "q"].map { .character($0) }) ?? key {
        case .escape, .character("q"): overlay = nil
        case .character("y"): return settle(sheet.question, "y")
        case .character("n"): return settle(sheet.question, "n")
        case .character("?"): return settle(sheet.question, "?")
        default: break
        }
        return []
    }

    func draw(_ sheet: RoadSheet, on canvas: inout Canvas) {
        let question = sheet.question
        let headline = alert(question.alert)?.headline ?? ""
        var facts: [Fact?] = [
            Fact("Seizure", "\(question.alert.text): \(headline)", .urgent),
            Fact("Near", catalogue.text(question.distance), .warning),
            Fact("same", question.same.isEmpty ? Convention.noData : signs(question.same)),
            Fact("not same", question.notSame.isEmpty ? Convention.noData : signs(question.notSame)),
        ]
        facts += [
            Fact(.verbatim("y"), catalogue.text("it is ours: SEIZED EARLY")),
            Fact(.verbatim("n"), catalogue.text("another load")),
            Fact(.verbatim("?"), catalogue.text("not sure: draft a request to the State")),
        ]
        let lines = lines(of: facts, width: layout.overlay.width - 4)
        let inside = frame("Is it the load of \(question.delivery.text)?", rows: lines.count, on: &canvas)
        // The keys stay in sight in a low window.
        let shown =
            lines.count <= inside.height ? lines : Array(lines.prefix(max(0, inside.height - 3)) + lines.suffix(3))
        for (row, line) in shown.prefix(inside.height).enumerated() {
            canvas.put(line, row: inside.row + row, column: inside.column, width: inside.width)
        }
        canvas.cursor = Canvas.Position(row: inside.row, column: inside.column)
    }
}
