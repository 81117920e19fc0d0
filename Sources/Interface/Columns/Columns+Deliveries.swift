import Model
import Screen
import Wording

extension Column {
    /// Standard ones first, in the order in which they stand.
    static let deliveries: [Column] = [
        Column(
            id: "priority", heading: "P", place: .always,
            cell: delivery { CellText(String($1.opened.priority), .priority($1.opened.priority)) },
            order: deliveryOrder { .number(Int64($1.opened.priority)) }),
        Column(
            id: "number", heading: "No", place: .always, least: 3, cell: delivery { CellText($1.name.short) },
            order: deliveryOrder { .text($1.name.text) }),
        Column(
            id: "goods", heading: "Goods", place: .spare(2), least: 12, most: 36, share: 2,
            cell: delivery { CellText($1.opened.goods) },
            order: deliveryOrder { .text($1.opened.goods) }),
        Column(
            id: "in", heading: "In", place: .spare(3), least: 12, most: 26, share: 1,
            cell: delivery { CellText($1.opened.conveyance ?? Convention.noData, .dim) },
            order: deliveryOrder { .text($1.opened.conveyance ?? "") }),
        Column(
            id: "where", heading: "Where now", place: .always, least: 16, most: 44, share: 3,
            cell: delivery { state, delivery in
                let place = state.codeMark(of: delivery.name) + state.whereabouts(delivery)
                return CellText([place + state.positionAge(delivery), place])
            },
            order: deliveryOrder { .text($0.whereabouts($1)) }),
        Column(
            id: "held", heading: "Held by", place: .needed(4), most: 18, isCollapsible: true,
            cell: delivery { $0.heldBy($1) },
            order: deliveryOrder { .text($1.custody.holder?.party ?? "") }),
        Column(
            id: "state", heading: "State", shortHeading: .verbatim(""), place: .needed(5), least: 3,
            cell: delivery { CellText($1.currentLeg?.state ?? $1.opened.initiator) },
            order: deliveryOrder { .text($1.currentLeg?.state ?? $1.opened.initiator) }),
        Column(
            id: "heard", heading: "Last heard", place: .needed(3),
            samples: {
                [CellText(["\($0.face.clockTime($0.now)) \($0.face.age(.hours(23)))", $0.face.age(.hours(23))])]
            },
            cell: delivery { $0.lastHeard($1) },
            order: deliveryOrder { .number($1.lastReport?.at.milliseconds ?? .min) }),
        Column(
            id: "due", heading: "Next due", place: .needed(2),
            samples: { state in
                let later = state.now + .hours(1)
                return [CellText([state.face.instantWithAge(later, now: state.now), state.face.clockTime(later)])]
            },
            cell: delivery { $0.nextDue($1) },
            order: deliveryOrder { $1.reportDue.map { .number($0.milliseconds) } ?? .none }),
        Column(
            id: "standing", heading: "Standing", place: .always, samples: { $0.standingSamples },
            cell: delivery { state, delivery in state.standing(delivery) }),
        Column(
            id: "consents", heading: "Consents", place: .spare(1), isCollapsible: true,
            cell: delivery { $0.consentCell($1) }),
        Column(
            id: "asked", heading: "Asked by", place: .spare(4), least: 3, isStandard: false,
            cell: delivery { CellText($1.opened.initiator) },
            order: deliveryOrder { .text($1.opened.initiator) }),
        Column(
            id: "method", heading: "Method", place: .spare(5), least: 8, isStandard: false,
            cell: delivery { state, delivery in CellText(state.catalogue.text(delivery.opened.method.message)) },
            order: deliveryOrder { .text($1.opened.method.rawValue) }),
        Column(
            id: "until", heading: "Out, planned", place: .spare(2), least: 5, isStandard: false,
            cell: delivery { state, delivery in
                CellText(delivery.currentLeg.map { state.face.moment($0.until, now: state.now) } ?? Convention.noData)
            },
            order: deliveryOrder { $1.currentLeg.map { .number($0.until.milliseconds) } ?? .none }),
        Column(
            id: "estimate", heading: "Out now", place: .spare(2), least: 5, isStandard: false,
            cell: delivery { state, delivery in
                CellText(
                    delivery.exitEstimate.map { state.face.moment($0, now: state.now) } ?? "",
                    delivery.windowOverrun == nil ? .text : .warning)
            },
            order: deliveryOrder { $1.exitEstimate.map { .number($0.milliseconds) } ?? .none }),
    ]

