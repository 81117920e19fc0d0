import Model
import Wording

/// The line behind `:`, with completion and history.
package struct CommandLine: Equatable, Sendable {
    package internal(set) var field = TextField()
    /// What the person typed; the completions are for it, whichever of them stands in the line at the moment.
    var typed = ""
    /// Which completion stands in the line; nil while it is what the person typed.
    package internal(set) var chosen: Int?
    /// The first completion that is in sight.
    var offset = 0
    package internal(set) var fault: Message?
    /// How far back in the history the line is; nil while the person types.
    var historyPlace: Int?

    /// The word being typed, and what stands before it.
    var word: String { String(typed.reversed().prefix { $0 != " " }.reversed()) }
    var stem: String { String(typed.dropLast(word.count)) }
    var isFirstWord: Bool { !typed.contains(" ") }
    /// What stands after the command's name.
    var argument: String { typed.split(separator: " ", maxSplits: 1).dropFirst().first.map(String.init) ?? "" }

    /// Goes on from what stands in the line now.
    mutating func retype() {
        typed = field.beforeCaret
        chosen = nil
        offset = 0
        historyPlace = nil
        fault = nil
    }
}

/// Something that may stand at the caret of the command line.
struct Completion {
    /// What is put into the line.
    let text: String
    /// What is typed into the line in place of: the last word, or everything after the command's name.
    let isWholeArgument: Bool
    let item: PickItem
}

extension AppState {
    /// What may stand at the caret, best first: a command, then what the command takes.
    func completions(for line: CommandLine) -> [Completion] {
        if line.isFirstWord { return fitting(commandCompletions, line.word) }
        guard let command = command(meantBy: String(line.typed.prefix { $0 != " " })) else { return [] }
        let argument = line.argument
        let isFirst = !argument.contains(" ")
        var completions: [Completion] = []
        if command.argument == .filter { return filterCompletions(line.word).map { $0.completion } }
        if isFirst { completions = fitting(values(for: command.argument), line.word) }
        if !conceals, command.argument == .subject || command.takesSubject {
            // A subject is found by several words of its headline, too.
            completions += fitting(subjectCompletions(for: command), argument)
        }
        if !isFirst, command.argument == .disposition { completions += fitting(values(for: .disposition), line.word) }
        return completions
    }

    private func fitting(_ completions: [Completion], _ query: String) -> [Completion] {
        let byID = Dictionary(completions.map { ($0.item.id, $0) }) { first, _ in first }
        let items = completions.map(\.item)
        let lines = firstThatFits(query) { items.lines(fitting: $0) }.found
        return lines.compactMap { $0.item.flatMap { byID[$0.id] } }
    }

    private var commandCompletions: [Completion] {
        allItems(of: PickList(.help)).map { item in
            // The language's own word goes in where there is one; the name stands beside it.
            let word = Command.named(item.id).flatMap { vocabulary.word(for: $0) } ?? item.id
            return Completion(text: word, isWholeArgument: false, item: item.inPalette(as: word))
        }
    }

    /// Words that a command takes, each with what it means.
    private func values(for argument: Command.ArgumentKind) -> [Completion] {
        let values: [(String, String)] =
            switch argument {
            case .none, .text, .subject, .filter: []
            case .zone:
                Zone.all.map { ($0.name, "\(Zone.offsetText($0.offset(at: now))) \(catalogue.text($0.place ?? ""))") }
            case .theme: themeNames.map { ($0, $0 == themeName ? catalogue.text("in use") : "") }
            case .language: languages.map { ($0.rawValue, $0.displayName) }
            case .disposition: Disposition.allCases.map { ($0.rawValue, catalogue.text($0.message)) }
            case .view: allViews.map { ($0.name, catalogue.text($0.explanation)) }
            case .officer: keysAtHand.filter { $0.fault == nil }.map { ($0.officer, "") }
            case .role: OfficerRole.allCases.map { ($0.rawValue, catalogue.text($0.message)) }
            case .layout, .sort, .columns, .ownView: looksWords(for: argument).map { ($0, "") }
            }
        return values.map { value, meaning in
            Completion(
                text: value, isWholeArgument: false,
                item: PickItem(
                    id: value, segments: [Segment(value, .field, width: 18), Segment(meaning, .dim)],
                    names: [value, meaning], nameColumns: 0..<18))
        }
    }

