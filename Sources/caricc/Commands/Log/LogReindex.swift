import ArgumentParser
import EventLog
import Wording

struct LogReindex: SpokenCommand {
    static let configuration = CommandConfiguration(
        commandName: "reindex", abstract: "Make the index again from the records.",
        discussion: """
            The index holds nothing that the records do not say; it is made again by itself when it is not trusted. Example:

              caricc log reindex
            """)

    @OptionGroup var log: LogOptions
    var speech: SpeechOptions { log.speech }

    func perform(_ voice: Voice) throws -> ExitStatus {
        let store = try log.open(voice)
        let meter = ProgressMeter(voice, title: "Making the index")
        try store.rebuildIndex { progress in
            meter.rows = progress.done
            meter.show(done: progress.done, total: progress.total)
            return true
        }
        meter.finish()
        try voice.say("The index holds all \(.records(try store.size()))")
        return .done
    }
}
