import Model
import Screen
import Wording

extension AppState {
    func drawOverlay(on canvas: inout Canvas) {
        switch overlay {
        case .pick(let pick): draw(pick, on: &canvas)
        case .form(let form): draw(form, on: &canvas)
        case .commandLine(let line): draw(line, on: &canvas)
        case .raw: drawRaw(on: &canvas)
        case .choices(let choices): draw(choices, on: &canvas)
        case .themes(let chooser): draw(chooser, on: &canvas)
        case .passphrase(let entry): draw(entry, on: &canvas)
        case .approval(let page): draw(page, on: &canvas)
        case .paste(let sheet): draw(sheet, on: &canvas)
        case .release(let sheet): draw(sheet, on: &canvas)
        case .calls(let sheet): draw(sheet, on: &canvas)
        case .conflict(let sheet): draw(sheet, on: &canvas)
        case .road(let sheet): draw(sheet, on: &canvas)
        case .certificate(let page): draw(page, on: &canvas)
        case .request(let sheet): draw(sheet, on: &canvas)
        case .filter, nil: break
        }
    }

    /// Where a box with so many rows of text lies.
    func frameRect(rows: Int) -> Rect {
        let whole = layout.overlay
        let height = min(rows + 2, height - 4)
        return Rect(
            row: max(1, (self.height - height) / 2 - 1), column: whole.column, width: whole.width, height: height)
    }

    /// A cleared box over the screen; returns where its text goes.
    func frame(_ title: Message, rows: Int, on canvas: inout Canvas) -> Rect {
        frame(title, in: frameRect(rows: rows), on: &canvas)
    }

    /// The same at a place of one's own.
    func frame(
        _ title: Message, in rect: Rect, role: Role = .title, titleRole: Role = .heading, on canvas: inout Canvas
    ) -> Rect {
        canvas.fill(row: rect.row, column: rect.column, width: rect.width, height: rect.height)
        canvas.box(
            row: rect.row, column: rect.column, width: rect.width, height: rect.height, title: text(title),
            role: role, titleRole: titleRole)
        return Rect(row: rect.row + 1, column: rect.column + 2, width: rect.width - 4, height: rect.height - 2)
    }
}
