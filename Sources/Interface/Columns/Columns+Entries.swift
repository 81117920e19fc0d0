import Model
import Screen
import Wording

extension Column {
    /// Of every list of entries: the log, the latest records, the log of the watch, a timeline.
    static let entries: [Column] = [
        Column(
            id: "learnt", heading: "Learnt (happened)", shortHeading: "Learnt", place: .always, least: 5,
            samples: { [CellText($0.face.clockTime($0.now))] },
            cell: entry { state, entry, isStruck in CellText(state.learntForms(entry), isStruck ? .struck : .dim) }),
        Column(
            id: "subject", heading: "Subject", place: .always, least: 3, isCollapsible: true,
            cell: { _, item in
                switch item {
                case .entry(let entry, true, let isStruck):
                    CellText([entry.subject.text, shortName(entry.subject)], isStruck ? .struck : .text)
                default: .empty
                }
            }),
        Column(
            id: "what", heading: "What", place: .always, least: 28, most: 110, share: 3,
            cell: { state, item in
                switch item {
                case .run(let run): CellText(state.catalogue.text(state.message(of: run)))
                case .entry(let entry, _, let isStruck):
                    CellText(state.saying(entry, isStruck: isStruck), isStruck ? .struck : .text)
                default: .empty
                }
            }),
        Column(
            id: "found", heading: "Found in", place: .needed(4), least: 8, most: 40, isCollapsible: true,
            cell: entry { state, entry, _ in CellText(state.foundPlaces(in: entry), .match) }),
        Column(
            id: "late", heading: "Late", place: .needed(2), isCollapsible: true,
            cell: entry { state, entry, _ in
                guard let late = entry.lateness else { return .empty }
                return CellText(
                    [state.catalogue.text("late \(state.face.age(late))"), state.catalogue.text("late")], .dim)
            }),
        Column(
            id: "number", heading: "No", place: .needed(1), least: 2, isRight: true,
            cell: { _, item in
                switch item {
                case .entry(let entry, _, _): CellText("#\(entry.index)", .dim)
                default: .empty
                }
            }),
        Column(
            id: "who", heading: "Written by", place: .spare(1), least: 8, most: 20, isStandard: false,
            cell: entry { CellText($1.actor, $2 ? .struck : .dim) }),
        Column(
            id: "desk", heading: "Desk", place: .spare(3), least: 6, most: 16, isStandard: false,
            cell: entry { CellText($1.desk, $2 ? .struck : .dim) }),
        Column(
            id: "kind", heading: "Kind", place: .spare(2), least: 10, most: 24, isStandard: false,
            cell: entry { CellText($1.kind, $2 ? .struck : .dim) }),
    ]

    /// The number of an alert or a delivery, which differ in length; of a watch and the like the letters of its area,
    /// since its number would read as that of a delivery.
    private static func shortName(_ name: SubjectName) -> String {
        [.alerts, .deliveries].contains(name.area) ? name.short : name.area.rawValue
    }

    private static func entry(_ cell: @escaping @Sendable (AppState, Entry, Bool) -> CellText)
        -> @Sendable (AppState, PanelItem) -> CellText
    {
        { state, item in
            switch item {
            case .entry(let entry, _, let isStruck): cell(state, entry, isStruck)
            case .run(let run): cell(state, run.last, false)
            default: .empty
            }
        }
    }
}

extension AppState {
    /// When it was learnt, and in brackets when it happened where that differs; another day's hour only where it fits.
    func learntForms(_ entry: Entry) -> [String] {
        let learnt = face.moment(entry.learnt, now: now)
        if entry.precision == .day { return ["\(learnt) (\(face.dayAlone(entry.at, now: .distantFuture)))"] }
        guard entry.lateness != nil else { return [learnt] }
        let hour = face.clockTime(entry.at)
        if face.yearDay(entry.at) == face.yearDay(entry.learnt) { return ["\(learnt) (\(hour))"] }
        let moment = face.moment(entry.at, now: now)
        guard moment.hasSuffix(" \(hour)") else { return ["\(learnt) (\(moment))"] }
        return ["\(learnt) (\(moment))", "\(learnt) (\(moment.dropLast(hour.count + 1)))"]
    }

    func saying(_ entry: Entry, isStruck: Bool) -> String {
        let words = catalogue.text(entry.message(face, now: now))
        return isStruck ? "\(catalogue.text("WITHDRAWN")) \(words)" : words
    }

    /// Where a search hit lies, when the row does not show it: the names of the fields and what stands in them.
    func foundPlaces(in entry: Entry) -> String {
        guard screen == .log, !filter.isEmpty else { return "" }
        return filter.places(
            in: entry, shown: "\(entry.subject.text) \(saying(entry, isStruck: false)) #\(entry.index)"
        )
        .map { "\($0.field): \($0.value)" }.joined(separator: ", ")
    }
}
