import Foundation
import GRDB
import Model
import TestSupport
import Testing

@testable import EventLog

/// What an entry names is found again in a real log, and nothing that was erased is.
@Suite struct MatchingStoreTests {
    private struct Report {
        var drug = "heroin"
        var amount = "6.942"
        var unit = "kg"
        var place: String? = "Батken, near the market"
        var state = "KGZ"
        var day: Int64 = 0
        var plate: String?
    }

    private static let morning = StoreTests.moment(0).wall

    private static func raised(_ report: Report, headline: String = "a report", payloads: [String] = []) -> Event {
        let item = SeizedItem(
            kind: .drug, name: report.drug, quantity: Quantity(amount: report.amount, unit: report.unit))
        let plate = report.plate.flatMap { IdentifierMention(.plate, typed: $0) }
        return .alert(
            .raised(
                AlertRaised(
                    priority: 2, message: .seizureReport, headline: headline, source: report.state, payloads: payloads,
                    particulars: Particulars(
                        items: [item], identifiers: [plate].compactMap { $0 }, state: report.state,
                        place: report.place))))
    }

    private static func proposal(
        _ event: Event, _ number: Int64, on target: Proposal.Target = .new(.alerts), day: Int64 = 0
    )
        -> Proposal
    {
        Proposal(
            target, event, id: .timed(morning, count: UInt16(number & 0xFFF), chance: UInt64(number) &* 0x9E37_79B9),
            at: morning + .days(day), precision: .day, actor: "a.orazov")
    }

    @discardableResult
    private static func append(
        _ store: LogStore, _ event: Event, _ number: Int64, on target: Proposal.Target = .new(.alerts), day: Int64 = 0,
        payloads: [Payload] = []
    ) throws -> SubjectName {
        var proposal = proposal(event, number, on: target, day: day)
        proposal.payloads = payloads
        return try #require(store.append([proposal], moment: StoreTests.moment(number)).first).subject
    }

    @Test("The same words from another State, a day later or in another script, are proposed as one seizure")
    func theSenderIsNotTheState() throws {
        let folder = try TemporaryFolder()
        defer { withExtendedLifetime(folder) {} }
        let store = try StoreTests.makeLog(folder)
        func raise(_ number: Int64, _ source: String, _ words: (String, String, String), day: Int64 = 0) throws
            -> SubjectName
        {
            let item = SeizedItem(kind: .drug, name: words.0, quantity: Quantity(amount: words.1, unit: "kg"))
            let raised = AlertRaised(
                priority: 2, message: .seizureReport, headline: "a report", source: source, place: words.2,
                particulars: Particulars(items: [item]))
            return try Self.append(store, .alert(.raised(raised)), number, day: day)
        }
        let first = try raise(1, "KAZ", ("heroin", "18.45", "Khorgos"))
        let others = [
            try raise(2, "KGZ", ("heroin", "18.45", "Khorgos")), try raise(3, "RUS", ("героин", "18.450", "Хоргос")),
            try raise(4, "INTERPOL", ("heroin", "18.45", "Khorgos"), day: 1),
        ]
        for places: PlaceKnowledge in [
            { _ in [] },
            { $0.hasPrefix("K") || $0.hasPrefix("Х") ? [KnownPlace(id: "gn:1522684", states: ["CHN", "KAZ"])] : [] },
        ] {
            for name in [first] + others {
                let found = try store.matches(for: name, places: places)
                let proposed = Set(found?.proposals.map(\.name) ?? [])
                #expect(proposed == Set([first] + others).subtracting([name]))
            }
        }
    }

    @Test("A message is found by its identity, by sender and number, by our number, and by what it names")
    func foundByWhatItNames() throws {
        let folder = try TemporaryFolder()
        defer { withExtendedLifetime(folder) {} }
        let store = try StoreTests.makeLog(folder)
        let container = try #require(IdentifierMention(.container, typed: "CSQU 305438 3"))
        let event = Event.alert(
            .raised(
                AlertRaised(
                    priority: 1, message: .warning, headline: "a container", source: "PCU Aktau",
                    head: MessageHead(
                        theirNumber: "17/4", ourNumber: "442", identity: "a@b,1,2026-01-01T00:00:00-00:00"),
                    particulars: Particulars(identifiers: [container], departure: "AFG", destination: "RUS"))))
        let name = try Self.append(store, event, 1)
        for mark in [
            Mark.message(identity: "a@b,1,2026-01-01T00:00:00-00:00"), .message(from: "pcu  aktau", number: "17/4"),
            .message(ourNumber: "442"), try #require(Mark.identifier(Identifier(.container, "csqu-305438-3"))),
        ] {
            #expect(try store.found(marks: [mark]).map(\.subject) == [name])
        }
        #expect(try store.found(marks: [.message(identity: "A@B,1,2026-01-01T00:00:00-00:00")]).isEmpty)
        #expect(try store.found(marks: [.message(ourNumber: "443")]).isEmpty)
    }

