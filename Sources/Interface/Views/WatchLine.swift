import Model
import Screen
import Wording

/// A row of a panel about the watch: cells that stand in columns, and the same in one sentence.
struct WatchLine {
    let id: String
    let subject: SubjectName?
    let cells: [CellText]
    let sentence: Message
    /// What a second line tells where there is room for one.
    var more = ""

    /// Whether nothing stands behind this cell, which says something.
    func endsWith(_ place: Int) -> Bool {
        !cells[place].longest.isEmpty && cells[(place + 1)...].allSatisfy { $0.longest.isEmpty }
    }
}

extension PanelID {
    /// How the cells of a panel about the watch give way, column by column; nil for other panels.
    var watchColumns: [ColumnFit.Need]? {
        func need(_ place: Column.Place, share: Int = 0, most: Int = 40, least: Int = 0) -> ColumnFit.Need {
            ColumnFit.Need(place: place, least: least, ideal: 0, most: most, share: share)
        }
        return switch self {
        case .duty: [need(.always), need(.always, share: 1, most: 60), need(.needed(1), share: 1, most: 60)]
        case .onCall:
            [
                need(.always), need(.always), need(.needed(1)), need(.needed(2)), need(.needed(3)), need(.needed(4)),
            ]
        case .inForce:
            // The words before the name of the one who ordered it.
            [need(.always), need(.always, share: 2, most: 100, least: 44), need(.needed(2), share: 1, most: 24)]
        case .states:
            [
                need(.always), need(.always, share: 1, most: 30), need(.needed(2)), need(.needed(1)), need(.always),
                need(.always),
            ]
        case .stateEntries:
            [
                // A number is never cut: what sort it is gives way, which the key on its page says, too.
                need(.always, most: 21), need(.always, share: 1, most: 60, least: 14),
                need(.needed(1), share: 2, most: 50, least: 18), need(.always),
            ]
        case .lacking: [need(.always), need(.always, share: 1, most: 110)]
        case .orders: [need(.always), need(.always, share: 2, most: 80), need(.needed(2)), need(.needed(1), share: 1)]
        default: nil
        }
    }
}

extension AppState {
    /// The rows in words, in columns that are as wide as what stands in them.
    func watchTable(_ items: [PanelItem], of panel: PanelID, width: Int) -> PanelTable {
        let lines = items.compactMap { item in if case .line(let line) = item { line } else { nil } }
        let templates = panel.watchColumns ?? []
        let needs = templates.indices.map { place in
            var need = templates[place]
            // A cell behind which nothing stands takes all that is left, and widens no column.
            let isLast = place == templates.count - 1
            let cells = lines.compactMap { line in
                isLast || !line.endsWith(place) ? line.cells[place] : nil
            }
            let longest = cells.map { SafeText($0.longest).width }.max() ?? 0
            let shortest = cells.map { SafeText($0.shortest).width }.max() ?? 0
            if longest == 0 { need.place = .spare(99) }
            need.least = need.share > 0 ? min(max(12, need.least), longest) : min(shortest, need.most)
            need.ideal = min(longest, need.most)
            need.most = need.ideal
            return need
        }
        let widths = ColumnFit.widths(of: needs, in: width)
        return PanelTable(
            headings: [],
            rows: lines.map { line in
                PanelTable.Row(
                    segments: line.cells.indices.compactMap { place in
                        let cell = line.cells[place]
                        let isLast =
                            !cell.longest.isEmpty
                            && line.cells.indices.dropFirst(place + 1).allSatisfy {
                                line.cells[$0].longest.isEmpty || widths[$0] == nil
                            }
                        guard let wanted = widths[place], isLast || wanted > 0 else { return nil }
                        let room =
                            isLast ? width - widths[..<place].reduce(0) { $0 + ($1.map { $0 + 1 } ?? 0) } : wanted
                        return Segment(cell.fitted(to: room).plain, cell.role, width: room)
                    }, flexible: panel == .inForce || panel == .orders ? 1 : nil)
            })
    }

    // MARK: Who has it

