import Model
import Screen
import Wording

/// The lists of the directory: the States, and what is known of one.
extension AppState {
    /// Whether the screen is one of the directory's.
    var isInDirectory: Bool {
        switch screen {
        case .directory, .directoryState, .directoryEntry: true
        default: false
        }
    }

    var directory: Directory { board.directory.adding(shippedCrossings) }

    /// The rows begin with this, so that they are never taken for a subject.
    private static let rowMark = "dir "

    /// The entry whose page is open, or under the cursor.
    var selectedEntryKey: DirectoryKey? {
        if case .directoryEntry(let key) = screen { return key }
        guard isInDirectory, let anchor = lists[focusedPanel]?.anchor, anchor.hasPrefix(AppState.rowMark) else {
            return nil
        }
        return anchor.dropFirst(AppState.rowMark.count).split(separator: " ").first.flatMap { DirectoryKey(String($0)) }
    }

    /// The State whose page is open, or under the cursor.
    var selectedState: String? {
        if case .directoryState(let state) = screen { return state }
        return selectedEntryKey?.state
    }

    mutating func openDirectorySelection() -> [Effect]? {
        guard isInDirectory, let key = selectedEntryKey else { return isInDirectory ? [] : nil }
        if case .directoryEntry = screen { return [] }
        if focusedPanel == .states { return open(.directoryState(key.state)) }
        if let name = directory[key]?.record?.name, withholdsRecords(of: name) { return open(.subject(name)) }
        return open(.directoryEntry(key))
    }

    /// The directory, the page of a State or of an entry by its key or the name of a crossing.
    mutating func openDirectory(_ word: String) -> [Effect] {
        let state = word.uppercased()
        if word.isEmpty { return open(.directory) }
        if DirectoryKey.isState(state), !directory.items(of: state).isEmpty { return open(.directoryState(state)) }
        if let key = DirectoryKey(word), directory[key] != nil { return open(.directoryEntry(key)) }
        if let crossing = directory.crossing(named: word) { return open(.directoryEntry(crossing.item.key)) }
        return say("The directory has no entry “\(word)”, or several crossings bear the name.", isError: true)
    }

    /// The crossings that ship, and how to reach the person whose page is open.
    mutating func wantedOfDirectory() -> [Effect] {
        var effects: [Effect] = []
        if places.isEmpty, !hasAskedForPlaces {
            hasAskedForPlaces = true
            effects.append(.loadPlaces)
        }
        if !isVisitor, case .directoryEntry(let key) = screen, let payload = directory[key]?.record?.contact,
            !askedContacts.contains(payload)
        {
            askedContacts.insert(payload)
            effects.append(.loadContacts([payload]))
        }
        return effects
    }

    // MARK: The States

    var stateItems: [PanelItem] {
        let all = directory.items
        var byState: [String: [DirectoryItem]] = [:]
        for item in all {
            byState[item.key.state, default: []].append(item)
            if let other = item.key.other, other != item.key.state { byState[other, default: []].append(item) }
        }
        return directory.states.map { .line(line(of: $0, with: byState[$0.key.state] ?? [])) }
    }

    private func line(of state: DirectoryItem, with items: [DirectoryItem]) -> WatchLine {
        let entered = items.filter { !$0.isShipped }
        let own = items.filter { $0.key.state == state.key.state }
        let findings = Directory.readiness(of: own, at: now)
        let ages = entered.map { $0.age(at: now) }
        let worst = ages.max { $0.severity < $1.severity }
        func count(_ severity: Int) -> Int { ages.count { $0.severity == severity } }
        let parts: [Message?] = [
            count(3) > 0 ? "\(count(3)) NEVER" : nil, count(2) > 0 ? "\(count(2)) OLD" : nil,
            count(1) > 0 ? "\(count(1)) AGEING" : nil,
        ]
        let words = parts.compactMap { $0.map { catalogue.text($0) } }
        let age =
            entered.isEmpty
            ? [catalogue.text("nothing entered")]
            : words.isEmpty ? [catalogue.text("all fresh")] : [words.joined(separator: ", "), words[0]]
        // Of a State beyond the members nobody asks for everything before somebody has begun to write it down.
        let isAsked = state.entry[.membership] == DirectoryMembership.member.rawValue || !entered.isEmpty
        let lacking: Message =
            !isAsked ? .verbatim("") : findings.isEmpty ? "READY" : "\(findings.count) lacking"
        let membership =
            state.entry[.membership].map { catalogue.text(DirectoryField.membership.message(of: $0)) } ?? ""
        let entries = catalogue.text("entries: \(entered.count)")
        let name = catalogue.text(state.message)
        return WatchLine(
            id: AppState.rowMark + state.key.description, subject: nil,
            cells: [
                CellText(state.key.state, .key), CellText(name), CellText(membership, .dim), CellText(entries, .dim),
                CellText(age, entered.isEmpty ? .dim : worst?.role ?? .text),
                CellText(catalogue.text(lacking), findings.isEmpty ? .good : .text),
            ],
            sentence: .verbatim(
                [state.key.state, name, membership, entries, age[0], catalogue.text(lacking)].filter { !$0.isEmpty }
                    .joined(separator: ", ")))
    }

    // MARK: One State

    private var entriesOfState: [DirectoryItem] {
        guard case .directoryState(let state) = screen else { return [] }
        return directory.items(of: state)
    }