    @Test(
        "A personal identifier is found through its payload until that is erased, also in a new index, and leaves no byte"
    )
    func erasedMarksAreGone() throws {
        let folder = try TemporaryFolder()
        let store = try StoreTests.makeLog(folder)
        let row = try #require(SealedIdentifiers.Row(.phone, typed: "+996 555 123 456"))
        let sealed = try #require(SealedIdentifiers([row]))
        let payload = Payload(data: sealed.bytes)
        let name = try Self.append(
            store, Self.raised(Report(), payloads: [payload.hash.hex]), 1, payloads: [payload])
        let mark = try #require(Mark.identifier(Identifier(.phone, "+996555123456")))
        #expect(try store.found(marks: [mark]).map(\.subject) == [name])
        try store.rebuildIndex()
        #expect(try store.found(marks: [mark]).map(\.subject) == [name])
        try Self.append(
            store, .logKeeping(.payloadErased(PayloadErased(payload: payload.hash.hex, basis: "law"))), 2,
            on: .new(.logKeeping))
        #expect(try store.found(marks: [mark]).isEmpty)
        #expect(try store.matches(for: name)?.account.identifiers == [])
        try store.rebuildIndex()
        #expect(try store.found(marks: [mark]).isEmpty)
        store.close()
        let bytes = withUnsafeBytes(of: mark.value.bigEndian) { Data($0) }
        for suffix in ["", "-wal"] {
            let file = FileManager.default.contents(atPath: store.folder.index + suffix) ?? Data()
            #expect(file.range(of: bytes) == nil, "index.sqlite\(suffix)")
        }
    }

    @Test("A new index finds what the old one found, in the same order")
    func rebuilt() throws {
        let folder = try TemporaryFolder()
        defer { withExtendedLifetime(folder) {} }
        let store = try StoreTests.makeLog(folder)
        for number in Int64(1)...20 {
            var report = Report()
            report.day = number % 4
            report.amount = "\(number).5"
            try Self.append(store, Self.raised(report, headline: "report \(number)"), number, day: report.day)
        }
        let name = try #require(SubjectName("AL-2026-0007"))
        let before = try #require(try store.matches(for: name))
        #expect(!before.list.isEmpty)
        try store.rebuildIndex()
        #expect(try store.matches(for: name) == before)
        // The numbers of the kinds that mark others survive a new index, too.
        try Self.append(store, .handling(.set(HandlingSet(code: .h2, originator: "TJK"))), 30, on: .existing(name))
        #expect(try store.handlings()[name]?.current.code == .h2)
        try store.rebuildIndex()
        #expect(try store.handlings()[name]?.current.code == .h2)
    }

    private static let reports: [Report] = [
        Report(place: "Batken", plate: "05KG711ABJ"), Report(place: "Баткен", day: 1),
        Report(amount: "6942", unit: "g", place: nil),
        Report(drug: "героин", place: "Batken region", plate: "05 711 ABJ"), Report(amount: "1.2", place: "Osh"),
        Report(amount: "1.2", place: "Jalal-Abad"), Report(drug: "hashish", amount: "9.55", place: "Batken"),
        Report(place: "Batken", state: "TJK"), Report(amount: "40", place: "Osh", day: 2),
    ]

