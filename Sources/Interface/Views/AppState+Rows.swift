import Model
import Screen
import Wording

extension AppState {
    /// The rows of a panel after the filter, in the order in which they are shown.
    func rows(of panel: PanelID) -> [PanelRow] { items(of: panel).map { row($0) } }

    func row(_ item: PanelItem) -> PanelRow {
        switch item {
        case .delivery(let delivery): row(delivery)
        case .alert(let alert): row(alert)
        case .agenda(let agenda): row(agenda)
        case .entry(let entry, let withSubject, let isStruck):
            row(entry, withSubject: withSubject, isStruck: isStruck)
        }
    }

    // MARK: Rows

    private func row(_ delivery: Delivery) -> PanelRow {
        let priority = delivery.opened.priority
        var segments = [
            Segment(String(priority), .priority(priority), width: 1), Segment(delivery.name.short, .text, width: 3),
        ]
        if width >= 110 {
            segments.append(Segment(delivery.opened.goods, .text, width: min(34, width / 5)))
            segments.append(Segment(delivery.opened.conveyance ?? Convention.noData, .dim, width: min(26, width / 7)))
        }
        segments.append(Segment(whereabouts(delivery), .text))
        segments.append(Segment(delivery.currentLeg?.state ?? delivery.opened.initiator, .text, width: 3))
        segments.append(Segment(lastHeard(delivery), .text, width: width < 80 ? 6 : 14))
        segments.append(Segment(nextDue(delivery), .text, width: width < 80 ? 5 : 15))
        let (word, role) = standing(delivery)
        segments.append(Segment(word, role, width: width < 80 ? 13 : 15))
        return PanelRow(id: delivery.name.text, subject: delivery.name, segments: segments)
    }

    private func whereabouts(_ delivery: Delivery) -> String {
        let place = delivery.lastPlace ?? delivery.currentLeg?.entry ?? delivery.opened.goods
        guard let leg = delivery.currentLeg, delivery.legs.count > 1,
            let position = delivery.legs.firstIndex(where: { $0.number == leg.number })
        else { return place }
        return "\(position + 1)/\(delivery.legs.count) \(place)"
    }

    private func lastHeard(_ delivery: Delivery) -> String {
        guard let report = delivery.lastReport else { return Convention.noData }
        return width < 80
            ? face.age(now - report.at) : "\(face.moment(report.at, now: now)) \(face.age(now - report.at))"
    }

    private func nextDue(_ delivery: Delivery) -> String {
        guard let due = delivery.reportDue else { return Convention.noData }
        return width < 80
            ? face.clockTime(due) : face.instantWithAge(due, now: now, seconds: due > now && due - now < .minutes(10))
    }

    /// The word that carries the meaning, and the role that only repeats it.
    func standing(_ delivery: Delivery) -> (String, Role) {
        if case .silent(let due) = delivery.phase(at: now) {
            return (catalogue.text("SILENT \(face.age(now - due))"), .urgent)
        }
        if let overrun = delivery.windowOverrun { return (catalogue.text("OVER \(face.age(overrun))"), .warning) }
        switch delivery.phase(at: now) {
        case .planned: return (catalogue.text("planned"), .dim)
        case .quietByPlan: return (catalogue.text("quiet by plan"), .dim)
        case .ended: return (catalogue.text("ended"), .dim)
        case .underWay, .silent: return (catalogue.text("under way"), .good)
        }
    }

    private func row(_ alert: Alert) -> PanelRow {
        let priority = alert.raised.priority
        let status = alert.status(at: now)
        var segments = [
            Segment(status == .unacknowledged ? "!" : " ", status == .unacknowledged ? .urgent : .text, width: 1),
            Segment(String(priority), .priority(priority), width: 1),
            Segment(alert.name.short, .text, width: 4),
            Segment(face.age(now - alert.learnt), .text, width: 5, isRight: true),
            Segment(alertText(alert)),
        ]
        if width >= 80 {
            let near = alert.raised.near.map { catalogue.text("NEAR \($0.short)") } ?? ""
            if !near.isEmpty { segments.append(Segment(near, .warning, width: 9)) }
        }
        let (word, role) = standing(alert, status)
        segments.append(Segment(word, role, width: width < 80 ? 15 : 17))
        return PanelRow(id: alert.name.text, subject: alert.name, segments: segments)
    }

    func alertText(_ alert: Alert) -> String {
        alert.raised.headline.hasPrefix(alert.raised.source)
            ? alert.raised.headline : "\(alert.raised.source) \(alert.raised.headline)"
    }

    private func standing(_ alert: Alert, _ status: Alert.Status) -> (String, Role) {
        switch status {
        case .unacknowledged: return (catalogue.text("UNACKED"), .urgent)
        case .shelved(let until): return (catalogue.text("shelved to \(face.clockTime(until))"), .dim)
        case .closed: return (catalogue.text("closed"), .dim)
        case .acknowledged:
            guard let due = alert.due else { return (alert.acknowledgement?.by ?? "", .dim) }
            return due < now
                ? (catalogue.text("LATE \(face.age(now - due))"), .warning)
                : (catalogue.text("answer by \(face.clockTime(due))"), .info)
        }
    }

    private func row(_ item: AgendaItem) -> PanelRow {
        let left = item.instant - now
        let isSoon = left < .minutes(10)
        return PanelRow(
            id: PanelItem.agenda(item).id, subject: item.subject,
            segments: [
                Segment(
                    "\(face.moment(item.instant, now: now)) \(face.convention.ahead(left, seconds: isSoon))",
                    isSoon ? .warning : .text, width: 20),
                Segment(item.subject.area == .shifts ? "" : item.subject.short, .text, width: 4),
                Segment(catalogue.text(item.matter.message)),
            ])
    }

    /// One entry: when we learnt it, when it happened if that differs, what it says, its number.
    private func row(_ entry: Entry, withSubject: Bool, isStruck: Bool = false) -> PanelRow {
        let isSameDay = face.shortDay(entry.at) == face.shortDay(entry.learnt)
        var learnt = face.moment(entry.learnt, now: now)
        if entry.precision == .day {
            learnt = "\(face.clockTime(entry.learnt)) (\(face.yearDay(entry.at)))"
        } else if entry.lateness != nil {
            learnt =
                "\(face.clockTime(entry.learnt)) (\(isSameDay ? face.clockTime(entry.at) : face.shortDay(entry.at)))"
        }
        let role: Role = isStruck ? .struck : .text
        var segments = [Segment(learnt, isStruck ? .struck : .dim, width: entry.precision == .day ? 19 : 14)]
        if withSubject {
            segments.append(Segment(entry.subject.text, role, width: entry.subject.text.utf8.count > 12 ? 15 : 12))
        }
        let words = catalogue.text(entry.message(face, now: now))
        segments.append(Segment(isStruck ? "\(catalogue.text("WITHDRAWN")) \(words)" : words, role))
        if let late = entry.lateness, width >= 80 {
            segments.append(Segment(catalogue.text("late \(face.age(late))"), .warning, width: 12))
        }
        segments.append(Segment("#\(entry.index)", .dim, width: max(4, "#\(entry.index)".utf8.count), isRight: true))
        return PanelRow(id: "#\(entry.index)", subject: entry.subject, entry: entry.index, segments: segments)
    }
}

extension Role {
    static func priority(_ priority: Int) -> Role {
        switch priority {
        case 1: .priority1
        case 2: .priority2
        case 3: .priority3
        default: .priority4
        }
    }
}
