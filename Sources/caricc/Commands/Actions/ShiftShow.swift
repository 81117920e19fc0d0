import ArgumentParser
import Model
import Wording

struct ShiftShow: SpokenCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Show who has the watch, and its log.",
        discussion: "Example:\n\n  caricc shift show")

    @OptionGroup var options: ViewOptions
    var speech: SpeechOptions { options.log.speech }

    func perform(_ voice: Voice) throws -> ExitStatus {
        let (store, board, _) = try options.board(voice)
        guard let watch = board.watch else {
            if !options.json { try voice.say("Nobody has the watch") }
            return .done
        }
        if options.json {
            try voice.json(watch.json())
        } else {
            for line in watch.page(voice.face) { try voice.say(line) }
        }
        let history = try store.history(of: watch.name)
        let printer = RecordPrinter(voice, json: options.json)
        for entry in history.entries { try printer.print(entry, isWithdrawn: history.withdrawn.contains(entry.index)) }
        return .done
    }
}
