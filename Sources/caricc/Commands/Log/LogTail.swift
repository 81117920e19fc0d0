import ArgumentParser
import EventLog
import Glibc
import Model
import Terminal
import Wording

struct LogTail: SpokenCommand {
    static let configuration = CommandConfiguration(
        commandName: "tail", abstract: "Print the last records, and follow what others write.",
        discussion: "Example:\n\n  caricc log tail --follow --json")

    @Flag(name: [.short, .long], help: "Go on with what any process appends, until Ctrl-C (default: end).")
    var follow = false

    @Option(name: [.customShort("n"), .long], help: ArgumentHelp("How many to begin with.", valueName: "count"))
    var last = 10

    @Flag(help: "JSON Lines.")
    var json = false

    @OptionGroup var log: LogOptions
    var speech: SpeechOptions { log.speech }

    func validate() throws {
        if last < 0 { throw ValidationError("--last cannot be less than 0.") }
    }

    func perform(_ voice: Voice) throws -> ExitStatus {
        let store = try log.open(voice)
        var printer = RecordPrinter(voice, json: json)
        // The bell is hung before the first look, so that nothing between look and wait is missed.
        let bell = LogBell(store.folder)
        let gate = try SignalGate.open()
        defer { gate.close() }
        var next = max(0, try store.size() - Int64(last))
        while true {
            next = try store.forEachStored(from: next) { stored in
                try printer.print(stored)
                return true
            }
            try voice.output.flush()
            guard follow else { return printer.status }
            let size = try store.size()
            guard size >= next else { throw LogFault.short(by: next - size, head: next) }
            guard try waits(bell, gate, voice) else { return printer.status }
        }
    }

    /// Sleeps until there may be news; false when it is time to end.
    private func waits(_ bell: LogBell, _ gate: SignalGate, _ voice: Voice) throws -> Bool {
        var requests = [
            pollfd(fd: gate.descriptor, events: Int16(POLLIN), revents: 0),
            // Asked for nothing: poll tells by itself when the reader has left.
            pollfd(fd: voice.output.descriptor, events: 0, revents: 0),
            pollfd(fd: bell.descriptor, events: Int16(POLLIN), revents: 0),
        ]
        _ = poll(&requests, nfds_t(requests.count), 1_000)
        for event in gate.pending() {
            switch event {
            case .interrupt, .terminate, .hangUp: return false
            case .suspend: gate.stopProcess()
            case .resized, .resumed: break
            }
        }
        if requests[1].revents & Int16(POLLERR | POLLHUP) != 0 { return false }
        bell.silence()
        return true
    }
}
