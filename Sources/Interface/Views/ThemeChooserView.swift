import Model
import Screen
import Wording

extension AppState {
    /// Lies at the lower edge, so that the sentence of line 3 and the first panel are seen in the theme.
    func draw(_ chooser: ThemeChooser, on canvas: inout Canvas) {
        let inside = themeFrame(on: &canvas)
        let prompt = canvas.put(text("Search: "), row: inside.row, column: inside.column, role: .label)
        canvas.put(
            SafeText(chooser.query.text).padded(to: inside.width - prompt), row: inside.row,
            column: inside.column + prompt, width: inside.width - prompt, role: .fieldFocus)
        let cards = fittingThemes(chooser)
        let rows = themeRows
        // The bar of the list stands beside the text.
        let list = Rect(row: inside.row + 1, column: inside.column, width: inside.width + 1, height: rows)
        drawList(count: cards.count, list: chooser.list, rows: rows, in: list, on: &canvas) { segments(of: cards[$0]) }
        drawHint(chooser, cards, row: inside.row + 1 + rows, inside, on: &canvas)
    }

    private func themeFrame(on canvas: inout Canvas) -> Rect {
        let (width, height) = (min(self.width - 4, 84), themeRows + 6)
        let rect = Rect(
            row: max(layout.headerRows, self.height - layout.footerRows - height),
            column: (self.width - width) / (layout.isWide ? 1 : 2) - (layout.isWide ? 2 : 0), width: width,
            height: height)
        return frame(
            "Themes: the screen shows the one under the cursor", in: rect, role: .frame, titleRole: .title,
            on: &canvas)
    }

    private func segments(of card: ThemeCard) -> [Segment] {
        let ratio = card.contrast.map { catalogue.text("\(decimal: ThemeCard.tenths($0))") } ?? Convention.noData
        return [
            Segment(card.name, card.isUsable ? .text : .disabled, width: 14),
            Segment(ratio, .dim, width: 4, isRight: true),
            Segment(catalogue.text(card.purpose), card.isUsable ? .dim : .error),
        ]
    }

    /// The whole sentence of the theme under the cursor, its contrast, and the keys.
    private func drawHint(
        _ chooser: ThemeChooser, _ cards: [ThemeCard], row: Int, _ inside: Rect, on canvas: inout Canvas
    ) {
        let card = cards.first { $0.name == chooser.list.anchor }
        let told: Message = card.map { "\($0.purpose): \($0.contrastWords)" } ?? "no theme fits “\(chooser.query.text)”"
        let lines = text(card?.isUsable == false ? card?.purpose ?? told : told).wrapped(to: inside.width)
        for (line, piece) in lines.prefix(2).enumerated() {
            let isCut = line == 1 && lines.count > 2
            canvas.put(
                isCut ? piece + "~" : piece, row: row + line, column: inside.column, width: inside.width,
                role: card?.isUsable == false ? .error : .text)
        }
        canvas.put(
            text("Enter keeps it, Esc goes back to \(chooser.former)"), row: row + 2, column: inside.column,
            width: inside.width, role: .dim)
    }
}
