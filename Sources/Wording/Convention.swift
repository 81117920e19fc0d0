/// How a language writes numbers, dates and lengths of time.
///
/// Patterns of dates: `%a` weekday, `%d` day in two digits, `%e` day, `%m` month in two digits, `%b` month's name, `%Y`
/// year. Patterns of lengths and of instants have places, as messages do. A language that is added as a file sets them
/// in the header of its catalogue (`X-Date-Line: %a %d.%m.%Y`); what is not set there is written in digits, ISO 8601
/// for dates.
package struct Convention: Hashable, Sendable {
    package var decimalMark = "."
    package var groupMark = ","
    /// Numbers with fewer digits than this are not grouped.
    package var groupFrom = 4
    /// Monday first.
    package var weekdays = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
    package var months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
    package var dateLine = "%Y-%m-%d %a"
    package var shortDay = "%m-%d"
    package var yearDay = "%Y-%m-%d"
    package var minutes = Forms(compact: "%1min", wide: "%1 min")
    /// `%1` hours and `%2` minutes in two digits.
    package var hours = Forms(compact: "%1h%2", wide: "%1 h %2")
    package var days = Forms(compact: "%1 d", wide: "%1 d")
    /// An instant `%1` and its age `%2`; an instant and the time left; an age alone, and time left alone.
    package var past = "%1 %2"
    package var future = "%1 in %2"
    package var ago = "%1 ago"
    package var ahead = "in %1"

    package struct Forms: Hashable, Sendable {
        package var compact: String
        package var wide: String

        package init(compact: String, wide: String) {
            self.compact = compact
            self.wide = wide
        }
    }

    package init(_ language: Language, header: [String: String] = [:]) {
        switch language {
        case .en: setEnglish()
        case .ru: setRussian()
        case .zh: setChinese()
        default: break
        }
        override(by: header)
    }

    private mutating func setEnglish() {
        dateLine = "%a %e %b %Y"
        shortDay = "%e %b"
        yearDay = "%e %b %Y"
    }

    private mutating func setRussian() {
        decimalMark = ","
        groupMark = " "
        groupFrom = 5
        weekdays = ["пн", "вт", "ср", "чт", "пт", "сб", "вс"]
        months = ["янв", "фев", "мар", "апр", "май", "июн", "июл", "авг", "сен", "окт", "ноя", "дек"]
        dateLine = "%a %d.%m.%Y"
        shortDay = "%d.%m"
        yearDay = "%d.%m.%Y"
        minutes = Forms(compact: "%1 мин", wide: "%1 мин")
        hours = Forms(compact: "%1 ч %2", wide: "%1 ч %2 мин")
        days = Forms(compact: "%1 дн", wide: "%1 дн")
        past = "%1, %2"
        future = "%1, через %2"
        ago = "%1 назад"
        ahead = "через %1"
    }

    private mutating func setChinese() {
        weekdays = ["周一", "周二", "周三", "周四", "周五", "周六", "周日"]
        months = (1...12).map { "\($0)月" }
        minutes = Forms(compact: "%1分", wide: "%1分")
        hours = Forms(compact: "%1时%2", wide: "%1时%2分")
        days = Forms(compact: "%1天", wide: "%1天")
        future = "%1 %2后"
        ago = "%1前"
        ahead = "%1后"
    }

    private mutating func override(by header: [String: String]) {
        func set(_ name: String, _ path: WritableKeyPath<Convention, String>) {
            if let value = header[name], !value.isEmpty { self[keyPath: path] = value == "space" ? " " : value }
        }
        func setForms(_ name: String, _ path: WritableKeyPath<Convention, Forms>) {
            guard let value = header[name] else { return }
            let parts = value.split(separator: "|").map { String($0.trimmingBlanks()) }
            guard let compact = parts.first, let wide = parts.last else { return }
            self[keyPath: path] = Forms(compact: compact, wide: wide)
        }
        func setNames(_ name: String, _ path: WritableKeyPath<Convention, [String]>) {
            guard let names = header[name]?.split(separator: " ").map(String.init) else { return }
            if names.count == self[keyPath: path].count { self[keyPath: path] = names }
        }
        set("X-Decimal-Mark", \.decimalMark)
        set("X-Group-Mark", \.groupMark)
        setNames("X-Weekdays", \.weekdays)
        setNames("X-Months", \.months)
        set("X-Date-Line", \.dateLine)
        set("X-Short-Day", \.shortDay)
        set("X-Year-Day", \.yearDay)
        setForms("X-Minutes", \.minutes)
        setForms("X-Hours", \.hours)
        setForms("X-Days", \.days)
        set("X-Past", \.past)
        set("X-Future", \.future)
        set("X-Ago", \.ago)
        set("X-Ahead", \.ahead)
    }
}
