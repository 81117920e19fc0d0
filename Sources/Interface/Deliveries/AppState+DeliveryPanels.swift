import Model
import Screen
import Wording

extension PanelID {
    /// The tabs of a delivery: the page for the night, then those for the day.
    static let ofDelivery: [PanelID] = [
        .now, .plan, .consents, .custody, .reports, .evidence, .checklist, .contingency, .contacts, .entities,
        .timeline,
    ]

    var isOfDelivery: Bool { self != .timeline && PanelID.ofDelivery.contains(self) }

    /// The name of a tab.
    var tab: Message {
        switch self {
        case .now: "NOW"
        case .plan: "PLAN"
        case .consents: "CONSENTS"
        case .custody: "CUSTODY"
        case .reports: "REPORTS"
        case .evidence: "EVIDENCE"
        case .checklist: "CHECKLIST"
        case .contingency: "AGREED"
        case .contacts: "CONTACTS"
        case .entities: "NAMES AND NUMBERS"
        default: "TIMELINE"
        }
    }
}

extension AppState {
    /// The delivery whose page is open.
    var shownDelivery: Delivery? {
        guard case .subject(let name) = screen, name.area == .deliveries, !conceals else { return nil }
        return delivery(name)
    }

    /// Whether the tabs have a line of their own; where they have not, the title names the next one.
    var showsDeliveryTabs: Bool { shownDelivery != nil && height >= 28 && !isZoomed }

    func deliveryFrames(_ body: Rect) -> [(PanelID, Rect)] {
        [(focusedPanel, showsDeliveryTabs ? body.cut(at: 1).1 : body)]
    }

    /// Columns for the words of a page over the whole width, without the place of the cursor.
    private var pageWidth: Int { max(20, width - 2) }

    func deliveryItems(_ panel: PanelID) -> [PanelItem] {
        deliveryLines(panel).enumerated().map { .fact($0.offset, $0.element) }
    }

    func deliveryLines(_ panel: PanelID) -> [[Segment]] {
        guard let delivery = shownDelivery else { return [] }
        if withholds(delivery.name) {
            return [[Segment(catalogue.text(withheldWords(of: delivery.name)), .dim)]]
        }
        switch panel {
        case .now: return nowPage(of: delivery).lines.map(\.segments)
        case .plan: return planLines(of: delivery, width: pageWidth)
        case .consents: return consentLines(of: delivery, width: pageWidth)
        case .custody: return custodyLines(of: delivery, width: pageWidth)
        case .reports: return reportLines(of: delivery, width: pageWidth)
        case .evidence: return evidenceLines(of: delivery, width: pageWidth)
        case .checklist: return checklistLines(of: delivery, width: pageWidth)
        case .contingency: return contingencyLines(of: delivery, width: pageWidth)
        case .contacts: return contactLines(of: delivery, width: pageWidth)
        case .entities: return entityLines(of: delivery, width: pageWidth)
        default: return []
        }
    }

    /// Lines that the page for the night has no room for.
    var hiddenNowLines: Int {
        guard let delivery = shownDelivery, !withholds(delivery.name) else { return 0 }
        return nowPage(of: delivery).hidden
    }

    /// Whether a line of the page goes on in the next one.
    func goesOnOnThePage(after line: Int) -> Bool {
        guard let delivery = shownDelivery, !withholds(delivery.name) else { return false }
        let lines = nowPage(of: delivery).lines
        return lines.indices.contains(line + 1) && lines[line + 1].goesOn
    }

    private func nowPage(of delivery: Delivery) -> ShrunkPage {
        let room = deliveryFrames(layout.body)[0].1.height - 1
        return ShrunkPage(nowGroups(of: delivery, width: pageWidth), width: pageWidth, height: max(1, room))
    }

    /// Enter on a row of the page opens the tab that tells more about it.
    mutating func openTab() -> [Effect] {
        guard let delivery = shownDelivery, let cursor = lists[.now]?.cursor else { return [] }
        let lines = nowPage(of: delivery).lines
        if lines.indices.contains(cursor), let panel = lines[cursor].panel, panel != .now { focus[screen] = panel }
        return []
    }

    func deliveryTitle(of panel: PanelID) -> PanelTitle {
        guard let delivery = shownDelivery else { return PanelTitle(leads: [panel.tab], .verbatim("")) }
        let place = (PanelID.ofDelivery.firstIndex(of: panel) ?? 0) + 1
        let next = PanelID.ofDelivery[place % PanelID.ofDelivery.count].tab
        let standing = standing(delivery)
        guard panel == .now else {
            var title = PanelTitle(
                leads: ["\(delivery.name.text) \(panel.tab)", panel.tab],
                "\(place) of \(PanelID.ofDelivery.count), Tab: \(next)", "Tab: \(next)")
            if showsDeliveryTabs {
                title.remarks = standing.forms.map { .verbatim($0) }
                title.role = standing.role
            }
            return title
        }
        let goods = "\(delivery.opened.goods), \(catalogue.text(delivery.method.message))"
        let conveyance = delivery.opened.conveyance
        var title = PanelTitle(
            leads: ["\(delivery.name.text) \(delivery.stage.message)"],
            .verbatim([goods, conveyance].compactMap { $0 }.joined(separator: ", ")), .verbatim(goods),
            .verbatim(delivery.opened.goods))
        // Where even the goods alone are too long, their first words say more than none.
        let words = delivery.opened.goods.split(separator: " ")
        for count in stride(from: words.count - 1, to: 0, by: -1) {
            title.remarks.append(.verbatim(words.prefix(count).joined(separator: " ") + "~"))
        }
        title.role = .text
        return title
    }

    /// The names of the tabs in one line, as many as fit around the one that is open.
    func drawDeliveryTabs(in rect: Rect, on canvas: inout Canvas) {
        let open = PanelID.ofDelivery.firstIndex(of: focusedPanel) ?? 0
        let names = PanelID.ofDelivery.map { text($0.tab) }
        func width(_ range: ClosedRange<Int>) -> Int { range.reduce(0) { $0 + names[$1].width + 3 } }
        var range = open...open
        while true {
            let before = range.lowerBound > 0 ? (range.lowerBound - 1)...range.upperBound : range
            let after = range.upperBound < names.count - 1 ? range.lowerBound...(range.upperBound + 1) : range
            if after != range, width(after) <= rect.width - 4 {
                range = after
            } else if before != range, width(before) <= rect.width - 4 {
                range = before
            } else {
                break
            }
        }
        var column = rect.column
        if range.lowerBound > 0 { column += canvas.put("< ", row: rect.row, column: column, role: .dim) }
        for place in range {
            let shown = place == open ? "[" + names[place] + "]" : " " + names[place] + " "
            column +=
                canvas.put(shown, row: rect.row, column: column, role: place == open ? .title : .heading) + 1
        }
        if range.upperBound < names.count - 1 { canvas.put(">", row: rect.row, column: column, role: .dim) }
    }
}
