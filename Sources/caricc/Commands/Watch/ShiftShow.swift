import ArgumentParser
import Model
import Wording

struct ShiftShow: SpokenCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Show who has the watch, who is on call, what is in force, and the log of the watch.",
        discussion: "Example:\n\n  caricc shift show")

    @OptionGroup var options: ViewOptions
    var speech: SpeechOptions { options.log.speech }

    func perform(_ voice: Voice) throws -> ExitStatus {
        let (store, board, now) = try options.board(voice)
        if options.json {
            if let watch = board.watch { try voice.json(watch.json(at: board.dutyTime(now))) }
            for person in board.onCall(at: now) { try voice.json(person.json(contact: nil)) }
            for arrangement in board.arrangementsInForce(at: now) { try voice.json(arrangement.json(at: now)) }
            for order in board.ordersInForce(at: now) { try voice.json(order.json(on: board)) }
        } else {
            for line in board.watchPage(at: now, voice.face) { try voice.say(line) }
        }
        guard let watch = board.watch else { return .done }
        let history = try store.history(of: watch.name)
        let printer = RecordPrinter(voice, json: options.json)
        for entry in history.entries { try printer.print(entry, isWithdrawn: history.withdrawn.contains(entry.index)) }
        return .done
    }
}
