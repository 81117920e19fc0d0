import Model
import Screen
import Wording

extension AppState {
    /// The table of what goes and what stays, or the text as it would leave.
    func releaseLines(of sheet: ReleaseSheet, width: Int) -> [[Segment]] {
        if let composed = sheet.composed {
            let warnings = looks(at: composed.preview)
            let words = SafeText(composed.text, multiline: true).plain.split(
                separator: "\n", omittingEmptySubsequences: false)
            return warnings.flatMap { $0.wrapped(to: width).map { [Segment($0.plain, .urgent)] } }
                + words.flatMap { line in SafeText(String(line)).wrapped(to: width).map { [Segment($0.plain, .text)] } }
        }
        guard let preview = releasePreview(of: sheet) else {
            let words: Message = sheet.recipient.isEmpty ? "Say to whom, and see here what would go." : "loading"
            return text(words).wrapped(to: width).map { [Segment($0.plain, .dim)] }
        }
        let (goes, stays) = (text("goes"), text("stays"))
        let mark = max(goes.width, stays.width) + 1
        let name = min(preview.lines.map { text($0.field.message).width }.max() ?? 12, max(8, width / 3)) + 1
        let rest = max(8, width - mark - name)
        var lines = looks(at: preview).flatMap { $0.wrapped(to: width).map { [Segment($0.plain, .urgent)] } }
        for line in preview.lines {
            let words = line.reason.map { text($0.message) } ?? SafeText(releaseWords(of: line))
            let role: Role = line.goes ? .text : .dim
            let field = line.key.map { SafeText($0) } ?? text(line.field.message)
            for (place, piece) in words.wrapped(to: rest).prefix(3).enumerated() {
                lines.append([
                    Segment(
                        place == 0 ? (line.goes ? goes : stays).plain : "", line.goes ? .warning : .label, width: mark),
                    Segment(place == 0 ? field.clipped(to: name - 1).plain : "", .label, width: name),
                    Segment(piece.plain, role),
                ])
            }
        }
        return lines
    }

    private func looks(at preview: ReleasePreview) -> [SafeText] {
        preview.warnings.map { text("LOOK: \($0.message)") }
            + preview.toBeRewritten.map { line in
                text(
                    "LOOK: \(line.field.message) stays, for it speaks of a person or of who told us; use your own words"
                )
            }
    }

    private func releaseWords(of line: ReleasePreview.Line) -> String {
        switch line.field {
        case .date, .answerBy, .validUntil:
            line.texts.compactMap { Int64($0) }.map { face.stamp(Instant(milliseconds: $0)) }.joined(separator: ", ")
        case .kind: line.texts.map { MessageKind(rawValue: $0).map { catalogue.text($0.message) } ?? $0 }.joined()
        default: line.texts.joined(separator: ", ")
        }
    }

    func draw(_ sheet: ReleaseSheet, on canvas: inout Canvas) {
        let width = layout.overlay.width - 4
        let title: Message =
            sheet.composed == nil ? "Give out \(sheet.subject.text)" : "\(sheet.subject.text) as it would leave"
        let keys: Message =
            if sheet.isWorking {
                "working..."
            } else if sheet.composed != nil {
                "Enter gives it out and writes it down, Esc goes back"
            } else {
                "^S shows it as it would leave, PgDn goes on in the list, Esc leaves"
            }
        // In a low window the table keeps a third of the rows.
        drawOutgoing(
            sheet, title, lines: releaseLines(of: sheet, width: width), leastRows: { max(2, $0 / 3) },
            foot: foot(of: sheet, keys, secondPerson: secondPersonHint(for: MessageFiled.kind), width: width),
            on: &canvas)
    }
}
