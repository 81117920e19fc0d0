import Model

extension Convention {
    /// How much room a length of time may take: `1h32` in columns, `1 h 32` in sentences.
    package enum Width: Hashable, Sendable {
        case compact, wide
    }

    /// The same with the wide lengths everywhere, for text that is read aloud.
    package var spoken: Convention {
        var spoken = self
        spoken.minutes.compact = minutes.wide
        spoken.hours.compact = hours.wide
        spoken.days.compact = days.wide
        return spoken
    }

    /// Minutes up to 59, then hours and minutes, from 48 hours on days; rounded towards zero.
    package func age(_ span: Span, _ width: Width = .compact) -> String {
        let minutes = Int(span.milliseconds.magnitude / 60_000)
        let sign = span.milliseconds < 0 && minutes > 0 ? "-" : ""
        if minutes < 60 { return sign + fill(self.minutes, width, ["\(minutes)"]) }
        if minutes < 48 * 60 { return sign + fill(hours, width, ["\(minutes / 60)", twoDigits(minutes % 60)]) }
        return sign + fill(days, width, ["\(minutes / (24 * 60))"])
    }

    /// As ``age(_:_:)``; with `seconds`, below ten minutes as `m:ss`, which is when a countdown may tick.
    package func left(_ span: Span, seconds: Bool = false, _ width: Width = .compact) -> String {
        let whole = Int(span.milliseconds.magnitude / 1_000)
        guard seconds, whole < 600 else { return age(span, width) }
        let sign = span.milliseconds < 0 && whole > 0 ? "-" : ""
        return "\(sign)\(whole / 60):\(twoDigits(whole % 60))"
    }

    /// "7min ago".
    package func ago(_ span: Span, _ width: Width = .compact) -> String {
        Template.filled(ago) { _ in age(span, width) }
    }

    /// "in 8min".
    package func ahead(_ span: Span, seconds: Bool = false, _ width: Width = .compact) -> String {
        Template.filled(ahead) { _ in left(span, seconds: seconds, width) }
    }

    private func fill(_ forms: Forms, _ width: Width, _ values: [String]) -> String {
        Template.filled(width == .compact ? forms.compact : forms.wide) { place in
            place <= values.count ? values[place - 1] : nil
        }
    }
}

/// A number from 0 to 99 in two digits.
func twoDigits(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
