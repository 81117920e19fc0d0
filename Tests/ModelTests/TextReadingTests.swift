import TestSupport
import Testing

@testable import Model

/// What texts say beside amounts: days told by their distance, whose service acts, which operation, whose numbers.
@Suite struct TextReadingTests {
    private static let now = Civil(year: 2026, month: 11, day: 22, hour: 1).instant(offsetSeconds: 18_000)

    @Test(
        arguments: [
            ("yesterday in Osh", "21.11"), ("Позавчера вечером", "20.11"), ("前天在喷赤河", "20.11"), ("昨晚查获", "21.11"),
            ("on Tuesday night", "17.11"), ("во вторник", "17.11"), ("周日", "22.11"), ("星期三", "18.11"),
            ("13 to 14 November", "13.11"), ("с 13 на 14 ноября", "13.11"), ("13–14 November", "13.11"),
            ("18 and 29 October", "29.10"), ("Tuesday was cold", ""), ("last night", "21.11"), ("at 5 to 6 kg", ""),
            ("22.11, 02:05 в Оше", "22.11"), ("22.11, 3 kg", ""), ("22.11 kg", ""),
        ])
    func aDayToldByItsDistance(_ text: String, _ expected: String) {
        let found = DateMention.find(in: text).map { $0.date(before: Self.now) { _ in 18_000 } }
        #expect(found.map { "\($0.day).\($0.month)" }.joined(separator: " ") == expected)
    }

    /// The same readers, whether they cut the text themselves or share the cut of another one.
    @Test func aSharedScanFindsTheSameDays() {
        for (text, _) in SpokenTable.rows {
            #expect(DateMention.find(in: text) == DateMention.find(in: AmountScan(text)))
            #expect(SeizedItemReader().account(text).allDays == DateMention.find(in: text))
            #expect(SeizedItemReader().account(text).unread == AmountReader().read(text).unread)
        }
    }