    @Test("Whatever the order of arrival, the same pairs are proposed", arguments: [UInt64(1), 2, 3, 4, 5])
    func orderOfArrival(seed: UInt64) throws {
        func pairs(_ order: [Int]) throws -> Set<Set<Int>> {
            let folder = try TemporaryFolder()
            defer { withExtendedLifetime(folder) {} }
            let store = try StoreTests.makeLog(folder)
            var numbers: [SubjectName: Int] = [:]
            for (place, number) in order.enumerated() {
                let report = Self.reports[number]
                let name = try Self.append(
                    store, Self.raised(report, headline: "report \(number)"), Int64(place + 1), day: report.day)
                numbers[name] = number
            }
            var pairs: Set<Set<Int>> = []
            for (name, number) in numbers {
                for match in try #require(try store.matches(for: name)).proposals {
                    pairs.insert([number, try #require(numbers[match.name])])
                }
            }
            return pairs
        }
        var chance = SeededGenerator(seed: seed)
        let expected = try pairs(Array(Self.reports.indices))
        #expect(expected.contains([0, 1]) && expected.contains([0, 2]) && expected.contains([0, 3]))
        #expect(!expected.contains([4, 5]) && !expected.contains([0, 6]) && !expected.contains([0, 7]))
        #expect(try pairs(Array(Self.reports.indices).shuffled(using: &chance)) == expected)
    }

    @Test("Joined is proposed no more, parted is told apart, and told apart is not proposed again, from either side")
    func joinedAndParted() throws {
        let folder = try TemporaryFolder()
        defer { withExtendedLifetime(folder) {} }
        let store = try StoreTests.makeLog(folder)
        let first = try Self.append(store, Self.raised(Report()), 1)
        let second = try Self.append(store, Self.raised(Report(day: 1)), 2, day: 1)
        let third = try Self.append(store, Self.raised(Report(amount: "6942", unit: "g")), 3)
        func standing(_ one: SubjectName, _ other: SubjectName) throws -> Match.Standing? {
            try store.matches(for: one)?.list.first { $0.name == other }?.standing
        }
        #expect(try store.matches(for: first)?.proposals.map(\.name) == [third, second])
        try Self.append(
            store, .link(.joined(SubjectJoined(into: first, why: "the same bag"))), 4, on: .existing(second))
        #expect(try standing(first, second) == .joined && standing(second, first) == .joined)
        #expect(try store.matches(for: first)?.proposals.map(\.name) == [third])
        #expect(try store.board().alerts[second] == nil)
        try Self.append(store, .link(.toldApart(SubjectToldApart(from: third))), 5, on: .existing(first))
        #expect(try store.matches(for: third)?.proposals.map(\.name) == [second])
        #expect(try store.matches(for: first)?.proposals.isEmpty == true)
        try Self.append(
            store, .link(.parted(SubjectParted(from: first, reason: "another bag"))), 6, on: .existing(second))
        #expect(try standing(first, second) == .apart && standing(second, first) == .apart)
        #expect(try store.board().alerts[second] != nil)
        try Self.append(store, .link(.joined(SubjectJoined(into: first, why: "after all"))), 7, on: .existing(second))
        #expect(try standing(first, second) == .joined)
    }

    @Test(
        "A running delivery is found by the plate of its lorry, and the alert beside it says by which letters it differs"
    )
    func delivery() throws {
        let folder = try TemporaryFolder()
        defer { withExtendedLifetime(folder) {} }
        let store = try StoreTests.makeLog(folder)
        let opened = DeliveryOpened(
            priority: 2, goods: "heroin 38.4 kg gross", method: .intact, conveyance: "truck 4821 AT 02",
            initiator: "TJK")
        let delivery = try Self.append(store, .delivery(.opened(opened)), 1, on: .new(.deliveries))
        var report = Report()
        report.plate = "4821 АТ 02"
        let alert = try Self.append(store, Self.raised(report), 2)
        let match = try #require(try store.matches(for: alert)?.list.first { $0.name == delivery })
        #expect(match.likeness == nil)
        guard case .identifierAlike(.plate, _, _, let likeness)? = match.ties.first else {
            Issue.record("\(match.ties)")
            return
        }
        #expect(likeness.left == [5..<6, 6..<7] || likeness.left == [5..<7])
    }

    @Test("Behind a veil nothing is matched")
    func veiled() throws {
        let folder = try TemporaryFolder()
        defer { withExtendedLifetime(folder) {} }
        let store = try StoreTests.makeLog(folder)
        let name = try Self.append(store, Self.raised(Report()), 1)
        try Self.append(store, Self.raised(Report(day: 1)), 2, day: 1)
        let words = Veil.Words(names: [:], messages: [:], short: "(short)", medium: "(text)", long: "(long)")
        let veil = Veil(Pseudonyms(secret: Array(repeating: 3, count: 32), origin: store.identity.origin), words)
        let veiled = try LogStore(opening: store.folder.path, behind: veil)
        #expect(try veiled.matches(for: name) == nil)
        #expect(try veiled.found(marks: [.link(to: name)]).isEmpty)
        #expect(try store.matches(for: name)?.proposals.count == 1)
    }

    @Test("An alert that was raised from a row of a return is not proposed as the same seizure as that row")
    func oneReportIsNotTwo() throws {
        let folder = try TemporaryFolder()
        defer { withExtendedLifetime(folder) {} }
        let store = try StoreTests.makeLog(folder)
        let report = Report()
        let first = try Self.append(store, Self.raised(report), 1)
        let second = Proposal(
            .new(.alerts), Self.raised(report),
            id: try store.history(of: first).entries[0].id.ofRaisedAlert { Hashing.plain($0) },
            at: Self.morning, precision: .day, actor: "a.orazov")
        let name = try #require(store.append([second], moment: StoreTests.moment(2)).first).subject
        let other = try Self.append(store, Self.raised(report), 3)
        #expect(try store.matches(for: name)?.proposals.map(\.name) == [other])
        #expect(try store.matches(for: first)?.proposals.map(\.name) == [other])
    }
}
