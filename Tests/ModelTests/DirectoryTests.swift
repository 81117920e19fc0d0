import TestSupport
import Testing

@testable import Model

@Suite struct DirectoryTests {
    static let now = SampleLog.night

    static func key(_ text: String) -> DirectoryKey {
        DirectoryKey(text) ?? DirectoryKey(unchecked: .state, "XXX", nil, tail: "")
    }

    static func set(_ key: String, _ values: [DirectoryField: String], payloads: [String] = []) -> Event {
        .directory(.entrySet(DirectoryEntrySet(DirectoryEntry(Self.key(key), values), payloads: payloads)))
    }

    /// A log of entries, each set so many days ago and verified so many days ago.
    static func log(_ entries: [(String, [DirectoryField: String], verifiedDaysAgo: Int64?)]) -> SampleLog {
        var log = SampleLog()
        for (key, values, verified) in entries {
            let name = log.begin(.directory, set(key, values), minutesAgo: 1_000_000)
            guard let verified else { continue }
            let body = DirectoryEntryVerified(by: "Orazov", when: now - .days(verified))
            log.add(.directory(.verified(body)), to: name, minutesAgo: verified * 1_440)
        }
        return log
    }

    @Test func keysAreReadAsTheyAreWritten() {
        for text in [
            "state:UZB", "contact:UZB:1", "blo:UZB-TKM:12", "crossing:UZB-TKM:alat-farap", "crossing:UZB-TKM:3",
        ] {
            #expect(DirectoryKey(text)?.description == text)
        }
        for text in [
            "", "state", "state:", "state:uzb", "state:UZB:1", "contact:UZB", "contact:UZB:0", "contact:UZB:01",
            "contact:UZB:karimov", "blo:UZB:1", "contact:UZB-TKM:1", "crossing:UZB-TKM:-x", "crossing:UZB-TKM:Farap",
            "desk:UZB:1", "contact:UZB:1:2", "contact:UZB:99999", "contact:УЗБ:1",
        ] { #expect(DirectoryKey(text) == nil, "\(text)") }
    }

    @Test func whatOfficersWriteOverlaysWhatShipsAndWhatIsRetiredHidesIt() {
        let shipped = Directory()
        #expect(shipped[Self.key("state:UZB")]?.isShipped == true)
        #expect(shipped.states.prefix(7).allSatisfy { $0.entry[.membership] == "member" })
        #expect(shipped.items.allSatisfy { $0.age(at: Self.now) == .never && $0.entry.fault == nil })
        // No number, no law, no name of a person.
        #expect(
            shipped.items.allSatisfy { !$0.key.sort.hasNumber && ($0.key.sort.isLaw ? $0.entry.values.isEmpty : true) })

        var log = SampleLog()
        let name = log.begin(.directory, Self.set("state:UZB", [.name: "Uzbekistan", .note: "n"]), minutesAgo: 60)
        #expect(log.board.directory[Self.key("state:UZB")]?.entry[.note] == "n")
        #expect(log.board.directory.items.count == shipped.items.count)
        log.add(.directory(.retired(DirectoryEntryRetired(reason: "test"))), to: name, minutesAgo: 50)
        #expect(log.board.directory[Self.key("state:UZB")] == nil)
        #expect(log.board.directory.items.count == shipped.items.count - 1)
        #expect(log.board.isDirectoryWhole)
        log.add(Self.set("state:UZB", [.name: "Uzbekistan"]), to: name, minutesAgo: 40)
        #expect(log.board.directory[Self.key("state:UZB")]?.entry[.note] == nil)
    }

