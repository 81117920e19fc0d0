/// A day that a text names, with the time of day where it gives one: "On 5 January 2011", "22.11.2026", "21 November 2026 at
/// about 03:40", "5 января 2011 г.", "2026年11月20日凌晨3时40分"; or how long ago it was: "yesterday", «во вторник», 前天.
///
/// Days of birth are none, nor are parts of other numbers. What is written with digits and points has the day first; of two
/// days of one night ("13 to 14 November") it is the first.
package struct DateMention: Equatable, Sendable {
    /// A day that is told by its distance from the day on which it is read.
    package enum Relative: Equatable, Sendable {
        /// 0 is today.
        case daysAgo(Int)
        /// The last one that has begun; 0 is Monday, as in `Civil.weekday`.
        case weekday(Int)
    }

    /// 0 where the day is told by its distance.
    package let day: Int
    package let month: Int
    /// Nil where the text leaves it out.
    package let year: Int?
    /// Nil where only the day is told.
    package let hour: Int?
    package let minute: Int?
    package var relative: Relative?
    /// In characters of the text.
    package let place: Range<Int>

    /// The days of a text, in its order; of longer texts the first `AmountReader.longest` characters are looked at.
    package static func find(in text: String) -> [DateMention] {
        find(in: AmountScan(String(text.prefix(AmountReader.longest))))
    }

    /// The same of a text that is cut into words already.
    static func find(in scan: AmountScan) -> [DateMention] {
        let finder = DateFinder(scan)
        return finder.find()
    }

    /// The text with blanks in place of the days that it names: "18 November, a car" is not eighteen cars.
    package static func blanked(in text: String) -> String { blanked(find(in: text), in: text) }

    /// The same where the days are known already.
    package static func blanked(_ found: [DateMention], in text: String) -> String {
        guard !found.isEmpty else { return text }
        var characters = Array(text)
        for mention in found {
            for place in mention.place where !characters[place].isNewline { characters[place] = " " }
        }
        return String(characters)
    }

    /// On the clock that is `offsetSeconds` east of UTC at that time. Without a time of day the day begins; without a year it
    /// is the last such day that has begun.
    package func instant(before now: Instant, offset: (Instant) -> Int) -> Instant {
        func instant(_ date: Civil) -> Instant {
            let civil = Civil(
                year: date.year, month: date.month, day: date.day, hour: hour ?? 0, minute: minute ?? 0)
            let first = civil.instant(offsetSeconds: 0)
            let guess = civil.instant(offsetSeconds: offset(first))
            return civil.instant(offsetSeconds: offset(guess))
        }
        return instant(date(before: now, offset: offset))
    }

    /// The day on the same clock, without a time of day.
    package func date(before now: Instant, offset: (Instant) -> Int) -> Civil {
        let today = Civil(now, offsetSeconds: offset(now))
        func daysAgo(_ count: Int) -> Civil {
            let noon = Civil(year: today.year, month: today.month, day: today.day, hour: 12)
            return Civil(noon.instant(offsetSeconds: 0) - .days(Int64(count)), offsetSeconds: 0)
        }
        switch relative {
        case .daysAgo(let count): return daysAgo(count)
        case .weekday(let weekday): return daysAgo((0..<7).first { daysAgo($0).weekday == weekday } ?? 0)
        case nil: break
        }
        if let year { return Civil(year: year, month: month, day: day) }
        let this = Civil(year: today.year, month: month, day: day)
        let start = this.instant(offsetSeconds: 0)
        let begun = start + .minutes(Int64((hour ?? 0) * 60 + (minute ?? 0))) - .seconds(Int64(offset(start)))
        return begun <= now ? this : Civil(year: today.year - 1, month: month, day: day)
    }
}

/// Looks for days among the words and numbers of a text.
private struct DateFinder {
    private enum Token {
        case number(Int, digits: Int)
        case word(String)
        case mark(Character)
    }

    private var tokens: [(token: Token, range: Range<Int>)] = []

    /// Words are those of the scan, folded once for all readers; its numbers are taken apart, because "22.11.2026" is one of them.
    init(_ scan: AmountScan) {
        tokens.reserveCapacity(scan.tokens.count)
        for token in scan.tokens {
            if let mark = token.mark {
                tokens.append((.mark(mark), token.range))
            } else if let word = token.word, token.isHan || !scan.characters[token.range].contains(where: \.isDigit) {
                tokens.append((.word(word), token.range))
            } else {
                divide(token.range, in: scan.characters)
            }
        }
    }

