/// A date and time of day as a wall clock shows it, in the proleptic Gregorian calendar, without a zone.
package struct Civil: Hashable, Sendable {
    package var year: Int
    package var month: Int
    package var day: Int
    package var hour: Int
    package var minute: Int
    package var second: Int
    package var millisecond: Int

    package init(year: Int, month: Int, day: Int, hour: Int = 0, minute: Int = 0, second: Int = 0, millisecond: Int = 0)
    {
        self.year = year
        self.month = month
        self.day = day
        self.hour = hour
        self.minute = minute
        self.second = second
        self.millisecond = millisecond
    }

    /// The wall clock at `instant` where the offset from UTC is `offsetSeconds` (east positive).
    package init(_ instant: Instant, offsetSeconds: Int) {
        let local = instant.milliseconds + Int64(offsetSeconds) * 1_000
        let days = local.quotientFloored(by: 86_400_000)
        var rest = Int(local - days * 86_400_000)
        (year, month, day) = Civil.date(daysSinceEpoch: Int(days))
        hour = rest / 3_600_000
        rest %= 3_600_000
        minute = rest / 60_000
        rest %= 60_000
        second = rest / 1_000
        millisecond = rest % 1_000
    }

    /// The instant at which a clock `offsetSeconds` east of UTC shows this.
    package func instant(offsetSeconds: Int) -> Instant {
        let seconds = Civil.days(year: year, month: month, day: day) * 86_400 + hour * 3_600 + minute * 60 + second
        return Instant(milliseconds: Int64(seconds - offsetSeconds) * 1_000 + Int64(millisecond))
    }

    /// 0 for Monday to 6 for Sunday (ISO 8601 order).
    package var weekday: Int {
        let days = Civil.days(year: year, month: month, day: day)
        return ((days + 3) % 7 + 7) % 7
    }

    package var isValid: Bool {
        (1...12).contains(month) && day >= 1 && day <= Civil.daysInMonth(year: year, month: month)
            && (0...23).contains(hour) && (0...59).contains(minute) && (0...60).contains(second)
            && (0...999).contains(millisecond) && (1...9999).contains(year)
    }

    package static func daysInMonth(year: Int, month: Int) -> Int {
        let leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0
        return [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]
    }

    /// Days since 1970-01-01. Years start in March here, so that the leap day is the last of a year.
    package static func days(year: Int, month: Int, day: Int) -> Int {
        let shifted = month <= 2 ? year - 1 : year
        let era = (shifted >= 0 ? shifted : shifted - 399) / 400
        let yearOfEra = shifted - era * 400
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
    }

    static func date(daysSinceEpoch: Int) -> (year: Int, month: Int, day: Int) {
        let shifted = daysSinceEpoch + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let monthFromMarch = (5 * dayOfYear + 2) / 153
        let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
        return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * monthFromMarch + 2) / 5 + 1)
    }
}