    @Test func aChangeTakesTheVerificationBackAndTheSameAgainIsRefused() {
        var log = Self.log([("contact:UZB:1", [.name: "desk", .number: "1"], 3)])
        let name = log.board.directory.records.keys.first!
        let item = log.board.directory[Self.key("contact:UZB:1")]
        #expect(item?.verified == DirectoryRecord.Verification(by: "Orazov", at: Self.now - .days(3)))
        let same = Self.set("contact:UZB:1", [.name: "desk", .number: "1"])
        #expect(log.history(of: name).refusal(of: same, by: "a", at: Self.now) == .nothingChanged(name))
        log.add(Self.set("contact:UZB:1", [.name: "desk", .number: "2"]), to: name, minutesAgo: 10)
        #expect(log.board.directory[Self.key("contact:UZB:1")]?.age(at: Self.now) == .never)
        let other = Self.set("contact:UZB:2", [.name: "desk"])
        #expect(
            log.history(of: name).refusal(of: other, by: "a", at: Self.now) == .directory(.otherKey("contact:UZB:1")))
    }

    @Test func refusalsNameTheField() {
        func fault(_ key: String, _ values: [DirectoryField: String]) -> DirectoryFault? {
            DirectoryEntry(Self.key(key), values).fault
        }
        #expect(fault("contact:UZB:1", [.number: "1"]) == .missing(.name))
        #expect(fault("contact:UZB:1", [.name: "a", .trackers: "x"]) == .notOfThisSort(.trackers, .contact))
        #expect(fault("limit:UZB:1", [.noticeMinutes: "a day"]) == .notMinutes(.noticeMinutes, "a day"))
        #expect(fault("limit:UZB:1", [.noticeMinutes: "100000"]) == nil)
        #expect(fault("limit:UZB:1", [.noticeMinutes: "100001"]) == .notMinutes(.noticeMinutes, "100001"))
        #expect(fault("state:UZB", [.name: "a\u{1B}[2J"]) == .unprintable(.name))
        #expect(fault("state:UZB", [.name: String(repeating: "x", count: 1_001)]) == .tooLong(.name, limit: 1_000))
        let standing = DirectoryStandingReported(.onCall, since: Self.now, party: "UZB")
        let log = Self.log([("crossing:UZB-TKM:alat-farap", [.name: "Alat"], nil)])
        let name = log.board.directory.records.keys.first!
        let history = log.history(of: name)
        #expect(
            history.refusal(of: .directory(.standing(standing)), by: "a", at: Self.now)
                == .directory(.noStanding(.crossing, .onCall)))
        let early = DirectoryEntryVerified(by: "a", when: Self.now + .minutes(1))
        #expect(
            history.refusal(of: .directory(.verified(early)), by: "a", at: Self.now)
                == .directory(.inTheFuture(early.when)))
        #expect(SubjectHistory.refusal(founding: Self.set("contact:UZB:1", [:])) == .directory(.missing(.name)))
    }

    @Test func agesTurnAtTheirLimits() {
        let limits = DirectorySort.contact.limits
        #expect(limits == DirectorySort.mobileTeam.limits && limits != DirectorySort.constraint.limits)
        for sort in DirectorySort.allCases {
            let (ageing, old) = (sort.limits.ageing, sort.limits.old)
            func age(_ span: Span) -> DirectoryAge { DirectoryAge(since: Self.now - span, at: Self.now, sort.limits) }
            let justUnder = Span(milliseconds: ageing.milliseconds - 1)
            let justNotOld = Span(milliseconds: old.milliseconds - 1)
            #expect(age(justUnder) == .fresh(justUnder))
            #expect(age(ageing) == .ageing(ageing))
            #expect(age(justNotOld) == .ageing(justNotOld))
            #expect(age(old) == .old(old))
            #expect(age(.hours(-5)) == .fresh(.zero))
        }
        #expect(DirectoryAge(since: nil, at: Self.now, limits) == .never)
    }

    @Test func theDeskIsTheOneThatAnswersAtAnyHourAndWasTriedLast() {
        let directory = Self.log([
            ("contact:UZB:1", [.name: "by day", .number: "1"], 1),
            ("contact:UZB:2", [.name: "old night", .number: "2", .roundTheClock: "yes"], 50),
            (
                "contact:UZB:3",
                [.name: "night", .number: "3", .roundTheClock: "yes", .languages: "ru", .filedNumber: "+998 71"], 4
            ),
            ("contact:UZB:4", [.name: "no number", .roundTheClock: "yes"], 1),
            ("contact:KAZ:1", [.name: "other", .number: "9", .roundTheClock: "yes"], 1),
        ]).board.directory
        #expect(directory.contacts("UZB").map(\.number) == ["3", "2", "1"])
        let desk = directory.desk(of: "UZB")
        #expect(desk?.zone == "Asia/Tashkent" && desk?.languages == "ru" && desk?.age(at: Self.now) == .fresh(.days(4)))
        #expect(directory.desk(of: "TJK") == nil)
        #expect(directory.filed("998-71").map(\.key.tail) == ["3"])
        #expect(directory.filed("998-72").isEmpty && directory.filed("71").isEmpty)
    }

    @Test func crossingsAreFoundByAnyNameAndSayNothingThatNobodyReported() {
        let shipped = [
            DirectoryEntry(
                Self.key("crossing:UZB-TKM:alat-farap"), [.name: "Alat", .otherName: "Farap", .aliases: "Алат|Фараб"]),
            DirectoryEntry(Self.key("crossing:AZE-KAZ:alat-aktau"), [.name: "Alat", .otherName: "Aktau"]),
        ]
        var log = SampleLog()
        let directory = log.board.directory.adding(shipped)
        #expect(directory.crossing(named: "FARAP")?.states == ["UZB", "TKM"])
        #expect(directory.crossing(named: "Фараб")?.zone == "Asia/Tashkent")
        #expect(directory.crossing(named: "alat-farap")?.report == nil)
        // Two posts bear the name, so that it names none.
        #expect(directory.crossing(named: "Alat") == nil && directory.crossing(named: " ") == nil)
        let name = log.begin(.directory, Self.set("crossing:UZB-TKM:alat-farap", shipped[0].values), minutesAgo: 60)
        let report = DirectoryStandingReported(.closed, since: Self.now - .hours(2), party: "TKM")
        log.add(.directory(.standing(report)), to: name, minutesAgo: 30)
        let found = log.board.directory.adding(shipped).crossing(named: "Farap")
        #expect(found?.report?.standing == .closed && found?.report?.age(at: Self.now) == .fresh(.minutes(30)))
    }

    @Test func readinessNamesWhatIsLackingAndNothingElse() {
        let bare = Directory().readiness(of: "UZB", at: Self.now)
        #expect(
            bare.contains(.noContact) && bare.contains(.noticeUnknown)
                && bare.contains(.neverVerified(Self.key("state:UZB"))))
        #expect(bare.contains(.columnEmpty(.constraint, .measurePossible)))
        #expect(bare.first?.isSevere == true && bare.last?.isSevere == false)

        func filled(_ sort: DirectorySort) -> [DirectoryField: String] {
            Dictionary(
                uniqueKeysWithValues: sort.fields.map { field in
                    switch field.format {
                    case .words: (field, "text")
                    case .code(let codes), .codes(let codes): (field, codes[0])
                    case .minutes: (field, "180")
                    }
                })
        }
        var entries: [(String, [DirectoryField: String], verifiedDaysAgo: Int64?)] = [("state:UZB", filled(.state), 1)]
        for sort in DirectorySort.allCases where ![.state, .crossing, .borderOffice].contains(sort) {
            entries.append(("\(sort.rawValue):UZB:1", filled(sort), 1))
        }
        let log = Self.log(entries)
        #expect(log.board.directory.readiness(of: "UZB", at: Self.now).isEmpty)
        #expect(log.board.directory.notice("UZB") == 180)
        let later = log.board.directory.readiness(of: "UZB", at: Self.now + .days(29))
        let numbers = DirectorySort.reachable.filter { $0 != .borderOffice }
        #expect(
            later.count == numbers.count
                && later.allSatisfy { if case .ageing(_, .days(30)) = $0 { true } else { false } })
        for left in entries.indices where !["state", "unit", "team"].contains(entries[left].0.prefix { $0 != ":" }) {
            var some = entries
            some.remove(at: left)
            #expect(!Self.log(some).board.directory.readiness(of: "UZB", at: Self.now).isEmpty, "\(entries[left].0)")
        }
        let told = log.board.directory.requirements("UZB", at: Self.now)
        #expect(
            told.contains { $0.field == .requestLanguages && $0.age == .fresh(.days(1)) }
                && !told.contains { $0.field == .source })
    }

    @Test func twoConsolesThatBeganOneEntryAtOnceShowTheOneWrittenLast() {
        var log = SampleLog()
        let first = log.begin(.directory, Self.set("contact:UZB:1", [.name: "first"]), minutesAgo: 9)
        log.begin(.directory, Self.set("contact:UZB:1", [.name: "second"]), minutesAgo: 8)
        #expect(log.board.directory[Self.key("contact:UZB:1")]?.entry.title == "second")
        #expect(log.board.directory.items(of: "UZB").count { $0.key.sort == .contact } == 1)
        log.add(.directory(.retired(DirectoryEntryRetired(reason: "twice"))), to: first, minutesAgo: 7)
        #expect(log.board.directory[Self.key("contact:UZB:1")] == nil)
        #expect(log.board.directory.newKey(.contact, "UZB")?.description == "contact:UZB:2")
        #expect(log.board.directory.newKey(.constraint, "UZB")?.description == "constraint:UZB:2")
        #expect(log.board.directory.newKey(.borderOffice, "UZB", "TKM")?.description == "blo:UZB-TKM:1")
    }

    /// What a row says is written once; the same row again writes nothing.
    @Test func rowsBecomeChangesOnce() throws {
        let key = Self.key("liaison:UZB:1")
        var row = DirectoryRow(key, [.name: "route"], person: "Somebody, +998")
        row.verified = DirectoryRecord.Verification(by: "TASHKENT-1", at: Self.now - .days(2))
        row.report = DirectoryRow.Report(.onCall, since: Self.now - .hours(3), party: "UZB")
        let change = try #require(try row.changes(in: Directory(), knownPerson: nil, at: Self.now))
        let events = change.events(payloads: ["00"])
        #expect(events.count == 3 && change.person == "Somebody, +998" && change.subject == nil)
        var log = SampleLog()
        let name = log.begin(.directory, .directory(events[0]), minutesAgo: 3)
        for event in events.dropFirst() { log.add(.directory(event), to: name, minutesAgo: 2) }
        let directory = log.board.directory
        #expect(try row.changes(in: directory, knownPerson: "Somebody, +998", at: Self.now) == nil)
        // An older verification than the one that is known says nothing new, a later one does.
        row.verified = DirectoryRecord.Verification(by: "x", at: Self.now - .days(3))
        #expect(try row.changes(in: directory, knownPerson: "Somebody, +998", at: Self.now) == nil)
        row.verified = DirectoryRecord.Verification(by: "x", at: Self.now - .days(1))
        let later = try row.changes(in: directory, knownPerson: "Somebody, +998", at: Self.now)
        #expect(later?.isSet == false && later?.verified?.by == "x" && later?.report == nil)
        // What ships is not written by a row that repeats it, and is by one that verifies it.
        let state = try #require(ShippedDirectory.entries[Self.key("state:UZB")])
        var shipped = DirectoryRow(state.key, state.values)
        #expect(try shipped.changes(in: directory, knownPerson: nil, at: Self.now) == nil)
        shipped.verified = row.verified
        #expect(try shipped.changes(in: directory, knownPerson: nil, at: Self.now)?.isSet == true)
        #expect(throws: DirectoryFault.personNotHere(.contact)) {
            try DirectoryRow(Self.key("contact:UZB:1"), [.name: "a"], person: "p").changes(
                in: directory, knownPerson: nil, at: Self.now)
        }
    }
}
