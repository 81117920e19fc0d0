import EventLog
import Exchange
import Model
import Testing
import Wording

@testable import caricc

/// Every fault has one sentence. The `switch`es without a default are what keeps the lists complete: a new case does not
/// compile here until somebody writes it down.
@Suite struct SentenceTests {
    private let face = Catalogue.english.clockFace(in: .almaty)
    private static let name = SubjectName(area: .alerts, year: 2026, number: 193, isExercise: false)
    private static let instant = Instant(milliseconds: 1_792_190_000_000)

    private func isSentence(_ message: Message, _ comment: String) {
        let text = Catalogue.english.text(message)
        #expect(!text.isEmpty && !text.contains("%1") && !text.contains("("), "\(comment): \(text)")
    }

    static let refusals: [Refusal] = [
        .noSuchSubject(name), .alreadyExists(name), .alreadyClosed(name, by: "orazov", at: instant),
        .alreadyEnded(name, at: instant), .alreadyAcknowledged(name, by: "orazov", at: instant), .notShelved(name),
        .notInTheFuture(instant), .notYet(instant), .tooLong(until: instant), .reasonMissing, .textMissing,
        .windowEndsBeforeItBegins(from: instant, until: instant), .noSuchLeg(name, 2),
        .wrongSubject(name, kind: "alertClosed"), .notOfThisSubject(4), .alreadyWithdrawn(4),
        .notTheAuthor(4, author: "orazov"), .unknownKind("x"), .onlyInAnExercise(kind: "x"),
        .watchAlreadyHeld(name, by: "orazov"), .notEnded(name), .watchNotEndedBefore(name), .reliefMissing(name),
        .nothingToConfirm(name),
        .ownTaking(name), .noSuchTurn(instant), .alreadyRead(name, by: "orazov"), .notWithdrawn(4),
        .originatorMissing, .restrictionMissing,
        .originatorsPermissionMissing("KGZ"), .notForThisReader(name, .h2),
        .officersHaveNoKeys, .signatureMissing(of: "a.orazov"), .notEnrolled("a.orazov"), .notYourKey("a.orazov"),
        .enrolmentEnded("a.orazov", at: instant), .keyNotValid(of: "a.orazov"), .keyKnown(of: "a.orazov"), .badKey,
        .keyStillValid(of: "a.orazov"), .officerKnown("a.orazov"), .personKnown("0417", as: "a.orazov"),
        .roleNotHeld("a.orazov", .supervisor), .roleMayNot(.observer, kind: "alertClosed"),
        .notYourOwn(name, of: "a.orazov"), .noEmergency(name),
        .tooFewSupervisors(remaining: 1),
        .needsSecondPerson("rulesSet"), .alwaysTwoPersons("rulesSet"), .notForTwoPersons("alertRaised"),
        .noSuchProposal(4), .proposalLapsed(4, at: instant), .ownProposal(4), .entryDiffers(4),
        .roleMayNotApprove(.dutyOfficer, kind: "rulesSet"), .notByTelephone("rulesSet"), .nothingToCountersign(4),
        .nothingChanged(name), .notWithItself(name), .alreadyLinked(name, name), .notLinked(name, name),
        .notCovered(name, state: "UZB"), .noSuchRequest(name, number: "1"), .requestOpen(name, number: "1"),
        .noSuchExhibit(name, "1"), .nobodyHoldsIt(name),
        .alreadyHeld(name, party: "UZB Customs", since: instant),
        .alreadyLetGo(name, party: "UZB Customs", at: instant), .exhibitKnown(name, "E2"),
        .requestToItself(name, state: "KGZ"), .requestNumberKnown(name, number: "R-1"), .centreDecidesNothing(name),
        .hasNoPart(name, state: "RUS"), .stillMissing(name, ClosingPoint.allCases), .noSuchStep(name, 3),
        .noSuchState("QQQ"), .noConsent(name, state: "KAZ", number: "8"),
        .noPaperOwed(name, state: "KAZ"), .neverAsked(name, state: "RUS"),
        .startNotDecided(name), .decidedNotToStart(name, by: "TJK"), .joinedWith(name, name),
        .resultOwed(name, to: "UZB", .result),
        .directory(.missing(.name)),
        .ownEntry(4), .countersignatureOf(4, from: "b.umarov"), .twoPersonsDecided(4),
        .handoverMissing(name), .handoverAtRisk([.smallHours]), .noSuchLine("x"), .notOffered(name),
        .ownHandover(name), .noSuchQuestion(4), .questionOpen(name, question: 4), .offeredAnew(name, entry: 4),
        .notSaidBack(name, lines: ["CD-2026-001 running"]), .noSuchPaperRow(0),
        .offeredToSelf(name), .noSuchOfficer("x"), .noDutyRole("a.orazov"), .offeredToAnother(name, to: "a.orazov"),
        .offerOutdated(name), .notThePartiesThemselves("a.orazov"), .reasonTooShort("."), .nobodyAsked(name),
        .saidTooLittle("."), .breakGlassStays, .watchChangedHands(4), .handoverIsOver(4), .happensWhenSaved,
        .watchWasHeld(name, until: instant), .noName("-"),
        .paperRowKnown(name, row: 7, entry: 4), .beforeTheSheet(name, from: instant),
    ]

