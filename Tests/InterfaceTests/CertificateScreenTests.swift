import Model
import Screen
import TestSupport
import Testing
import Wording

@testable import Interface

/// By what a handover is certified, at the console.
@Suite struct CertificateScreenTests {
    /// Karimova has taken the watch from Orazov; each line below it is there where an instant is given.
    static func sample(outgoing: Instant? = nil, incoming: Instant? = SampleLog.night) throws -> (
        log: SampleLog, certificate: HandoverCertificate
    ) {
        var log = SignedDesk.log()
        let old = try #require(SubjectName("SH-2026-001"))
        log.add(
            .shift(.ended(ShiftEnded(relievedBy: "Karimova S.T.", reservation: "not for 016"))), to: old, minutesAgo: 3,
            actor: SignedDesk.other)
        let new = log.begin(
            .shifts,
            .shift(
                .started(
                    ShiftStarted(
                        officer: "Karimova S.T.", officerID: SignedDesk.other, until: SampleLog.night + .hours(12),
                        relieves: old))), minutesAgo: 3, actor: SignedDesk.other)
        func shift(_ name: SubjectName) throws -> Shift {
            guard case .shift(let shift)? = SubjectHistory(log.entries.filter { $0.subject == name }).subject else {
                throw Missing()
            }
            return shift
        }
        let relief = try #require(HandoverRelief(shift(old), shift(new)))
        let root = try #require(Digest(hex: String(repeating: "0123abcd", count: 8)))
        return (
            log,
            HandoverCertificate(
                relief, origin: "CARICC/ALMATY-1/live/2026", size: 48_213, root: root, isGoverned: true,
                outgoing: outgoing, incoming: incoming)
        )
    }

    struct Missing: Error {}

    /// A handover that is not signed by both stands at the top of the screen; one key opens what they sign.
    @Test func aMissingLineIsTold() throws {
        let sample = try Self.sample()
        let old = try #require(SubjectName("SH-2026-001"))
        var state = Self.state(sample)
        var board = sample.log.board
        let taken = SampleLog.night - .minutes(3)
        board.note(HandoverSignatures(watch: old, taken: taken, missing: ["Orazov D.M."]))
        _ = state.handle(.moved(board, new: []))
        let need = Headline.handover(old, .unsigned(by: ["Orazov D.M."], since: taken, .asked))
        #expect(state.shownNeeds.contains(need))
        #expect(state.catalogue.text(state.words(of: need)).contains("NOT SIGNED by Orazov D.M."))
        var effects: [Effect] = []
        for _ in state.shownNeeds where !effects.contains(.loadCertificate(old)) {
            effects = Sample.type([.character("0")], into: &state, log: sample.log)
        }
        #expect(effects.contains(.loadCertificate(old)))
        board.note(HandoverSignatures(watch: old, taken: taken, missing: []))
        _ = state.handle(.moved(board, new: []))
        #expect(!state.shownNeeds.contains(need))
    }

    static let phrase = ControlPhrase(numbers: [1, 2, 3, 4, 5, 6], digits: "4417")

    private static func state(
        _ sample: (log: SampleLog, certificate: HandoverCertificate), _ size: (Int, Int) = (80, 24),
        _ catalogue: Catalogue = .english
    ) -> AppState {
        SignedDesk.state(
            sample.log, as: SignedDesk.other, width: size.0, height: size.1, catalogue: catalogue)
    }

    @Test(arguments: [Language.en, .ru, .zh], [(60, 16), (80, 24), (120, 40)])
    func pictures(_ language: Language, _ size: (Int, Int)) throws {
        let sample = try Self.sample()
        var state = Self.state(sample, size, try Catalogue.load(language))
        _ = state.handle(.certificate(sample.certificate, try #require(Self.phrase), isAsked: true))
        #expect(
            Snapshot.difference(
                ScreenSnapshots.lines(state), name: "certificate-\(language.rawValue)-\(size.0)x\(size.1)",
                folder: ScreenSnapshots.folder) == nil)
    }

    /// Whoever gave the watch signs at the console of whoever took it, and nobody's session ends by it.
    @Test func theMissingOneSignsHereWithTheirOwnPassphrase() throws {
        let sample = try Self.sample()
        var state = Self.state(sample)
        #expect(state.run("certificate") == [.loadCertificate(nil)])
        #expect(state.run("certificate", "sh-2026-001") == [.loadCertificate(sample.certificate.relief.old.name)])
        _ = state.handle(.certificate(sample.certificate, try #require(Self.phrase), isAsked: true))
        _ = state.handle(.key(.character("s")))
        guard case .passphrase(let entry) = state.overlay else {
            Issue.record("no passphrase is asked for")
            return
        }
        #expect(entry.officer == SignedDesk.officer && entry.purpose == .cosign(sample.certificate.relief.old.name))
        // Left without it, the page comes back and nothing is signed.
        var left = state
        #expect(left.handle(.key(.escape)) == [.loadCertificate(sample.certificate.relief.old.name)])
        let effects = SignedDesk.enter(&state, isRight: true)
        #expect(effects == [.cosign(sample.certificate.relief.old.name, officer: SignedDesk.officer)])
        #expect(state.officer == SignedDesk.other && !state.session.isLocked)
        // Once both have signed, there is nothing left to ask for.
        let whole = try Self.sample(outgoing: SampleLog.night).certificate
        _ = state.handle(.certificate(whole, try #require(Self.phrase), isAsked: true))
        _ = state.handle(.key(.character("s")))
        #expect(!state.asksForPassphrase)
    }

    /// It covers nothing that is being typed, and is nothing for visitors or for a console that hides.
    @Test func itWaitsForAFormAndStaysFromStrangers() throws {
        let sample = try Self.sample()
        let news = Input.certificate(sample.certificate, try #require(Self.phrase), isAsked: false)
        var typing = Self.state(sample)
        _ = typing.run("watch-note")
        let before = typing.overlay
        #expect(before != nil)
        _ = typing.handle(news)
        #expect(typing.overlay == before && typing.notice?.isError == false)
        var locked = Self.state(sample)
        _ = locked.run("lock")
        _ = locked.handle(news)
        #expect(locked.overlay == nil)
        #expect(!locked.render().plainLines().joined().contains("Karimova"))
    }
}