    private static func delivery(_ cell: @escaping @Sendable (AppState, Delivery) -> CellText)
        -> @Sendable (AppState, PanelItem) -> CellText
    {
        { state, item in if case .delivery(let delivery) = item { cell(state, delivery) } else { .empty } }
    }

    private static func deliveryOrder(_ order: @escaping @Sendable (AppState, Delivery) -> SortKey)
        -> @Sendable (AppState, PanelItem) -> SortKey
    {
        { state, item in if case .delivery(let delivery) = item { order(state, delivery) } else { .none } }
    }
}

extension AppState {
    func whereabouts(_ delivery: Delivery) -> String {
        let place = delivery.lastPlace ?? delivery.currentLeg?.entry ?? delivery.opened.goods
        guard let leg = delivery.currentLeg, delivery.legs.count > 1,
            let position = delivery.legs.firstIndex(where: { $0.number == leg.number })
        else { return place }
        return "\(position + 1)/\(delivery.legs.count) \(place)"
    }

    /// ", 3h07 ago" where the last known position is an hour old or older: it ages, and never disappears.
    func positionAge(_ delivery: Delivery) -> String {
        guard delivery.end == nil, let at = delivery.lastPosition?.at, now - at >= .hours(1) else { return "" }
        return ", \(face.convention.ago(now - at))"
    }

    func lastHeard(_ delivery: Delivery) -> CellText {
        guard let report = delivery.lastReport else { return CellText(Convention.noData, .dim) }
        let age = face.age(now - report.at)
        return CellText(["\(face.moment(report.at, now: now)) \(age)", "\(face.clockTime(report.at)) \(age)", age])
    }

    func nextDue(_ delivery: Delivery) -> CellText {
        guard let due = delivery.reportDue else { return CellText(Convention.noData, .dim) }
        // How late it is says the standing; here a bare length would read as time that is left.
        guard due > now else { return CellText(face.moment(due, now: now), .warning) }
        let isSoon = due - now < .minutes(10)
        return CellText(
            [face.instantWithAge(due, now: now, seconds: isSoon), face.moment(due, now: now)], isSoon ? .warning : .text
        )
    }

    /// Who holds the load; for how long nobody has.
    func heldBy(_ delivery: Delivery) -> CellText {
        guard delivery.end == nil else { return .empty }
        if let gap = delivery.custody.openGap {
            let length = gap.length(at: now)
            return CellText(
                [catalogue.text("NOBODY \(face.age(length))"), catalogue.text("NOBODY")],
                length > delivery.custody.limit ? .urgent : .warning)
        }
        guard let holder = delivery.custody.holder else { return .empty }
        return CellText([holder.party, String(holder.party.prefix { $0 != " " })])
    }

    /// How the consents cover what lies ahead.
    func consentCell(_ delivery: Delivery) -> CellText {
        guard let rest = delivery.coverOfTheRest(at: now) else { return .empty }
        let state = rest.leg.state
        if case .complete = rest.cover { return CellText(catalogue.text("complete"), .good) }
        let word = catalogue.text(rest.cover.word(face.convention))
        let short = if case .unanswered = rest.cover { "\(state)?" } else { word }
        return CellText(["\(state) \(word)", short], .warning)
    }

    /// What is graver than that nobody has told anything: a danger, or a load that nobody holds.
    private func graverStanding(_ delivery: Delivery) -> CellText? {
        if delivery.gravest?.entered.exception.isGrave == true { return exceptionCell(delivery, .urgent) }
        guard delivery.end == nil, let gap = delivery.custody.openGap, gap.length(at: now) > delivery.custody.limit
        else { return nil }
        return CellText(
            [catalogue.text("NOBODY HOLDS IT"), catalogue.text("NOBODY")], .urgent)
    }

