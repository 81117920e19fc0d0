import Model
import Testing

@testable import Exchange

private let mixed = """
    Dear colleagues,
    please see below.

    > CARICC MESSAGE 1
    > KIND: предупреждение
    > ОТ: KGZ
    > TO： CARICC
    > 发往: UZB
    > NUMBER: 14/2026
    > ДАТА: 17.10.2026 04:06 +06:00
    > PRIORITY: P2
    > HEADLINE: Lorry with heroin is expected at the crossing, it left Osh at six
    in the morning
    > ITEM: heroin, 5,065 kg
    > ITEM: опий, 3 кг 250 г
    > 车牌: 01 KG 123 ABC
    > ЧЕРЕЗ: Ош
    > ESCORT: two cars
    > REFERS TO: 12/2026; KGZ; 2026-10-16 04:06 +06:00
    > EXERCISE: да
    > ТЕКСТ:
    > First line: with a colon
    >
    > > quoted deeper
    > ..two dots
    > .END
    > END
    Best regards
    """

@Suite struct LabelledTextTests {
    @Test func mailWithThreeLanguagesIsRead() throws {
        for text in [mixed, mixed.replacing("\n", with: "\r\n")] {
            let message = try IncomingMessage(LabelledText.read(text))
            #expect(message.kind == "warning")
            #expect(message.sender == "KGZ")
            #expect(message.recipients == ["CARICC", "UZB"])
            #expect(message.number == "14/2026")
            #expect(message.sent.text() == "2026-10-17T04:06:00+06:00")
            #expect(message.priority == 2)
            #expect(
                message.headline
                    == "Lorry with heroin is expected at the crossing, it left Osh at six in the morning")
            #expect(message.items == ["heroin, 5,065 kg", "опий, 3 кг 250 г"])
            #expect(message.identifiers == [.init(kind: "plate", text: "01 KG 123 ABC")])
            #expect(message.routeVia == ["Ош"])
            #expect(message.extras == [.init("ESCORT", "two cars")])
            #expect(message.references.first?.sender == "KGZ")
            #expect(message.references.first?.sent?.text() == "2026-10-16T04:06:00+06:00")
            #expect(message.status == .exercise)
            #expect(message.text == "First line: with a colon\n\n> quoted deeper\n.two dots\nEND")
            #expect(message.remarks == [])
        }
    }

    @Test(arguments: MessageLabel.Language.allCases)
    func aMessageComesBackInEveryLanguage(_ language: MessageLabel.Language) throws {
        var random = RandomMessages(seed: 11)
        for n in 0..<300 {
            let message = random.message(form: .labelledText)
            let written = LabelledText.write(LabelledMessage(message, language), language)
            #expect(try MessageGate().format(of: Array(written.utf8)) == .labelledText)
            let expected = message
            let mailed = n % 3 == 2 ? written.split(separator: "\n", omittingEmptySubsequences: false) : []
            let text = n % 3 == 2 ? "Hello\n\n" + mailed.map { ">> \($0)" }.joined(separator: "\r\n") : written
            var back = try IncomingMessage(LabelledText.read(text))
            back.remarks = []
            #expect(
                CanonicalJSON.text(of: .object(back.json)) == CanonicalJSON.text(of: .object(expected.json)),
                "message \(n)\n\(written)")
            if back != expected { break }
        }
    }

    @Test func labelledMessagesComeBackLineByLine() throws {
        let message = LabelledMessage(
            lines: [
                .init(.kind, "warning"), .init(.headline, String(repeating: "word ", count: 60) + "end"),
                .init(name: "ESCORT", "first\nsecond\n\nfourth"), .init(.place, "KIND: not a label"),
                .init(.item, "a | b | c " + String(repeating: "x | ", count: 40) + "y"),
            ],
            text: "one\n\nEND\n.dot\nCARICC MESSAGE 1\nконец\n  indented")
        for language in MessageLabel.Language.allCases {
            let written = LabelledText.write(message, language)
            #expect(try LabelledText.read(written).message == message, "\(written)")
            let head = written.split(separator: "\n").prefix { !$0.hasPrefix(MessageLabel.text.word(in: language)) }
            #expect(head.allSatisfy { $0.count <= LabelledText.widthLimit + 4 })
        }
    }

    @Test func faultsNameTheLine() {
        func refusal(_ lines: String...) -> IntakeRefusal? {
            let text = (["CARICC MESSAGE 1"] + lines).joined(separator: "\n")
            do throws(IntakeRefusal) {
                _ = try IncomingMessage(LabelledText.read(text))
                return nil
            } catch {
                return error
            }
        }
        let sound = ["KIND: warning", "FROM: KGZ", "NUMBER: 1", "DATE: 2026-10-17 04:06 +06:00", "END"]
        #expect(refusal(sound[0], sound[1], sound[2], sound[3], sound[4]) == nil)
        let cases: [(IntakeRefusal?, IntakeRefusal.Reason, Int, String)] = [
            (refusal(sound[0]), .noEnd, 2, ""), (refusal(sound[0], "TEXT: abc"), .noEnd, 3, "TEXT"),
            (refusal(sound[0], sound[1], sound[2], sound[4]), .missingLabel, 1, "DATE"),
            (refusal(sound[0], sound[1], sound[2], "DATE: 2026-10-17 04:06", "END"), .missingOffset, 5, "DATE"),
            (refusal(sound[0], sound[1], sound[2], "DATE: yesterday", "END"), .wrongTime, 5, "DATE"),
            (refusal("KIND: joke", sound[1], sound[2], sound[3], "END"), .wrongValue, 2, "KIND"),
            (refusal(sound[0], sound[1], sound[2], sound[3], "PRIORITY: 5", "END"), .wrongValue, 6, "PRIORITY"),
            (refusal(sound[0], "ВИД: warning", "END"), .repeatedLabel, 3, "ВИД"),
            (refusal("no label here", "END"), .missingLabel, 2, ""),
            (refusal(sound[0], "CARICC MESSAGE 1", "END"), .severalMessages, 3, ""),
        ]
        for (found, reason, line, path) in cases {
            #expect(found?.reason == reason)
            #expect(found?.line == line)
            #expect(found?.path == path)
        }
    }

    @Test func theNewestOfAThreadIsRead() throws {
        let older =
            "> CARICC MESSAGE 1\n> KIND: warning\n> FROM: UZB\n> NUMBER: 7\n> DATE: 2026-10-16 04:06 +05:00\n> END"
        let newer = "CARICC MESSAGE 1\nKIND: feedback\nFROM: KGZ\nNUMBER: 8\nDATE: 2026-10-17 04:06 +06:00\nEND\n"
        let message = try IncomingMessage(LabelledText.read(newer + older))
        #expect(message.number == "8")
        #expect(message.remarks == [.quotedMessageNotRead])
    }

    @Test func labelsAreUnambiguous() {
        var seen: [String: MessageLabel] = [:]
        for label in MessageLabel.allCases {
            for language in MessageLabel.Language.allCases {
                let word = label.word(in: language)
                #expect(seen[word] == nil, "\(word)")
                seen[word] = label
                #expect(MessageLabel(word: word) == label)
                #expect(MessageLabel(word: word.lowercased()) == label)
            }
        }
        for language in 0..<3 {
            let words = MessageWord.kinds.map { $0.words[language] }
            #expect(Set(words).count == words.count)
        }
        for kind in MessageWord.kinds {
            for word in kind.words { #expect(MessageWord.code(word, in: MessageWord.kinds) == kind.code) }
        }
    }
}
