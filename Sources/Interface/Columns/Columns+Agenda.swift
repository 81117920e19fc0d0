import Model
import Wording

extension Column {
    static let agenda: [Column] = [
        Column(
            id: "when", heading: "When", place: .always,
            samples: { state in
                [
                    CellText([
                        "\(state.face.clockTime(state.now)) \(state.face.convention.ahead(.hours(23)))",
                        state.face.clockTime(state.now),
                    ])
                ]
            },
            cell: item { state, item in
                let left = item.instant - state.now
                let isSoon = left < .minutes(10)
                let moment = state.face.moment(item.instant, now: state.now)
                // Of what is more than a day away the date says enough.
                guard left < .hours(24) else { return CellText(moment) }
                return CellText(
                    ["\(moment) \(state.face.convention.ahead(left, seconds: isSoon))", moment],
                    isSoon ? .warning : .text)
            },
            order: itemOrder { .number($0.instant.milliseconds) }),
        Column(
            id: "number", heading: "No", place: .always, least: 4,
            cell: item { CellText($1.subject.spokenNumber) },
            order: itemOrder { .text($0.subject.text) }),
        Column(
            id: "what", heading: "What", place: .always, least: 14, most: 70, share: 1,
            cell: item { CellText($0.catalogue.text($1.matter.message)) },
            order: itemOrder { .text($0.matter.message.key) }),
    ]

    private static func item(_ cell: @escaping @Sendable (AppState, AgendaItem) -> CellText)
        -> @Sendable (AppState, PanelItem) -> CellText
    {
        { state, item in if case .agenda(let item) = item { cell(state, item) } else { .empty } }
    }

    private static func itemOrder(_ order: @escaping @Sendable (AgendaItem) -> SortKey)
        -> @Sendable (AppState, PanelItem) -> SortKey
    {
        { _, item in if case .agenda(let item) = item { order(item) } else { .none } }
    }
}

extension SubjectName {
    /// The number by which people speak of an alert or a delivery; empty for what would read as one of these.
    var spokenNumber: String {
        [.shifts, .roster, .onCall, .orders, .arrangements].contains(area) ? "" : short
    }
}
