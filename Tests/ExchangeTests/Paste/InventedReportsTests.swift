import Model
import Testing

@testable import Exchange
@testable import Places

/// Twenty-five reports that were written before anybody looked at the lists of words, each with what a person reads in it.
@Suite struct InventedReportsTests {
    struct Report: Sendable, CustomTestStringConvertible {
        let text: String
        let items: String
        let place: String
        let day: String
        let state: String
        let isSeizure: Bool
        var testDescription: String { text }
    }

    private static let gazetteer = (try? Gazetteer.load()) ?? .empty

    /// What of a report was read as a person reads it: items, place, day, State, kind.
    private static func score(_ report: Report) -> (right: [Bool], read: String) {
        var message = PasteReader.read(report.text, inExercise: false, places: gazetteer)
        let now = Civil(year: 2026, month: 11, day: 22, hour: 6).instant(offsetSeconds: 0)
        message.settle(before: now) { _ in 18_000 }
        let items = message.particulars.items.map { item in
            let name =
                item.kind == .cash ? item.currency ?? "cash" : item.substance ?? item.kind.rawValue
            let unit = item.kind == .cash ? nil : item.quantity?.knownUnit?.unit.rawValue
            return [name, item.quantity?.amount, unit].compactMap { $0 }.joined(separator: " ")
        }.joined(separator: "; ")
        let civil = message.happened.map { Civil($0, offsetSeconds: 0) }
        let day = civil.map { "\($0.year)-\($0.month)-\($0.day)" } ?? ""
        let (place, state) = (message.particulars.place ?? "", message.particulars.state ?? "")
        let isSeizure = message.kind == .seizureReport
        return (
            [
                items == report.items, place == report.place, day == report.day, state == report.state,
                isSeizure == report.isSeizure,
            ], "\(items) | \(place) | \(day) | \(state) | \(message.kind.rawValue)"
        )
    }

    @Test func theTableIsRead() {
        var right = 0
        for report in Self.reports {
            let (fields, read) = Self.score(report)
            right += fields.count { $0 }
            if fields.contains(false) { print("read otherwise: \(report.text): \(read)") }
        }
        print("invented reports: \(right) of \(Self.reports.count * 5) fields as a person reads them")
        #expect(Self.reports.count == 25 && right == 125)
    }

    private static func report(
        _ text: String, _ items: String, _ place: String, _ day: String, _ state: String, isSeizure: Bool = true
    ) -> Report {
        Report(text: text, items: items, place: place, day: day, state: state, isSeizure: isSeizure)
    }

