import Model

/// A length of time as a scenario writes it: days, hours, minutes and seconds in this order, with or without a sign.
enum ScenarioSpan {
    /// At most a year in all.
    static let limit = Span.days(366)

    /// `12m30s`, `+45m`, `-6m`, `1d2h`; nil for anything else.
    static func span(_ text: String) -> Span? {
        var rest = Substring(text)
        let isNegative = rest.first == "-"
        if isNegative || rest.first == "+" { rest.removeFirst() }
        guard !rest.isEmpty else { return nil }
        var total = Span.zero
        var units: [(Character, Span)] = [("d", .days(1)), ("h", .hours(1)), ("m", .minutes(1)), ("s", .seconds(1))]
        while !rest.isEmpty {
            let digits = rest.prefix { $0.isASCII && $0.isNumber }
            rest = rest.dropFirst(digits.count)
            guard (1...6).contains(digits.count), let count = Int64(digits), let unit = rest.popFirst(),
                let place = units.firstIndex(where: { $0.0 == unit })
            else { return nil }
            total = Span(milliseconds: total.milliseconds + count * units[place].1.milliseconds)
            units.removeFirst(place + 1)
        }
        guard total <= limit else { return nil }
        return isNegative ? Span(milliseconds: -total.milliseconds) : total
    }

    static func isSigned(_ text: String) -> Bool { text.hasPrefix("+") || text.hasPrefix("-") }
}
