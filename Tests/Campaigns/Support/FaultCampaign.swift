import ArgumentParser
import EventLog
import Foundation
import Glibc
import TestSupport

struct CampaignOptions: ParsableArguments {
    @Option(help: "How many faults to make; a small number by default.")
    var rounds: Int?

    @Option(help: "Makes the same faults again; by chance by default.")
    var seed: UInt64?
}

/// A promise of the log that did not hold.
struct Violation: Error, CustomStringConvertible {
    let description: String

    init(_ description: String) { self.description = description }
}

/// This machine cannot make this fault.
struct Skipped: Error { let reason: String }

/// One run of a campaign: its seed, how far it is, and what it says.
final class CampaignRun {
    let name: String
    let seed: UInt64
    /// How many rounds there are to be; fewer when there is no more to try.
    var rounds: Int
    var round = 0
    var generator: SeededGenerator
    /// False for a control, whose clean run says nothing about the log.
    var isProof = true

    init(name: String, seed: UInt64, rounds: Int) {
        self.name = name
        self.seed = seed
        self.rounds = rounds
        generator = SeededGenerator(seed: seed)
    }

    /// Writes a line at once, so that it is there when the program dies.
    func say(_ text: String) { CampaignRun.write("\(name): \(text)\n") }

    static func write(_ text: String) {
        let bytes = Array(text.utf8)
        var offset = 0
        while offset < bytes.count {
            let put = bytes.withUnsafeBytes { Glibc.write(1, $0.baseAddress! + offset, bytes.count - offset) }
            guard put > 0 else { return }
            offset += put
        }
    }
}

/// A command that makes faults and checks the log after each.
protocol FaultCampaign: ParsableCommand {
    static var title: String { get }
    /// Small enough for every submission.
    static var defaultRounds: Int { get }
    var options: CampaignOptions { get }
    /// Throws a `Violation`, or the log's own fault where there may be none.
    func play(_ run: CampaignRun) throws
}

extension FaultCampaign {
    mutating func run() throws {
        let run = CampaignRun(
            name: Self.title, seed: options.seed ?? UInt64.random(in: 0...999_999),
            rounds: max(1, options.rounds ?? Self.defaultRounds))
        run.say("seed \(run.seed), \(run.rounds) rounds")
        do {
            try play(run)
        } catch let skipped as Skipped {
            run.say("skipped: \(skipped.reason)")
            return
        } catch let exit as ExitCode {
            throw exit
        } catch {
            run.say("VIOLATION, seed \(run.seed), round \(run.round): \(error)")
            throw ExitCode(1)
        }
        guard run.isProof else { return }
        let bound = String(format: "%.2f", 300 / Double(run.rounds))
        run.say(
            "no violation in \(run.rounds) rounds: with 95 % confidence fewer than \(bound) % of such faults do harm")
    }
}
