import Model
import Screen
import Wording

/// Rows that are marked to be read out, and what is copied from them.
extension AppState {
    /// Marks the row under the cursor, or takes its mark away, and goes on to the next row.
    mutating func toggleMark() -> [Effect] {
        guard let anchor = lists[focusedPanel]?.anchor else { return [] }
        if marks.remove(anchor) == nil { marks.insert(anchor) }
        return moveCursor(by: 1)
    }

    /// Goes to the next marked row, from panel to panel, and around.
    mutating func moveToMark() -> [Effect] {
        let rows = frames.map(\.panel).flatMap { panel in items(of: panel).map { (panel: panel, id: $0.id) } }
        let panel = focusedPanel
        let here = rows.firstIndex { $0.panel == panel && $0.id == lists[panel]?.anchor } ?? 0
        let marked = rows.indices.filter { marks.contains(rows[$0].id) }
        guard let next = marked.first(where: { $0 > here }) ?? marked.first else {
            notice = Notice(message: "The marked rows are not on this screen.", isError: false)
            return []
        }
        select(rows[next].id, in: rows[next].panel)
        return []
    }

    mutating func unmarkAll() -> [Effect] {
        let count = marks.count
        marks = []
        notice = Notice(
            message: .plural(count, one: "%1 mark taken away", other: "%1 marks taken away"), isError: false)
        return []
    }

    // MARK: Copying

    /// What the row under the cursor says, without what the screen adds to it; nil where there is no row.
    var rowText: String? {
        let panel = focusedPanel
        guard let anchor = lists[panel]?.anchor, let item = items(of: panel).first(where: { $0.id == anchor }) else {
            return nil
        }
        switch item {
        case .alert(let alert): return "\(alert.name.text) \(alertText(alert))"
        case .fold(let fold): return "\(count(of: fold)) \(fold.first.name.text) \(alertText(fold.first))"
        case .delivery(let delivery):
            let place = delivery.lastPlace.map { ", \($0)" } ?? ""
            return "\(delivery.name.text) \(delivery.opened.goods)\(place)"
        case .agenda(let item):
            return "\(face.stamp(item.instant)) \(item.subject.text) \(catalogue.text(item.matter.message))"
        case .line(let line): return catalogue.text(line.sentence)
        case .fact(_, let segments): return segments.map(\.text).joined(separator: " ")
        case .officer(let officer): return "\(officer.id) \(officer.shownName)"
        case .run(let run):
            let entry = run.first
            return "#\(entry.index) \(entry.subject.text) \(catalogue.text(entry.message(face, now: now)))"
        case .entry(let entry, _, _):
            return "#\(entry.index) \(entry.subject.text) \(catalogue.text(entry.message(face, now: now)))"
        }
    }

    /// Copies what the row under the cursor says.
    mutating func copyRow() -> [Effect] {
        guard let text = rowText else { return [] }
        if let name = rowSubject, let reason = obstacleOfCopying(name) {
            notice = Notice(message: reason, isError: true)
            return []
        }
        clipboard = SafeText(text).plain
        let written = rowSubject.flatMap { copyDraft(of: $0) }.map { append($0) } ?? []
        return [.copy(clipboard)] + written
    }

    /// The answer to `copy`.
    mutating func copied(to path: String, _ fault: Message?, _ isOffered: Bool?) {
        let copied: Message =
            fault.map { "Copied for ^Y; not to a file: \($0)" } ?? "Copied for ^Y; also in the file \(path)"
        let offered: Message = "Offered to the terminal, which may not take it. \(copied)"
        let tooLong: Message = "Too long for the terminal's clipboard. \(copied)"
        notice = Notice(message: isOffered.map { $0 ? offered : tooLong } ?? copied, isError: false)
    }

    // MARK: The mouse

    mutating func toggleMouse() -> [Effect] {
        isMouseOn.toggle()
        notice = Notice(
            message: isMouseOn
                ? "The mouse selects rows; with Shift held down it selects text as the terminal does."
                : "The mouse is the terminal's own again: it selects text.", isError: false)
        return [.setMouse(isMouseOn)]
    }

    /// Takes over the lines typed in earlier sessions: `:` and a command, `/` and a filter; oldest first.
    mutating func recall(_ lines: [String]) {
        commandHistory = lines.filter { $0.hasPrefix(":") }.map { String($0.dropFirst()) }.suffix(AppState.historyLimit)
        filterHistory = lines.filter { $0.hasPrefix("/") }.map { String($0.dropFirst()) }.suffix(AppState.historyLimit)
    }
}
