import Foundation
import Model
import TestSupport
import Testing

/// Deliveries as scripts write them, with the built program on a log on disk.
@Suite struct DeliveryShellTests {
    private let folder: TemporaryFolder
    private let log: String
    private let name = "CD-\(ConsoleTests.year)-0001"

    init() throws {
        folder = try TemporaryFolder()
        log = folder.path + "/log"
        #expect(Program.run(["log", "create", log, "--centre", "CARICC", "--desk", "A"]).status == 0)
    }

    private func batch(_ lines: String, keepGoing: Bool = false) -> Program.Outcome {
        Program.run(["batch", "-", "--log", log] + (keepGoing ? ["--keep-going"] : []), texts: [0: lines])
    }

    /// The delivery's object, and the kinds of its records.
    private func shown(_ delivery: String? = nil) throws -> (page: [String: Any], kinds: [String]) {
        let outcome = Program.run(["delivery", "show", delivery ?? name, "--json", "--log", log])
        #expect(outcome.status == 0, "\(outcome.errors)")
        let objects = try outcome.output.split(separator: "\n").map {
            try #require(try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any])
        }
        return (try #require(objects.first), objects.dropFirst().compactMap { $0["kind"] as? String })
    }

    // MARK: The exercises, from the first information to the closed file

    /// One process for all; whatever the model can take, the shell has written then.
    @Test func threeExercisesArePlayedToTheEnd() throws {
        let names = (1...3).map { "CD-\(ConsoleTests.year)-000\($0)" }
        let outcome = batch(zip(DeliveryExercise.all, names).map { $0.batch($1) }.joined())
        #expect(outcome.status == 0, "\(outcome.errors)")
        var kinds: Set<String> = []
        for (exercise, name) in zip(DeliveryExercise.all, names) {
            let shown = try shown(name)
            #expect(shown.kinds.count == exercise.acts.count)
            kinds.formUnion(shown.kinds)
            #expect((shown.page["doubts"] as? [Int])?.isEmpty == true)
            #expect(shown.page["closed"] != nil && shown.page["phase"] as? String == "ended")
            let exceptions = try #require(shown.page["exceptions"] as? [[String: Any]])
            #expect(!exceptions.isEmpty && exceptions.allSatisfy { $0["ended"] != nil })
        }
        #expect(Set(DeliveryEvent.kinds.map(\.name)).subtracting(kinds).isEmpty)
        try fourStatesByRoad(try shown(names[0]).page)
        try ferryAndStop(try shown(names[1]).page)
        try parcelByAir(try shown(names[2]).page)
        #expect(Program.run(["log", "verify", log]).status == 0)
    }

    private func fourStatesByRoad(_ page: [String: Any]) throws {
        let custody = try #require(page["custody"] as? [String: Any])
        #expect(custody["nobody_min"] as? Int == 65, "25 at Fotehobod, 18 at Yallama, 22 at Korday")
        #expect(custody["holder"] as? String == "KGZ DCS" && custody["handovers"] as? Int == 3)
        let cover = try #require(page["cover"] as? [[String: Any]])
        #expect(cover.map { $0["cover"] as? String } == Array(repeating: "complete", count: 4))
        let exhibit = try #require((page["exhibits"] as? [[String: Any]])?.first)
        let weights = ["roadside_gross", "unpacked_gross", "laboratory_net", "pure"].map {
            ((exhibit[$0] as? [[String: Any]])?.last?["amount"] as? String) ?? ""
        }
        #expect(weights == ["38.4", "37.9", "37.21", "23.4"], "\(exhibit)")
    }

    private func ferryAndStop(_ page: [String: Any]) throws {
        #expect((page["custody"] as? [String: Any])?["nobody_min"] as? Int == 37)
        #expect(page["outcome"] as? String == "seized_early")
        let stop = try #require((page["exceptions"] as? [[String: Any]])?.first)
        #expect(stop["exception"] as? String == "stop_reported" && stop["steps_done"] as? [Int] == [1, 2, 3])
        let requests = try #require(page["requests"] as? [[String: Any]])
        #expect(requests.map { $0["superseded"] as? Bool } == [true, nil])
    }

    private func parcelByAir(_ page: [String: Any]) throws {
        #expect((page["custody"] as? [String: Any])?["nobody_min"] as? Int == 95)
        #expect((page["exhibits"] as? [[String: Any]])?.count == 2)
        let until = (page["cover"] as? [[String: Any]])?.last?["covered_until"] as? String
        #expect(until?.hasPrefix("2009-11-03T16:00:00") == true, "\(until ?? "")")
    }

    // MARK: On the road, and what is refused

    private let opening = """
        delivery open "heroin 38.4 kg" --initiator TJK --conveyance "truck 01 А 123 ВС"
        delivery leg CD 1 --state uzb --entry Oybek --exit Yallama --from 2026-10-17T00:00+05:00 --until 2026-10-17T09:00+05:00 --notice 1h
        delivery leg CD 2 --state KAZ --entry Konysbayev --exit Merke --from 2026-10-17T09:00+05:00 --until 2026-10-17T20:00+05:00
        delivery consent CD --state UZB --by "a prosecutor" --number 88/26 --from 2026-10-16T22:00+05:00 --until 2026-10-17T04:30+01:00

        """

    private func told(_ lines: String) -> String {
        (opening + lines).replacing(" CD ", with: " \(name) ")
    }

    @Test func thePageSaysCoverHolderAndWeights() throws {
        let outcome = batch(
            told(
                """
                delivery request CD "passage" --state KAZ --channel mail --number 7
                delivery accept CD --by "UZB Customs" --place Oybek --seal "TJ 004417" --gross "31,440 kg" --at 2026-10-16T23:00+05:00
                delivery exception CD stopped "stands at the post" --from "UZB desk"
                delivery agree CD stopped --decides UZB --step "call the lead"
                delivery exhibit CD UZB-1 heroin --state UZB --amount "38.4 kg" --seal "UZ 1"
                delivery weigh CD UZB-1 roadside-gross "38.4 kg" --by "a scale"
                """))
        #expect(outcome.status == 0, "\(outcome.errors)")
        #expect(outcome.errors.contains("the Cyrillic letters А, В, С look like Latin ones"), "\(outcome.errors)")
        #expect(outcome.errors.contains("31.44 kg"), "the other reading is told: \(outcome.errors)")
        let page = Program.run(["delivery", "show", name, "--zone", "Asia/Almaty", "--log", log])
        for line in [
            "from 17 Oct 08:30 +05, ask UZB by 17 Oct 07:30 +05", "cover: asked, no answer",
            "held by UZB Customs since 16 Oct 23:00 +05, Oybek, seal TJ 004417",
            "nobody held it for 0min in all, agreed 30min at a border", "request 7 to KAZ, sent", "not confirmed, due",
            "STANDS since", "UZB decides, 0 of 1 steps done",
            "exhibit UZB-1: heroin, 38.4 kg, held by UZB, seal UZ 1", "gross at the roadside: 38.4 kg, a scale",
            "net in the laboratory: --",
        ] { #expect(page.output.contains(line), "\(line)\n\(page.output)\(page.errors)") }
    }

    @Test func whatIsWrongIsOneSentence() throws {
        #expect(batch(told("")).status == 0)
        let now = ISO8601DateFormatter().string(from: Date(timeIntervalSinceNow: 7_200))
        let cases: [(String, Int32, String)] = [
            (
                "consent CD --state KAZ --by x --from 2026-10-17T20:00+05:00 --until 2026-10-17T09:00+05:00", 3,
                "before it begins"
            ),
            (
                "leg CD 3 --state KGZ --entry Yallama --exit Bishkek --from 2026-10-17T20:00+05:00 --until 2026-10-17T21:00+05:00",
                2, "--entry: Yallama joins KAZ and UZB, not KGZ"
            ),
            (
                "consent CD --state TJK --by x --exit Korday --from 2026-10-17T20:00+05:00 --until 2026-10-17T21:00+05:00",
                2, "--exit: Korday joins KGZ and KAZ, not TJK"
            ),
            ("accept CD --by KAZ --place here --gross \"31 litres\"", 2, "is no unit of weight"),
            ("accept CD --by KAZ --place here --gross heavy", 2, "--gross: “heavy” is no weight"),
            ("weigh CD UZB-1 pure \"3 kg\" --by x", 3, "has no exhibit UZB-1"),
            ("checkin CD heard --at \(now)", 2, "has not come yet"),
            ("leg CD 3 --state KGZ --entry Ak-Zhol --exit Bishkek --from 0900 --until 0800", 2, "type its day as well"),
            ("accept CD --by KAZ --place here --gross 31460", 2, "“31460” has no unit"),
            ("start CD --by CARICC", 3, "The Centre decides nothing"),
            ("announce CD --state RUS", 3, "RUS is not on the road"),
            ("checkin CD heard --leg 7", 3, "has no leg 7"),
            ("exception-end CD over", 2, "has nothing of that kind open"),
            ("checklist CD plan --step \"T-many: call\"", 2, "Step 1: "),
            ("announce CD", 3, "is not covered in UZB"),
            ("close CD done", 3, "has not ended"),
            ("request CD text --state Kazakhstan --channel mail", 2, "three letters"),
        ]
        let size = try shown().kinds.count
        for (words, status, sentence) in cases {
            let outcome = batch("delivery " + words.replacing(" CD", with: " \(name)"))
            #expect(outcome.status == status, "\(words): \(outcome.errors)")
            #expect(outcome.errors.contains(sentence), "\(words): \(outcome.errors)")
        }
        #expect(try shown().kinds.count == size, "nothing of it was written")
        let taken = "delivery accept \(name) --by KAZ --place Yallama"
        #expect(batch(taken).status == 0)
        let again = batch(taken)
        #expect(again.status == 3 && again.errors.contains("KAZ has held the load"), "\(again.errors)")
    }

    /// Both read the same page; only the first one's word is taken without a new look.
    @Test func twoOfficersInOneSecond() throws {
        #expect(batch(told("")).status == 0)
        let last = try #require(try shown().page["last"] as? Int)
        func start(_ officer: String) -> Program.Outcome {
            Program.run([
                "delivery", "start", name, "--by", "TJK", "--expecting", "\(last)", "--officer", officer, "--log", log,
            ])
        }
        #expect(start("sagynbaeva").status == 0)
        let second = start("nazarov")
        #expect(second.status == 3 && !second.errors.isEmpty, "\(second.status) \(second.errors)")
        #expect(try shown().kinds.filter { $0 == "startDecided" }.count == 1)
    }
}
