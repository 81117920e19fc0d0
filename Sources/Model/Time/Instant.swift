/// A point in time: whole milliseconds since 1970-01-01T00:00:00Z, without leap seconds.
///
/// The model never asks what time it is; every rule takes the instant as an argument.
package struct Instant: Hashable, Comparable, Sendable, Codable {
    /// Milliseconds since the Unix epoch, UTC.
    package var milliseconds: Int64

    package init(milliseconds: Int64) { self.milliseconds = milliseconds }

    package static func < (a: Instant, b: Instant) -> Bool { a.milliseconds < b.milliseconds }
    package static func + (a: Instant, span: Span) -> Instant {
        Instant(milliseconds: a.milliseconds &+ span.milliseconds)
    }
    package static func - (a: Instant, span: Span) -> Instant {
        Instant(milliseconds: a.milliseconds &- span.milliseconds)
    }
    package static func - (a: Instant, b: Instant) -> Span { Span(milliseconds: a.milliseconds &- b.milliseconds) }

    package static let distantPast = Instant(milliseconds: -62_135_596_800_000)
    package static let distantFuture = Instant(milliseconds: 253_402_300_799_999)
}

/// A length of time in whole milliseconds; may be negative.
package struct Span: Hashable, Comparable, Sendable, Codable {
    package var milliseconds: Int64

    package init(milliseconds: Int64) { self.milliseconds = milliseconds }

    package static func < (a: Span, b: Span) -> Bool { a.milliseconds < b.milliseconds }
    package static func seconds(_ n: Int64) -> Span { Span(milliseconds: n * 1_000) }
    package static func milliseconds(_ n: Int64) -> Span { Span(milliseconds: n) }
    package static func minutes(_ n: Int64) -> Span { Span(milliseconds: n * 60_000) }
    package static func hours(_ n: Int64) -> Span { Span(milliseconds: n * 3_600_000) }
    package static func days(_ n: Int64) -> Span { Span(milliseconds: n * 86_400_000) }
    package static let zero = Span(milliseconds: 0)

    /// Whole minutes, rounded towards the past, so that 59.9 s overdue is still "0 min".
    package var wholeMinutes: Int64 { milliseconds.quotientFloored(by: 60_000) }
}

extension Int64 {
    /// Division that rounds down for negative numbers, too.
    package func quotientFloored(by divisor: Int64) -> Int64 {
        let quotient = self / divisor
        return (self % divisor != 0 && (self < 0) != (divisor < 0)) ? quotient - 1 : quotient
    }
}
