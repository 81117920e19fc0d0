import Model
import Screen
import Wording

extension AppState {
    /// What is still missing, then what it says in the reader's language; or the text as it would leave.
    func requestLines(of sheet: RequestSheet, width: Int) -> [[Segment]] {
        func broken(_ text: String, _ role: Role) -> [[Segment]] {
            SafeText(text, multiline: true).plain.split(separator: "\n", omittingEmptySubsequences: false).flatMap {
                SafeText(String($0)).wrapped(to: width).map { [Segment($0.plain, role)] }
            }
        }
        if let composed = sheet.composed { return broken(composed.text, .text) }
        guard let document = document(of: sheet) else {
            return broken(catalogue.text("A time cannot be read yet."), .dim)
        }
        return broken(missingWords(of: document), document.isComplete ? .good : .warning)
            + ruleLines(of: document, width: width) + broken(prose(of: document), .text)
    }

    private func missingWords(of document: RequestDocument) -> String {
        // What only a person can look at stands with the rules below, and so does that nothing is filed.
        let gaps = document.gaps.filter { gap in
            switch gap {
            case .field, .rule: true
            case .toBeLookedAt, .nothingFiled: false
            }
        }
        if gaps.isEmpty { return catalogue.text("Nothing that is known to be needed is missing.") }
        return catalogue.text("STILL MISSING: \(gaps.map { $0.words(in: catalogue) }.joined(separator: ", "))")
    }

    /// What the State's rules ask for, and whether it is in there.
    private func ruleLines(of document: RequestDocument, width: Int) -> [[Segment]] {
        guard !document.asked.isEmpty else {
            let words: Message = "What \(document.wishes.state) requires is not in the directory: UNVERIFIED."
            return text(words).wrapped(to: width).map { [Segment($0.plain, .dim)] }
        }
        return document.asked.flatMap { asked -> [[Segment]] in
            let age = asked.requirement.verified.map { face.age(max(now - $0.at, .zero)) }
            let checked: Message = age.map { "checked \($0) ago" } ?? "UNVERIFIED"
            let (word, role): (Message, Role) =
                switch asked.standing {
                case .stated: ("stated", .good)
                case .missing: ("MISSING", .warning)
                case .toBeLookedAt: ("look", .text)
                }
            let line = "\(asked.requirement.text): \(catalogue.text(word)) (\(catalogue.text(checked)))"
            return SafeText(line).wrapped(to: width).map { [Segment($0.plain, role)] }
        }
    }

    func draw(_ sheet: RequestSheet, on canvas: inout Canvas) {
        let width = layout.overlay.width - 4
        let version = document(of: sheet)?.version ?? 1
        let title: Message =
            sheet.composed == nil
            ? "Request \(version) to \(sheet.state) about \(sheet.delivery.text): NOT SENT"
            : "Request \(version) to \(sheet.state) as it would leave"
        let keys: Message =
            if sheet.isWorking {
                "working..."
            } else if sheet.composed != nil {
                "y copies, w writes the file, F8 writes down that it was sent, Esc goes back"
            } else {
                "^S shows it as it would leave, PgDn goes on in the text, Esc leaves"
            }
        let second = sheet.composed == nil ? nil : secondPersonHint(for: RequestSent.kind)
        // In a low window the text keeps half of the rows.
        drawOutgoing(
            sheet, title, lines: requestLines(of: sheet, width: width), leastRows: { max(3, $0 / 2) },
            foot: foot(of: sheet, keys, secondPerson: second, width: width), on: &canvas)
    }
}
