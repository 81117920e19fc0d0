import ArgumentParser
import Glibc
import TestSupport

/// Kills the reader of the spool at any moment, also in the middle of any system call, and starts it again.
struct SpoolKill: FaultCampaign {
    static let title = "spool-kill"
    static let defaultRounds = 20
    static let configuration = CommandConfiguration(
        commandName: "spool-kill",
        abstract: "Kills the reader of a spool; every message must be in the log once, every file in done or held.")

    @OptionGroup var options: CampaignOptions
    @Option(help: "How many messages arrive in each round.")
    var messages = 6
    @Flag(help: "Kill at the n-th system call that changes a file, n growing (needs strace).")
    var calls = false
    @Option(help: "With which of these calls to begin; the first hundred start the program.")
    var first = 1

    func play(_ run: CampaignRun) throws {
        let scene = try SpoolScene(partners: ["UZB", "KAZ", "TJK"])
        calls ? try byCalls(scene, run) : try byChance(scene, run)
        let last = try scene.start(["--once"])
        guard last.wait() == .exited(0) else { throw Violation("the last run ended badly: \(scene.words)") }
        let count = try scene.check()
        run.say(
            "\(scene.fileCount) files, \(scene.sent.count) messages: \(count.raised) raised, \(count.filed) filed, \(count.held) held, \(count.waiting) still held; each once"
        )
        run.say("\(scene.doubled.count) came twice; done and held have all \(scene.fileCount) files, new has none")
    }

    /// At a moment that nobody chose, while messages come.
    private func byChance(_ scene: SpoolScene, _ run: CampaignRun) throws {
        var kills = 0
        for round in 1...run.rounds {
            run.round = round
            let child = try scene.start()
            usleep(UInt32.random(in: 0...300_000, using: &run.generator))
            try scene.sendSome(messages, &run.generator)
            usleep(UInt32.random(in: 0...120_000, using: &run.generator))
            guard child.wait(milliseconds: 0) == nil else {
                throw Violation("the reader ended by itself: \(scene.words)")
            }
            child.kill()
            child.wait()
            kills += 1
        }
        run.say("\(kills) kills while messages came")
    }

    private static let injected = "fsync,fdatasync,renameat2,renameat,pwrite64,write,unlinkat,ftruncate,openat"

    /// At the n-th call of those that change files or open them: each n once, until a run ends without meeting one.
    private func byCalls(_ scene: SpoolScene, _ run: CampaignRun) throws {
        guard access("/usr/bin/strace", X_OK) == 0 else { throw Skipped(reason: "strace is not installed") }
        var kills = 0
        var call = first
        for round in 1...run.rounds {
            run.round = round
            try scene.sendSome(messages, &run.generator)
            let child = try ChildProcess(
                [
                    "-qq", "-o", "/dev/null", "-e",
                    "inject=\(SpoolKill.injected):signal=KILL:when=\(call)",
                    SpoolScene.program, "spool", "run", "--once", "--spool", scene.spool, "--log", scene.log,
                ], executable: "/usr/bin/strace", output: scene.folder.path + "/words")
            let end = child.wait()
            if end == .exited(0) {
                run.say("a run had no \(call) such calls; begun again at call \(first)")
                call = first - 1
            } else {
                kills += 1
            }
            call += 1
        }
        guard kills > 0 else { throw Skipped(reason: "strace killed nothing here") }
        run.say("\(kills) kills, each at another system call")
    }
}
