import Model

/// What is reported lies behind, what is planned lies ahead, and a time without a day says neither.
extension TimeEntry {
    /// So far ahead a time without a day is one that has not come, and not that of the day before.
    private static let comesToday = Span.hours(8)
    /// So long ago a planned beginning may be; an earlier one is that of the next day.
    private static let hasJustBegun = Span.hours(2)
    /// Longer than this no window is taken from times without a day.
    package static let longestWindow = Span.hours(16)

    /// When something happened that is told now: `2350` at 00:10 was yesterday, `1300` at 09:20 has not come yet.
    ///
    /// - Throws: `notYetCome` for what lies more than the two minutes ahead that a clock may run fast
    package func happened(_ text: String) throws(TimeEntryFault) -> Instant {
        let latest = now + Delivery.clocksAhead
        if isTimeAlone(text) {
            let next = try instant(text, .future)
            if next <= latest { return next }
            if next <= now + TimeEntry.comesToday { throw .notYetCome(text.trimmingBlanks) }
        }
        // The latest such time within the hour ahead is none of those that are left.
        let told = try instant(text, .past)
        guard told <= latest else { throw .notYetCome(text.trimmingBlanks) }
        return told
    }

    /// When a planned window begins: a time alone is the first one from two hours ago on.
    package func begins(_ text: String) throws(TimeEntryFault) -> Instant {
        guard isTimeAlone(text) else { return try instant(text, .nearest) }
        return try TimeEntry(zone: zone, now: now - TimeEntry.hasJustBegun).instant(text, .future)
    }

    /// When a window that begins at `begin` ends: a time alone is the first one behind it, a length counts from now.
    ///
    /// - Throws: `longWindow` where a time alone would make it longer than sixteen hours
    package func ends(_ text: String, after begin: Instant) throws(TimeEntryFault) -> Instant {
        guard isTimeAlone(text) else { return try deadline(text) }
        let end = try TimeEntry(zone: zone, now: begin + .minutes(2)).instant(text, .future)
        guard end - begin <= TimeEntry.longestWindow else { throw .longWindow(text.trimmingBlanks, end - begin) }
        return end
    }

    /// Whether a time stands there without a day.
    package func isTimeAlone(_ text: String) -> Bool {
        let typed = EntryText.plain(text)
        guard ISO8601.parse(typed) == nil else { return false }
        var words = typed.split(whereSeparator: \.isWhitespace)
        if words.count > 1, let last = words.last, Zone.named(String(last)) != nil { words.removeLast() }
        guard words.count == 1 else { return false }
        return (try? EntryText.clock(words[0])) != nil
    }
}