    var entryItems: [PanelItem] { entriesOfState.map { .line(line(of: $0)) } }

    private func line(of item: DirectoryItem) -> WatchLine {
        let sort = catalogue.text(item.key.sort.message)
        let isHidden = item.record.map { withholdsRecords(of: $0.name) } ?? false
        let title = isHidden ? catalogue.text("protected") : catalogue.text(item.message)
        let more = isHidden ? [""] : summary(of: item)
        let age = item.age(at: now)
        // The short word leaves room for the number; the page, and what is read aloud, say it in full.
        let word = catalogue.text(
            item.isShipped ? item.isEmptyLaw ? "EMPTY" : "unverified" : age.short(face))
        let told = item.isShipped ? word : catalogue.text(age.message(face))
        return WatchLine(
            id: AppState.rowMark + item.key.description, subject: item.record?.name,
            cells: [
                CellText(sort, .label), CellText(title.isEmpty ? item.key.description : title), CellText(more, .dim),
                CellText(word, item.isShipped ? .warning : age.role),
            ],
            sentence: .verbatim(
                [sort, title, more[0], told].filter { !$0.isEmpty }.joined(separator: ", ")))
    }

    /// Number and channel, standing, or how much of the law is filled; the longest first.
    private func summary(of item: DirectoryItem) -> [String] {
        if let report = item.report {
            let word = catalogue.text(report.standing.message)
            return [catalogue.text("\(word) since \(face.moment(report.since, now: now)), says \(report.party)"), word]
        }
        if item.key.sort.isLaw {
            let columns = item.key.sort.columns
            return [catalogue.text("\(columns.count { item.entry[$0] != nil }) of \(columns.count) filled")]
        }
        let fields: [DirectoryField] = [.number, .channel, .role, .modes, .zone]
        let values = fields.compactMap { field in item.entry[field].map { catalogue.text(field.message(of: $0)) } }
        guard let first = values.first else { return [""] }
        let hours = item.entry.isRoundTheClock ? [catalogue.text("at any hour")] : []
        return [([first] + hours).joined(separator: ", "), first]
    }

    var lackingItems: [PanelItem] {
        guard case .directoryState(let state) = screen else { return [] }
        return directory.readiness(of: state, at: now).enumerated().map { place, finding in
            let words = catalogue.text(finding.message(face))
            let mark = finding.isSevere ? "!" : "-"
            let key = finding.key?.description ?? "none"
            return .line(
                WatchLine(
                    id: "\(AppState.rowMark)\(key) \(place)", subject: nil,
                    cells: [CellText(mark, finding.role), CellText(words, finding.role)],
                    sentence: .verbatim(words)))
        }
    }

    // MARK: Titles

    func directoryTitle(of panel: PanelID) -> PanelTitle {
        switch panel {
        case .states:
            let known = board.directory.records.values.filter { $0.retirement == nil }
            let due = known.count { DirectoryItem($0).age(at: now).severity > 0 }
            var title = PanelTitle(
                leads: ["DIRECTORY, \(directory.states.count) States", "DIRECTORY"],
                board.isDirectoryWhole
                    ? "\(due) of \(known.count) entries are due; what ships is unverified" : "loading",
                "\(due) of \(known.count) due")
            if due > 0 { title.role = .warning }
            return title
        case .stateEntries:
            guard case .directoryState(let state) = screen else { return PanelTitle(leads: [], .verbatim("")) }
            let count: Message = "entries: \(entriesOfState.count)"
            let there = directory.zone(of: state).flatMap { Zone.named($0) }.map { zone -> Message in
                "there \(ClockFace(convention: catalogue.convention, zone: zone).zonedTime(now))"
            }
            let name = Message.state(state).map { "\(state) \($0)" as Message } ?? .verbatim(state)
            return PanelTitle(leads: [name, .verbatim(state)], there.map { "\(count), \($0)" } ?? count, count)
        case .lacking:
            guard case .directoryState(let state) = screen else { return PanelTitle(leads: [], .verbatim("")) }
            let findings = directory.readiness(of: state, at: now)
            let severe = findings.count { $0.isSevere }
            var title = PanelTitle(
                leads: ["LACKING \(findings.count)"],
                severe > 0 ? "\(severe) of them matter tonight" : "nothing that matters tonight", .verbatim(""))
            if severe > 0 { title.role = .warning }
            return title
        default:
            guard case .directoryEntry(let key) = screen else { return PanelTitle(leads: [], .verbatim("")) }
            guard let item = directory[key] else { return PanelTitle(leads: [.verbatim(key.description)], "retired") }
            var title = PanelTitle(
                leads: [.verbatim(key.description)], item.age(at: now).message(face), item.age(at: now).short(face))
            title.role = item.age(at: now).role
            return title
        }
    }
}

extension DirectoryAge {
    /// The colour behind the word.
    var role: Role {
        switch self {
        case .fresh: .good
        case .ageing: .warning
        case .old, .never: .urgent
        }
    }
}

extension ReadinessFinding {
    /// The entry that it is about; nil where there is none yet.
    var key: DirectoryKey? {
        switch self {
        case .numberMissing(let key), .filedNumberMissing(let key), .languagesMissing(let key), .neverVerified(let key),
            .old(let key, _), .ageing(let key, _):
            key
        default: nil
        }
    }

    var role: Role {
        switch self {
        case .old, .neverVerified: .urgent
        default: isSevere ? .warning : .text
        }
    }
}
