import ArgumentParser
import Exchange
import Glibc
import Model
import TestSupport

/// Damages messages and reads them with gate and readers in this process: each is taken or refused, none takes long, and what crosses
/// to another process is what was read.
struct IntakeFuzz: FaultCampaign {
    static let title = "intake-fuzz"
    static let defaultRounds = 100_000
    static let configuration = CommandConfiguration(
        commandName: "intake-fuzz",
        abstract: "Damages messages and reads them: every one is taken or refused, and soon.")

    @OptionGroup var options: CampaignOptions

    @Option(help: "A folder of messages to damage; without it, a few of our own.")
    var seeds: String?

    /// One message may take this long here, though the product gives up after two seconds.
    private static let limitMilliseconds = 1_000.0

    func play(_ run: CampaignRun) throws {
        let seeds = try self.seeds.map(IntakeFuzz.files) ?? IntakeFuzz.own
        var mutation = MessageMutation(seed: run.seed)
        let reader = MessageReader { bytes in
            var state: UInt64 = 0xCBF2_9CE4_8422_2325
            for byte in bytes { state = (state ^ UInt64(byte)) &* 0x100_0000_01B3 }
            return Digest((0..<32).map { UInt8(truncatingIfNeeded: state >> (8 * ($0 % 8))) }) ?? .zero
        }
        var taken = 0
        var longest = 0.0
        var reasons: Set<String> = []
        for round in 1...run.rounds {
            run.round = round
            let bytes = mutation.mutated(seeds[round % seeds.count], among: seeds)
            let watch = Stopwatch()
            let answer = reader.read(bytes)
            longest = max(longest, watch.milliseconds)
            guard watch.milliseconds < IntakeFuzz.limitMilliseconds else {
                throw Violation("a message of \(bytes.count) bytes took \(Int(watch.milliseconds)) ms")
            }
            guard MessageAnswer(returned: answer) == answer else { throw Violation("an answer changed on its way") }
            if case .refused(let refusal) = answer { reasons.insert(refusal.reason.rawValue) } else { taken += 1 }
        }
        run.say(
            "\(run.rounds) damaged messages from \(seeds.count): \(taken) taken, the others refused for \(reasons.count) reasons"
        )
        run.say("longest \(Int(longest.rounded(.up))) ms; peak memory \(IntakeFuzz.peakMebibytes) MiB; no trap")
    }

    private static var peakMebibytes: Int {
        var usage = rusage()
        getrusage(__rusage_who_t(0), &usage)
        return usage.ru_maxrss >> 10
    }

    private static func files(in folder: String) throws -> [[UInt8]] {
        let handle = try FolderHandle.open(folder)
        let found = try handle.names(limit: 10_000).oldest.filter { $0.fault == nil }.map(\.name).sorted()
        return try found.map { try handle.read($0, limitBytes: 1 << 20, owners: .anyone).bytes }
    }

    private static var own: [[UInt8]] {
        get throws {
            var message = IncomingMessage(
                form: .cap, sender: "kgz@example.org", number: "14/2026",
                sent: MessageTime(Instant(milliseconds: 1_792_198_800_000), offsetSeconds: 21_600))
            message.kind = "warning"
            message.headline = "A lorry with heroin is expected: ждут машину с героином"
            message.text = "One\n.Two\nEND\n> three"
            message.items = ["heroin, 5.065 kg"]
            message.identifiers = [.init(kind: "plate", text: "01 KG 123 ABC")]
            message.shapes = [.init(kind: .circle, points: ["42.1,74.5"], radius: "3")]
            message.references = [.init(sender: "uzb", number: "7", sent: message.sent), .init(number: "9")]
            let texts = MessageLabel.Language.allCases.map { LabelledText.write(LabelledMessage(message, $0), $0) }
            let line = "{\"kind\":\"alertNoted\",\"subject\":\"AL-2026-0001\",\"body\":{\"text\":\"x\"},\"at\":1}\n"
            return [try CAPWriter.bytes(of: CAPMessage(message))] + texts.map { Array($0.utf8) } + [Array(line.utf8)]
        }
    }
}
