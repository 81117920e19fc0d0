import Model
import Screen
import Wording

extension AppState {
    /// What a row tells below its first line, where there is room for it. A headline that is longer than its place in
    /// the first line goes on in the second.
    func secondLine(of item: PanelItem, below segments: inout [Segment], at flexible: Int?) -> [Segment] {
        if let name = row(item).subject, withholds(name) { return [] }
        switch item {
        case .delivery(let delivery):
            return [Segment("", width: 5), Segment(road(of: delivery, width: width - 8), .dim)]
        case .alert, .fold:
            guard let alert = item.alert, let flexible, let width = segments[flexible].width else { return [] }
            let before = segments[..<flexible].reduce(0) { $0 + ($1.width ?? 0) + 1 } - 1
            let whole = SafeText(alertText(alert))
            let pieces = whole.wrapped(to: width)
            let head = Segment("", width: max(0, before))
            let details = details(of: alert)
            guard pieces.count > 1 else { return [head, Segment(details, .dim)] }
            segments[flexible] = Segment(pieces[0].plain, segments[flexible].role, width: width)
            let rest = String(whole.plain.dropFirst(pieces[0].plain.count)).trimmingBlanks
            return [head, Segment(rest, width: SafeText(rest).width), Segment("(\(details))", .dim)]
        case .line(let line):
            guard let flexible, segments.indices.contains(flexible), line.cells.indices.contains(flexible),
                let width = segments[flexible].width
            else { return [] }
            let head = Segment("", width: max(0, segments[..<flexible].reduce(0) { $0 + ($1.width ?? 0) + 1 } - 1))
            let whole = SafeText(line.cells[flexible].longest)
            let pieces = whole.wrapped(to: width)
            guard pieces.count > 1 else { return [head, Segment(line.more, .dim)] }
            segments[flexible] = Segment(pieces[0].plain, segments[flexible].role, width: width)
            let rest = String(whole.plain.dropFirst(pieces[0].plain.count)).trimmingBlanks
            return [head, Segment(rest, width: SafeText(rest).width), Segment("(\(line.more))", .dim)]
        default: return []
        }
    }

    /// The legs in a row: those behind with `=====`, the one it is on with its place, those ahead with `-----`. Where
    /// they are longer than so many columns, those behind are left out.
    private func road(of delivery: Delivery, width: Int) -> String {
        guard !delivery.legs.isEmpty else { return delivery.opened.goods }
        let current = delivery.currentLegNumber ?? delivery.legs.first?.number ?? 0
        let legs = delivery.road(at: now).map { road -> String in
            let leg = road.leg
            let until = face.moment(leg.until, now: now)
            let cover = roadWord(road)
            guard leg.number == current else {
                let line = leg.number < current ? "=====" : "-----"
                return "\(leg.state) \(leg.entry) \(line) \(leg.exit) \(until)\(cover)\(gapWord(road))"
            }
            let estimate = delivery.exitEstimate.map { " \(catalogue.text("e \(face.moment($0, now: now))"))" } ?? ""
            return "\(leg.state) \(leg.entry) ==>-- \(leg.exit)\(estimate) [\(until)]\(cover)\(gapWord(road))"
        }
        let whole = legs.joined(separator: "  ")
        guard SafeText(whole).width > width else { return whole }
        return zip(delivery.legs, legs).filter { $0.0.number >= current }.map(\.1).joined(separator: "  ")
    }

    /// What the road says of the consent where it is not complete; nothing where nobody was asked, which has a column.
    private func roadWord(_ road: RoadLeg) -> String {
        switch road.cover {
        case .complete, .none: ""
        default: road.mark == .passed ? "" : " \(catalogue.text(road.cover.word(face.convention)))"
        }
    }

    /// How long nobody held it where the leg ended.
    private func gapWord(_ road: RoadLeg) -> String {
        road.gap.map { " \(catalogue.text("NOBODY \(face.age($0.length(at: now)))"))" } ?? ""
    }

    /// What the headline leaves out: where, what, how much, who told, who took it.
    private func details(of alert: Alert) -> String {
        let raised = alert.raised
        let taken = alert.inCharge.map { catalogue.text("taken by \($0)") }
        let substance = [raised.substance, raised.quantity.map { "\($0.amount) \($0.unit)" }].compactMap { $0 }
        return [
            catalogue.text(raised.message.message), alert.place,
            substance.isEmpty ? nil : substance.joined(separator: " "),
            taken,
        ].compactMap { $0 }.filter { !$0.isEmpty }.joined(separator: ", ")
    }
}
