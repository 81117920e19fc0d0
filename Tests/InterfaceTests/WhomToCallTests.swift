import Model
import Places
import Screen
import TestSupport
import Testing
import Wording

@testable import Interface

/// Read for ten seconds, the NOW page says what to do next and whom to call; and what is typed is doubted, never refused.
@Suite struct WhomToCallTests {
    private static let truck = SubjectName("CD-2026-001")!
    private static let gazetteer = (try? Gazetteer.load()) ?? .empty

    private static func log(_ entries: (String, [DirectoryField: String])...) throws -> SampleLog {
        var log = SampleLog.busyNight
        for (key, values) in entries {
            let entry = DirectoryEntry(try #require(DirectoryKey(key)), values)
            log.begin(.directory, .directory(.entrySet(DirectoryEntrySet(entry))), minutesAgo: 900)
        }
        return log
    }

    private static let desk = (
        "contact:UZB:1",
        [
            DirectoryField.name: "Duty desk", .channel: "telephone", .number: "+000 00 000-01-20",
            .filedNumber: "+000 00 000-01-21", .languages: "ru, uz", .roundTheClock: "yes",
        ]
    )

    private static func page(_ log: SampleLog, _ width: Int, _ height: Int, _ catalogue: Catalogue = .english) -> String
    {
        var state = Sample.state(log, width: width, height: height, catalogue: catalogue)
        Sample.carryOut(state.open(.subject(truck)), in: &state, log: log)
        return state.render().plainLines().joined(separator: "\n")
    }

    @Test(arguments: [(60, 16), (80, 24), (120, 40), (200, 60)]) func theNumberAndTheirHourAreOnThePage(
        _ width: Int, _ height: Int
    ) throws {
        let log = try Self.log(Self.desk)
        let page = Self.page(log, width, height)
        #expect(page.contains("UZB desk") && page.contains("+000 00 000-01-20"), "\(page)")
        guard width >= 80 else { return }
        #expect(page.contains("04:12 there"), "\(page)")
        #expect(page.contains("ru uz") && !page.contains("ru, uz"), "\(page)")
    }

    @Test func aPartyWithoutANumberIsReachedThroughItsStatesDesk() throws {
        let state = Sample.state(try Self.log(Self.desk))
        let customs = try #require(state.contact(of: .named("UZB Customs")))
        #expect(customs.isThroughDesk && customs.number == "+000 00 000-01-20" && customs.languages == "ru uz")
        #expect(state.contact(of: .named("KAZ Customs")) == nil && state.contact(of: .named("a driver")) == nil)
        #expect(state.contact(of: .named("UZB duty desk"))?.isThroughDesk == false)
    }

    @Test func whatTheRulesOfAStateAskForIsMissingOnThePageAsOnTheSheet() throws {
        var log = try Self.log(
            Self.desk, ("special:UZB:1", [.special: "the investigator in charge, by name"]))
        // Without a consent of the next State the page says what its request would lack.
        log.add(
            .delivery(
                .consentWithdrawn(
                    ConsentWithdrawn(state: "UZB", authority: "prosecutor", from: SampleLog.night - .hours(2)))),
            to: Self.truck, minutesAgo: 4)
        // It was heard of, so that nothing graver stands first.
        log.add(
            .delivery(.reportReceived(ReportReceived(from: "UZB desk", text: "still there", leg: 2))), to: Self.truck,
            minutesAgo: 1)
        let state = Sample.state(log)
        let delivery = try #require(state.delivery(Self.truck))
        let gaps = delivery.requestGaps(to: "UZB", state.board.directory, at: state.now)
        #expect(gaps.contains(.rule(.special, "the investigator in charge, by name")), "\(gaps)")
        let page = Self.page(log, 120, 40)
        #expect(page.contains("STILL MISSING for UZB, \(gaps.count):"), "\(page)")
        var sheet = DeliveryDesk(log, width: 120, height: 40)
        sheet.run("open CD-2026-001")
        sheet.run("draft UZB")
        #expect(sheet.text.contains("STILL MISSING") && sheet.text.contains("investigator"), "\(sheet.text)")
    }

    @Test func crossingsOfTheDirectoryAreCheckedWithTheirOtherNames() throws {
        let own = (
            "crossing:KAZ-KGZ:zarechnoye-post",
            [DirectoryField.name: "Zarechnoye Post", .aliases: "Pontoon | Паромная"]
        )
        let directory = try Self.log(own).board.directory
        for name in ["Zarechnoye Post", "pontoon", "паромная"] {
            let joined = try #require(Self.gazetteer.statesJoined(at: name, besides: "UZB", directory), "\(name)")
            #expect(joined == ("KAZ", "KGZ"))
            #expect(Self.gazetteer.statesJoined(at: name, besides: "KGZ", directory) == nil)
            #expect(!Self.gazetteer.isUnknown(name, directory))
        }
        #expect(!Self.gazetteer.areApart(exit: "Zarechnoye Post", entry: "Pontoon", directory), "one post, two names")
        #expect(Self.gazetteer.areApart(exit: "Pontoon", entry: "Yallama", directory))
        #expect(Self.gazetteer.isUnknown("Nowhere Gate", directory), "taken as typed, and said")
        #expect(Self.gazetteer.statesJoined(at: "Nowhere Gate", besides: "UZB", directory) == nil)
    }

    @Test func aPlateIsDoubtedInTheFormAndOnTheTelephoneAndSavedAsTyped() throws {
        var desk = DeliveryDesk(width: 120, height: 40)
        desk.run("new-delivery")
        desk.answerInPlace("heroin", "TJK", "truck 48А1 АТ O2")
        #expect(desk.text.contains("no State here uses such a"), "\(desk.text)")
        let size = desk.log.entries.count
        desk.press(.control("s"))
        #expect(desk.log.entries.count == size + 1 && desk.form == nil)
        var telephone = DeliveryDesk(width: 120, height: 40)
        telephone.press(.character("i"))
        telephone.type("uzb 001 truck 01А123ВС seen")
        #expect(telephone.text.contains("look like Latin ones"), "\(telephone.text)")
    }

    @Test func whatStandsInThePlaceOfATimeOrANumberIsNotTakenForWords() {
        for (typed, said) in [("0406 uzb 014 queue", "“014”"), ("2570 uzb 001 queue", "“2570” is no time")] {
            var desk = DeliveryDesk(width: 100, height: 30)
            desk.press(.character("i"))
            desk.type(typed)
            let size = desk.log.entries.count
            desk.press(.control("s"))
            #expect(desk.log.entries.count == size && desk.text.contains(said), "\(desk.text)")
        }
        var desk = DeliveryDesk(width: 100, height: 30)
        desk.press(.character("i"))
        desk.type("uzb 120 trucks ahead")
        #expect(desk.text.contains("120 trucks ahead"), "\(desk.text)")
    }

    @Test func aStopNamesItsStateAndWhatWasChosenIsKept() {
        var desk = DeliveryDesk(width: 100, height: 30)
        let size = desk.log.entries.count
        desk.run("stop CD-2026-001")
        desk.answerInPlace("Col. Nazarov, by phone")
        desk.press(.control("s"))
        #expect(desk.log.entries.count == size && desk.text.contains("of which State?"), "\(desk.text)")
        desk.answerInPlace("uzb, Col. Nazarov")
        desk.press(.control("s"))
        guard case .stopReported(let stop)? = desk.last else {
            Issue.record("not saved: \(desk.text)")
            return
        }
        #expect(stop.from == "UZB, Col. Nazarov")
        // A form that was left comes back with the choice that was made in it.
        desk.fact("consent")
        while let form = desk.form, form.focus != form.place(of: .form) { desk.press(.down) }
        desk.press(.right)
        desk.press(.escape)
        desk.fact("consent")
        #expect(desk.form?.field(.form)?.choice == 1)
        #expect(desk.text.contains("by word of mouth"), "\(desk.text)")
    }

    @Test func theFormOfAConsentFollowsItsStateAndDoubtsOneWithoutALeg() throws {
        var desk = DeliveryDesk(width: 120, height: 40)
        desk.fact("consent")
        desk.answerInPlace("KAZ")
        let leg = try #require(desk.state.delivery(Self.truck)?.legs.first { $0.state == "KAZ" })
        #expect(desk.form?.field(.entry)?.text == leg.entry && desk.form?.field(.exit)?.text == leg.exit)
        desk.answerInPlace("FRA")
        #expect(desk.form?.field(.entry)?.text.isEmpty == true)
        #expect(desk.text.contains("No leg of CD-2026-001 goes through FRA"), "\(desk.text)")
    }

    @Test func anExhibitIsReadBeforeItIsSavedAndKeepsItsWords() {
        var desk = DeliveryDesk(width: 120, height: 40)
        let line = "pistol Makarov with 8 rounds"
        desk.run("end-delivery CD-2026-001")
        desk.press(.control("s"))
        desk.run("open CD-2026-001")
        desk.fact("exhibit")
        desk.answerInPlace("E9", line)
        #expect(desk.text.contains("Read as"), "\(desk.text)")
        while let form = desk.form, form.focus != form.place(of: .sort) { desk.press(.down) }
        desk.press(.right, .right, .right, .control("s"))
        guard case .exhibitRegistered(let body)? = desk.last else {
            Issue.record("not saved: \(desk.text)")
            return
        }
        #expect(body.item.kind == .weapon && (body.item.note == line || body.item.name == line), "\(body.item)")
    }

    @Test func takingOverIsOneRecordWhereItMovesTheLegByItself() {
        var desk = DeliveryDesk(width: 120, height: 40)
        desk.run("released CD-2026-001")
        desk.press(.control("s"))
        let size = desk.log.entries.count
        desk.run("accepted CD-2026-001")
        desk.press(.control("s"))
        #expect(desk.log.entries.count == size + 1, "\(desk.text)")
        guard case .accepted? = desk.last else {
            Issue.record("not saved: \(desk.text)")
            return
        }
        #expect(desk.state.delivery(Self.truck)?.currentLegNumber == 3)
    }
}
