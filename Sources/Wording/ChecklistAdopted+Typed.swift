import Model

extension ChecklistAdopted.Item {
    /// A step as it is typed, with its hour from the start in front where it has one: `T-90m: call all desks`, `T+2h tell
    /// KAZ`, or the bare minutes with their sign, `-60 ask UZB`.
    ///
    /// - Throws: why the length behind the T is none.
    package init(typed text: String) throws(TimeEntryFault) {
        let text = text.trimmingBlanks
        if let match = text.firstMatch(of: /^[TtТт]\s?([+−-])\s?([^\s:]+):?\s+(.+)$/) {
            let span = try TimeEntry(zone: .utc, now: Instant(milliseconds: 0)).span(String(match.2))
            let minutes = Int(span.milliseconds / 60_000)
            self.init(String(match.3), dueMinutes: match.1 == "+" ? minutes : -minutes)
        } else if let match = text.firstMatch(of: /^([+−-])(\d{1,6}):?\s+(.+)$/), let minutes = Int(match.2),
            minutes <= 525_600
        {
            self.init(String(match.3), dueMinutes: match.1 == "+" ? minutes : -minutes)
        } else {
            self.init(text)
        }
    }
}
