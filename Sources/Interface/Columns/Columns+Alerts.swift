import Model
import Wording

extension Column {
    /// Standard ones first, in the order in which they stand.
    static let alerts: [Column] = [
        Column(
            id: "mark", heading: .verbatim(""), place: .always,
            cell: alert { $1.isPressing(at: $0.now) ? CellText("!", .urgent) : CellText(" ") }),
        Column(
            id: "priority", heading: "P", place: .always,
            cell: alert { CellText(String($1.priority), .priority($1.priority)) },
            order: alertOrder { .number(Int64($1.priority)) }),
        Column(
            id: "number", heading: "No", place: .always, least: 4, cell: alert { CellText($1.name.short) },
            order: alertOrder { .text($1.name.text) }),
        Column(
            id: "age", heading: "Age", place: .needed(2), least: 5, isRight: true,
            cell: alert { CellText($0.face.age($0.now - $1.learnt)) },
            order: alertOrder { .number($0.now.milliseconds - $1.learnt.milliseconds) }),
        Column(
            id: "what", heading: "What", place: .always, least: 14, most: 90, share: 4,
            cell: { state, item in
                guard case .fold(let fold) = item else {
                    return item.alert.map { CellText(state.alertText($0)) } ?? .empty
                }
                return CellText("\(state.count(of: fold)) \(state.alertText(fold.first))")
            },
            order: alertOrder { .text($0.alertText($1)) }),
        Column(
            id: "near", heading: "Near", place: .needed(3), least: 3, isCollapsible: true,
            cell: alert { state, alert in
                guard let near = alert.raised.near else { return .empty }
                let number = state.shownNumber(near)
                return CellText([state.catalogue.text("NEAR \(number)"), number], .warning)
            },
            order: alertOrder { $1.raised.near.map { .text($0.text) } ?? .none }),
        Column(
            id: "place", heading: "Place", place: .spare(2), least: 8, most: 24, isCollapsible: true,
            cell: alert { CellText($1.place ?? "", .dim) },
            order: alertOrder { $1.place.map { .text($0) } ?? .none }),
        Column(
            id: "who", heading: "Owner", place: .spare(1), least: 8, most: 20, isCollapsible: true,
            cell: alert { CellText($1.inCharge ?? "", .dim) },
            order: alertOrder { $1.inCharge.map { .text($0) } ?? .none }),
        Column(
            id: "debts", heading: "Owed", place: .spare(2), least: 8, most: 30, isCollapsible: true,
            cell: alert { state, alert in state.otherDebts(of: alert) }),
        Column(
            id: "standing", heading: "Standing", place: .always, samples: { $0.alertSamples },
            cell: alert { state, alert in state.standing(alert) },
            order: alertOrder { $1.due.map { .number($0.milliseconds) } ?? .none }),
        Column(
            id: "source", heading: "Who told", place: .spare(3), least: 3, most: 16, isStandard: false,
            cell: alert { CellText($1.raised.source) },
            order: alertOrder { .text($1.raised.source) }),
        Column(
            id: "kind", heading: "Kind", place: .spare(4), least: 6, most: 24, isStandard: false,
            cell: alert { state, alert in CellText(state.catalogue.text(alert.raised.message.message)) },
            order: alertOrder { .text($1.raised.message.rawValue) }),
        Column(
            id: "learnt", heading: "Learnt", place: .spare(3), least: 5, isStandard: false,
            cell: alert { CellText($0.face.moment($1.learnt, now: $0.now)) },
            order: alertOrder { .number($1.learnt.milliseconds) }),
        Column(
            id: "due", heading: "Answer by", place: .spare(2), least: 5, isStandard: false,
            cell: alert { state, alert in CellText(alert.due.map { state.face.moment($0, now: state.now) } ?? "") },
            order: alertOrder { $1.due.map { .number($0.milliseconds) } ?? .none }),
    ]

    private static func alert(_ cell: @escaping @Sendable (AppState, Alert) -> CellText)
        -> @Sendable (AppState, PanelItem) -> CellText
    {
        { state, item in item.alert.map { cell(state, $0) } ?? .empty }
    }

    private static func alertOrder(_ order: @escaping @Sendable (AppState, Alert) -> SortKey)
        -> @Sendable (AppState, PanelItem) -> SortKey
    {
        { state, item in item.alert.map { order(state, $0) } ?? .none }
    }
}

extension AppState {
    func alertText(_ alert: Alert) -> String {
        if withholds(alert.name) { return catalogue.text(withheldWords(of: alert.name)) }
        let headline = alert.heading(in: catalogue.language.rawValue)
        let words =
            headline.hasPrefix(alert.raised.source) ? headline : "\(alert.raised.source) \(headline)"
        return codeMark(of: alert.name) + sameMark(of: alert) + words
    }

    /// The word that carries the meaning, and the role that only repeats it.
    func standing(_ alert: Alert) -> CellText {
        switch alert.status(at: now) {
        case .unacknowledged where alert.thread.cancelled != nil:
            return CellText(catalogue.text("CANCELLED"), .warning)
        case .unacknowledged where alert.isExpired(at: now): return CellText(catalogue.text("EXPIRED"), .warning)
        case .unacknowledged: return CellText(catalogue.text("UNACKED"), .urgent)
        case .shelved(let until): return CellText(catalogue.text("shelved to \(face.moment(until, now: now))"), .dim)
        case .closed: return CellText(catalogue.text("closed"), .dim)
        case .acknowledged:
            guard let due = alert.due else {
                guard let first = debtWords(of: alert).first else { return acknowledged(alert) }
                return first
            }
            return due < now
                ? CellText([catalogue.text("LATE \(face.age(now - due))"), catalogue.text("LATE")], .warning)
                : CellText(
                    [catalogue.text("answer by \(face.moment(due, now: now))"), face.moment(due, now: now)], .info)
        }
    }

    private func acknowledged(_ alert: Alert) -> CellText {
        guard let until = alert.acknowledgement?.until else { return CellText(catalogue.text("acknowledged"), .dim) }
        let back = face.moment(until, now: now)
        return CellText([catalogue.text("acked to \(back)"), catalogue.text("acked")], .dim)
    }

    /// What is owed beside what stands in the column of the standing.
    fileprivate func otherDebts(of alert: Alert) -> CellText {
        let all = debtWords(of: alert)
        let rest = alert.status(at: now) == .acknowledged ? all.dropFirst() : all[...]
        guard let first = rest.first else { return .empty }
        return CellText(
            [rest.map(\.longest).joined(separator: "; "), first.longest, first.shortest],
            rest.contains { $0.role == .warning } ? .warning : first.role)
    }

    fileprivate var alertSamples: [CellText] {
        [
            CellText(catalogue.text("UNACKED")), CellText(catalogue.text("CANCELLED")),
            CellText(catalogue.text("EXPIRED")),
            CellText([catalogue.text("answer by \(face.clockTime(now))"), face.clockTime(now)]),
            CellText([catalogue.text("LATE \(face.age(.hours(23)))"), catalogue.text("LATE")]),
        ]
    }
}
