/// The words that stand for codes in a labelled message, in three languages.
package enum MessageWord {
    /// By code of `MessageKind`: English, Russian and Chinese, then other words that are read.
    static let kinds: [(code: String, words: [String])] = [
        ("seizure_report", ["seizure report", "сообщение об изъятии", "缉获报告", "изъятие", "seizure"]),
        ("warning", ["warning", "предупреждение", "预警"]),
        ("feedback", ["feedback", "обратная связь", "反馈", "результат проверки"]),
        ("request", ["request", "запрос", "信息请求", "request for information", "请求"]),
        ("answer", ["answer", "ответ", "答复", "reply"]),
        ("information", ["information", "сведения", "信息", "информация", "spontaneous information"]),
        ("lookout", ["lookout", "ориентировка", "协查通报", "lookout notice", "协查"]),
        ("contact_change", ["contact change", "изменение контактов", "联系方式变更"]),
        ("bulletin", ["bulletin", "бюллетень", "公报", "简报"]),
        ("cancellation", ["cancellation", "отмена", "撤销"]),
        ("acknowledgement", ["acknowledgement", "подтверждение", "确认", "acknowledgment"]),
        ("rejection", ["rejection", "отклонение", "拒收通知", "not accepted"]),
        ("pre_arrival", ["pre-arrival information", "предварительная информация", "到货前信息", "pre-arrival"]),
    ]

    static let acts: [(code: IncomingMessage.Act, words: [String])] = [
        (.alert, ["alert", "оповещение", "警报"]), (.update, ["update", "изменение", "更新"]),
        (.cancel, ["cancel", "отмена", "撤销"]), (.acknowledgement, ["ack", "подтверждение", "确认"]),
        (.error, ["error", "отклонено", "拒收"]),
    ]

    static let statuses: [(code: IncomingMessage.Status, words: [String])] = [
        (.actual, ["actual", "боевое", "实际"]), (.exercise, ["exercise", "учение", "演习"]),
        (.system, ["system", "системное", "系统"]), (.test, ["test", "проверка", "测试"]),
        (.draft, ["draft", "черновик", "草稿"]),
    ]

    static let answers: [(code: Bool, words: [String])] = [
        (true, ["yes", "да", "是"]), (false, ["no", "нет", "否"]),
    ]

    static func code<Code>(_ text: String, in table: [(code: Code, words: [String])]) -> Code? {
        let wanted = text.lowercased()
        return table.first { $0.words.contains(wanted) || "\($0.code)" == wanted }?.code
    }

    static func word<Code: Equatable>(
        for code: Code, in table: [(code: Code, words: [String])], _ language: MessageLabel.Language
    ) -> String {
        let place = [MessageLabel.Language.en: 0, .ru: 1, .zh: 2][language] ?? 0
        return table.first { $0.code == code }?.words[place] ?? "\(code)"
    }
}