    /// The subjects on the board that a command can be about, most urgent first, each with its line of text.
    private func subjectCompletions(for command: Command) -> [Completion] {
        let alerts = (board.alertsInOrder(at: now) + board.shelvedAlerts(at: now)).filter { !withholds($0.name) }
        let deliveries = board.deliveriesInOrder(at: now).filter { !withholds($0.name) }
        var found: [Completion] = []
        if command.argument == .subject || command.subjects.contains(.alerts) {
            found += alerts.map { completion($0.name, alertText($0), $0.place) }
        }
        if command.argument == .subject && command.name == "open" || command.subjects.contains(.deliveries) {
            found += deliveries.map { delivery in
                let places = delivery.legs.flatMap { [$0.state, $0.entry, $0.exit] } + [delivery.lastPlace ?? ""]
                return completion(
                    delivery.name, "\(delivery.opened.goods), \(delivery.lastPlace ?? delivery.opened.initiator)",
                    places.joined(separator: " "))
            }
        }
        found += watchCompletions(for: command)
        if command.name == "open" {
            found += board.shifts.keys.sorted { $0.text < $1.text }.map {
                completion($0, board.shifts[$0]?.started.officer ?? "", nil)
            }
        }
        return found
    }

    /// What holds for a while, orders and people, where a command is about them.
    private func watchCompletions(for command: Command) -> [Completion] {
        let areas = command.subjects
        var found: [Completion] = []
        if areas.contains(.arrangements) {
            found += board.arrangementsInForce(at: now).map { completion($0.name, $0.made.text, $0.made.orderedBy) }
        }
        if areas.contains(.orders) {
            found += board.ordersInForce(at: now).map { completion($0.name, $0.issued.title, $0.issued.text) }
        }
        if areas.contains(.onCall) {
            found += board.onCall(at: now).map { completion($0.name, $0.terms.person, $0.terms.state) }
        }
        return found
    }

    private func completion(_ name: SubjectName, _ text: String, _ more: String?) -> Completion {
        Completion(
            text: name.text, isWholeArgument: true,
            item: PickItem(
                id: name.text, segments: [Segment(name.text, .field, width: 14), Segment(text, .text)],
                names: [name.text, name.short], words: [text, more ?? ""], nameColumns: 0..<14))
    }
}

extension Command {
    /// The areas of the subjects that a command can be about.
    var subjects: Set<Area> {
        switch name {
        case "ack", "shelve", "unshelve", "close", "ack-until", "priority", "reply", "feedback", "answer", "tell",
            "ask", "file",
            "detail", "charge", "follow-up", "done", "call":
            [.alerts]
        case "heard", "report", "plan-leg", "end-delivery", "send-request", "transfer", "close-delivery": [.deliveries]
        case "note", "decide": [.alerts, .deliveries]
        case "open": [.alerts, .deliveries, .arrangements, .orders, .onCall]
        case "extend", "end-arrangement": [.arrangements]
        case "sign-order", "end-order": [.orders]
        case "off-call": [.onCall]
        default: []
        }
    }
}

extension PickItem {
    /// The same item without the keys' column first: in the palette the name is what one types.
    fileprivate func inPalette(as word: String) -> PickItem {
        guard segments.count == 3 else { return self }
        let name = Segment(word, segments[1].role, width: 14)
        return PickItem(
            id: id, segments: [name, Segment(segments[0].text, segments[0].role, width: 9), segments[2]], names: names,
            words: words, keys: keys, nameColumns: 0..<14, reason: reason)
    }
}