    private mutating func divide(_ range: Range<Int>, in characters: [Character]) {
        var place = range.lowerBound
        while place < range.upperBound {
            let start = place
            if characters[place].isDigit {
                while place < range.upperBound, characters[place].isDigit { place += 1 }
                let value = place - start <= 4 ? Int(String(characters[start..<place])) ?? 0 : 10_000
                tokens.append((.number(value, digits: place - start), start..<place))
            } else if AmountScan.isLetter(characters[place]) {
                var folded: [Unicode.Scalar] = []
                while place < range.upperBound, AmountScan.isLetter(characters[place]) {
                    for scalar in characters[place].unicodeScalars { SearchFolding.append(scalar, to: &folded) }
                    place += 1
                }
                var word = String.UnicodeScalarView()
                word.append(contentsOf: folded)
                tokens.append((.word(String(word)), start..<place))
            } else {
                place += 1
                if !AmountScan.isBlank(characters[start]) { tokens.append((.mark(characters[start]), start..<place)) }
            }
        }
    }

    func find() -> [DateMention] {
        var found: [DateMention] = []
        var place = 0
        while place < tokens.count {
            if let told = relative(at: place) {
                let time = time(from: told.end)
                let end = time?.end ?? told.end
                found.append(
                    DateMention(
                        day: 0, month: 0, year: nil, hour: time?.hour, minute: time?.minute, relative: told.relative,
                        place: tokens[place].range.lowerBound..<tokens[end - 1].range.upperBound))
                place = end
                continue
            }
            guard let date = date(at: place) ?? night(at: place), isDay(date), !isBirth(place, date.end) else {
                place += 1
                continue
            }
            let time = time(from: date.end)
            let end = time?.end ?? date.end
            found.append(
                DateMention(
                    day: date.day, month: date.month, year: date.year, hour: time?.hour, minute: time?.minute,
                    place: tokens[place].range.lowerBound..<tokens[end - 1].range.upperBound))
            place = end
        }
        return found
    }

    private typealias Date = (day: Int, month: Int, year: Int?, end: Int)

    private func number(_ place: Int, _ digits: ClosedRange<Int>) -> Int? {
        guard tokens.indices.contains(place), case .number(let value, let count) = tokens[place].token,
            digits.contains(count)
        else { return nil }
        return value
    }

    private func word(_ place: Int) -> String? {
        guard tokens.indices.contains(place), case .word(let word) = tokens[place].token else { return nil }
        return word
    }

    private func mark(_ place: Int) -> Character? {
        guard tokens.indices.contains(place), case .mark(let mark) = tokens[place].token else { return nil }
        return mark
    }

    private func touches(_ place: Int) -> Bool {
        tokens.indices.contains(place) && place > 0
            && tokens[place].range.lowerBound == tokens[place - 1].range.upperBound
    }

    private func date(at place: Int) -> Date? {
        // Digits of a longer number, such as of a telephone.
        if place > 0, touches(place), let before = mark(place - 1), "./-+№#".contains(before) { return nil }
        if let year = number(place, 4...4), (1990...2099).contains(year) {
            if word(place + 1) == "年", let month = number(place + 2, 1...2), word(place + 3) == "月",
                let day = number(place + 4, 1...2), word(place + 5) == "日" || word(place + 5) == "号"
            {
                return (day, month, year, place + 6)
            }
            if let sign = mark(place + 1), "-./".contains(sign), mark(place + 3) == sign, touches(place + 1),
                touches(place + 2), touches(place + 4), let month = number(place + 2, 1...2),
                let day = number(place + 4, 1...2)
            {
                return (day, month, year, place + 5)
            }
            return nil
        }
        if let month = number(place, 1...2), word(place + 1) == "月", let day = number(place + 2, 1...2),
            word(place + 3) == "日" || word(place + 3) == "号"
        {
            return (day, month, nil, place + 4)
        }
        if let named = named(at: place) { return named }
        if let short = shortDate(at: place) { return short }
        guard let day = number(place, 1...2), let sign = mark(place + 1), "./-".contains(sign), mark(place + 3) == sign,
            touches(place + 1), touches(place + 2), touches(place + 3), touches(place + 4),
            let month = number(place + 2, 1...2)
        else { return nil }
        if let year = number(place + 4, 4...4) { return (day, month, year, skipYearWord(place + 5)) }
        guard sign == ".", let year = number(place + 4, 2...2) else { return nil }
        return (day, month, 2000 + year, skipYearWord(place + 5))
    }

