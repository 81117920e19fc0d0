import ArgumentParser
import EventLog
import Glibc
import Model
import TestSupport

/// Puts many files into a spool while another process appends to the same log, and says how fast both are.
struct SpoolFlood: FaultCampaign {
    static let title = "spool-flood"
    static let defaultRounds = 1
    static let configuration = CommandConfiguration(
        commandName: "spool-flood",
        abstract: "A backlog of many files, or many a second, while somebody else appends to the log.")

    @OptionGroup var options: CampaignOptions
    @Option(help: "How many files.")
    var files = 2_000
    @Option(help: "How many arrive in a second; 0 for all at once, before the reader starts.")
    var rate = 0

    func play(_ run: CampaignRun) throws {
        let scene = try SpoolScene(partners: ["UZB", "KAZ", "TJK", "KGZ"])
        if rate == 0 {
            for number in 0..<files { try send(number, scene) }
            run.say("\(files) files lie in new")
        }
        var waits = Spread()
        let watch = Stopwatch()
        let reader = try scene.start(rate == 0 ? ["--once"] : [])
        var ids = EventIDSource()
        let store = try LogStore(opening: scene.log)
        var sent = rate == 0 ? files : 0
        while true {
            if rate > 0 {
                let due = min(files, Int(watch.milliseconds * Double(rate) / 1_000))
                while sent < due {
                    try send(sent, scene)
                    sent += 1
                }
                if sent == files, waiting(scene) == 0 { break }
            } else if reader.wait(milliseconds: 0) != nil {
                break
            }
            let appending = Stopwatch()
            let alert = AlertRaised(priority: 3, message: .bulletin, headline: "an officer writes", source: "CARICC")
            let proposal = Proposal(
                .new(.alerts), .alert(.raised(alert)), id: ids.next(at: MachineMoment.now().wall), actor: "a.orazov")
            _ = try store.append([proposal], moment: .now())
            waits.add(appending.milliseconds)
            usleep(20_000)
            guard watch.milliseconds < 3_600_000 else { throw Violation("not done after an hour") }
        }
        let seconds = watch.milliseconds / 1_000
        if rate > 0 {
            Glibc.kill(reader.id, SIGTERM)
            guard reader.wait() == .exited(0) else {
                throw Violation("the reader did not end in order: \(scene.words)")
            }
        } else {
            guard reader.wait() == .exited(0) else { throw Violation("the reader failed: \(scene.words)") }
        }
        try scene.check()
        run.say(
            "\(files) messages in \(Int(seconds)) s: \(Int(Double(files) / seconds)) a second; each once, new is empty")
        run.say("appends of another process meanwhile: \(waits)")
    }

    private func waiting(_ scene: SpoolScene) -> Int {
        scene.partners.reduce(0) { $0 + PlainBytes.names("\(scene.spool)/\($1)/new").count }
    }

    private func send(_ number: Int, _ scene: SpoolScene) throws {
        let partner = scene.partners[number % scene.partners.count]
        try scene.send(Array(scene.message(number, "warning", partner).utf8), by: partner)
    }
}
