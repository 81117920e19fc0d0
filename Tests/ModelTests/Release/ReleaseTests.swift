import Model
import TestSupport
import Testing

/// What may leave the Centre.
@Suite struct ReleaseTests {
    static let raised = AlertRaised(
        priority: 1, message: .warning, headline: "Lorry with heroin", source: "UZB Karimov", place: "Yallama",
        substance: "heroin", quantity: Quantity(amount: "6.3", unit: "kg"),
        near: SubjectName("CD-2026-014"), payloads: [String(repeating: "0b", count: 32)],
        particulars: Particulars(
            identifiers: [
                IdentifierMention(.plate, typed: "TJK 4821 AT 02"),
                IdentifierMention(.phone, sealedIn: .zero, row: 0),
            ].compactMap { $0 }, state: "UZB", departure: "TJK Khujand", destination: "KAZ Almaty",
            text: "Behind the seats."))

    private func history(_ raised: AlertRaised = raised, _ more: [Event] = []) -> SubjectHistory {
        var log = SampleLog()
        let name = log.begin(.alerts, .alert(.raised(raised)), minutesAgo: 60, actor: "a.orazov")
        for event in more { log.add(event, to: name, minutesAgo: 30) }
        return SubjectHistory(log.entries)
    }

    private func preview(
        _ history: SubjectHistory, to recipient: String = "KAZ", for purpose: ReleasePurpose = .operational,
        by reader: Reader? = nil, ownWords: String? = nil
    ) throws -> ReleasePreview {
        try #require(
            Release(to: ReleaseRecipient(recipient), for: purpose, by: reader, ownWords: ownWords).preview(of: history))
    }

    private func reason(_ field: ReleaseField, _ preview: ReleasePreview) -> ReleaseReason? {
        preview.lines.first { $0.field == field }?.reason
    }

    @Test func aMemberGetsWhatWasSeizedAndNotWhoToldUs() throws {
        let preview = try preview(history())
        let gone = Set(preview.gone.map(\.field))
        #expect(gone.isSuperset(of: [.record, .kind, .headline, .items, .identifiers, .text, .place]))
        #expect(reason(.source, preview) == .sourcesIdentity)
        #expect(reason(.payloads, preview) == .personalData)
        #expect(reason(.personalIdentifiers, preview) == .personalData)
        #expect(reason(.links, preview) == .otherOperation(nil))
        #expect(reason(.officers, preview) == .personalData)
        #expect(preview.record.particulars.identifiers.allSatisfy { $0.typed != nil })
    }

    @Test func wordsThatNameTheSourceStay() throws {
        for headline in ["As Karimov says", "по словам: KARIMOVA", "(karimov)", "a.orazov took the call"] {
            var raised = ReleaseTests.raised
            raised.headline = headline
            let isHeld = headline.hasPrefix("по") || headline.contains("arimov") || headline.contains("orazov")
            #expect(isHeld)
            let preview = try preview(history(raised), ownWords: "ask Karimov")
            #expect(reason(.headline, preview) == .sourcesIdentity, "\(headline)")
            #expect(reason(.ownWords, preview) == .sourcesIdentity)
            #expect(preview.record.headline == nil)
            #expect(preview.record.ownWords == nil)
        }
    }

    /// The words of the inspection: the source is only "confidential source", and the person lies in a payload.
    @Test(arguments: [
        ("Informant Rustam K. in Termez says: 5 kg heroin", ReleaseReason.sourcesIdentity as ReleaseReason?),
        ("Our source saw 5 kg heroin in Termez", .sourcesIdentity), ("Информатор: 5 кг героина", .sourcesIdentity),
        ("По словам источника, 5 кг", .sourcesIdentity), ("线人称有5公斤海洛因", .sourcesIdentity),
        ("Rustam saw 5 kg heroin", .personalData), ("Рустам видел 5 кг героина", .personalData),
        ("5 kg heroin in Termez", nil), ("The source of the heroin is not known", nil),
        ("Из открытых источников: 5 кг героина", nil), ("Source country: Afghanistan", nil),
    ])
    func wordsForASourceAndNamesInPayloadsStay(_ headline: String, _ expected: ReleaseReason?) throws {
        var raised = ReleaseTests.raised
        (raised.source, raised.headline, raised.place) = ("UZB", headline, "Termez")
        let history = history(raised)
        var persons = SealedNames()
        let record = try #require(history.subject.flatMap { OutgoingRecord($0) })
        persons.add(payload: Array("Rustam K., Termez, +998 90 123 45 67, driver".utf8), besides: record)
        persons.add(payload: Array("FROM: UZB\nTEXT\n\(headline)\nwith Afghanistan and Heroin".utf8), besides: record)
        let release = Release(to: ReleaseRecipient("KAZ"), for: .operational, by: nil, ownWords: headline)
        let preview = try #require(release.preview(of: history, persons: persons))
        #expect(reason(.headline, preview) == expected, "\(headline)")
        #expect(reason(.ownWords, preview) == expected)
        #expect(reason(.place, preview) == nil)
        #expect(preview.toBeRewritten.map(\.field) == (expected == nil ? [] : [.headline, .ownWords]))
    }

    @Test func aStateAsTheSourceGivesNothingAway() throws {
        var raised = ReleaseTests.raised
        (raised.source, raised.headline) = ("UZB customs", "UZB: customs found heroin")
        let preview = try preview(history(raised))
        #expect(preview.record.headline == "UZB: customs found heroin")
        #expect(reason(.source, preview) == .sourcesIdentity)
    }

    @Test func telephonesAndOtherOperationsInWordsStay() throws {
        var raised = ReleaseTests.raised
        raised.particulars.text = "His phone is +996 555 123 456"
        raised.headline = "Near CD-2026-014 again"
        let preview = try preview(history(raised))
        #expect(reason(.text, preview) == .personalData)
        #expect(reason(.headline, preview) == .otherOperation(SubjectName("CD-2026-014")))
    }

    @Test(arguments: [HandlingCode.h2, .h3])
    func withoutTheOriginatorsPermissionNothingOfItGoes(code: HandlingCode) throws {
        let set = HandlingSet(code: code, originator: "KGZ", readers: ["a.orazov"])
        for reader in [nil, Reader(officer: "a.orazov", role: .supervisor, hasTheWatch: true)] {
            let preview = try preview(history(ReleaseTests.raised, [.handling(.set(set))]), by: reader, ownWords: "yes")
            #expect(Set(preview.gone.map(\.field)) == [.record, .ownWords])
            #expect(reason(.items, preview) == .permissionMissing(code, originator: "KGZ"))
            #expect(preview.record.particulars.isEmpty)
        }
    }

    @Test func thePermissionChangesTheCodeFirst() throws {
        let strict = HandlingSet(code: .h2, originator: "KGZ")
        let freed = HandlingSet(code: .h0, originator: "KGZ", permission: "KGZ desk, 04:00, by telephone")
        let preview = try preview(
            history(ReleaseTests.raised, [.handling(.set(strict)), .handling(.set(freed))]))
        #expect(reason(.items, preview) == nil)
        // How it was permitted, and by whom, is nobody's business.
        #expect(preview.lines.contains { $0.field == .notes && !$0.goes })
    }

    @Test func h1KeepsOutOfCourtAndAsksWhy() throws {
        let history = history(ReleaseTests.raised, [.handling(.set(HandlingSet(code: .h1, originator: "KGZ")))])
        let operational = try preview(history)
        #expect(operational.needsReason)
        #expect(reason(.items, operational) == nil)
        #expect(reason(.items, try preview(history, for: .court)) == .notForCourt(originator: "KGZ"))
    }

    @Test func onlyTheStaffGivesOut() throws {
        let analyst = Reader(officer: "x", role: .observer, hasTheWatch: false)
        #expect(try reason(.items, preview(history(), by: analyst)) == .handlingCode(.h0))
    }

    @Test func eachPurposeAndRecipientHasAListOfItsOwn() throws {
        let statistics = try preview(history(), for: .statistics)
        #expect(reason(.identifiers, statistics) == .notForPurpose)
        #expect(reason(.headline, statistics) == .notForPurpose)
        #expect(reason(.items, statistics) == nil)
        #expect(reason(.text, try preview(history(), to: "INTERPOL")) == .notForRecipient)
        let stranger = try preview(history(), to: "a newspaper")
        #expect(reason(.identifiers, stranger) == .notForRecipient)
        #expect(stranger.warnings == [.unknownRecipient("a newspaper")])
    }

    /// A member of a body that no table knows, from a newer program or another hand.
    @Test func whatNobodyKnowsStays() throws {
        var log = SampleLog()
        log.begin(.alerts, .alert(.raised(ReleaseTests.raised)), minutesAgo: 60)
        var entries = log.entries
        entries[0].body["telephone_of_the_informant"] = .string("+996 555 123 456")
        let preview = try preview(SubjectHistory(entries))
        let line = try #require(preview.lines.first { $0.field == .unknown })
        #expect(line.key == "alertRaised.telephone_of_the_informant")
        #expect(line.reason == .unknownField)
        #expect(!"\(preview.gone)\(preview.record)".contains("555"))
    }

    /// A new member of any kind that stands on an alert or a seizure has to be put into the table.
    @Test func everyMemberOfEveryEventHasAField() throws {
        for sample in EveryEvent.samples where [.alerts, .seizures].contains(sample.area) {
            var log = SampleLog()
            let first: Event = sample.area == .alerts ? .alert(.raised(ReleaseTests.raised)) : sample.event
            let name = log.begin(sample.area, first, minutesAgo: 60)
            log.add(sample.event, to: name, minutesAgo: 30)
            // Without the entry that begins it, nothing of it is left to give out.
            if sample.event.kind == EntryWithdrawn.kind { continue }
            let preview = try preview(SubjectHistory(log.entries))
            #expect(preview.lines.filter { $0.field == .unknown }.compactMap(\.key) == [], "\(sample.event.kind)")
        }
    }

    @Test func anUnusualRecipientIsSaid() throws {
        #expect(try preview(history(), to: "RUS").warnings == [.neverToldBefore("RUS"), .notPartyToTheRoute("RUS")])
        #expect(try preview(history(), to: "KAZ").warnings == [.neverToldBefore("KAZ")])
        #expect(try preview(history(), to: "UZB").warnings == [])
        let told = MessageFiled(.sent, .answer, party: "KAZ", text: "told")
        #expect(try preview(history(ReleaseTests.raised, [.alert(.messageFiled(told))]), to: "KAZ").warnings == [])
    }
}
