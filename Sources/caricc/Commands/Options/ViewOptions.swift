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
        var board = try store.board()
        board.take(places: ShippedPlaces.whenAsked)
        return (store, board, store.clock.time(at: MachineMoment.now().wall))
    }

    /// The same with everything that is open on it, for lists that omit nothing.
    func wholeBoard(_ voice: Voice) throws -> (board: Board, now: Instant) {
        let store = try opened(voice)
        var board = try store.wholeBoard()
        board.take(places: ShippedPlaces.whenAsked)
        return (board, store.clock.time(at: MachineMoment.now().wall))
    }

    /// Says that a list is not all, to people and, beside their rows, to programs.
    func tellRest(shown: Int, of all: Int, _ voice: Voice) throws {
        guard all > shown else { return }
        if json {
            voice.warn("\(grouped: shown) of \(grouped: all)")
        } else {
            try voice.say("\(grouped: shown) of \(grouped: all); the others are less urgent")
        }
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

    /// Everything about one subject: its page, then its records in words; `log show` has them as they are.
    func show(
        _ name: SubjectName, _ wanted: Area, _ voice: Voice, _ page: (Subject, Instant, LogStore) throws -> Void
    ) throws {
        let store = try opened(voice)
        if !visitor, let handling = try protected(store)[name] {
            throw CommandFault.protected(name, handling.current.code)
        }
        let history = try store.history(of: name)
        guard let subject = history.subject, name.area == wanted else {
            throw CommandFault.noSuchSubject(name, wanted: wanted)
        }
        let now = store.clock.time(at: MachineMoment.now().wall)
        try page(subject, now, store)
        let printer = RecordPrinter(voice, json: json)
        for entry in history.entries {
            let isWithdrawn = history.withdrawn.contains(entry.index)
            if json {
                try printer.print(entry, isWithdrawn: isWithdrawn)
            } else {
                try printer.tell(entry, at: now, isWithdrawn: isWithdrawn)
            }
        }
    }
}