    /// The State where it is does not cover it, now or before it leaves.
    ///
    /// - Parameter isNow: only where no consent holds already
    private func uncoveredHere(_ delivery: Delivery, isNow: Bool) -> CellText? {
        for need in delivery.ownNeeds(at: now) {
            guard case .uncovered(_, let cover, isThere: true, _, let from) = need, !isNow || from <= now else {
                continue
            }
            return CellText(catalogue.text(cover.word(face.convention)), from <= now ? .urgent : .warning)
        }
        return nil
    }

    /// Everything that is not as planned, the most dangerous first: none hides another, also where only one has room.
    private func exceptionCell(_ delivery: Delivery, _ role: Role) -> CellText {
        var kinds: [String] = []
        func add(_ word: Message) {
            let word = catalogue.text(word)
            if !kinds.contains(word) { kinds.append(word) }
        }
        for open in delivery.exceptionsByDanger { add(open.entered.exception.message) }
        let seal: Message = "SEAL DIFFERS"
        let weight: Message = "WEIGHT DIFFERS"
        for need in delivery.ownNeeds(at: now) {
            switch need {
            case .sealDiffers: add(seal)
            case .weightDiffers: add(weight)
            default: break
            }
        }
        guard kinds.count > 1, let first = kinds.first else { return CellText(kinds, role) }
        return CellText([kinds.joined(separator: ", "), "\(first) +\(kinds.count - 1)"], role)
    }

    /// What is short, or not as planned, of one that is heard of.
    private func lesserStanding(_ delivery: Delivery) -> CellText? {
        guard delivery.end == nil else { return nil }
        let rest = delivery.coverOfTheRest(at: now)
        let isChanged = delivery.ownNeeds(at: now).contains { need in
            switch need {
            case .sealDiffers, .weightDiffers: true
            default: false
            }
        }
        if let uncovered = uncoveredHere(delivery, isNow: false) { return uncovered }
        if isChanged { return exceptionCell(delivery, .warning) }
        if let rest, !rest.cover.isCovered, rest.cover != .none || delivery.hasBegun {
            let word = catalogue.text(rest.cover.word(face.convention))
            let short = if case .unanswered = rest.cover { catalogue.text("no answer") } else { word }
            return CellText([word, short], .warning)
        }
        if delivery.gravest != nil { return exceptionCell(delivery, .warning) }
        if let overrun = delivery.windowOverrun {
            return CellText([catalogue.text("OVER \(face.age(overrun))"), catalogue.text("OVER")], .warning)
        }
        if case .oralOnly? = rest?.cover { return CellText(catalogue.text("ORAL ONLY"), .warning) }
        return nil
    }

    /// The word that carries the meaning, and the role that only repeats it.
    func standing(_ delivery: Delivery) -> CellText {
        if let graver = graverStanding(delivery) { return graver }
        if let uncovered = uncoveredHere(delivery, isNow: true) { return uncovered }
        if case .silent(let due) = delivery.phase(at: now) {
            return CellText([catalogue.text("SILENT \(face.age(now - due))"), catalogue.text("SILENT")], .urgent)
        }
        let beside = besideWord(delivery.name)
        if let beside, beside.role == .urgent { return beside }
        if let cover = delivery.unplannedCover(at: now) {
            return CellText(catalogue.text(cover.word(face.convention)), .warning)
        }
        if let lesser = lesserStanding(delivery) { return lesser }
        if let beside { return beside }
        switch delivery.phase(at: now) {
        case .planned: return CellText(catalogue.text("planned"), .dim)
        case .quietByPlan(let until):
            return CellText(
                [catalogue.text("quiet to \(face.moment(until, now: now))"), catalogue.text("quiet by plan")], .dim)
        case .ended: return CellText(catalogue.text("ended"), .dim)
        case .underWay, .silent: return CellText(catalogue.text("under way"), .good)
        }
    }

    fileprivate var standingSamples: [CellText] {
        let age = face.age(.hours(23))
        return [
            CellText([catalogue.text("SILENT \(age)"), catalogue.text("SILENT")]),
            CellText([catalogue.text("OVER \(age)"), catalogue.text("OVER")]), CellText(catalogue.text("under way")),
            CellText(catalogue.text("quiet by plan")),
        ]
    }
}
