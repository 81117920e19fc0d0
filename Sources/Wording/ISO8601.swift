import Model

/// Instants for programs: ISO 8601 in its extended form, always with an offset (the profile of RFC 3339).
package enum ISO8601 {
    /// `2026-10-17T04:06:00+05:00`; `Z` for offset 0; milliseconds only where they are not 0.
    package static func text(_ instant: Instant, offsetSeconds: Int = 0) -> String {
        let civil = Civil(instant, offsetSeconds: offsetSeconds)
        let date = "\(padded(civil.year, to: 4))-\(twoDigits(civil.month))-\(twoDigits(civil.day))"
        let time = "\(twoDigits(civil.hour)):\(twoDigits(civil.minute)):\(twoDigits(civil.second))"
        let fraction = civil.millisecond == 0 ? "" : ".\(padded(civil.millisecond, to: 3))"
        return "\(date)T\(time)\(fraction)\(offsetText(offsetSeconds))"
    }

    /// An instant from date, time (seconds and their fraction may be left out) and offset; nil where it is anything
    /// else.
    ///
    /// Digits beyond the millisecond are cut off. A leap second is taken as the first second of the next minute.
    package static func instant(_ text: String) -> Instant? {
        guard let parts = parse(text), let offset = parts.offsetSeconds else { return nil }
        return parts.civil.instant(offsetSeconds: offset)
    }

    /// Date and time with `T` or a space between, and the offset if there is one.
    static func parse(_ text: some StringProtocol) -> (civil: Civil, offsetSeconds: Int?)? {
        var reader = DigitReader(text)
        guard let year = reader.number(4), reader.skip("-"), let month = reader.number(2), reader.skip("-"),
            let day = reader.number(2), reader.skip("T") || reader.skip("t") || reader.skip(" "),
            let hour = reader.number(2), reader.skip(":"), let minute = reader.number(2)
        else { return nil }
        var civil = Civil(year: year, month: month, day: day, hour: hour, minute: minute)
        if reader.skip(":") {
            guard let second = reader.number(2) else { return nil }
            civil.second = second
            if reader.skip(".") || reader.skip(",") {
                guard let millisecond = reader.milliseconds() else { return nil }
                civil.millisecond = millisecond
            }
        }
        guard civil.isValid else { return nil }
        if reader.rest.isEmpty { return (civil, nil) }
        guard let offset = Zone.seconds(ofOffset: reader.rest) else { return nil }
        return (civil, offset)
    }

    private static func offsetText(_ seconds: Int) -> String {
        if seconds == 0 { return "Z" }
        let text = Zone.offsetText(seconds)
        return text.contains(":") ? text : "\(text):00"
    }

    private static func padded(_ number: Int, to width: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
}

/// Takes fixed numbers of ASCII digits from the front of a text.
private struct DigitReader {
    private(set) var rest: Substring

    init(_ text: some StringProtocol) { rest = Substring(text) }

    mutating func number(_ count: Int) -> Int? {
        let digits = rest.prefix(count)
        guard digits.utf8.count == count, digits.allSatisfy({ $0.isASCII && $0.isNumber }) else { return nil }
        rest = rest.dropFirst(count)
        return Int(digits)
    }

    mutating func skip(_ character: Character) -> Bool {
        guard rest.first == character else { return false }
        rest.removeFirst()
        return true
    }

    /// One to nine digits of a fraction of a second, as whole milliseconds.
    mutating func milliseconds() -> Int? {
        let digits = rest.prefix { $0.isASCII && $0.isNumber }
        guard (1...9).contains(digits.count) else { return nil }
        rest = rest.dropFirst(digits.count)
        return Int((digits + "00").prefix(3))
    }
}
