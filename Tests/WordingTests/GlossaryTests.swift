import Testing

@testable import Wording

/// The main words of the service are binding: the catalogues use exactly these, in full and in their short form.
@Suite struct GlossaryTests {
    static let words: [(english: String, russian: String, chinese: String)] = [
        ("controlled delivery", "контролируемая поставка", "控制下交付"), ("cover load", "груз прикрытия", "掩护货物"),
        ("partial substitution", "частичная замена", "部分替代"), ("full substitution", "полная замена", "完全替代"),
        ("leg", "участок маршрута", "路段"), ("transit State", "государство транзита", "过境国"),
        ("consent", "согласие", "同意"), ("refusal", "отказ", "拒绝"), ("consent withdrawn", "согласие отозвано", "撤回同意"),
        ("under way", "в движении", "进行中"), ("delayed", "задержка", "延误"),
        ("deviated", "отклонение от маршрута", "偏离路线"), ("contact lost", "связь потеряна", "失去联系"),
        ("compromised", "расшифрована", "已暴露"), ("stop reported", "сообщено о прекращении", "接报终止"),
        ("seized early", "изъято раньше времени", "提前缉获"), ("surveillance", "наблюдение", "监控"),
        ("check-in", "доклад", "通报"), ("overdue", "просрочено", "逾期"), ("silent", "молчит", "静默"),
        ("last word", "последняя связь", "最近通报"), ("ask by", "просить до", "最迟申请时间"), ("seal", "пломба", "封志"),
        ("joint operational plan", "совместный план операции", "联合行动计划"),
        ("exhibit", "вещественное доказательство", "物证"),
        ("chain of custody", "непрерывность хранения доказательств", "证据保管链"), ("seizure", "изъятие", "缉获"),
        ("seizure report", "сообщение об изъятии", "缉获报告"), ("alert", "оповещение", "警报"),
        ("warning", "предупреждение", "预警"), ("alarm", "сигнал", "告警"), ("request for information", "запрос", "信息请求"),
        ("lookout notice", "ориентировка", "协查通报"), ("acknowledge", "принять", "确认"),
        ("receipt confirmed", "получение подтверждено", "收悉"), ("shelve until", "отложить до", "搁置至"),
        ("officer in charge", "исполнитель", "承办人"), ("deadline", "контрольный срок", "期限"),
        ("under control", "на контроле", "督办"), ("done", "исполнено", "办结"), ("match", "пересечение", "线索重合"),
        ("duty officer", "оперативный дежурный", "值班员"), ("liaison officer", "офицер связи", "联络官"),
        ("contact point", "контактный пункт", "联络点"), ("shift handover", "приём-сдача дежурства", "交接班"),
        ("read-back", "повторить своими словами", "复述"), ("late entry", "запись с опозданием", "补记"),
        ("log of the watch", "журнал дежурства", "值班日志"), ("event log", "журнал событий", "事件日志"),
        ("LIVE", "РЕАЛЬНО", "实时"), ("REVIEW", "ПРОСМОТР", "回查"), ("DRILL", "УЧЕНИЕ", "演习"),
        ("inject", "вводная", "导调情况"),
        ("debrief", "разбор", "讲评"), ("precursor", "прекурсор", "前体"), ("acetic anhydride", "уксусный ангидрид", "醋酸酐"),
        ("control phrase", "контрольная фраза", "核验口令"), ("Board", "Обстановка", "态势"),
    ]

    /// Words that sentences, titles and commands are made of, with the glossary's word that must be in them.
    static let sentences: [(Message, String, String)] = [
        ("Heard", "Доклад", "通报"), ("Take watch", "Принять дежурство", "接班"), ("End watch", "Сдать дежурство", "交班"),
        ("Given by", "Дежурство сдал", "交班人"), ("Taken by", "Дежурство принял", "接班人"), ("SILENT %1", "МОЛЧИТ", "静默"),
        ("certified to #%1", "журнал заверен до", "核签"), ("LOG OF THE WATCH", "ЖУРНАЛ ДЕЖУРСТВА", "值班日志"),
        ("LATE %1", "ПРОСРОЧЕНО", "逾期"), ("shelved until %1", "отложено", "搁置"), ("DRILL DRILL", "УЧЕНИЕ", "演习"),
        ("BELL %1: %2", "СИГНАЛ", "告警"), ("New controlled delivery", "контролируемая поставка", "控制下交付"),
    ].map { (Message(key: $0.0, arguments: [.text("1"), .text("2")]), $0.1, $0.2) }

    @Test func mainWordsAreThoseOfTheGlossary() throws {
        let (russian, chinese) = (try Catalogue.load(.ru), try Catalogue.load(.zh))
        #expect(Self.words.count > 50)
        for word in Self.words {
            let message = Message(key: word.english)
            #expect(russian.text(message) == word.russian, "\(word.english)")
            #expect(chinese.text(message) == word.chinese, "\(word.english)")
        }
        for (message, inRussian, inChinese) in Self.sentences {
            #expect(russian.text(message).contains(inRussian), "\(message.key): \(russian.text(message))")
            #expect(chinese.text(message).contains(inChinese), "\(message.key): \(chinese.text(message))")
        }
    }

    /// Words that the glossary forbids, because they mean something else in the service.
    @Test(arguments: [
        (Language.ru, ["квитир", "доска", "ответственный за", "учебный"]), (.zh, ["没收", "扣押", "所有者"]),
    ])
    func forbiddenWordsStayOut(_ language: Language, _ words: [String]) throws {
        for folder in Catalogue.standardFolders() {
            guard let bytes = try Catalogue.contents(of: "\(folder)/\(language.rawValue).po") else { continue }
            for entry in try PoReader.read(bytes).entries where entry.id != "confiscation" {
                for text in entry.translations {
                    for word in words { #expect(!text.lowercased().contains(word), "\(entry.id): \(text)") }
                }
            }
            return
        }
        Issue.record("no catalogue of \(language.rawValue)")
    }
}
