import Model
import Screen
import Wording

/// The screen of the alerts: the queue, what lies on the shelf, and beside them what is known of the one under the cursor.
extension AppState {
    /// Whether there is room beside the list.
    var showsPreview: Bool { width >= 120 && height >= 24 && !conceals }

    var alertPanels: [PanelID] {
        [.alerts] + (board.shelvedAlertCount(at: now) > 0 ? [.shelved] : []) + (showsPreview ? [.preview] : [])
    }

    func alertFrames(_ body: Rect) -> [(PanelID, Rect)] {
        let lists = alertPanels.filter { $0 != .preview }
        guard showsPreview else { return bands(body, lists) }
        let (left, right) = body.split(at: previewColumn)
        return bands(left, lists) + [(.preview, right)]
    }

    /// Columns of the lists; the rest is the preview's.
    private var previewColumn: Int { max(66, min(width - 54, width * 11 / 20)) }

    /// The alert that the preview is about: the one under the cursor of the list that had the focus last.
    var previewed: Alert? {
        guard let anchor = lists[previewedList]?.anchor else { return nil }
        return SubjectName(String(anchor.prefix { $0 != " " })).flatMap { alert($0) }
    }

    var previewLines: [[Segment]] {
        guard let alert = previewed else { return [] }
        return alertLines(of: alert, width: max(20, width - previewColumn - 4))
    }

    /// The words that stand for a fold: how many it holds.
    func count(of fold: AlertFold) -> String { "×\(fold.all.count)" }

    /// All that is owed on an alert, the most pressing first: by us, by others, and what its sender took back.
    func debtWords(of alert: Alert) -> [CellText] {
        var words: [CellText] = []
        if alert.isOver { return words }
        if alert.thread.cancelled != nil { words.append(CellText(catalogue.text("cancelled by sender"), .warning)) }
        if let due = alert.due {
            let what = catalogue.text(alert.thread.debt?.message ?? "an answer")
            words.append(
                due < now
                    ? CellText(
                        [catalogue.text("LATE \(face.age(now - due)) \(what)"), catalogue.text("LATE")], .warning)
                    : CellText(["\(what) \(face.moment(due, now: now))", face.moment(due, now: now)], .info))
        }
        if alert.thread.rejected != nil { words.append(CellText(catalogue.text("not accepted"), .warning)) }
        for awaited in alert.thread.awaited {
            guard let due = awaited.due else { continue }
            let message: Message =
                due < now
                ? "\(awaited.party) overdue \(face.age(now - due))"
                : "\(awaited.party) by \(face.moment(due, now: now))"
            words.append(CellText(catalogue.text(message), due < now ? .warning : .dim))
        }
        if let next = alert.followUps(for: ownOfficer).first {
            let isDue = next.at <= now
            words.append(
                CellText(catalogue.text("look again \(face.moment(next.at, now: now))"), isDue ? .warning : .dim))
        }
        return words
    }
}
