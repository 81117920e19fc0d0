import Model

extension TimeEntry {
    /// The time of a row of paper: the latest such time of the watch whose sheet it is, else the latest one up to now.
    ///
    /// - Parameter text: by the Centre's clock; with a day where that is not enough
    /// - Throws: also where the time is still to come, because nobody can tell which day was meant then
    package func onPaper(_ text: String, of watch: Shift) throws(TimeEntryFault) -> Instant {
        let end = watch.endedAt.map { min($0, now) } ?? now
        let told = try TimeEntry(zone: zone, now: end).instant(text, .past)
        let chosen = told >= watch.from - .minutes(1) ? told : try instant(text, .past)
        // Other people's clocks run a little ahead.
        if chosen > now + .minutes(1) { throw .notYetCome(text) }
        return chosen
    }

    /// How many of the first words of a row are the day of its time: `16 Oct 2350`, `16.10 2350`, `yesterday 2350`;
    /// 0 where it begins with the time.
    package func dayLength(_ words: [String], of watch: Shift) -> Int {
        let today = Civil(now, offsetSeconds: zone.offset(at: now))
        let length = (1...3).first { count in
            guard words.count > count, PhoneLine.isTime(words[count]) else { return false }
            let day = EntryText.plain(words.prefix(count).joined(separator: " "))
            return (try? EntryText.date(day.split(separator: " "), today: today)) != nil
        }
        guard let length, PhoneLine.isTime(words[0]) else { return length ?? 0 }
        // 17.10 may be ten past five: it is a day where that day is one of the sheet's.
        let time = words[length].replacing(".", with: ":")
        guard let told = try? instant("\(words[0]) \(time)", .past) else { return 0 }
        return told >= watch.from - .minutes(1) && told <= now + .minutes(1) ? length : 0
    }
}