    /// "5 January 2011", "5th of January", "January 5, 2011", "5 января 2011 года".
    private func named(at place: Int) -> Date? {
        if let day = number(place, 1...2) {
            var next = place + 1
            if let ending = word(next), touches(next), ["st", "nd", "rd", "th", "го", "е"].contains(ending) {
                next += 1
            }
            if mark(next) == "-", let ending = word(next + 1), ["го", "е"].contains(ending) { next += 2 }
            if word(next) == "of" { next += 1 }
            guard let name = word(next), let month = DateFinder.month(name) else { return nil }
            next += 1
            if mark(next) == "." || mark(next) == ",", number(next + 1, 4...4) != nil { next += 1 }
            guard let year = number(next, 4...4), (1990...2099).contains(year) else { return (day, month, nil, next) }
            return (day, month, year, skipYearWord(next + 1))
        }
        guard let name = word(place), name.unicodeScalars.allSatisfy(\.isASCII), let month = DateFinder.month(name),
            let day = number(place + 1, 1...2)
        else { return nil }
        var next = place + 2
        if let ending = word(next), touches(next), ["st", "nd", "rd", "th"].contains(ending) { next += 1 }
        if mark(next) == "," { next += 1 }
        if let year = number(next, 4...4), (1990...2099).contains(year) { return (day, month, year, next + 1) }
        return (day, month, nil, place + 2)
    }

    /// "22.11, 02:05": without an hour behind it, it would be a number.
    private func shortDate(at place: Int) -> Date? {
        guard let day = number(place, 2...2), mark(place + 1) == ".", let month = number(place + 2, 2...2),
            touches(place + 1), touches(place + 2), (1...12).contains(month), (1...31).contains(day),
            mark(place + 3) != ".", let time = time(from: place + 3), time.end > place + 4
        else { return nil }
        return (day, month, nil, place + 3)
    }

    /// "13 to 14 November", «с 13 на 14 ноября», "13–14 November": the first of the two days.
    private func night(at place: Int) -> Date? {
        guard let day = number(place, 1...2), (1...31).contains(day), !(touches(place) && mark(place - 1) != nil),
            word(place + 1).map({ ["to", "на"].contains($0) }) ?? false
                || mark(place + 1).map({ "-–—".contains($0) }) ?? false,
            let end = named(at: place + 2), day < end.day, number(place + 2, 1...2) != nil
        else { return nil }
        return (day, end.month, end.year, end.end)
    }

    /// "yesterday", «позавчера», 前天, "on Tuesday", «в среду», 周二.
    private func relative(at place: Int) -> (relative: DateMention.Relative, end: Int)? {
        guard let word = word(place) else { return nil }
        if let days = DateFinder.daysAgo[word] { return (.daysAgo(days), place + 1) }
        let next = self.word(place + 1) ?? ""
        if word == "last", next == "night" { return (.daysAgo(1), place + 2) }
        if let days = DateFinder.daysAgo[word + next] {
            // In "3天前日" the second sign belongs to a number of days.
            return self.word(place - 1) == "天" ? nil : (.daysAgo(days), place + 2)
        }
        if word == "周" || word == "期" && self.word(place - 1) == "星",
            let weekday = ["一", "二", "三", "四", "五", "六", "日"].firstIndex(of: next)
        {
            return (.weekday(weekday), place + 2)
        }
        guard let before = self.word(place - 1), DateFinder.onDay.contains(before),
            let weekday = DateFinder.weekdays.firstIndex(where: { $0.contains(word) })
        else { return nil }
        return (.weekday(weekday), place + 1)
    }

    private static let daysAgo: [String: Int] = [
        "today": 0, "tonight": 0, "yesterday": 1, "сегодня": 0, "вчера": 1, "позавчера": 2, "今天": 0, "今日": 0, "今晨": 0,
        "今早": 0, "今晚": 0, "昨天": 1, "昨日": 1, "昨晚": 1, "昨夜": 1, "昨晨": 1, "前天": 2, "前日": 2,
    ]
    /// Before the name of a weekday that was.
    private static let onDay: Set<String> = ["on", "last", "в", "во", "минувший", "минувшую", "прошлый", "прошлую"]
    private static let weekdays: [Set<String>] = [
        ["monday", "понедельник"], ["tuesday", "вторник"], ["wednesday", "среду"], ["thursday", "четверг"],
        ["friday", "пятницу"], ["saturday", "субботу"], ["sunday", "воскресенье"],
    ]

