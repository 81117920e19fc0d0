import Foundation
import GRDB
import Model

extension LogStore {
    /// How many open subjects a board holds before it keeps to the urgent windows of them.
    package static let completeBoardLimit = 400
    /// How many may be on a board that follows the log, before it is loaded anew: what came in a flood and nobody can read
    /// waits in the log, counted, behind what is more urgent.
    package static let crowdedBoardLimit = 1_200
    /// How many a board that is asked for as a whole holds at most.
    package static let wholeBoardLimit = 100_000
    /// How many entries of the directory a board holds. It is loaded whole beside the windows, because a look-up that finds
    /// nothing must mean that there is nothing; the first picture of a console alone does without.
    package static let directoryLimit = 2_000
    /// How many subjects of each area and bucket a windowed board holds.
    package static let boardWindow = 120
    /// The same for the first picture of a console, which asks for the rest at once.
    package static let firstWindow = 6
    /// The same for a board of the past.
    package static let reviewWindow = 60

    /// The board as the log stands now. Its cost does not grow with the log, nor with the number of open subjects.
    ///
    /// - Parameter window: how many subjects of each area and bucket, where there are too many for all.
    package func board(window: Int = LogStore.boardWindow) throws(LogFault) -> Board {
        try board(window: window, wholeTo: LogStore.completeBoardLimit)
    }

    /// The board with everything that is open, for a handover that omits nothing: its cost grows with what is open. Beyond
    /// `wholeBoardLimit` open subjects it is not complete either, and says so.
    package func wholeBoard() throws(LogFault) -> Board {
        try board(window: LogStore.wholeBoardLimit, wholeTo: LogStore.wholeBoardLimit)
    }

    /// The same as it was when the log had `size` entries.
    package func wholeBoard(at size: Int64) throws(LogFault) -> Board {
        try board(at: size, window: LogStore.wholeBoardLimit, wholeTo: LogStore.wholeBoardLimit)
    }

    private func board(window: Int, wholeTo limit: Int) throws(LogFault) -> Board {
        do {
            guard let position = index.position, position.size > 0 else { return try foldedBoard(to: size()) }
            let isComplete =
                try index.openCount() <= limit
                && index.directoryCount() <= LogIndex.limit(of: .directory, window)
            let names = try index.openSubjects(window: isComplete ? limit : window)
            let subjects = try withRelieved(subjects(names, before: position.size), before: position.size)
            var board = Board(
                isExercise: identity.isExercise, size: position.size, clock: clock, subjects: subjects,
                tally: try index.tally(),
                newest: try newestEntry(before: position.size), isComplete: isComplete)
            // An index that is behind, as a reader without write permission may find it, is caught up in memory.
            try catchUp(&board, to: size())
            return board
        } catch {
            throw LogStore.fault(from: error, path: folder.path)
        }
    }

    /// The board as it was when the log had `size` entries.
    package func board(at size: Int64) throws(LogFault) -> Board {
        try board(at: size, window: LogStore.reviewWindow, wholeTo: LogStore.completeBoardLimit)
    }

    private func board(at size: Int64, window: Int, wholeTo limit: Int) throws(LogFault) -> Board {
        do {
            let isSmall = try index.openCount() <= limit
            let window = isSmall ? limit : window
            let (names, isComplete) = try index.subjectsOpen(at: size, window: window)
            let subjects = try withRelieved(subjects(names, before: size), before: size)
            var tally = Tally()
            for subject in subjects where subject.summary.bucket != .closed {
                tally[subject.name.area, subject.summary.bucket] += 1
            }
            return Board(
                isExercise: identity.isExercise, size: size, clock: clock, subjects: subjects, tally: tally,
                newest: try newestEntry(before: size), isComplete: isComplete)
        } catch {
            throw LogStore.fault(from: error, path: folder.path)
        }
    }

    /// With the watch that the newest one relieved: what was handed over stays at hand for as long as the next one lasts.
    private func withRelieved(_ subjects: [Subject], before size: Int64) throws -> [Subject] {
        let newest = subjects.compactMap { if case .shift(let shift) = $0 { shift } else { nil } }
            .max { $0.trail.first < $1.trail.first }
        guard let old = newest?.started.relieves, !subjects.contains(where: { $0.name == old }) else { return subjects }
        return try subjects + self.subjects([old], before: size)
    }

    /// What each of the named subjects adds up to, by its entries before `size`.
    private func subjects(_ names: [SubjectName], before size: Int64) throws -> [Subject] {
        try histories(names, before: size).compactMap(\.subject)
    }

