import Model

/// An instant as a message states it: with the offset of the clock that the sender read it from.
package struct MessageTime: Hashable, Sendable {
    package let instant: Instant
    /// East of UTC, at most 14 hours either way.
    package let offsetSeconds: Int
    /// It said second 60; the instant is the first one of the next minute.
    package let isLeapSecond: Bool

    package static let largestOffsetSeconds = 14 * 3_600

    package init(_ instant: Instant, offsetSeconds: Int, isLeapSecond: Bool = false) {
        self.instant = instant
        self.offsetSeconds = offsetSeconds
        self.isLeapSecond = isLeapSecond
    }

    /// Why a text is no instant.
    package enum Fault: Error, Equatable, Sendable {
        case notATime
        case missingOffset
    }

    /// Reads `2026-10-17T04:06:00+05:00`; without seconds, with a space instead of `T` or before the offset, and with a fraction
    /// of a second, which is cut off, too.
    package init(reading text: some StringProtocol) throws(Fault) {
        var scan = TimeScan(text.utf8)
        guard let civil = scan.civil() else { throw .notATime }
        scan.skipBlanks()
        if scan.rest.isEmpty { throw .missingOffset }
        guard let offset = scan.offset(), scan.rest.isEmpty else { throw .notATime }
        self.init(civil, offsetSeconds: offset)
    }

    init(_ civil: Civil, offsetSeconds: Int) {
        self.init(
            civil.instant(offsetSeconds: offsetSeconds), offsetSeconds: offsetSeconds, isLeapSecond: civil.second == 60)
    }

    /// Date, time and offset, without a fraction; UTC as `-00:00` where CAP wants it so (CAP 1.2, section 3.3.2).
    package func text(utc: String = "+00:00") -> String {
        var civil = Civil(instant, offsetSeconds: offsetSeconds)
        if isLeapSecond {
            civil = Civil(instant - .seconds(1), offsetSeconds: offsetSeconds)
            civil.second = 60
        }
        func padded(_ number: Int, _ width: Int = 2) -> String {
            let digits = String(number)
            return String(repeating: "0", count: max(0, width - digits.count)) + digits
        }
        let date = "\(padded(civil.year, 4))-\(padded(civil.month))-\(padded(civil.day))"
        let time = "\(padded(civil.hour)):\(padded(civil.minute)):\(padded(civil.second))"
        let minutes = abs(offsetSeconds) / 60
        let sign = offsetSeconds < 0 ? "-" : "+"
        let offset = offsetSeconds == 0 ? utc : "\(sign)\(padded(minutes / 60)):\(padded(minutes % 60))"
        return "\(date)T\(time)\(offset)"
    }
}

/// Takes the parts of a time from the front of ASCII bytes.
struct TimeScan {
    private(set) var rest: ArraySlice<UInt8>

    init(_ bytes: some Sequence<UInt8>) { rest = Array(bytes)[...] }

    mutating func skip(_ byte: UInt8) -> Bool {
        guard rest.first == byte else { return false }
        rest.removeFirst()
        return true
    }

    mutating func skipBlanks() { while skip(0x20) || skip(0x09) {} }

    mutating func number(_ count: Int) -> Int? {
        let digits = rest.prefix(count)
        guard digits.count == count, digits.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
        rest = rest.dropFirst(count)
        return digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
    }

    /// Date and time; `24:00:00` is the beginning of the next day, second 60 is left as it is.
    mutating func civil() -> Civil? {
        guard let year = number(4), skip(0x2D), let month = number(2), skip(0x2D), let day = number(2),
            skip(0x54) || skip(0x74) || skip(0x20), let hour = number(2), skip(0x3A), let minute = number(2)
        else { return nil }
        var civil = Civil(year: year, month: month, day: day, hour: hour, minute: minute)
        if skip(0x3A) {
            guard let second = number(2) else { return nil }
            civil.second = second
            if skip(0x2E) {
                let digits = rest.prefix { (0x30...0x39).contains($0) }
                guard !digits.isEmpty else { return nil }
                rest = rest.dropFirst(digits.count)
            }
        }
        if civil.hour == 24, civil.minute == 0, civil.second == 0 {
            civil.hour = 0
            guard civil.isValid else { return nil }
            let next = Civil(civil.instant(offsetSeconds: 0) + .days(1), offsetSeconds: 0)
            return next.isValid ? next : nil
        }
        return civil.isValid ? civil : nil
    }

    /// `+05:00`, `+0500`, `+5`, `UTC+5`, `Z`, `UTC`, in seconds; nil for anything else, and beyond 14 hours.
    mutating func offset() -> Int? {
        if skip(0x5A) || skip(0x7A) { return 0 }
        let hasWord = rest.starts(with: "UTC".utf8) || rest.starts(with: "GMT".utf8)
        if hasWord { rest = rest.dropFirst(3) }
        if hasWord, rest.isEmpty { return 0 }
        let isWest = rest.first == 0x2D
        guard skip(0x2B) || skip(0x2D) else { return nil }
        guard let hours = number(2) ?? number(1) else { return nil }
        var minutes = 0
        if skip(0x3A) || rest.count >= 2 {
            guard let given = number(2) else { return nil }
            minutes = given
        }
        let seconds = hours * 3_600 + minutes * 60
        guard minutes < 60, seconds <= MessageTime.largestOffsetSeconds else { return nil }
        return isWest ? -seconds : seconds
    }
}