    private func skipYearWord(_ place: Int) -> Int {
        guard let word = word(place), ["г", "года", "году", "год"].contains(word) else { return place }
        return mark(place + 1) == "." ? place + 2 : place + 1
    }

    private func isDay(_ date: Date) -> Bool {
        guard (1...12).contains(date.month), date.day >= 1 else { return false }
        let days = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
        return date.day <= days[date.month - 1] && (date.year.map { (1990...2099).contains($0) } ?? true)
    }

    private func isBirth(_ place: Int, _ end: Int) -> Bool {
        let before = (max(0, place - 3)..<place).compactMap { word($0) }
        let behind = (end..<min(end + 3, tokens.count)).compactMap { word($0) }
        let signs = ["born", "birth", "dob", "рожд", "рожден", "生"]
        return before.contains { word in signs.contains { word.hasPrefix($0) } }
            || behind.contains { $0.hasPrefix("рожд") || $0 == "生" } || behind.prefix(2) == ["г", "р"]
            || behind.first == "р"
    }

    /// ", at about 03:40", "в 03.40", "凌晨3时40分", with nothing else between.
    private func time(from place: Int) -> (hour: Int, minute: Int, end: Int)? {
        var next = place
        var isAfternoon = false
        while next < place + 5 {
            if let word = word(next), DateFinder.joining.contains(word) {
                isAfternoon = isAfternoon || ["下", "晚"].contains(word)
            } else if mark(next) != "," && mark(next) != "，" {
                break
            }
            next += 1
        }
        guard let hour = number(next, 1...2), (0...23).contains(hour) else { return nil }
        if let sign = mark(next + 1), ":.：".contains(sign), touches(next + 1), let minute = number(next + 2, 2...2),
            (0...59).contains(minute), !(touches(next + 3) && mark(next + 3) == "." && number(next + 4, 1...4) != nil)
        {
            // "21 November 2026, 5.25 kg" has no time.
            guard sign != "." || next > place && word(next - 1).map({ DateFinder.joining.contains($0) }) == true else {
                return nil
            }
            let isLate = word(next + 3) == "pm" || word(next + 3) == "p"
            return (isLate && hour < 12 ? hour + 12 : hour, minute, next + 3)
        }
        guard word(next + 1) == "时" || word(next + 1) == "点" else { return nil }
        let late = isAfternoon && hour < 12 ? hour + 12 : hour
        if let minute = number(next + 2, 1...2), (0...59).contains(minute) {
            return (late, minute, word(next + 3) == "分" ? next + 4 : next + 3)
        }
        return (late, 0, next + 2)
    }

    private static let joining: Set<String> = [
        "at", "about", "around", "approximately", "circa", "в", "около", "примерно", "凌", "晨", "上", "下", "午", "晚", "约",
        "左", "右",
    ]

    private static func month(_ word: String) -> Int? {
        guard word.count >= 3 else { return nil }
        for (place, stems) in months.enumerated()
        where stems.contains(where: {
            word == $0 || word.count > 3 && $0.count > 3 && word.hasPrefix($0) && word.count - $0.count <= 2
        }) {
            return place + 1
        }
        return nil
    }

    private static let months: [[String]] = [
        ["january", "jan", "январ", "янв"], ["february", "feb", "феврал", "фев"], ["march", "mar", "март", "мар"],
        ["april", "apr", "апрел", "апр"], ["may", "мая", "май", "мае"], ["june", "jun", "июня", "июнь", "июн", "июне"],
        ["july", "jul", "июля", "июль", "июл", "июле"], ["august", "aug", "август", "авг"],
        ["september", "sep", "sept", "сентябр", "сен"], ["october", "oct", "октябр", "окт"],
        ["november", "nov", "ноябр", "ноя"], ["december", "dec", "декабр", "дек"],
    ]
}

extension Character {
    /// One of the ten of ASCII.
    fileprivate var isDigit: Bool { utf8.count == 1 && (0x30...0x39).contains(utf8.first ?? 0) }
}
