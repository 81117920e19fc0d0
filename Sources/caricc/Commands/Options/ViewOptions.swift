import ArgumentParser
import EventLog
import Exchange
import Interface
import Model

/// What commands take that show something of the board.
struct ViewOptions: ParsableArguments {
    @Flag(help: "Answer in JSON, one object on a line.")
    var json = false

    @Flag(help: "Visitors look on: names are pseudonyms and words are hidden.")
    var visitor = false

    @OptionGroup var log: LogOptions

    /// The open log, its board, and the board's present.
    func board(_ voice: Voice) throws -> (store: LogStore, board: Board, now: Instant) {
        let store = try opened(voice)
        return (store, try store.board(), store.clock.time(at: MachineMoment.now().wall))
    }

    private func opened(_ voice: Voice) throws -> LogStore {
        let store = try log.open(voice, indexed: true)
        if visitor { return try store.behindVeil(Veil.Words(voice.catalogue)) }
        let protected = try protected(store)
        return protected.isEmpty ? store : try store.behindVeil(Veil.Words(voice.catalogue), over: Set(protected.keys))
    }

    /// What is shown only to those who are known and written down: protected records of a log in which people have keys.
    private func protected(_ store: LogStore) throws -> [SubjectName: Handling] {
        try store.roll().isGoverned ? try store.handlings().filter(\.value.isProtected) : [:]
    }

    /// Everything about one subject: its page, then its records.
    func show(_ name: SubjectName, _ wanted: Area, _ voice: Voice, _ page: (Subject, Instant) throws -> Void) throws {
        try show(name, wanted, voice) { try page($1, $2) }
    }

    /// The same for a page that asks the log for more.
    func show(
        _ name: SubjectName, _ wanted: Area, _ voice: Voice, _ page: (LogStore, Subject, Instant) throws -> Void
    ) throws {
        let store = try opened(voice)
        if !visitor, let handling = try protected(store)[name] {
            throw CommandFault.protected(name, handling.current.code)
        }
        let history = try store.history(of: name)
        guard let subject = history.subject, name.area == wanted else {
            throw CommandFault.noSuchSubject(name, wanted: wanted)
        }
        try page(store, subject, store.clock.time(at: MachineMoment.now().wall))
        let printer = RecordPrinter(voice, json: json)
        for entry in history.entries { try printer.print(entry, isWithdrawn: history.withdrawn.contains(entry.index)) }
    }
}