    /// The histories of the named subjects before `size`, in the order of the names.
    package func histories(_ names: [SubjectName], before size: Int64) throws -> [SubjectHistory] {
        // An index that is behind is caught up subject by subject.
        guard try index.isWritable || index.position?.size ?? 0 >= min(size, self.size()) else {
            return try names.map { try history(of: $0, before: size) }
        }
        var histories: [SubjectHistory] = []
        histories.reserveCapacity(names.count)
        for start in stride(from: 0, to: names.count, by: 64) {
            let some = names[start..<min(start + 64, names.count)]
            let numbers = try index.entryNumbers(of: some, before: size)
            let rows = try reader.inDatabase { try LogStore.rows($0, numbers: numbers) }
            let entries = Dictionary(grouping: rows.compactMap { decode($0) }, by: \.subject)
            histories += some.compactMap { entries[$0].map { SubjectHistory($0) } }
        }
        return histories
    }

    /// The plain fold from the first entry; what every faster way must equal.
    package func foldedBoard(to size: Int64) throws -> Board {
        var board = Board(isExercise: identity.isExercise)
        var histories: [SubjectName: [Entry]] = [:]
        var next: Int64 = 0
        while next < size {
            let limit = Int(min(1_000, size - next))
            let page = try storedEntries(from: next, limit: limit).compactMap { decode($0) }
            for entry in page where entry.index >= board.size {
                // What is missing or damaged is counted and not folded.
                while board.size < entry.index { board.stepOverDamaged() }
                board.apply(entry) { histories[$0] ?? [] }
                histories[entry.subject, default: []].append(entry)
            }
            next = max(next + 1, page.isEmpty ? next + Int64(limit) : board.size)
        }
        while board.size < size { board.stepOverDamaged() }
        return board
    }

    /// New entries since `board`, applied to it. A large number of them loads the windows anew instead.
    ///
    /// Returns the new entries, newest last, at most `limit` of them.
    package func follow(_ board: inout Board, limit: Int = 500) throws(LogFault) -> [Entry] {
        do {
            let now = try size()
            guard now > board.size else {
                if now < board.size { obstacle = .short(by: board.size - now, head: board.size) }
                return []
            }
            guard now - board.size <= Int64(limit) else {
                let new = try entries(from: max(0, now - Int64(limit)), limit: limit)
                try loadAnew(&board, new)
                return new
            }
            let new = try catchUp(&board, to: now)
            if board.loadedCount > LogStore.crowdedBoardLimit { try loadAnew(&board, new) }
            return new
        } catch {
            throw LogStore.fault(from: error, path: folder.path)
        }
    }

    /// A whole board with what the log says since, all of it applied.
    func caughtUp(_ board: Board) throws -> Board {
        var board = board
        try catchUp(&board, to: size())
        return board
    }

    private func loadAnew(_ board: inout Board, _ new: [Entry]) throws {
        var fresh = try self.board()
        fresh.keepArrivals(of: board)
        fresh.noteArrivals(new)
        board = fresh
    }

    @discardableResult
    private func catchUp(_ board: inout Board, to size: Int64) throws -> [Entry] {
        guard board.size < size else { return [] }
        var previous = board.size > 0 ? try leaf(board.size - 1) : .zero
        var new: [Entry] = []
        for stored in try storedEntries(from: board.size, limit: Int(size - board.size)) {
            guard let entry = decode(stored), entry.previous == previous else {
                throw LogFault.damaged(index: stored.index)
            }
            previous = stored.leaf
            let seen = new
            try applyFollowing(entry, to: &board, seen: seen)
            new.append(entry)
        }
        clock = board.clock
        return new
    }

    private func applyFollowing(_ entry: Entry, to board: inout Board, seen: [Entry]) throws {
        var fault: (any Error)?
        board.apply(entry) { name in
            do {
                let indexed = try self.history(of: name, before: entry.index).entries
                let last = indexed.last?.index ?? -1
                return indexed + seen.filter { $0.subject == name && $0.index > last }
            } catch {
                fault = error
                return []
            }
        }
        if let fault { throw fault }
    }

    private func newestEntry(before size: Int64) throws -> Entry? {
        var next = size - 1
        while next >= 0, next >= size - 50 {
            if let entry = try entry(next), entry.subject.area.isNews { return entry }
            next -= 1
        }
        return nil
    }

    /// The clock of an exercise, from its own entries.
    func exerciseClock() throws -> BoardClock {
        guard let name = try index.openSubject(in: .exercises) ?? SubjectName("XEX-2026-001"),
            case .exercise(let exercise) = try history(of: name).subject
        else { return BoardClock() }
        return exercise.clock
    }
}
