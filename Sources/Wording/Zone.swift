import Model

/// A place's clock: its offset from UTC at any instant, from our own table, because the machine's zone data may be old.
///
/// The table is right from September 2022 on; before that it leaves out summer time in Baku (until 2015) and Tehran.
package struct Zone: Hashable, Sendable {
    /// Names the zone in the configuration and on the command line: `Almaty`, `UTC`, `+04:30`.
    package let name: String
    private let firstOffset: Int
    private let changes: [Change]

    private struct Change: Hashable, Sendable {
        let at: Instant
        let offset: Int
    }

    /// The place as people read it; nil for a plain offset, which needs no name.
    package var place: Message? { Zone.isOffset(name) ? nil : Message(key: name) }

    /// Seconds east of UTC.
    package func offset(at instant: Instant) -> Int {
        changes.last { $0.at <= instant }?.offset ?? firstOffset
    }

    /// When this clock shows `civil`. A time that it shows twice is the earlier one; one that it skips, as if it had
    /// not.
    package func instant(of civil: Civil) -> Instant {
        let offsets = [firstOffset] + changes.map(\.offset)
        let fitting = offsets.map { civil.instant(offsetSeconds: $0) }.filter {
            Civil($0, offsetSeconds: offset(at: $0)) == civil
        }
        return fitting.min() ?? civil.instant(offsetSeconds: offset(at: civil.instant(offsetSeconds: firstOffset)))
    }

    /// The clock that is `seconds` east of UTC for ever.
    package static func fixed(_ seconds: Int) -> Zone {
        Zone(name: Zone.offsetText(seconds), firstOffset: seconds, changes: [])
    }

    /// "+05", "-03" or "+04:30".
    package static func offsetText(_ seconds: Int) -> String {
        let minutes = Int(seconds.magnitude) / 60
        let sign = seconds < 0 ? "-" : "+"
        let hours = sign + twoDigits(minutes / 60)
        return minutes % 60 == 0 ? hours : "\(hours):\(twoDigits(minutes % 60))"
    }

    /// A zone by name in any case (`almaty`, `Asia/Almaty`), or by offset: `+05`, `+0530`, `+04:30`, `Z`.
    package static func named(_ text: String) -> Zone? {
        if let seconds = seconds(ofOffset: text) { return seconds == 0 ? .utc : .fixed(seconds) }
        let wanted = (text.split(separator: "/").last.map(String.init) ?? text).lowercased()
        return all.first { $0.name.lowercased() == wanted }
    }

    /// Seconds of `Z`, `+05`, `+5`, `+0530` or `+05:30`; nil where it is none of these or beyond ±14 hours.
    static func seconds(ofOffset text: some StringProtocol) -> Int? {
        if text == "Z" || text == "z" { return 0 }
        guard isOffset(text) else { return nil }
        let digits = Substring(text).dropFirst()
        let parts = digits.split(separator: ":", omittingEmptySubsequences: false)
        var hours = digits
        var minutes: Substring = "0"
        if parts.count == 2, parts[1].count == 2 {
            (hours, minutes) = (parts[0], parts[1])
        } else if digits.count == 4 {
            (hours, minutes) = (digits.prefix(2), digits.suffix(2))
        }
        guard (1...2).contains(hours.count), let hour = number(hours), let minute = number(minutes), minute < 60,
            hour * 60 + minute <= 14 * 60
        else { return nil }
        return (text.hasPrefix("-") ? -1 : 1) * (hour * 60 + minute) * 60
    }

    private static func number(_ digits: Substring) -> Int? {
        digits.allSatisfy { $0.isASCII && $0.isNumber } ? Int(digits) : nil
    }

    private static func isOffset(_ text: some StringProtocol) -> Bool { text.hasPrefix("+") || text.hasPrefix("-") }
}

extension Zone {
    private init(_ name: String, hours: Int, minutes: Int = 0) {
        self.init(name: name, firstOffset: (hours * 60 + minutes) * 60, changes: [])
    }

    /// A clock that was put back by an hour once, at `changedAt` (UTC).
    private init(_ name: String, hours: Int, oneLessFrom changedAt: Civil) {
        let change = Change(at: changedAt.instant(offsetSeconds: 0), offset: (hours - 1) * 3_600)
        self.init(name: name, firstOffset: hours * 3_600, changes: [change])
    }

    /// Kazakhstan went to one clock at midnight local time (+06), 1 March 2024.
    private static let kazakhChange = Civil(year: 2024, month: 2, day: 29, hour: 18)

    package static let utc = Zone("UTC", hours: 0)
    package static let almaty = Zone("Almaty", hours: 6, oneLessFrom: kazakhChange)
    package static let astana = Zone("Astana", hours: 6, oneLessFrom: kazakhChange)

    /// Every zone that has a name. Russia ended its permanent summer time at 02:00 local time, 26 October 2014.
    package static let all = [
        utc, almaty, astana,
        Zone("Aktau", hours: 5), Zone("Oral", hours: 5),
        Zone("Tashkent", hours: 5), Zone("Bishkek", hours: 6), Zone("Dushanbe", hours: 5), Zone("Ashgabat", hours: 5),
        Zone("Baku", hours: 4),
        Zone("Moscow", hours: 4, oneLessFrom: Civil(year: 2014, month: 10, day: 25, hour: 22)),
        Zone("Samara", hours: 4),
        Zone("Yekaterinburg", hours: 6, oneLessFrom: Civil(year: 2014, month: 10, day: 25, hour: 20)),
        Zone("Omsk", hours: 7, oneLessFrom: Civil(year: 2014, month: 10, day: 25, hour: 19)),
        Zone("Kabul", hours: 4, minutes: 30), Zone("Tehran", hours: 3, minutes: 30), Zone("Beijing", hours: 8),
    ]
}
