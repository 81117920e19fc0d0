import Model
import Wording

extension Column {
    static let officers: [Column] = [
        Column(
            id: "number", heading: "Officer", place: .always, least: 8, most: 20, cell: officer { CellText($1.id) },
            order: officerOrder { .text($0.id) }),
        Column(
            id: "what", heading: "Name", place: .always, least: 12, most: 40, share: 2,
            cell: officer { state, officer in CellText(officer.shownName, officer.isActive ? .text : .struck) },
            order: officerOrder { .text($0.shownName) }),
        Column(
            id: "roles", heading: "Roles", place: .always, least: 8, most: 40,
            cell: officer { state, officer in
                CellText([
                    state.catalogue.text(officer.roles.message),
                    officer.roles.map { state.catalogue.text($0.message).prefix(3) }.joined(separator: ","),
                ])
            }),
        Column(
            id: "standing", heading: "Standing", place: .always,
            cell: officer { state, officer in state.standing(of: officer) }),
        Column(
            id: "since", heading: "Signed on at", place: .needed(2), least: 6, most: 44, isCollapsible: true,
            cell: officer { state, officer in state.consoles(of: officer) }),
        Column(
            id: "failed", heading: "Wrong", place: .needed(1), isRight: true, isCollapsible: true,
            cell: officer { state, officer in
                officer.failedAttempts == 0 ? .empty : CellText("\(officer.failedAttempts)", .warning)
            }, order: officerOrder { .number(Int64($0.failedAttempts)) }),
        Column(
            id: "person", heading: "Service no", place: .spare(2), least: 6, most: 20, isStandard: false,
            cell: officer { CellText($1.enrolled.person) }, order: officerOrder { .text($0.enrolled.person) }),
    ]

    private static func officer(_ cell: @escaping @Sendable (AppState, Officer) -> CellText)
        -> @Sendable (AppState, PanelItem) -> CellText
    {
        { state, item in if case .officer(let officer) = item { cell(state, officer) } else { .empty } }
    }

    private static func officerOrder(_ order: @escaping @Sendable (Officer) -> SortKey)
        -> @Sendable (AppState, PanelItem) -> SortKey
    {
        { _, item in if case .officer(let officer) = item { order(officer) } else { .none } }
    }
}

extension AppState {
    /// The word that matters most: an emergency, an ended enrolment, a missing key, else where things are in order.
    func standing(of officer: Officer) -> CellText {
        if let revocation = officer.revocation {
            let time = face.moment(revocation.at, now: now)
            return CellText([catalogue.text("ENDED \(time)"), catalogue.text("ENDED")], .dim)
        }
        if let emergency = officer.emergency, emergency.until > now {
            let until = face.moment(emergency.until, now: now)
            return CellText(
                [
                    catalogue.text("EMERGENCY, \(emergency.role.message) until \(until)"),
                    catalogue.text("EMERGENCY until \(until)"),
                ], .urgent)
        }
        return officer.key == nil
            ? CellText(catalogue.text("NO VALID KEY"), .warning) : CellText(catalogue.text("key valid"), .good)
    }

    func consoles(of officer: Officer) -> CellText {
        guard let first = officer.sessions.first else { return .empty }
        let all = officer.sessions.map { "\($0.console) \(face.moment($0.since, now: now))" }.joined(separator: ", ")
        let count = officer.sessions.count
        let short = "\(first.console) \(face.moment(first.since, now: now))"
        return CellText([all, count > 1 ? "\(short) +\(count - 1)" : short])
    }

    /// The facts of an officer's page.
    func facts(of officer: Officer) -> [Fact?] {
        [
            Fact("Name", officer.shownName), Fact("Officer", officer.id), Fact("Service no", officer.enrolled.person),
            Fact("Roles", catalogue.text(officer.roles.message)),
            Fact("Standing", standing(of: officer).longest, standing(of: officer).role),
            Fact("Signed on at", consoles(of: officer).longest),
            Fact("Wrong passphrases", officer.failedAttempts == 0 ? nil : "\(officer.failedAttempts)", .warning),
            Fact("Because", officer.revocation?.reason ?? officer.emergency?.reason),
        ]
            + officer.keys.map { key in
                let range = key.until.map { "#\(key.from)–#\($0)" } ?? "#\(key.from)–"
                return Fact("Key", "\(range) \(key.text)", key.until == nil ? .text : .dim)
            }
    }
}

extension AppState {
    /// Active ones first, by id; of the past, those of the past.
    var knownOfficers: [Officer] {
        let known = isReviewing ? board.officers : board.officers.merging(roll.officers) { $1 }
        return known.values.sorted { ($0.isActive ? 0 : 1, $0.id) < ($1.isActive ? 0 : 1, $1.id) }
    }
}
