import Foundation
import Testing

/// Runs each campaign in its small size, as a program of its own, and reads what it says it did.
@Suite(.serialized) struct CampaignTests {
    @Test func aKilledWriterLosesNothing() throws {
        let words = try Campaign.run("kill", rounds: 20)
        #expect(words.contains("20 kills"))
        #expect(words.contains("0 lost"))
    }

    @Test func ofEightWritersTheOthersGoOnWhenOneIsKilled() throws {
        let words = try Campaign.run("kill", rounds: 3, ["--writers", "8"])
        #expect(words.contains("24 kills"))
        #expect(words.contains("0 lost"))
    }

    @Test func aPowerCutLosesNothing() throws {
        let words = try Campaign.run("power-cut", rounds: 200)
        #expect(words.contains("lost in 0 of 200 states"))
    }

    /// The control: with less care for the disk the same simulator must find losses.
    @Test func aPowerCutWouldLoseEntriesWithoutFullDurability() throws {
        let words = try Campaign.run("power-cut", rounds: 200, ["--durability", "normal"])
        #expect(words.contains("loss not named: 0"))
        #expect(!words.contains("lost in 0 of"))
    }

    @Test func aFlippedBitIsNamedOrHarmless() throws {
        let words = try Campaign.run("flip", rounds: 40)
        #expect(words.contains("20 bits of a closed log"))
        #expect(words.contains("20 flips and cuts"))
        #expect(words.contains("short and called short"))
    }

    @Test func damagedMessagesAreReadOrRefused() throws {
        let words = try Campaign.run("intake-fuzz", rounds: 2_000)
        #expect(words.contains("2000 damaged messages"))
        #expect(words.contains("no trap"))
    }

    @Test func aSteppingClockDoesNotReorderWhatWasKnown() throws {
        let words = try Campaign.run("clock", rounds: 200)
        #expect(words.contains("401 ids, all different"))
    }

    @Test func eightWritersWaitForEachOther() throws {
        let words = try Campaign.run("contention", rounds: 50, ["--appends", "25"])
        #expect(words.contains("8 processes, 200 appends"))
        #expect(words.contains("50 alerts closed by two"))
    }

    @Test func twoWhoTakeTheWatchAtOnceAreNeverBothOnWatch() throws {
        let words = try Campaign.run("relief", rounds: 30)
        #expect(words.contains("30 watches taken by two at once: one each time"))
        #expect(words.contains("6 takers killed at work"))
        #expect(words.contains("one officer had the watch, and never two"))
    }

    @Test func anAcceptanceKilledAtWorkLeavesOneOfficerOnWatch() throws {
        let words = try Campaign.run("acceptance", rounds: 6, ["--first", "40"])
        #expect(words.contains("never two and never none") || words.contains("skipped: strace"))
    }

    @Test func anInputOutputErrorIsAnsweredTruly() throws {
        let words = try Campaign.run("io-error", rounds: 30)
        #expect(words.contains("after opening anew") || words.contains("skipped: strace"))
    }

    @Test func aKilledReaderOfTheSpoolTakesEachMessageOnce() throws {
        let words = try Campaign.run("spool-kill", rounds: 8)
        #expect(words.contains("8 kills while messages came"))
        #expect(words.contains("still held; each once"))
    }

    @Test func aReaderOfTheSpoolKilledInAnySystemCallTakesEachMessageOnce() throws {
        let words = try Campaign.run("spool-kill", rounds: 12, ["--calls", "--messages", "2", "--first", "110"])
        #expect(words.contains("each at another system call") || words.contains("skipped: strace"))
    }

    @Test func aBacklogIsTakenWhileOthersWrite() throws {
        let words = try Campaign.run("spool-flood", rounds: 1, ["--files", "300"])
        #expect(words.contains("300 messages in"))
        #expect(words.contains("each once, new is empty"))
    }

    @Test func aFullDiskIsSaidAndGotOver() throws {
        let words = try Campaign.run("memory-full", rounds: 10)
        #expect(words.contains("10 times without room"))
    }
}

/// The built program, which lies beside the tests.
enum Campaign {
    struct Missing: Error { let path: String }

    /// What it prints; expects that it finds no violation.
    static func run(_ name: String, rounds: Int, seed: Int = 7, _ more: [String] = []) throws -> String {
        let tests = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
        let program = tests.deletingLastPathComponent().appendingPathComponent("campaign")
        guard FileManager.default.isExecutableFile(atPath: program.path) else { throw Missing(path: program.path) }
        let process = Process()
        process.executableURL = program
        process.arguments = [name, "--rounds", "\(rounds)", "--seed", "\(seed)"] + more
        process.standardInput = FileHandle.nullDevice
        let pipe = Pipe()
        process.standardOutput = pipe
        try process.run()
        let words = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        #expect(process.terminationStatus == 0, "\(words)")
        #expect(words.contains("seed \(seed)"))
        return words
    }
}