    var dutyItems: [PanelItem] {
        var lines = [holderLine]
        if let offer = board.watch?.offer, let watch = board.watch {
            let at = face.moment(offer.at, now: now)
            lines.append(
                WatchLine(
                    id: "\(watch.name.text) offer", subject: watch.name,
                    cells: [
                        CellText(at, .info), CellText(offer.to, .info), CellText(catalogue.text("offered"), .info),
                    ],
                    sentence: "offered to \(offer.to) since \(at)"))
        }
        guard let roster = board.roster else { return (lines + [reliefLine]).compactMap { $0 }.map { .line($0) } }
        let end = now + .days(21)
        let holder = board.watch?.started.officer
        // The turn that runs says nothing new, unless it is somebody else's.
        let turns = roster.turns.filter { $0.until > now && $0.from < end && ($0.from > now || $0.officer != holder) }
        var rows: [(Instant, WatchLine)] = turns.map {
            ($0.from, line(of: $0, in: roster))
        }
        for (place, remark) in roster.remarks(from: now, until: end).enumerated() {
            rows.append((remark.from, line(of: remark, place, in: roster)))
        }
        let sorted = rows.indices.sorted { (rows[$0].0, $0) < (rows[$1].0, $1) }.map { rows[$0].1 }
        return (lines + sorted).map { .line($0) }
    }

    private var holderLine: WatchLine {
        guard let watch = board.watch else {
            let since: Message =
                board.nobodySince.map { "since \(face.moment($0, now: now)), \(face.age(max(now - $0, .zero)))" }
                ?? .verbatim("")
            let name = board.newestWatch?.name
            return WatchLine(
                id: "\(name?.text ?? "nobody") nobody", subject: name,
                cells: [
                    CellText("!", .urgent), CellText(catalogue.text("NOBODY HAS THE WATCH"), .urgent),
                    CellText(catalogue.text(since), .urgent),
                ],
                sentence: "nobody has the watch \(since)")
        }
        let (served, planned) = (face.age(watch.served(at: board.dutyTime(now))), face.age(watch.planned))
        let until = face.moment(watch.started.until, now: now)
        let isOver = watch.started.until <= now
        return WatchLine(
            id: "\(watch.name.text) holder", subject: watch.name,
            cells: [
                CellText(face.moment(watch.from, now: now)), CellText(watch.started.officer, .title),
                CellText(
                    [
                        catalogue.text("has the watch, \(served) of \(planned), until \(until)"),
                        catalogue.text("\(served) of \(planned), until \(until)"),
                        catalogue.text("\(served) of \(planned)"),
                    ], isOver ? .warning : .text),
            ],
            sentence:
                "\(watch.started.officer) has the watch since \(face.moment(watch.from, now: now)), \(served) of \(planned), until \(until)"
        )
    }

    private var reliefLine: WatchLine? {
        guard let watch = board.watch, let relief = watch.started.relief else { return nil }
        let until = face.moment(watch.started.until, now: now)
        return WatchLine(
            id: "\(watch.name.text) relief", subject: watch.name,
            cells: [CellText(until, .dim), CellText(relief), CellText(catalogue.text("relieves"), .dim)],
            sentence: "\(until): \(relief) relieves")
    }

    private func line(of turn: PlannedTurn, in roster: Roster) -> WatchLine {
        let isNow = turn.from <= now
        let from = face.moment(turn.from, now: now)
        let until = face.moment(turn.until, now: now)
        let standby: Message = turn.standby.map { "standby \($0)" } ?? .verbatim("")
        let change: Message = roster.changes[turn.from].map { "changed: \($0)" } ?? .verbatim("")
        let remark: Message = isNow ? "planned now, until \(until)" : "until \(until)"
        let more = [remark, standby, change].map { catalogue.text($0) }.filter { !$0.isEmpty }
        return WatchLine(
            id: "\(roster.name.text) \(turn.from.milliseconds)", subject: roster.name,
            cells: [
                CellText(from, .dim), CellText(turn.officer, isNow ? .text : .dim),
                CellText([more.joined(separator: ", "), more[0]], .dim),
            ],
            sentence: "\(from): \(turn.officer), \(more.joined(separator: ", "))")
    }

    private func line(of remark: RosterRemark, _ place: Int, in roster: Roster) -> WatchLine {
        let words = remark.message(face, now: now)
        let short = catalogue.text(remark.shortMessage(face, now: now))
        return WatchLine(
            id: "\(roster.name.text) remark \(place) \(remark.from.milliseconds)", subject: roster.name,
            cells: [
                CellText(face.moment(max(remark.from, now), now: now), .warning), CellText("! \(short)", .warning),
                .empty,
            ],
            sentence: words)
    }

