import Model
import Screen
import TestSupport
import Testing
import Wording

@testable import Interface

@Suite struct DirectoryScreenTests {
    private static let person = String(repeating: "0d", count: 32)

    /// Some entries of Uzbekistan: one fresh, one ageing, one old, one never verified, and a closed crossing.
    static let log: SampleLog = {
        var log = SampleLog()
        func add(
            _ key: String, _ values: [DirectoryField: String], verified: Int64? = nil, payloads: [String] = []
        ) -> SubjectName {
            let entry = DirectoryEntry(
                DirectoryKey(key) ?? DirectoryKey(unchecked: .state, "XXX", nil, tail: ""), values)
            let name = log.begin(
                .directory, .directory(.entrySet(DirectoryEntrySet(entry, payloads: payloads))), minutesAgo: 200_000)
            if let verified {
                let body = DirectoryEntryVerified(by: "Orazov D.M.", when: SampleLog.night - .days(verified))
                log.add(.directory(.verified(body)), to: name, minutesAgo: verified * 1_440)
            }
            return name
        }
        _ = add(
            "contact:UZB:1",
            [
                .name: "Duty desk", .channel: "telephone", .number: "+000 00 000-00-01",
                .filedNumber: "+000 00 000-00-02",
                .roundTheClock: "yes", .languages: "ru, uz",
            ], verified: 3)
        _ = add("fiu:UZB:1", [.name: "Unit", .number: "+000 00 000-00-03"], verified: 45)
        _ = add("blo:UZB-TKM:1", [.name: "Alat", .otherName: "Farap", .number: "+000 00 000-00-04"], verified: 120)
        _ = add("liaison:UZB:1", [.name: "At the Centre", .languages: "ru"], payloads: [person])
        _ = add("limit:UZB:1", [.noticeMinutes: "180", .trackers: "with written consent"], verified: 200)
        let crossing = add("crossing:UZB-TKM:alat-farap", [.name: "Alat", .otherName: "Farap", .modes: "road"])
        log.add(
            .directory(
                .standing(
                    DirectoryStandingReported(.closed, since: SampleLog.night - .hours(3), party: "TKM", note: "flood"))
            ),
            to: crossing, minutesAgo: 90)
        return log
    }()

    static func state(_ screen: String = "", _ size: (Int, Int) = (80, 24), _ code: String = "en") throws -> AppState {
        let catalogue = try Catalogue.load(try #require(Language(rawValue: code)))
        var state = Sample.state(log, width: size.0, height: size.1, catalogue: catalogue)
        Sample.carryOut(state.start(), in: &state, log: log)
        _ = Sample.run("directory \(screen)", on: &state, log: log)
        return state
    }

    private static func item(_ text: String) throws -> DirectoryItem {
        let key = try #require(DirectoryKey(text))
        return try #require(log.board.directory[key])
    }

    @Test(arguments: [("en", 80, 24), ("ru", 80, 24), ("zh", 80, 24), ("en", 60, 16), ("ru", 60, 16), ("en", 120, 40)])
    func pictures(_ code: String, _ width: Int, _ height: Int) throws {
        for (name, screen) in [("states", ""), ("state", "UZB"), ("entry", "contact:UZB:1")] {
            let state = try Self.state(screen, (width, height), code)
            let difference = Snapshot.difference(
                ScreenSnapshots.lines(state), name: "directory-\(name)-\(code)-\(width)x\(height)",
                folder: ScreenSnapshots.folder)
            #expect(difference == nil)
        }
    }

    @Test func theKeysLeadFromTheStatesToAnEntryAndBack() throws {
        var state = try Self.state()
        #expect(state.screen == .directory && state.focusedPanel == .states)
        _ = Sample.type(
            [.escape, .character("6")] + Array(repeating: .down, count: 6) + [.enter], into: &state, log: Self.log)
        #expect(state.screen == .directoryState("UZB"))
        #expect(state.selectedEntryKey == DirectoryKey("state:UZB"))
        _ = Sample.type([.down, .enter], into: &state, log: Self.log)
        let desk = try Self.item("contact:UZB:1")
        #expect(state.screen == .directoryEntry(desk.key))
        _ = Sample.type([.escape, .tab, .enter], into: &state, log: Self.log)
        // What is lacking leads to the entry that lacks it.
        let worst = try Self.item("state:UZB")
        #expect(state.screen == .directoryEntry(worst.key))
    }

    /// One key and one answer: that somebody asked, and it is right.
    @Test func oneKeyVerifies() throws {
        var state = try Self.state("fiu:UZB:1")
        #expect(Sample.type([.character("a")], into: &state, log: Self.log).isEmpty)
        let effects = Sample.type([.control("s")], into: &state, log: Self.log)
        let drafts = effects.compactMap { if case .append(let drafts) = $0 { drafts } else { nil } }.flatMap { $0 }
        guard case .directory(.verified(let body)) = drafts.first?.event else {
            Issue.record("\(state.overlay.debugDescription) \(effects)")
            return
        }
        #expect(body.by == state.ownName && body.when == SampleLog.night && drafts.count == 1)
        #expect(
            drafts[0].expecting
                == Self.log.board.directory.records.values.first { $0.key.sort == .financialUnit }?.trail.last)
    }

