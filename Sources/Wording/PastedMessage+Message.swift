import Model

extension PastedMessage {
    /// What was understood, a sentence for each thing, and then what was not.
    ///
    /// - Parameters:
    ///   - thread: the alert that it belongs to.
    ///   - now: times of another year are shown with it.
    package func lines(thread: SubjectName?, _ face: ClockFace, now: Instant) -> [Message] {
        var lines: [Message] = []
        lines.append(
            thread.map { "Belongs to \($0.text): \(kind.message), priority \(priority)" }
                ?? "A new alert: \(kind.message), priority \(priority)")
        for doubt in doubts { lines.append("LOOK: \(doubt.message)") }
        lines.append("From: \(source.isEmpty ? "?" : source)\(number.map { ", \($0)" } ?? "")")
        lines.append("Headline: \(headline)")
        if let happened {
            let isDay = doubts.contains(.noTimeOfDay)
            lines.append("When: \(isDay ? face.dayAlone(happened, now: now) : face.stamp(happened, now: now))")
        }
        for item in particulars.items.prefix(8) {
            lines.append("Item: \(PastedMessage.words(of: item))")
        }
        if particulars.items.count > 8 { lines.append("Items: \(particulars.items.count) in all") }
        if let place = particulars.place {
            let state = particulars.state.map { " (\($0))" } ?? ""
            lines.append("Place: \(place)\(state)")
        }
        let route = [particulars.departure ?? ""] + particulars.transit + [particulars.destination ?? ""]
        if route.contains(where: { !$0.isEmpty }) {
            lines.append("Route: \(route.filter { !$0.isEmpty }.joined(separator: " > "))")
        }
        if let hidden = particulars.concealment { lines.append("Hidden: \(hidden)") }
        if let operation = particulars.operation { lines.append("Operation: \(operation)") }
        let open = particulars.identifiers.compactMap(\.typed)
        if !open.isEmpty { lines.append("Numbers: \(open.prefix(8).joined(separator: ", "))") }
        if !personal.isEmpty {
            lines.append("Of persons, kept apart: \(personal.map(\.typed).prefix(8).joined(separator: ", "))")
        }
        if let answerBy { lines.append("Answer by: \(face.stamp(answerBy, now: now))") }
        if let expires { lines.append("Valid until: \(face.stamp(expires, now: now))") }
        if !notUnderstood.isEmpty { lines.append("Not understood: \(notUnderstood.prefix(8).joined(separator: "; "))") }
        return lines
    }

    private static func words(of item: SeizedItem) -> String {
        let amount = item.quantity.map { "\($0.amount) \($0.unit)" } ?? ""
        return [item.name ?? item.substance ?? item.kind.rawValue, amount].filter { !$0.isEmpty }.joined(separator: " ")
    }
}
