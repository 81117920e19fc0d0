import Model

/// Reads the times and lengths of time that people type, in any of the shipped languages, at `now` in `zone`.
///
/// Times: `0406`, `04:06`, `17 Oct 04:06`, `17.10 04:06`, `10-17 04:06`, `10月17日 04:06`, `tomorrow 0800`, ISO 8601;
/// each may end in a zone (`04:06 +04`, `23:06 UTC`). Lengths: `45` (minutes), `90m`, `1h30`, `2 ч`, `3天`.
package struct TimeEntry: Sendable {
    /// Which day is meant where only a time is typed, and which year where only day and month are.
    package enum Leaning: Hashable, Sendable {
        /// A fact: the latest such time up to now, or within the next hour, because other people's clocks run ahead;
        /// the latest such day up to a month ahead.
        case past
        case nearest
        /// A deadline: the first such time from this minute on; the first such day from a month ago on.
        case future
    }

    package var zone: Zone
    package var now: Instant

    package init(zone: Zone, now: Instant) {
        self.zone = zone
        self.now = now
    }

    package func instant(_ text: String, _ leaning: Leaning = .nearest) throws(TimeEntryFault) -> Instant {
        let typed = EntryText.plain(text)
        if typed.isEmpty { throw .empty }
        if let parts = ISO8601.parse(typed) {
            return parts.offsetSeconds.map(parts.civil.instant(offsetSeconds:)) ?? zone.instant(of: parts.civil)
        }
        var words = typed.split(whereSeparator: \.isWhitespace)
        var entry = self
        if words.count > 1, let last = words.last, let named = Zone.named(String(last)) {
            entry.zone = named
            words.removeLast()
        }
        if words.count > 1, words[0].contains(":") { words.append(words.removeFirst()) }
        guard let clock = words.popLast() else { throw .empty }
        let time = try EntryText.clock(clock)
        if words.isEmpty { return entry.onNearDay(time, leaning) }
        return try entry.on(words, at: time, leaning)
    }

    /// The last minute of a day that is typed alone (`17 Oct`, `yesterday`), but never after `now`; nil for anything else.
    package func endOfDay(_ text: String) -> Instant? {
        guard !text.contains(":"), let end = try? instant(text + " 23:59", .past) else { return nil }
        return min(end, now)
    }

    /// A length of time, at most 366 days; a bare number is minutes.
    package func span(_ text: String) throws(TimeEntryFault) -> Span { try EntryText.span(EntryText.plain(text)) }

    /// A deadline, as a time (`0800`) or as a length from now (`45`, `90m`).
    package func deadline(_ text: String) throws(TimeEntryFault) -> Instant {
        let typed = EntryText.plain(text)
        let isShortNumber = typed.count <= 3 && typed.allSatisfy(\.isNumber)
        if !typed.isEmpty, isShortNumber || EntryText.hasUnit(typed) { return now + (try span(typed)) }
        return try instant(text, .future)
    }

    private func onNearDay(_ time: EntryText.Clock, _ leaning: Leaning) -> Instant {
        let today = Civil(now, offsetSeconds: zone.offset(at: now))
        let candidates = (-1...1).map { shift in
            let noon = Civil(year: today.year, month: today.month, day: today.day, hour: 12).instant(offsetSeconds: 0)
            return zone.instant(of: time.on(Civil(noon + .days(Int64(shift)), offsetSeconds: 0)))
        }
        return choose(candidates, leaning, late: .minutes(1), early: .hours(1)) ?? now
    }

    private func on(_ words: [Substring], at time: EntryText.Clock, _ leaning: Leaning) throws(TimeEntryFault)
        -> Instant
    {
        let today = Civil(now, offsetSeconds: zone.offset(at: now))
        let date = try EntryText.date(words, today: today)
        if let year = date.year {
            let civil = time.on(Civil(year: year, month: date.month, day: date.day))
            guard civil.isValid else { throw .noSuchDay(words.joined(separator: " ")) }
            return zone.instant(of: civil)
        }
        let candidates = (today.year - 4...today.year + 4)
            .map { time.on(Civil(year: $0, month: date.month, day: date.day)) }
            .filter(\.isValid).map(zone.instant(of:))
        guard let chosen = choose(candidates, leaning, late: .days(31), early: .days(31)) else {
            throw .noSuchDay(words.joined(separator: " "))
        }
        return chosen
    }

    /// The candidate that is meant: a deadline may lie `late` behind now, a fact `early` ahead of it.
    private func choose(_ candidates: [Instant], _ leaning: Leaning, late: Span, early: Span) -> Instant? {
        switch leaning {
        case .past: candidates.filter { $0 <= now + early }.max()
        case .future: candidates.filter { $0 > now - late }.min()
        case .nearest: candidates.min { ($0 - now).milliseconds.magnitude < ($1 - now).milliseconds.magnitude }
        }
    }
}

/// Why what was typed is no time.
package enum TimeEntryFault: Error, Hashable, Sendable {
    case empty
    case notATime(String)
    case noSuchHour(Int)
    case noSuchMinute(Int)
    case notADay(String)
    case noSuchDay(String)
    case notALength(String)
    case tooLong
    /// A time without a day that is still to come today, or a day that is.
    case notYetCome(String)
    /// An end without a day that would make a window as long as this.
    case longWindow(String, Span)

    package var message: Message {
        switch self {
        case .empty: "Type a time, such as 0406 or 17 Oct 04:06"
        case .notATime(let text): "“\(text)” is not a time; type 0406 or 04:06"
        case .noSuchHour(let hour): "There is no hour \(hour); hours go from 00 to 23"
        case .noSuchMinute(let minute): "There is no minute \(minute); minutes go from 00 to 59"
        case .notADay(let text): "“\(text)” is not a day; type 17 Oct, 17.10 or 2026-10-17"
        case .noSuchDay(let text): "There is no day “\(text)”"
        case .notALength(let text): "“\(text)” is not a length of time; type 45, 90m, 1h30 or 3d"
        case .tooLong: "That is more than 366 days"
        case .notYetCome(let text):
            "“\(text)” has not come yet; type the time at which it was, and its day if not today"
        case .longWindow(let text, let length):
            "“\(text)” would be \(Int(length.milliseconds / 3_600_000)) hours behind the beginning; type its day as well, such as 17 Oct 04:06"
        }
    }
}