    private static func isListed(_ refusal: Refusal) -> Bool {
        switch refusal {
        case .noSuchSubject, .alreadyExists, .alreadyClosed, .alreadyEnded, .alreadyAcknowledged, .notShelved,
            .notInTheFuture, .notYet, .tooLong, .tooFewSupervisors, .reasonMissing, .textMissing,
            .windowEndsBeforeItBegins, .noSuchLeg, .wrongSubject,
            .notOfThisSubject, .alreadyWithdrawn, .notTheAuthor, .unknownKind, .onlyInAnExercise, .watchAlreadyHeld,
            .notEnded, .originatorMissing, .restrictionMissing, .originatorsPermissionMissing, .notForThisReader,
            .officersHaveNoKeys, .signatureMissing, .notEnrolled, .notYourKey, .enrolmentEnded, .keyNotValid,
            .keyKnown, .badKey, .keyStillValid, .officerKnown, .personKnown, .roleNotHeld, .roleMayNot, .notYourOwn,
            .noEmergency, .needsSecondPerson, .alwaysTwoPersons, .notForTwoPersons, .noSuchProposal, .proposalLapsed,
            .ownProposal, .entryDiffers, .roleMayNotApprove, .notByTelephone, .nothingToCountersign, .ownEntry,
            .countersignatureOf, .twoPersonsDecided, .watchNotEndedBefore, .reliefMissing, .nothingToConfirm,
            .ownTaking, .noSuchTurn,
            .alreadyRead, .notWithdrawn, .nothingChanged, .notWithItself, .alreadyLinked, .notLinked, .joinedWith,
            .resultOwed, .notCovered, .noSuchRequest, .requestOpen, .noSuchExhibit, .nobodyHoldsIt, .alreadyHeld,
            .alreadyLetGo, .exhibitKnown, .requestToItself, .requestNumberKnown, .centreDecidesNothing, .hasNoPart,
            .stillMissing, .noSuchState, .noConsent, .noPaperOwed, .neverAsked, .startNotDecided, .decidedNotToStart,
            .noSuchStep, .directory, .handoverMissing, .handoverAtRisk, .noSuchLine, .notOffered, .ownHandover,
            .noSuchQuestion, .questionOpen, .offeredAnew, .notSaidBack, .noSuchPaperRow, .paperRowKnown,
            .offeredToSelf, .noSuchOfficer, .noDutyRole, .offeredToAnother, .offerOutdated, .notThePartiesThemselves,
            .reasonTooShort, .nobodyAsked, .saidTooLittle, .breakGlassStays, .watchChangedHands, .handoverIsOver,
            .happensWhenSaved, .watchWasHeld, .noName, .beforeTheSheet:
            refusals.contains { label($0) == label(refusal) }
        }
    }

    private static func label(_ value: Any) -> String { String(String(describing: value).prefix { $0 != "(" }) }