    /// What ships is written with its first verification, in one append.
    @Test func whatShipsIsWrittenWithItsVerification() throws {
        var state = try Self.state("state:KAZ")
        _ = Sample.type([.function(5)], into: &state, log: Self.log)
        let effects = Sample.type([.control("s")], into: &state, log: Self.log)
        let drafts = effects.compactMap { if case .append(let drafts) = $0 { drafts } else { nil } }.flatMap { $0 }
        #expect(drafts.map(\.event.kind) == [DirectoryEntrySet.kind, DirectoryEntryVerified.kind])
        #expect(drafts.map(\.target) == [.new(.directory), .sameAs(0)])
    }

    @Test func aFormKeepsWhatItDoesNotAskAndRefusesWhatCannotStand() throws {
        let item = try Self.item("limit:UZB:1")
        var form = Form.setEntry(item)
        let drafts = try form.drafts(zone: .almaty, now: SampleLog.night)
        #expect(drafts.first?.event == .directory(.entrySet(DirectoryEntrySet(item.entry))))
        form.fields[0].input = TextField("a day")
        #expect(throws: FormFault.self) { try form.drafts(zone: .almaty, now: SampleLog.night) }
        let liaison = try Self.item("liaison:UZB:1")
        var other = Form.setEntry(liaison)
        other.fields[other.fields.count - 1].input = TextField("Somebody, +000")
        let kept = try other.drafts(zone: .almaty, now: SampleLog.night)
        #expect(kept.first?.parts == [.contact("Somebody, +000")])
        #expect(kept.first?.event.body["fields"]?.object?["person"] == nil)
    }

    /// Who a liaison officer is is asked for on the page alone, once, and never before visitors.
    @Test func thePersonIsLoadedForThePageAndNotForVisitors() throws {
        func asked(_ effects: [Effect]) -> Bool {
            effects.contains { if case .loadContacts = $0 { true } else { false } }
        }
        var state = try Self.state("UZB")
        #expect(!asked(state.handle(.tick(now: SampleLog.night, real: SampleLog.night))))
        #expect(asked(Sample.run("directory liaison:UZB:1", on: &state, log: Self.log)))
        #expect(!asked(state.handle(.tick(now: SampleLog.night, real: SampleLog.night))))
        let hash = try #require(Digest(hex: Self.person))
        _ = state.handle(.contacts([hash: "Somebody, +000"]))
        #expect(state.render().plainLines().joined().contains("Somebody, +000"))
        state.isVisitor = true
        #expect(!state.entryLines.flatMap { $0 }.contains { $0.text.contains("Somebody") })
    }

    @Test func theFilterThinsOutTheStates() throws {
        var state = try Self.state()
        _ = Sample.type([.character("/")] + Sample.text("uzbek") + [.enter], into: &state, log: Self.log)
        #expect(state.items(of: .states).count == 1)
    }
}