    @Test(
        arguments: [
            ("Turkmen customs officers at Farap", "TKM"), ("Пограничники Азербайджана пресекли", "AZE"),
            ("哈萨克斯坦警方在阿拉木图", "KAZ"), ("Tajik citizens were held by Uzbek customs", "UZB"),
            ("гражданин Таджикистана задержан", nil), ("塔吉克斯坦籍男子被警方抓获", nil), ("МВД Узбекистана сообщает", "UZB"),
            ("the border with Afghanistan", nil),
        ] as [(String, String?)])
    func whoseServiceActs(_ text: String, _ state: String?) { #expect(ActingState.find(in: text) == state) }

    @Test(
        arguments: [
            ("operation Channel: seized 5 kg opium in Kulob", "Channel"),
            ("В рамках операции «Канал» изъято 4 г мефедрона", "Channel"), ("operation Kanal: 5 kg opium", "Channel"),
            ("“通道”行动中查获海洛因", "Channel"), ("The Channel was open to boats", nil), ("Elena drove the lorry", nil),
        ] as [(String, String?)])
    func whichOperation(_ text: String, _ name: String?) { #expect(Alias.operation(in: text) == name) }

    @Test func twoReportsOfOneOperationFindEachOther() throws {
        func account(_ name: String, _ operation: String?) throws -> SeizureAccount {
            var account = SeizureAccount(name: try #require(SubjectName(name)), at: Self.now)
            account.operation = operation
            return account
        }
        let (one, two) = (try account("AL-2026-0001", "Channel"), try account("AL-2026-0002", "Channel"))
        #expect(Tie.between(one, two) == [.operation("Channel")] && one.marks.contains(Mark(.operation, "Channel")))
        #expect(Tie.between(one, try account("AL-2026-0003", nil)) == [])
        let raised = AlertRaised(
            priority: 3, message: .information, headline: "x", source: "UZB",
            particulars: Particulars(operation: "Channel"))
        #expect(raised.marks(at: Self.now).contains(Mark(.operation, "Channel")))
    }

    @Test(
        arguments: [
            ("driver tel +996 555 123456 passport AB1234567", "driver tel [phone] passport [document]"),
            ("водитель, тел. +996 555 123456", "водитель, тел. [phone]"),
            ("5 kg of heroin at Kuryk", "5 kg of heroin at Kuryk"),
            ("driver Rustam Karimov, tel +996 555 123456", nil), ("водитель Рустам, тел. +996 555 123456", nil),
        ] as [(String, String?)])
    func aNumberIsMaskedAndANameStaysAway(_ text: String, _ open: String?) { #expect(PersonalWords.open(text) == open) }

    @Test func aChineseIdentityCardIsADocument() {
        let found = IdentifierFinder.find(in: "嫌疑人身份证号110101198403070012，缴获海洛因5公斤")
        #expect(found.map(\.identifier.kind) == [.document] && found.map(\.identifier.typed) == ["110101198403070012"])
    }

    @Test func aNoteKeepsTheNumberBesideTheRecord() throws {
        let typed = "called back, tel +996 555 123456"
        for event in [
            Event.alert(.noted(AlertNoted(text: typed))), .shift(.noted(ShiftNoted(text: typed))),
            .delivery(.noted(DeliveryNoted(text: typed))),
        ] {
            let (note, parts) = event.withoutPersonalNumbers
            #expect(note.noteText == "called back, tel [phone]" && parts == [.message(typed)])
            let digest = try #require(Digest(hex: String(repeating: "7", count: 64)))
            let kept = note.keeping(try #require(parts.first), as: digest, plain: digest)
            #expect(CanonicalJSON.text(of: .object(kept.body)).contains(digest.hex))
            #expect(!CanonicalJSON.text(of: .object(kept.body)).contains("123456"))
        }
        let plain = Event.alert(.noted(AlertNoted(text: "called back")))
        #expect(plain.withoutPersonalNumbers.event == plain && plain.withoutPersonalNumbers.parts.isEmpty)
    }

    @Test func aMessageInThreeLanguagesIsHeadedInEach() {
        let text = """
            words
            alert/info/urgency: Immediate
            alert/info/severity: Severe
            alert/info/certainty: Observed
            alert/info[1]/language: en
            alert/info[2]/language: ru-RU
            alert/info[2]/headline: Ветер
            alert/info[2]/urgency: Immediate
            alert/info[2]/severity: Severe
            alert/info[2]/certainty: Observed
            alert/info[3]/language: zh
            alert/info[3]/headline: 风
            alert/info[3]/urgency: Future
            alert/info[3]/severity: Minor
            alert/info[3]/certainty: Observed
            """
        // What is less grave is no other way to say the same.
        #expect(MessageLines.headlines(in: text) == ["ru": "Ветер"])
        var log = SampleLog()
        let raised = AlertRaised(
            priority: 1, message: .warning, headline: "Wind", source: "KAZ", particulars: Particulars(text: text))
        let name = log.begin(.alerts, .alert(.raised(raised)), minutesAgo: 5)
        let alert = log.board.alerts[name]
        #expect(alert?.heading(in: "ru") == "Ветер" && alert?.heading(in: "zh") == "Wind" && alert?.headline == "Wind")
    }

    @Test(
        arguments: [
            (MessageHead(scope: .restricted), .h1), (MessageHead(scope: .addressees), .h1),
            (MessageHead(restriction: "only for emergency services"), .h1), (MessageHead(restriction: "H2"), .h2),
            (MessageHead(scope: .everybody), nil), (MessageHead(), nil), (MessageHead(restriction: "H0"), nil),
        ] as [(MessageHead, HandlingCode?)])
    func whatIsForAFewIsHandledSo(_ head: MessageHead, _ code: HandlingCode?) {
        var log = SampleLog()
        let raised = AlertRaised(priority: 3, message: .warning, headline: "x", source: "UZB", head: head)
        let name = log.begin(.alerts, .alert(.raised(raised)), minutesAgo: 5)
        let handling = log.board.alerts[name]?.trail.handling
        #expect(handling?.current.code == code)
        guard code != nil else { return }
        let lower = Event.handling(.set(HandlingSet(code: .h0, originator: "UZB")))
        #expect(
            log.history(of: name).refusal(of: lower, by: "a", at: SampleLog.night)
                == .originatorsPermissionMissing("UZB"))
    }

    @Test func aRowIsLookedAtForItsAmountItsDayAndItsCountry() {
        func row(_ country: String, _ amount: String) -> SeizureReported {
            SeizureReported(
                source: "unodc-ids", region: "", subregion: "", country: country, administrativeDivision: "",
                place: "x", drug: "Opium", quantity: Quantity(amount: amount, unit: "Kilogram"), hidingPlace: "",
                installation: "", transport: "", producingCountry: "", departureCountry: "", destinationCountry: "",
                routing: "")
        }
        func remarks(_ row: SeizureReported, _ at: Instant) -> [IntakeRemark] {
            IntakeRemark.remarks(
                on: row, at: at, .day, substance: SubstanceFinder.find("Opium").substance, learnt: Self.now)
        }
        let today = Civil(year: 2026, month: 11, day: 22).instant(offsetSeconds: 0)
        #expect(remarks(row("Uzbekistan", "12"), today) == [])
        #expect(remarks(row("Uzbekistan", "12"), today + .days(2)) == [.inTheFuture])
        #expect(remarks(row("Atlantis", "12"), today) == [.unknownCountry("Atlantis")])
        #expect(remarks(row("--", "12"), today) == [])
        guard case .unusual("99999 Kilogram", let prompt)? = remarks(row("Uzbekistan", "99999"), today).first else {
            Issue.record("the amount was passed over")
            return
        }
        #expect(prompt.times == 322)
    }
}
