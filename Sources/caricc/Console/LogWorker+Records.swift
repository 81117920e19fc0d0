import Dispatch
import EventLog
import Interface
import Model

/// Reading the log for its screen: pages, searches, the bytes of a record and how people are reached.
extension LogWorker {
    func page(from: Int64, limit: Int) throws(LogFault) -> [Entry] {
        if !hasToldWithdrawn { try tellWithdrawn() }
        do {
            return try shown.entries(from: from, limit: min(limit, Int(max(0, knownSize - from))))
        } catch {
            throw store.fault(error)
        }
    }

    /// Searches back in pieces, so that hits appear as they are found and a later search ends this one.
    func search(_ filter: EntryFilter, before: Int64, generation: Int) throws(LogFault) {
        var end = min(before, knownSize)
        var hits = 0
        let started = DispatchTime.now()
        while end > 0, hits < 2_000, latestSearch.withLock({ $0 }) == generation {
            let from = max(0, end - 2_000)
            let found = try page(from: from, limit: Int(end - from)).filter { filter.matches($0) }
            hits += found.count
            end = from
            answer([.found(found.reversed(), searchedTo: from, generation: generation, isLast: from == 0)])
            // A search gives way to everything else that was asked meanwhile.
            if DispatchTime.now().uptimeNanoseconds - started.uptimeNanoseconds > 60_000_000 {
                let rest = end
                if rest > 0, hits < 2_000 {
                    queue.async { self.carryOut(.searchLog(filter, before: rest, generation: generation)) }
                }
                return
            }
        }
        if end == 0 { answer([.found([], searchedTo: 0, generation: generation, isLast: true)]) }
    }

    /// Looks for the nearest record that fits, in pieces that give way to everything else.
    func findRecord(
        _ filter: EntryFilter, from start: Int64, isForward: Bool, generation: Int
    ) throws(LogFault) {
        var next = start
        let started = DispatchTime.now()
        while (0..<knownSize).contains(next), latestSearch.withLock({ $0 }) == generation {
            let from = isForward ? next : max(0, next - 1_999)
            let entries = try page(from: from, limit: isForward ? 2_000 : Int(next - from + 1))
            let found = isForward ? entries.first { filter.matches($0) } : entries.last { filter.matches($0) }
            if let found {
                answer([.foundRecord(found.index, generation: generation)])
                return
            }
            next = isForward ? from + 2_000 : from - 1
            if DispatchTime.now().uptimeNanoseconds - started.uptimeNanoseconds > 60_000_000 {
                let rest = next
                queue.async {
                    self.carryOut(.findRecord(filter, from: rest, isForward: isForward, generation: generation))
                }
                return
            }
        }
        answer([.foundRecord(nil, generation: generation)])
    }

    func loadRaw(_ index: Int64) throws(LogFault) {
        // The bytes that were signed cannot be veiled.
        guard veiled == nil else { return }
        do {
            guard let stored = try store.storedEntry(index) else { throw LogFault.noSuchEntry(index) }
            let words = try store.messageWords(of: stored)
            answer([.raw(index, words: words, text: stored.text, isSound: stored.isSound)])
        } catch {
            throw store.fault(error)
        }
    }

    func loadContacts(_ hashes: [Digest]) throws(LogFault) {
        guard veiled == nil else { return }
        do {
            var texts: [Digest: String] = [:]
            for hash in hashes { texts[hash] = try store.contact(hash) ?? "" }
            answer([.contacts(texts)])
        } catch {
            throw store.fault(error)
        }
    }
}
