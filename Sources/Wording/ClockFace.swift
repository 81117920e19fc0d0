import Model

/// Instants as people of one language read them in one zone. Nothing here asks what time it is.
package struct ClockFace: Sendable {
    package let convention: Convention
    package let zone: Zone

    package init(convention: Convention, zone: Zone) {
        self.convention = convention
        self.zone = zone
    }

    package init(language: Language, zone: Zone) {
        self.init(convention: Convention(language), zone: zone)
    }

    package func civil(_ instant: Instant) -> Civil { Civil(instant, offsetSeconds: zone.offset(at: instant)) }

    /// "04:12"; with seconds "04:12:36".
    package func clockTime(_ instant: Instant, seconds: Bool = false) -> String {
        let civil = civil(instant)
        let time = "\(twoDigits(civil.hour)):\(twoDigits(civil.minute))"
        return seconds ? "\(time):\(twoDigits(civil.second))" : time
    }

    /// "+05" or "+04:30", as it was or will be at `instant`; "UTC" for UTC.
    package func offsetText(_ instant: Instant) -> String {
        zone == .utc ? zone.name : Zone.offsetText(zone.offset(at: instant))
    }

    /// "04:12 +05".
    package func zonedTime(_ instant: Instant) -> String { "\(clockTime(instant)) \(offsetText(instant))" }

    /// "17 Oct 02:14 +05".
    package func stamp(_ instant: Instant) -> String { "\(shortDay(instant)) \(zonedTime(instant))" }

    /// "17 Oct 02:14 +05", and with its year where that is not the one of `now`.
    package func stamp(_ instant: Instant, now: Instant) -> String { "\(day(instant, now: now)) \(zonedTime(instant))" }

    /// "17 Oct", and with its year where that is not the one of `now`.
    package func day(_ instant: Instant, now: Instant) -> String {
        civil(instant).year == civil(now).year ? shortDay(instant) : yearDay(instant)
    }

    /// The same for a day without an hour, which is kept as its first instant in UTC: the same day on every clock.
    package func dayAlone(_ instant: Instant, now: Instant) -> String {
        let noon = Civil(instant, offsetSeconds: 0)
        let here = Civil(year: noon.year, month: noon.month, day: noon.day, hour: 12).instant(offsetSeconds: 0)
        return day(here - .seconds(Int64(zone.offset(at: here))), now: now)
    }

    /// "Sat 17 Oct 2026", "сб 17.10.2026", "2026-10-17 周六".
    package func dateLine(_ instant: Instant) -> String { date(instant, pattern: convention.dateLine) }

    /// "16 Oct", "16.10", "10-16".
    package func shortDay(_ instant: Instant) -> String { date(instant, pattern: convention.shortDay) }

    /// "16 Oct 2026", "16.10.2026", "2026-10-16".
    package func yearDay(_ instant: Instant) -> String { date(instant, pattern: convention.yearDay) }

    /// The time alone on the day of `now`, else with its day, and from half a year away with its year.
    package func moment(_ instant: Instant, now: Instant) -> String {
        let (then, today) = (civil(instant), civil(now))
        if (then.year, then.month, then.day) == (today.year, today.month, today.day) { return clockTime(instant) }
        let isFar = (instant - now).milliseconds.magnitude > Span.days(180).milliseconds.magnitude
        return "\(isFar ? yearDay(instant) : shortDay(instant)) \(clockTime(instant))"
    }

    /// "7min", "1h32", "3 d".
    package func age(_ span: Span, _ width: Convention.Width = .compact) -> String { convention.age(span, width) }

    /// As `age`; with `seconds`, "0:40" below ten minutes.
    package func left(_ span: Span, seconds: Bool = false, _ width: Convention.Width = .compact) -> String {
        convention.left(span, seconds: seconds, width)
    }

    /// "03:51 21min" for what has been, "04:21 in 8min" for what is to come.
    package func instantWithAge(
        _ instant: Instant, now: Instant, seconds: Bool = false, _ width: Convention.Width = .compact
    ) -> String {
        let span = now - instant
        let isPast = span.milliseconds >= 0
        let length = isPast ? age(span, width) : left(instant - now, seconds: seconds, width)
        return Template.filled(isPast ? convention.past : convention.future) { place in
            place == 1 ? moment(instant, now: now) : length
        }
    }

    private func date(_ instant: Instant, pattern: String) -> String {
        let civil = civil(instant)
        var result = ""
        var isField = false
        for character in pattern {
            if isField {
                result += field(character, of: civil)
                isField = false
            } else if character == "%" {
                isField = true
            } else {
                result.append(character)
            }
        }
        return result
    }

    private func field(_ letter: Character, of civil: Civil) -> String {
        switch letter {
        case "a": convention.weekdays[civil.weekday]
        case "d": twoDigits(civil.day)
        case "e": "\(civil.day)"
        case "m": twoDigits(civil.month)
        case "b": convention.months[civil.month - 1]
        case "Y": "\(civil.year)"
        default: "%\(letter)"
        }
    }
}

extension Catalogue {
    package func clockFace(in zone: Zone) -> ClockFace { ClockFace(convention: convention, zone: zone) }
}
