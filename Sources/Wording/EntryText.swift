import Model

/// The words of a typed time: pure text to numbers, without zone and now.
enum EntryText {
    struct Clock: Equatable {
        let hour: Int
        let minute: Int

        func on(_ day: Civil) -> Civil {
            Civil(year: day.year, month: day.month, day: day.day, hour: hour, minute: minute)
        }
    }

    struct Day: Equatable {
        var year: Int?
        var month: Int
        var day: Int
    }

    /// Lower case, ASCII digits and colons for full-width ones, one space for the signs between parts of a Chinese
    /// date.
    static func plain(_ text: String) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\u{FF10}"..."\u{FF19}": result.append(Character(UnicodeScalar(UInt8(scalar.value - 0xFF10 + 0x30))))
            case "：", "点": result += ":"
            case "＋": result += "+"
            case "年", "月": result += "-"
            case "日", "号", "\u{3000}", "\u{A0}": result += " "
            default: result.unicodeScalars.append(scalar)
            }
        }
        return String(Substring(result.lowercased()).trimmingBlanks())
    }

    static func clock(_ word: Substring) throws(TimeEntryFault) -> Clock {
        var digits = word
        if digits.contains(":"), digits.hasSuffix("分") { digits.removeLast() }
        let parts = digits.split(separator: ":", omittingEmptySubsequences: false)
        let pair: (Substring, Substring)
        if parts.count == 2, (1...2).contains(parts[0].count), parts[1].count == 2 {
            pair = (parts[0], parts[1])
        } else if parts.count == 1, digits.count == 4 {
            pair = (digits.prefix(2), digits.suffix(2))
        } else {
            throw .notATime(String(word))
        }
        guard let hour = number(pair.0), let minute = number(pair.1) else { throw .notATime(String(word)) }
        guard hour < 24 else { throw .noSuchHour(hour) }
        guard minute < 60 else { throw .noSuchMinute(minute) }
        return Clock(hour: hour, minute: minute)
    }

    static func date(_ words: [Substring], today: Civil) throws(TimeEntryFault) -> Day {
        let text = words.joined(separator: " ")
        if words.count == 1, let shift = dayWords[text] { return shifted(today, by: shift) }
        let isDotted = text.contains(".")
        let parts = text.split { $0 == " " || $0 == "." || $0 == "-" || $0 == "/" }
        guard (2...3).contains(parts.count) else { throw .notADay(text) }
        let day: Day?
        if let month = month(parts[1]), let number = number(parts[0]) {
            day =
                parts.count == 3
                ? year(parts[2]).map { Day(year: $0, month: month, day: number) }
                : Day(month: month, day: number)
        } else {
            let numbers = parts.compactMap(number)
            day = numbers.count == parts.count ? numericDay(numbers, isDayFirst: isDotted) : nil
        }
        guard let day else { throw .notADay(text) }
        guard (1...12).contains(day.month), day.day >= 1, day.day <= Civil.daysInMonth(year: 2_000, month: day.month)
        else { throw .noSuchDay(text) }
        return day
    }

    /// Whether the text is a number followed by a unit of time, so that it cannot be a clock time.
    static func hasUnit(_ text: String) -> Bool {
        let rest = text.drop { $0.isNumber || $0 == " " }
        return rest.count < text.count && unit(rest.prefix { $0.isLetter }) != nil
    }

    static func span(_ text: String) throws(TimeEntryFault) -> Span {
        if text.isEmpty { throw .empty }
        var rest = text[...]
        var minutes = 0
        var smallest: Int?
        while !rest.isEmpty {
            let digits = rest.prefix(while: \.isNumber)
            guard digits.count <= 6 else { throw .tooLong }
            guard let count = number(digits) else { throw .notALength(text) }
            rest = rest.dropFirst(digits.count).trimmingBlanks()
            let letters = rest.prefix(while: \.isLetter)
            rest = rest.dropFirst(letters.count).drop { $0 == " " || $0 == "." }
            guard let size = letters.isEmpty ? bareUnit(after: smallest) : unit(letters), size < smallest ?? .max else {
                throw .notALength(text)
            }
            smallest = size
            minutes += count * size
        }
        guard minutes <= 366 * 24 * 60 else { throw .tooLong }
        return .minutes(Int64(minutes))
    }

    /// A number without a unit is minutes, alone or after hours (`1h30`).
    private static func bareUnit(after unit: Int?) -> Int? { unit == nil || unit == 60 ? 1 : nil }

    /// Minutes of a unit by its word in English, Russian or Chinese.
    private static func unit(_ word: Substring) -> Int? {
        switch word {
        case "m", "min", "mins", "minute", "minutes", "м", "мин", "минута", "минуты", "минут", "分", "分钟": 1
        case "h", "hr", "hrs", "hour", "hours", "ч", "час", "часа", "часов", "时", "小时": 60
        case "d", "day", "days", "д", "дн", "день", "дня", "дней", "天": 24 * 60
        default: nil
        }
    }

    private static let dayWords = [
        "yesterday": -1, "today": 0, "tomorrow": 1, "вчера": -1, "сегодня": 0, "завтра": 1, "昨天": -1, "今天": 0, "明天": 1,
    ]

    private static let months = [
        ["jan", "янв"], ["feb", "фев"], ["mar", "мар"], ["apr", "апр"], ["may", "мая", "май"], ["jun", "июн"],
        ["jul", "июл"], ["aug", "авг"], ["sep", "сен"], ["oct", "окт"], ["nov", "ноя"], ["dec", "дек"],
    ]

    private static func month(_ word: Substring) -> Int? {
        guard word.allSatisfy(\.isLetter) else { return nil }
        return months.firstIndex { $0.contains { word.hasPrefix($0) } }.map { $0 + 1 }
    }

    private static func numericDay(_ numbers: [Int], isDayFirst: Bool) -> Day? {
        if isDayFirst {
            if numbers.count == 2 { return Day(month: numbers[1], day: numbers[0]) }
            return fullYear(numbers[2]).map { Day(year: $0, month: numbers[1], day: numbers[0]) }
        }
        if numbers.count == 2 { return Day(month: numbers[0], day: numbers[1]) }
        return numbers[0] >= 1_900 ? Day(year: numbers[0], month: numbers[1], day: numbers[2]) : nil
    }

    private static func year(_ word: Substring) -> Int? { number(word).flatMap(fullYear) }

    /// Two digits are a year of this century.
    private static func fullYear(_ number: Int) -> Int? {
        switch number {
        case 0...99: 2_000 + number
        case 1_900...9_999: number
        default: nil
        }
    }

    private static func shifted(_ today: Civil, by days: Int) -> Day {
        let noon = Civil(year: today.year, month: today.month, day: today.day, hour: 12).instant(offsetSeconds: 0)
        let day = Civil(noon + .days(Int64(days)), offsetSeconds: 0)
        return Day(year: day.year, month: day.month, day: day.day)
    }

    private static func number(_ digits: Substring) -> Int? {
        !digits.isEmpty && digits.allSatisfy { $0.isASCII && $0.isNumber } ? Int(digits) : nil
    }
}
