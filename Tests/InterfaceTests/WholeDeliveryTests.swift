import Model
import Screen
import TestSupport
import Testing
import Wording

@testable import Interface

/// One delivery from the first information to the closed file, by keys alone.
@Suite struct WholeDeliveryTests {
    static let name = SubjectName("CD-2026-001")!

    @Test func fromFirstInformationToTheClosedFile() throws {
        var desk = DeliveryDesk(SampleLog())
        desk.run("new-delivery")
        desk.answer("heroin 38.4 kg gross", "TJK", "truck TJK 4821 AT 02")
        desk.run("open CD-2026-001")
        prepare(&desk)
        let announced = try #require(desk.state.delivery(Self.name))
        #expect(announced.announced != nil && announced.cover(at: .distantPast).allSatisfy { $0.cover.isCovered })
        travel(&desk)
        close(&desk)
        let delivery = try #require(desk.state.delivery(Self.name))
        #expect(delivery.closedAt != nil && delivery.exceptions.open.isEmpty && delivery.openDoubts.isEmpty)
        #expect(delivery.isOver && desk.refusal == nil)
        #expect(Set(desk.log.entries.map(\.kind)).count >= 30, "\(Set(desk.log.entries.map(\.kind)).count) kinds")
    }

    private func prepare(_ desk: inout DeliveryDesk) {
        desk.fact("check")
        desk.answer("no other operation on this plate")
        desk.fact("plan-leg")
        desk.answer(nil, "TJK", "Khujand", "Fotehobod", "0300", "0500", "30", "", "DCA", "60")
        desk.fact("plan-leg")
        desk.answer(nil, "UZB", "Oybek", "Yallama", "0500", "0900", "30")
        desk.press(.character("Q"))
        desk.answer("UZB", "I-24/7", "17/26", "may it pass?", "0512", "0600")
        desk.fact("confirmed")
        desk.answer("UZB", "Major Yusupov")
        desk.fact("consent")
        desk.answer("UZB", "duty prosecutor", "88/26", nil, "0400", "1200")
        desk.press(.character("A"))
        desk.answer("TJK", "DCA", "214", nil, "0200", "0800", "Khujand", "Fotehobod")
        desk.fact("plan")
        desk.answer(nil, "follow to the recipients")
        desk.fact("intervention")
        desk.answer(nil, "UZB", "ask UZB; tell KAZ", "TJK, KAZ")
        desk.fact("limit")
        desk.answer("25")
        desk.fact("checklist")
        desk.answer("border", nil, "-60 call the post; look at the seal")
        desk.fact("prepared")
        desk.answer("TJK DCA", "all left in", nil, nil, "TJ 004417", "38.4 kg", "T-7")
        desk.fact("start-decided")
        desk.answer("TJK, Prosecutor General", nil, "214")
        desk.fact("announce")
        desk.answer()
    }

    private func travel(_ desk: inout DeliveryDesk) {
        desk.press(.character("r"))
        desk.answer("TJK DCA", "Khujand", "TJ 004417", "", "", "", "1")
        desk.press(.character("o"))
        desk.answer("TJK team 1")
        desk.press(.character("i"))
        desk.type("0410 tjk 001 left Khujand eta 0450")
        desk.press(.enter)
        desk.press(.character("r"))
        desk.answer(nil, "Fotehobod")
        desk.press(.character("r"))
        desk.answer("UZB Customs", "Oybek", "TJ 004471", "", "", "", "2")
        #expect(desk.state.delivery(Self.name)?.currentLegNumber == 2)
        desk.fact("explain")
        desk.answer(nil, "written wrong at the post", "UZB")
        desk.fact("eyes-lost")
        desk.answer("TJK team 1", "left behind at the border")
        desk.press(.character("X"), .enter)
        desk.answer(nil, "queue of 40 trucks", "UZB desk")
        desk.press(.character("s"), .enter, .enter, .enter, .enter, .enter, .enter)
        desk.press(.character("c"), .character("n"))
        desk.press(.escape)
        desk.press(.character("d"))
        desk.answer("the interval stays", "two cars are on it", "UZB, Prosecutor General", "15 min; 60 min")
        desk.fact("exception-over")
        desk.answer(nil, "it moves again, UZB desk")
        desk.fact("end-delivery")
        desk.answer(nil, "Yallama")
    }

    private func close(_ desk: inout DeliveryDesk) {
        desk.fact("exhibit")
        desk.answer("UZB-88/3", "heroin 1.07 kg", "UZB", nil, "TJ 118")
        desk.fact("weigh")
        desk.answer(nil, nil, "1.07 kg", "scale 17")
        desk.fact("sample")
        desk.answer(nil, nil, "E2")
        desk.fact("reseal")
        desk.answer(nil, "TJ 118", "UZ 9", "for the laboratory")
        desk.fact("transfer")
        desk.answer(nil, nil, "laboratory")
        desk.fact("formal")
        desk.answer(nil, "TJK", "UZB", "MLA 5")
        desk.press(.character("t"))
        desk.answer("MLA 5", nil, "the laboratory report goes over")
        desk.fact("investigation")
        desk.answer(nil, "TJK")
        desk.press(.character("t"))
        desk.answer("the seal was read wrong", "read seals back: TJK")
        desk.press(.character("t"))
        desk.answer("seized at Yallama")
    }

    @Test func aDeliveryThatIsRollingAlreadyIsWithoutCoverAtOnce() throws {
        var desk = DeliveryDesk(SampleLog())
        desk.run("rolling")
        desk.answer("heroin, about 20 kg", "UZB desk", "uzb", "Yallama", "", "truck 01 A 123 BC")
        let delivery = try #require(desk.log.board.deliveries[Self.name])
        #expect(delivery.currentLegNumber == 1 && delivery.lastPlace == "Yallama")
        #expect(delivery.opened.initiator == "UZB")
        #expect(desk.text.contains("WITHOUT COVER"), "\(desk.text)")
    }

    @Test func thePlanOfAnEarlierOneIsTakenOver() throws {
        var desk = DeliveryDesk()
        desk.run("new-delivery")
        desk.answer("opium", "TJK")
        let name = try #require(desk.log.entries.last?.subject)
        desk.run("like \(name.text) CD-2026-001 0600")
        let (new, old) = (
            try #require(desk.log.board.deliveries[name]),
            try #require(desk.log.board.deliveries[Self.name])
        )
        #expect(new.legs.map(\.exit) == old.legs.map(\.exit))
        #expect(new.legs.first?.from == SampleLog.night + .minutes(108))
        #expect(new.legs[1].from - new.legs[0].from == old.legs[1].from - old.legs[0].from)
        #expect(new.lastReport == nil)
    }
}
