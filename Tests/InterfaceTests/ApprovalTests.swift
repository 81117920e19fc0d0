import Model
import Screen
import TestSupport
import Testing
import Wording

@testable import Interface

@Suite struct ApprovalTests {
    static let leaf = Digest(hex: String(repeating: "ab12cd34", count: 8))!

    static func examine(_ index: Int64, in log: SampleLog, _ state: inout AppState) {
        _ = state.handle(.leaf(Examined(entry: log.entries[Int(index)], leaf: leaf)))
    }

    @Test func whatNeedsTwoIsProposedWithTheEventWordForWord() {
        var state = SignedDesk.state()
        _ = state.run("send-request", "001")
        let form = state.render().plainLines().joined(separator: "\n")
        #expect(form.contains("Needs a second person"), "\(form)")
        let effects = Sample.type(
            Sample.text("tjk") + [.tab] + Sample.text("CENcomm") + [.tab, .tab] + Sample.text("the driver") + [
                .control("s")
            ],
            into: &state)
        guard case .append(let drafts)? = effects.first, case .fourEyes(.proposed(let proposed)) = drafts[0].event
        else {
            Issue.record("not proposed: \(effects)")
            return
        }
        #expect(
            proposed.event == .delivery(.requestSent(RequestSent(state: "TJK", channel: "CENcomm", text: "the driver")))
        )
        #expect(proposed.until == SampleLog.night + .minutes(720))
        _ = state.handle(.saved(index: 40, subject: SubjectName("CD-2026-001")!))
        #expect(state.notice.map { state.catalogue.text($0.message) }?.contains("another person") == true)
    }

    @Test func whatOnePersonMayIsWrittenDirectly() {
        var state = SignedDesk.state()
        let effects = Sample.type([.character("2"), .character("a")], into: &state)
        guard case .append(let drafts)? = effects.first, case .alert(.acknowledged) = drafts[0].event else {
            Issue.record("\(effects)")
            return
        }
    }

    @Test func theApproverSeesEveryFieldAndSignsTheHashOfTheProposal() {
        var log = SignedDesk.log()
        let index = SignedDesk.propose(&log)
        var state = SignedDesk.state(log, as: SignedDesk.other, role: .supervisor, width: 100, height: 40)
        // From NEXT with Enter.
        state.select(state.items(of: .agenda).first { $0.id.contains("approval") }?.id ?? "", in: .agenda)
        #expect(Sample.type([.enter], into: &state, log: log) == [.loadLeaf(index)])
        #expect(state.run("approve") == [.loadLeaf(index)], "nobody signs what they have not seen")
        Self.examine(index, in: log, &state)
        let page = state.render().plainLines().joined(separator: "\n")
        for part in ["TJK", "CENcomm", "name the driver", "requestSent", "a.orazov", "ab12 cd34", "sending a request"] {
            #expect(page.contains(part), "\(part): \(page)")
        }
        #expect(state.handle(.key(.character("a"))).isEmpty && state.asksForPassphrase, "always asked")
        _ = SignedDesk.enter(&state, isRight: false)
        #expect(state.asksForPassphrase)
        let effects = SignedDesk.enter(&state, isRight: true)
        guard case .append(let drafts)? = effects.last, case .fourEyes(.approved(let approved)) = drafts[0].event else {
            Issue.record("not approved: \(effects)")
            return
        }
        #expect(approved == ActionApproved(entry: index, proposal: Self.leaf))
    }

    @Test func nobodyApprovesTheirOwnProposalButMayWriteDownATelephoneCall() {
        var log = SignedDesk.log()
        let index = SignedDesk.propose(&log)
        var state = SignedDesk.state(log)
        _ = state.run("approvals")
        _ = state.handle(.key(.enter))
        Self.examine(index, in: log, &state)
        #expect(state.handle(.key(.character("a"))).isEmpty && !state.asksForPassphrase)
        let words = state.notice.map { state.catalogue.text($0.message) } ?? ""
        #expect(words == Catalogue.english.text(Refusal.ownProposal(index).message(state.face)))
        _ = state.handle(.key(.character("t")))
        let effects = Sample.type([.tab] + Sample.text("+7 727 001") + [.enter], into: &state, log: log)
        guard case .append(let drafts)? = effects.first, case .fourEyes(.approved(let approved)) = drafts[0].event
        else {
            Issue.record("not written: \(effects)")
            return
        }
        #expect(approved.telephone?.by == SignedDesk.other && approved.telephone?.number == "+7 727 001")
        #expect(approved.proposal == Self.leaf)
    }

    @Test func decliningTakesAReason() {
        var log = SignedDesk.log()
        let index = SignedDesk.propose(&log)
        var state = SignedDesk.state(log, as: SignedDesk.other, role: .supervisor)
        _ = state.run("approvals")
        _ = state.handle(.key(.enter))
        Self.examine(index, in: log, &state)
        _ = state.handle(.key(.character("d")))
        #expect(Sample.type([.enter], into: &state).isEmpty, "no reason yet")
        let effects = Sample.type(Sample.text("wrong desk") + [.enter], into: &state)
        guard case .append(let drafts)? = effects.first, case .fourEyes(.declined(let declined)) = drafts[0].event
        else {
            Issue.record("\(effects)")
            return
        }
        #expect(declined == ActionDeclined(entry: index, reason: "wrong desk"))
    }

    @Test func aSignatureThatIsOwedStandsInNextAndOnThePageAndIsGivenWithTheHash() {
        var log = SignedDesk.log()
        let name = SubjectName("CD-2026-001")!
        log.add(
            .delivery(.ended(DeliveryEnded(outcome: .seizure, place: nil, note: nil))), to: name, minutesAgo: 3,
            actor: SignedDesk.officer)
        let index = log.entries.last!.index
        log.add(
            .fourEyes(
                .countersignatureAsked(
                    CountersignatureAsked(entry: index, of: DeliveryEnded.kind, until: SampleLog.night + .minutes(700)))
            ),
            to: name, minutesAgo: 3, actor: SignedDesk.officer)
        var state = SignedDesk.state(log, as: SignedDesk.other, role: .supervisor, width: 100, height: 40)
        Sample.carryOut(state.open(.subject(name)), in: &state, log: log)
        #expect(state.render().plainLines().contains { $0.contains("Waits") && $0.contains("second signature") })
        _ = state.home()
        #expect(state.render().plainLines().contains { $0.contains("second signature for a.orazov") })
        #expect(Sample.run("countersign #\(index)", on: &state, log: log) == [.loadLeaf(index)])
        Self.examine(index, in: log, &state)
        _ = state.handle(.key(.character("c")))
        let effects = SignedDesk.enter(&state, isRight: true)
        guard case .append(let drafts)? = effects.last, case .fourEyes(.countersigned(let signed)) = drafts[0].event
        else {
            Issue.record("\(effects)")
            return
        }
        #expect(signed == EntryCountersigned(entry: index, leaf: Self.leaf))
        // The one who wrote it signs nothing twice.
        var own = SignedDesk.state(log)
        _ = Sample.run("countersign #\(index)", on: &own, log: log)
        #expect(
            own.notice.map { own.catalogue.text($0.message) }
                == own.catalogue.text(Refusal.ownEntry(index).message(own.face)))
    }

    @Test func inALogWithoutKeysNothingOfThisIsThere() {
        var state = Sample.state()
        for name in ["lock", "sign-on", "sign-off", "role", "passphrase", "approve"] {
            #expect(state.run(name).isEmpty)
            #expect(state.notice?.isError == true, "\(name)")
        }
        #expect(!state.conceals)
        _ = state.handle(.uptime(10_000_000_000))
        #expect(!state.conceals)
    }

    @Test func theListOfOfficersShowsWhatIsTheMatter() {
        var log = SignedDesk.log()
        log.add(
            .officer(.signOnFailed(SignOnFailed(console: "desk2 tty1", attempts: 3))),
            to: SubjectName("OF-2026-002")!, minutesAgo: 1, actor: "console")
        log.add(
            .officer(.signedOn(OfficerSignedOn(console: "desk9 tty4"))), to: SubjectName("OF-2026-001")!, minutesAgo: 3,
            actor: SignedDesk.officer)
        var state = SignedDesk.state(log, width: 120, height: 30)
        _ = Sample.run("officers", on: &state)
        let text = state.render().plainLines().joined(separator: "\n")
        for part in ["a.orazov", "desk9 tty4", "duty officer, supervisor", "key valid", "3"] {
            #expect(text.contains(part), "\(part): \(text)")
        }
    }

    @Test(arguments: [Language.en, .ru, .zh], ConcealingTests.sizes)
    func pictures(_ language: Language, _ size: (Int, Int)) throws {
        let catalogue = try Catalogue.load(language)
        let name = "\(language.rawValue)-\(size.0)x\(size.1)"
        let folder = Snapshot.folder(of: #filePath)
        var log = SignedDesk.log()
        let index = SignedDesk.propose(&log)
        var state = SignedDesk.state(
            log, as: SignedDesk.other, role: .supervisor, width: size.0, height: size.1, catalogue: catalogue)
        var shown = state
        _ = shown.run("officers")
        var difference = Snapshot.difference(ScreenSnapshots.lines(shown), name: "officers-\(name)", folder: folder)
        #expect(difference == nil, "\(difference ?? "")")
        _ = state.run("approvals")
        _ = state.handle(.key(.enter))
        Self.examine(index, in: log, &state)
        difference = Snapshot.difference(ScreenSnapshots.lines(state), name: "approval-\(name)", folder: folder)
        #expect(difference == nil, "\(difference ?? "")")
    }
}
