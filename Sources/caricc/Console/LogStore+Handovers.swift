import EventLog
import Interface
import Model
import Wording

/// The watches that are over, from the index; the board has only the last one of them.
extension LogStore {
    /// Watches that ended in a period, the last one first.
    ///
    /// - Parameters:
    ///   - from: the first instant; nil for as far back as the log goes
    ///   - limit: how many at most
    func handovers(
        from: Instant? = nil, until: Instant = .distantFuture, limit: Int = .max, where isWanted: (HandoverPast) -> Bool
    ) throws -> [HandoverPast] {
        var found: [HandoverPast] = []
        for name in try watches() where found.count < limit {
            guard let past = try handover(of: name) else { continue }
            // There is one watch at a time: those before this one ended earlier still.
            if let from, past.endedAt < from { break }
            if past.endedAt <= until, isWanted(past) { found.append(past) }
        }
        return found
    }

    /// Whether all the words occur in what officers wrote, or in the lines as they were shown when the watch was offered.
    func fits(_ words: String, _ past: HandoverPast, in zone: Zone, _ catalogues: [Catalogue]) -> Bool {
        if past.matches(words) { return true }
        guard let offer = past.offer, let written = offer.written,
            let board = try? wholeBoard(at: written.size)
        else { return false }
        let told = HandoverDraft(written, board, for: board.shifts[past.name] ?? past.watch, at: offer.at)
        let lines = catalogues.flatMap { catalogue in
            (told.lines + told.leftOut).map {
                catalogue.text($0.item.message(catalogue.clockFace(in: zone), now: offer.at))
            }
        }
        return past.matches(words, also: lines)
    }

    /// - Throws: where there is no such watch, or it runs still
    func handover(of name: SubjectName) throws -> HandoverPast? {
        var past = HandoverPast(try history(of: name))
        if past?.way == .taken { past?.takenBecause = try relief(of: name)?.takenBecause }
        return past
    }

    /// What the handover did not say, by what the log knows now, and the board directly before the watch ended.
    func hindsight(of past: HandoverPast) throws -> (HandoverHindsight, ended: Board) {
        let offered = try past.offer.map { try wholeBoard(at: $0.entry) }
        let ended = try wholeBoard(at: past.end)
        let later = try HandoverHindsight.subjects(on: ended).map { try history(of: $0) }
        return (HandoverHindsight(past, offered: offered, ended: ended, later: later), ended)
    }

    /// How well the watch was kept and given on.
    func figures(of past: HandoverPast) throws -> HandoverFigures {
        var offers: [Int64: Board] = [:]
        for offer in past.watch.handover.offers where offer.written != nil {
            offers[offer.entry] = try wholeBoard(at: offer.entry)
        }
        let (hindsight, ended) = try hindsight(of: past)
        var entries: [Entry] = []
        var next = past.watch.trail.first
        while next <= past.end {
            let page = try self.entries(from: next, limit: Int(min(2_000, past.end + 1 - next)))
            guard let last = page.last else { break }
            // Returns are many, and no figure is about them.
            entries += page.filter { $0.subject.area != .seizures }
            next = last.index + 1
        }
        return HandoverFigures(
            past, hindsight, offers: offers, ended: ended, entries: entries, programs: [MessageJudge.actor])
    }

    /// Everything about one handover, its lines as they stood when it was offered.
    func pastPage(of past: HandoverPast) throws -> PastHandoverPage {
        let told = try past.offer.flatMap { offer in
            try offer.written.map { written in
                let board = try wholeBoard(at: written.size)
                return HandoverDraft(written, board, for: board.shifts[past.name] ?? past.watch, at: offer.at)
            }
        }
        let certificate = try relief(of: past.name).flatMap { try self.certificate(of: $0) }
        let code = certificate.map { Checkpoint(origin: $0.origin, size: $0.size, root: $0.root).phrase }
        return PastHandoverPage(
            past: past, told: told, hindsight: try hindsight(of: past).0, certificate: certificate,
            phrase: code.flatMap { ControlPhrase(numbers: $0.numbers, digits: $0.digits) })
    }
}
