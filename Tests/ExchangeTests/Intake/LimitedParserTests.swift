import Foundation
import Model
import Testing

@testable import Exchange

private let alert = """
    <alert xmlns="urn:oasis:names:tc:emergency:cap:1.2">
      <identifier>1</identifier><sender>a@b</sender><sent>2026-10-17T04:06:00+05:00</sent>
      <status>Actual</status><msgType>Alert</msgType><scope>Public</scope>
    </alert>
    """

@Suite(.serialized, .enabled(if: ProbeProgram.isThere)) struct LimitedParserTests {
    private func parser(_ arguments: [String] = ["serve"], _ change: (inout LimitedParser.Limits) -> Void = { _ in })
        -> LimitedParser
    {
        var limits = LimitedParser.Limits()
        change(&limits)
        return LimitedParser(executable: ProbeProgram.path, arguments: arguments, limits: limits)
    }

    private func reason(_ answer: MessageAnswer) -> IntakeRefusal.Reason? {
        if case .refused(let refusal) = answer { refusal.reason } else { nil }
    }

    @Test func oneChildReadsManyMessagesAsThisProcessWould() throws {
        let parser = parser()
        let here = MessageReader(digest: testDigest)
        var random = RandomMessages(seed: 31)
        for n in 0..<200 {
            let message = random.message(form: n % 2 == 0 ? .cap : .labelledText)
            let bytes =
                n % 2 == 0
                ? try CAPWriter.bytes(of: CAPMessage(message))
                : Array(LabelledText.write(LabelledMessage(message, .ru), .ru).utf8)
            let answer = parser.read(bytes)
            #expect(answer == here.read(bytes))
            guard case .message = answer else {
                Issue.record("message \(n): \(answer)")
                break
            }
        }
        #expect(parser.startCount == 1)
        #expect(parser.confinement?.isSufficient == true)
        print("The child's system calls are filtered: \(parser.confinement?.isFiltered == true)")
    }

    @Test func tablesAndEventsComeBackAsItems() throws {
        let parser = parser()
        let row = SeizureColumn.allCases.map { $0 == .date ? "2015-03-01" : $0 == .amount ? "6.3" : "x" }
        let table = ([SeizureColumn.names] + [row, row]).map { $0.joined(separator: ",") }.joined(separator: "\n")
        guard case .items(let rows, format: .seizureTable) = parser.read(Array(table.utf8), source: "kgz") else {
            Issue.record("no rows")
            return
        }
        #expect(rows.count == 2)
        #expect(rows[0].id != rows[1].id)
        guard case .seizure(.reported(let report)) = rows[1].event else { throw CancellationError() }
        #expect(report.source == "kgz" && report.duplicateOf == rows[0].id)
        let line = "{\"kind\":\"alertNoted\",\"subject\":\"AL-2026-0001\",\"body\":{\"text\":\"x\"},\"at\":1}\n"
        let newKind = "{\"kind\":\"somethingNew\",\"v\":3,\"subject\":{\"same_as\":1},\"body\":{},\"at\":1}\n"
        let founding = "{\"kind\":\"somethingNew\",\"v\":2,\"subject\":{\"new\":\"AL\"},\"body\":{},\"at\":1}\n"
        for text in [line, founding + newKind] {
            guard case .items(let items, format: .eventLines) = parser.read(Array(text.utf8), source: "kgz") else {
                Issue.record("no items: \(parser.read(Array(text.utf8)))")
                continue
            }
            #expect(items.count == text.split(separator: "\n").count)
        }
        #expect(
            reason(parser.read(Array((table + "\n" + row.joined(separator: ",").replacing("6.3", with: "6,3")).utf8)))
                == .badTable)
        #expect(reason(parser.read(Array((line + "{").utf8))) == .malformed)
        let many = String(repeating: line, count: MessageAnswer.rowLimit + 1)
        #expect(reason(parser.read(Array(many.utf8))) == .tooManyRows)
        #expect(parser.startCount == 1)
    }

    @Test func whatItMayNotDoFails() throws {
        for what in [
            "open", "openat2", "write", "socket", "exec", "replace", "kill", "inherited", "executable", "rename",
            "memory",
            "limits",
        ] {
            let process = try ProbeProgram.start(["try", what])
            process.waitUntilExit()
            let wasKilled = process.terminationReason == .uncaughtSignal && process.terminationStatus == SIGSYS
            #expect(wasKilled || process.terminationStatus == 0, "\(what)")
        }
        let control = try ProbeProgram.start(["try", "nothing"])
        control.waitUntilExit()
        #expect(control.terminationStatus == 1)
    }

    @Test func aChildThatMisbehavesIsReplacedAndTheMessageRefused() {
        let cases: [(String, IntakeRefusal.Reason)] = [
            ("hang", .readerDidNotFinish), ("spin", .readerDidNotFinish), ("leave", .readerDied),
            ("long", .readerAnswer), ("garbage", .readerAnswer), ("halves", .readerDidNotFinish),
            ("twice", .readerAnswer),
            ("lies", .readerAnswer), ("unconfined", .readerNotStarted), ("silent", .readerNotStarted),
        ]
        for (part, reason) in cases {
            let parser = parser(["play", part]) {
                $0.milliseconds = 200
                $0.startMilliseconds = part == "silent" ? 200 : 5_000
            }
            #expect(self.reason(parser.read(Array(alert.utf8))) == reason, "\(part)")
            #expect(parser.processID == nil)
            #expect(self.reason(parser.read(Array(alert.utf8))) == reason, "\(part) again")
            #expect(parser.startCount == 2)
        }
        let dying = parser(["play", "die"])
        guard case .refused(let refusal) = dying.read(Array(alert.utf8)) else { return #expect(Bool(false)) }
        #expect(refusal.reason == .readerDied && refusal.limit == Int(SIGSEGV))
        #expect(reason(LimitedParser(executable: "/nonexistent").read(Array(alert.utf8))) == .readerNotStarted)
    }

    @Test func aKilledChildCostsOneMessageAtMost() throws {
        let parser = parser { $0.messagesPerChild = 50 }
        for n in 0..<120 {
            if n % 20 == 10, let id = parser.processID { kill(id, SIGKILL) }
            let answer = parser.read(Array(alert.utf8))
            if case .message = answer { continue }
            #expect(reason(answer) == .readerDied, "\(answer)")
            guard case .message = parser.read(Array(alert.utf8)) else { return #expect(Bool(false)) }
        }
        #expect(parser.startCount >= 3)
    }

    @Test func ofManyAtOnceEachGetsItsOwnAnswerAcrossChildren() throws {
        let parser = parser { $0.messagesPerChild = 16 }
        let here = MessageReader(digest: testDigest)
        var random = RandomMessages(seed: 32)
        // Together more than the socket takes at once.
        let long = String(repeating: "long ", count: 20_000)
        let messages = try (0..<40).map { n in
            n % 8 == 3 ? Array(long.utf8) : try CAPWriter.bytes(of: CAPMessage(random.message(form: .cap)))
        }
        let tickets = messages.map { parser.submit($0) }
        #expect(parser.waitingCount == 40 && parser.waitingBytes == messages.reduce(0) { $0 + $1.count })
        // Asked in another order, each has its own.
        for n in Array(20..<40) + Array(0..<20) {
            #expect(parser.answer(to: tickets[n]) == here.read(messages[n]), "\(n)")
        }
        #expect(parser.waitingCount == 0 && parser.waitingBytes == 0 && parser.startCount == 3)
        // What nobody asks for is not the answer to what comes next.
        for message in messages { _ = parser.submit(message) }
        parser.abandon()
        #expect(parser.read(messages[5]) == here.read(messages[5]))
    }

    @Test func aHostileMessageCostsItselfAloneAndNotThoseBehindIt() throws {
        let line = { (text: String) in
            Array(
                "{\"kind\":\"alertNoted\",\"subject\":\"AL-2026-0001\",\"body\":{\"text\":\"\(text)\"},\"at\":1}\n".utf8
            )
        }
        let parser = parser(["fragile"]) { $0.milliseconds = 300 }
        let here = MessageReader(digest: testDigest)
        let hostile = [4: "PLEASE DIE", 5: "PLEASE DIE", 11: "PLEASE HANG"]
        let messages = (0..<20).map { n in
            hostile[n].map(line) ?? Array(alert.replacing("<identifier>1<", with: "<identifier>n\(n)<").utf8)
        }
        let tickets = messages.map { parser.submit($0) }
        for (n, message) in messages.enumerated() {
            let answer = parser.answer(to: tickets[n])
            switch hostile[n] {
            case "PLEASE DIE": #expect(reason(answer) == .readerDied)
            case "PLEASE HANG": #expect(reason(answer) == .readerDidNotFinish)
            default: #expect(answer == here.read(message), "\(n): \(answer)")
            }
        }
        #expect(parser.startCount == 4)
    }

    @Test func aChildKilledWithManyMessagesLosesOneAtMost() throws {
        let parser = parser()
        var died = 0
        for round in 0..<5 {
            let tickets = (0..<24).map { _ in parser.submit(Array(alert.utf8)) }
            for (n, ticket) in tickets.enumerated() {
                if n == round * 5, let id = parser.processID { kill(id, SIGKILL) }
                let answer = parser.answer(to: ticket)
                if case .message = answer { continue }
                #expect(reason(answer) == .readerDied)
                died += 1
            }
        }
        #expect(died <= 5 && parser.waitingCount == 0)
    }

    /// What is here counts as in time, however long this process did something else.
    @Test func aChildIsNotLateWhereTheParentIs() throws {
        let slow = parser { $0.milliseconds = 500 }
        guard case .message = slow.read(Array(alert.utf8)) else { return #expect(Bool(false)) }
        let tickets = (0..<8).map { _ in slow.submit(Array(alert.utf8)) }
        usleep(600_000)
        for ticket in tickets {
            guard case .message = slow.answer(to: ticket) else { return #expect(Bool(false)) }
        }
        #expect(slow.startCount == 1)
    }

    @Test(.enabled(if: TestMaterial.hasHostileFiles, "\(TestMaterial.absence)"))
    func everyHostileFileIsTakenOrRefusedWithAReason() throws {
        let parser = parser()
        var counts: [String: Int] = [:]
        var peak = 0
        for folder in ["hostile/xml", "hostile/json", "hostile/csv", "cap"] {
            for (name, bytes) in try TestMaterial.files(in: folder) {
                let answer = parser.read(bytes)
                if case .refused(let refusal) = answer {
                    counts[refusal.reason.rawValue, default: 0] += 1
                    let isOfReader = [.readerDied, .readerDidNotFinish, .readerAnswer, .readerNotStarted].contains(
                        refusal.reason)
                    #expect(!isOfReader, "\(name): \(refusal.reason)")
                } else {
                    counts["taken", default: 0] += 1
                    #expect(folder == "cap", "\(name) was taken")
                }
                peak = max(peak, parser.processID.flatMap(residentPeak) ?? 0)
            }
        }
        print("Hostile files: \(counts.sorted { $0.key < $1.key }); child's peak \(peak >> 10) MiB")
        #expect(parser.startCount == 1)
        #expect(peak < 256 << 10)
    }

    /// In KiB.
    private func residentPeak(_ id: Int32) -> Int? {
        let status = try? String(contentsOfFile: "/proc/\(id)/status", encoding: .utf8)
        let line = status?.split(separator: "\n").first { $0.hasPrefix("VmHWM:") }
        return line?.split(separator: " ").compactMap { Int($0) }.first
    }
}