    // MARK: Who can be called

    var onCallItems: [PanelItem] { board.onCall(at: now).map { .line(line(of: $0)) } }

    private func line(of person: OnCall) -> WatchLine {
        let terms = person.terms
        let duty = [catalogue.text(terms.duty.message), terms.state ?? ""].filter { !$0.isEmpty }
            .joined(separator: " ")
        let wake = catalogue.text(terms.wakeMessage)
        let short: Message = terms.wakeFor > 1 ? "wake for 1-\(terms.wakeFor)" : "wake for 1"
        let until = terms.until.map { catalogue.text("until \(face.moment($0, now: now))") } ?? ""
        let languages = terms.languages.joined(separator: " ")
        let reached = contact(of: person) ?? ""
        let there = localTime(of: person)
        return WatchLine(
            id: person.name.text, subject: person.name,
            cells: [
                CellText([duty, terms.state ?? duty], terms.duty == .leader ? .title : .text), CellText(terms.person),
                CellText(reached, .key),
                CellText([wake, terms.wakeFor == 0 ? wake : catalogue.text(short)], terms.wakeFor == 0 ? .dim : .text),
                CellText([[languages, there].filter { !$0.isEmpty }.joined(separator: ", "), languages], .dim),
                CellText(until, .dim),
            ],
            sentence: .verbatim(
                ["\(duty): \(terms.person)", reached, wake, languages, there, until].filter { !$0.isEmpty }
                    .joined(separator: ", ")))
    }

    /// How to reach somebody, once it was loaded. The one place from which personal data of people on call is shown.
    func contact(of person: OnCall) -> String? {
        isVisitor ? nil : person.contact.flatMap { contacts[$0] }.map { $0.isEmpty ? catalogue.text("erased") : $0 }
    }

    /// What time it is where somebody lives, where that is not the Centre's time.
    private func localTime(of person: OnCall) -> String {
        guard let home = person.terms.zone.flatMap({ Zone.named($0) }), home.offset(at: now) != zone.offset(at: now)
        else { return "" }
        return catalogue.text("there \(ClockFace(convention: catalogue.convention, zone: home).zonedTime(now))")
    }

    // MARK: What holds

    var inForceItems: [PanelItem] {
        board.arrangementsInForce(at: now).map { .line(line(of: $0)) }
    }

    private func line(of arrangement: TemporaryArrangement) -> WatchLine {
        let made = arrangement.made
        let since = catalogue.text("since \(face.moment(arrangement.since, now: now))")
        let isOverdue = arrangement.isOverdue(at: now)
        let when =
            arrangement.until.map { until in
                isOverdue
                    ? catalogue.text("OVERDUE \(face.age(now - until))")
                    : catalogue.text("until \(face.moment(until, now: now))")
            } ?? since
        let what: Message = "\(made.type.message): \(made.text)"
        return WatchLine(
            id: arrangement.name.text, subject: arrangement.name,
            cells: [
                CellText(when, isOverdue ? .warning : .text), CellText([catalogue.text(what), made.text]),
                CellText(made.orderedBy, .dim),
            ],
            sentence: .verbatim([catalogue.text(what), since, made.orderedBy, when].joined(separator: ", ")),
            more: "\(made.orderedBy), \(since)")
    }

    var orderItems: [PanelItem] { board.ordersInForce(at: now).map { .line(line(of: $0)) } }

    private func line(of order: StandingOrder) -> WatchLine {
        let isSigned = order.isRead(by: officer)
        let mark = catalogue.text(isSigned ? "signed" : "NOT SIGNED")
        let until = order.issued.until.map { catalogue.text("until \(face.moment($0, now: now))") } ?? ""
        let missing = board.officersWhoHaveNotRead(order).map(\.shownName).joined(separator: ", ")
        let rest = missing.isEmpty ? "" : catalogue.text("not yet: \(missing)")
        return WatchLine(
            id: order.name.text, subject: order.name,
            cells: [
                CellText(mark, isSigned ? .good : .warning), CellText(order.issued.title), CellText(until, .dim),
                CellText(rest, .dim),
            ],
            sentence: .verbatim(
                [order.name.text, order.issued.title, mark, until, rest].filter { !$0.isEmpty }
                    .joined(separator: ", ")),
            more: order.issued.text)
    }
}