    @Test func refusalsSayWhy() {
        for refusal in Self.refusals {
            #expect(Self.isListed(refusal))
            let text = Catalogue.english.text(refusal.message(face))
            #expect(!text.isEmpty && !text.contains("%1"), "\(refusal)")
        }
        #expect(Set(Self.refusals.map(Self.label)).count == Self.refusals.count)
        let closed = Refusal.alreadyClosed(Self.name, by: "orazov", at: Self.instant)
        #expect(
            Catalogue.english.text(closed.message(face))
                == "AL-2026-0193 was closed by orazov at 17 Oct 03:33 +05; only a note can be added")
    }

    static let bodies: [BodyFault] = [
        .missing(key: "from"), .wrongType(key: "from"), .outOfRange(key: "from"), .unknownKind("x"),
        .bodyTooLarge(bytes: 70_000),
    ]

    static let logFaults: [LogFault] = [
        .noSuchFolder("/x"), .alreadyExists("/x"), .notALog(path: "/x", reason: "empty"),
        .newerFormat(path: "/x", version: 2), .wrongPurpose(path: "/x", isExercise: true),
        .wrongPurpose(path: "/x", isExercise: false), .badName("a b"), .networkFileSystem(path: "/x", name: "NFS"),
        .keyUnreadable(path: "/x", reason: "mode is not 0600"), .schemaChanged(path: "/x", object: "entry"),
        .readOnly(path: "/x"), .short(by: 3, head: 10), .damaged(index: 3), .headDiffers(size: 3),
        .locked(holder: 12, waited: .seconds(10)), .locked(holder: nil, waited: .seconds(10)), .diskFull(path: "/x"),
        .notSaved(reason: "x"), .notSure(reason: "x"), .moved(name, expected: 1, found: 2),
        .refused(.reasonMissing, position: 0), .body(.missing(key: "from")), .payloadMismatch(.zero),
        .noSuchEntry(3), .noCheckpoint(size: 3), .badCosignature(size: 3), .copyNotWhole(.short(by: 3)),
        .failed(reason: "x"),
    ]

    private static func isListed(_ fault: LogFault) -> Bool {
        switch fault {
        case .noSuchFolder, .alreadyExists, .notALog, .newerFormat, .wrongPurpose, .badName, .networkFileSystem,
            .keyUnreadable, .schemaChanged, .readOnly, .short, .damaged, .headDiffers, .locked, .diskFull, .notSaved,
            .notSure, .moved, .refused, .body, .payloadMismatch, .noSuchEntry, .noCheckpoint, .badCosignature,
            .copyNotWhole, .failed:
            true
        }
    }

    @Test func logFaultsSayWhatToDo() {
        var texts: Set<String> = []
        for fault in Self.logFaults {
            #expect(Self.isListed(fault))
            let text = Catalogue.english.text(CommandFault(fault).message(face))
            #expect(!text.contains("%1") && text.count > 15, "\(fault): \(text)")
            texts.insert(text)
            #expect([.usage, .notAllowed, .notSure].contains(CommandFault(fault).status))
        }
        #expect(texts.count == Self.logFaults.count)
        for fault in Self.bodies { isSentence(fault.message, "\(fault)") }
    }

    @Test func statusesAreThoseOfTheManual() {
        #expect(CommandFault(LogFault.refused(.reasonMissing, position: 0)).status == .notAllowed)
        #expect(CommandFault(LogFault.moved(Self.name, expected: 1, found: 2)).status == .notAllowed)
        #expect(CommandFault(LogFault.notSure(reason: "x")).status == .notSure)
        #expect(CommandFault(CommandFault.time(.empty, option: "--at")).status == .usage)
        #expect(caricc.ExitStatus.allCases.map(\.rawValue) == [0, 1, 2, 3, 4, 10, 11, 12, 13])
    }

    static let verdicts: [VerifyReport.Verdict] = [
        .whole(to: 10, witnessedTo: nil), .whole(to: 10, witnessedTo: 5), .short(by: 2), .damaged(at: 3),
        .altered(at: 3, .chainBroken), .forked(at: 3), .notALog(reason: "x"),
    ]

    @Test func verdictsHaveWordAndStatus() {
        for verdict in Self.verdicts {
            let text = Catalogue.english.text(verdict.message)
            let word = verdict.code.replacing("_", with: " ").uppercased()
            #expect(text.hasPrefix(word), "\(text)")
            #expect(caricc.ExitStatus(rawValue: verdict.exitCode) != nil)
        }
    }

    static let findings: [VerifyFinding.Fault] = [
        .bytesDamaged, .missing, .unreadable, .idIndexDiffers, .tileDiffers("x"), .payloadDamaged(.zero),
        .headUnreadable, .schema("x"), .meta("origin"), .foundingKey, .noteMalformed, .numberDiffers, .originDiffers,
        .chainBroken, .recordedFell, .idDiffers, .idRepeated, .notSigned, .authority(.ownProposal(4)),
        .headRoot(size: 1),
        .checkpointMalformed(size: 1), .checkpointNotSigned(size: 1), .checkpointRoot(size: 1),
        .checkpointMissing(size: 1), .cosignature(size: 1),
        .payloadErasure(.zero), .textDiffers, .phraseUnknown(PhraseCode(numbers: [1, 2, 3, 4, 5, 6], digits: "1234")),
        .verifiedBefore(size: 1), .fork(size: 1), .short(by: 1),
    ]

    @Test func findingsAreSentences() {
        for finding in Self.findings { isSentence(finding.message, "\(finding)") }
        #expect(Set(Self.findings.map { Catalogue.english.text($0.message) }).count == Self.findings.count)
    }
}