    private static let reports: [Report] = [
        report(
            "A 34-year-old man hauled 7.4 kilos of hashish across the Zeravshan pass; police in "
                + "Panjakent stopped him on 19 November.",
            "hashish 7.4 kg", "Panjakent", "2026-11-19", "TJK"),
        report(
            "During a search of a lorry at Sarahs customs officers pulled out 212 bricks of cannabis "
                + "resin, 233 kg gross, on Tuesday night.",
            "hashish 233 kg", "Sarahs", "2026-11-17", "TKM"),
        report(
            "Turkmen customs officers at Farap intercepted half a tonne of poppy straw hidden under "
                + "melons.",
            "poppy-straw 0.5 t", "Farap", "", "TKM"),
        report(
            "Baku airport: a passenger from Istanbul swallowed 84 capsules with 0.9 kg of cocaine, "
                + "arrested 15.11.2026.",
            "cocaine 0.9 kg", "Baku", "2026-11-15", "AZE"),
        report(
            "Nearly 1,900 ampoules of tramadol were taken off a train at Saryagash.",
            "tramadol 1900 ampoule", "Saryagash", "", "KAZ"),
        report(
            "Two sacks weighing 41 kg and 38 kg and filled with marijuana turned up in a barn near "
                + "Karakol.",
            "cannabis 41 kg; cannabis 38 kg", "Karakol", "", "KGZ"),
        report(
            "The Kazakh border service detained a horse rider carrying 9 kg 600 g of hash and 40 "
                + "rounds of ammunition in the Kordai district yesterday.",
            "hashish 9.6 kg; ammunition 40", "Kordai", "2026-11-21", "KAZ"),
        report(
            "On the night of 13 to 14 November, 3.2 litres of liquid methamphetamine and USD 18,000 "
                + "in cash were discovered in Tashkent.",
            "methamphetamine 3.2 l; USD 18000", "Tashkent", "2026-11-13", "UZB"),
        report(
            "The court sentenced a driver to 12 years for smuggling 60 kg of heroin in 2024; no new "
                + "seizure was made.",
            "", "", "", "", isSeizure: false),
        report(
            "Таможенники поста «Яллама» извлекли из бензобака фуры 26 свёртков с опием-сырцом общим "
                + "весом 27 кг 340 г.",
            "opium 27.34 kg", "Яллама", "", "UZB"),
        report(
            "В Хатлонской области в огороде жителя уничтожено 312 кустов дикорастущей конопли, 16 "
                + "ноября.",
            "cannabis-plant 312 plant", "Хатлонская область", "2026-11-16", "TJK"),
        report(
            "Сотрудники УБН ГУВД Оша закупили под контролем 0,48 г героина у наркокурьера, при обыске "
                + "дома нашли ещё 112 граммов.",
            "heroin 0.48 g; heroin 112 g", "Ош", "", "KGZ"),
        report(
            "Вчера вечером на трассе Алматы — Бишкек полицейские остановили «Опель» и обнаружили в "
                + "запасном колесе девять килограммов гашиша.",
            "hashish 9 kg", "Алматы", "2026-11-21", "KAZ"),
        report(
            "Пограничники Азербайджана пресекли на берегу Аракса попытку ввоза 18 кг 755 г марихуаны "
                + "и 1 200 таблеток метадона.",
            "cannabis 18.755 kg; methadone 1200 tablet", "берег Аракса", "", "AZE"),
        report(
            "Из почтового отправления, прибывшего из Гуанчжоу, в Екатеринбурге изъяли полкило "
                + "альфа-ПВП.",
            "alpha-pvp 0.5 kg", "Екатеринбург", "", "RUS"),
        report(
            "Полицией Душанбе у двух граждан конфисковано 3 кг 12 г наркотического вещества «чарс», а "
                + "также пистолет «ТТ» с 8 патронами.",
            "hashish 3.012 kg; weapon; ammunition 8", "Душанбе", "", "TJK"),
        report(
            "На станции Серахс в вагоне с цементом найдены 14 канистр по 25 литров уксусного "
                + "ангидрида.",
            "acetic-anhydride 350 l", "Серахс", "", "TKM"),
        report(
            "По информации пресс-службы КНБ, 5 ноября 2026 г. ликвидирована лаборатория: 600 г "
                + "мефедрона, 12 л реактивов, 2,5 млн тенге.",
            "mephedrone 600 g; KZT 2500000", "", "2026-11-5", ""),
        report(
            "11月8日，霍尔果斯口岸海关从一辆货车夹层内查出冰毒晶体4.6公斤。",
            "methamphetamine 4.6 kg", "霍尔果斯", "2026-11-8", "KAZ"),
        report(
            "哈萨克斯坦警方在阿拉木图一处公寓起获大麻脂12块，净重6千克。",
            "hashish 6 kg", "阿拉木图", "", "KAZ"),
        report(
            "塔吉克斯坦边防人员前天在喷赤河岸边拦下两名越境者，搜出鸦片三十一公斤、手枪一支。",
            "opium 31 kg; weapon 1 unit", "喷赤河岸边", "2026-11-20", "TJK"),
        report(
            "吉尔吉斯斯坦奥什市一男子携带海洛因850克被抓。",
            "heroin 850 g", "奥什", "", "KGZ"),
        report(
            "乌兹别克斯坦铁路警察在撒马尔罕站查缴曲马多药片2400片及现金1.5万美元。",
            "tramadol 2400 tablet; USD 15000", "撒马尔罕", "", "UZB"),
        report(
            "阿塞拜疆国家海关委员会通报：巴库港集装箱内藏匿前体醋酸酐1.2吨。",
            "acetic-anhydride 1.2 t", "巴库港", "", "AZE"),
        report(
            "土库曼斯坦马雷州一农户院内发现罂粟植株约500株，11月3日已全部铲除。",
            "opium-poppy 500 plant", "马雷州", "2026-11-3", "TKM"),
    ]
}
