/// A row of the paper as it is typed in: `0214 uzb 014 queue 40 trucks`, taken apart as the phone line is.
///
/// It names its subject by `about`, or by a delivery's number or an alert's name among its first words. Its time is that
/// of the Centre's own clock, because the one who wrote it looked at that one.
package struct PaperLine: Equatable, Sendable {
    /// As typed, with its day where one stands in front of it; nil where the line begins with no time.
    package let time: String?
    /// The alert or delivery that it is about; nil for the watch.
    package let about: SubjectName?
    /// What was written, without the time and the name.
    package let text: String
    /// The time at which the load leaves, as typed.
    package let eta: String?
    /// A word that has the form of an alert's or a delivery's name and names none; what it means is for a person to say.
    package let unknown: String?
    private let phone: PhoneLine

    /// - Parameters:
    ///   - about: what it is about, where that was said beside it
    ///   - named: the alert or delivery that a word names
    ///   - readings: a word as it was typed, then as it may have been meant on another layout
    ///   - days: how many of the first words are a day in front of the time
    package init(
        _ line: String, about: SubjectName? = nil, named: (String) -> SubjectName?,
        readings: (String) -> [String] = { [$0] }, days: ([String]) -> Int = { _ in 0 }
    ) {
        var words = line.split(whereSeparator: { $0 == " " || $0 == "\t" }).map(String.init)
        let day = words.prefix(days(words)).joined(separator: " ")
        words.removeFirst(days(words))
        // Time, State and name come first, in any order; a number further on is an amount.
        let phone = PhoneLine(words.joined(separator: " "), readings: readings) {
            about == nil && named($0)?.area == .deliveries
        }
        if phone.time != nil, let place = words.firstIndex(where: { readings($0).contains(where: PhoneLine.isTime) }) {
            let length = phone.time?.split(separator: " ").count ?? 1
            words.removeSubrange(place..<min(words.count, place + length))
        }
        var found = about
        if found == nil {
            let head = words.prefix(4).firstIndex { word in
                readings(word).contains { named($0) != nil && (phone.delivery == $0 || named($0)?.area == .alerts) }
            }
            if let head {
                found = readings(words[head]).compactMap(named).first
                words.remove(at: head)
            }
        }
        unknown = found == nil ? words.prefix(3).first { PaperLine.isName($0) } : nil
        self.phone = phone
        // Some write 02.14.
        time = phone.time.map { (day.isEmpty ? "" : day + " ") + $0.replacing(".", with: ":") }
        self.about = found
        eta = phone.eta
        text = words.joined(separator: " ")
    }

    /// Whether it is what a State said about a delivery on its road.
    package var isReport: Bool { about?.area == .deliveries && phone.from != nil && phone.matter == .report }

    /// The record that it becomes, then the row itself; of the watch's own there is only the row.
    ///
    /// - Parameters:
    ///   - leaves: `eta` as an instant
    ///   - who: whose word it is, as it is written on the row
    package func events(row: Int, leaves: Instant? = nil, who: String? = nil) -> [(about: SubjectName?, event: Event)] {
        guard let about else { return [(nil, .shift(.paperRow(PaperRowEntered(row: row, text: text, who: who))))] }
        let record: Event =
            switch about.area {
            case .deliveries where isReport: .delivery(.reportReceived(report(leaves)))
            case .deliveries: .delivery(.noted(DeliveryNoted(text: text)))
            default: .alert(.noted(AlertNoted(text: text)))
            }
        return [(about, record), (nil, .shift(.paperRow(PaperRowEntered(row: row, about: about, who: who))))]
    }

    /// What the State said, where it is a report.
    package func report(_ leaves: Instant? = nil) -> ReportReceived {
        let rest = [phone.seal.map { "seal \($0)" }, phone.weight.map { "weight \($0)" }].compactMap { $0 }
        let words = ([phone.text] + rest).filter { !$0.isEmpty }.joined(separator: " ")
        return ReportReceived(
            from: phone.from ?? "", text: words.isEmpty && phone.place == nil ? text : words, place: phone.place,
            exitEstimate: leaves, isCalledBack: false)
    }

    private static func isName(_ word: String) -> Bool {
        let parts = word.uppercased().split(separator: "-")
        return parts.count >= 2 && ["AL", "CD", "XAL", "XCD"].contains(parts[0])
            && parts.dropFirst().allSatisfy { $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }
    }

    /// The alert or delivery of a board that a word names: `014`, `CD-014`, `AL-2026-0193`.
    package static func subject(_ word: String, on board: Board) -> SubjectName? {
        let typed = word.uppercased()
        if let name = SubjectName(typed), board.alerts[name] != nil || board.deliveries[name] != nil { return name }
        let parts = typed.split(separator: "-")
        guard let number = parts.last, number.utf8.allSatisfy({ (0x30...0x39).contains($0) }), parts.count <= 2 else {
            return nil
        }
        // A bare number of three digits is a delivery's, as on the phone, and one of four an alert's, as the screens name them.
        let area: Area? =
            parts.count == 1
            ? (number.count == 3 ? .deliveries : number.count == 4 ? .alerts : nil)
            : Area(rawValue: String(parts[0].suffix(2)))
        let names: [SubjectName] =
            switch area {
            case .deliveries: Array(board.deliveries.keys)
            case .alerts: Array(board.alerts.keys)
            default: []
            }
        let fitting = names.filter {
            $0.short == number || Int($0.text.split(separator: "-").last ?? "") == Int(number)
        }
        return fitting.count == 1 ? fitting[0] : nil
    }
}
