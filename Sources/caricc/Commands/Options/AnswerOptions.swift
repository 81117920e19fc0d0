import ArgumentParser
import EventLog
import Model

/// What commands take that only answer something about a log.
struct AnswerOptions: ParsableArguments {
    @Flag(help: "Answer in JSON, one object on a line.")
    var json = false

    @OptionGroup var log: LogOptions

    /// The open log, and the board's present.
    func open(_ voice: Voice) throws -> (store: LogStore, now: Instant) {
        let store = try log.open(voice, indexed: true)
        return (store, store.clock.time(at: MachineMoment.now().wall))
    }
}
