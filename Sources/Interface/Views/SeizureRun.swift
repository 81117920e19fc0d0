import Model
import Wording

/// Seizure records that came one after the other in one import.
struct SeizureRun: Equatable {
    var first: Entry
    let last: Entry
    /// There may be more of them before the first one that is known here.
    var isOpen = false

    /// By the running numbers of the records, because other entries may lie between them in the log.
    var count: Int {
        first.subject.year == last.subject.year
            ? last.subject.number - first.subject.number + 1 : Int(last.index - first.index) + 1
    }
}

extension AppState {
    /// The latest records, newest first; an import is one line, whatever its length.
    var latestItems: [PanelItem] {
        var items: [PanelItem] = []
        for entry in recent.reversed() where entry.subject.area != .exercises {
            if case .run(var run)? = items.last, entry.isOfOneImport(with: run.first) {
                run.first = entry
                items[items.count - 1] = .run(run)
            } else if case .entry(let last, _, _)? = items.last, entry.isOfOneImport(with: last) {
                items[items.count - 1] = .run(SeizureRun(first: entry, last: last))
            } else {
                items.append(.entry(entry, withSubject: true, isStruck: withdrawn.contains(entry.index)))
            }
        }
        if case .run(var run)? = items.last, run.first.index > 0, run.first.index == recent.first?.index {
            run.isOpen = true
            items[items.count - 1] = .run(run)
        }
        return items
    }

    func message(of run: SeizureRun) -> Message {
        let (first, last) = (Int(run.first.index), Int(run.last.index))
        return run.isOpen
            ? "many seizure records imported, to #\(last)"
            : "\(grouped: run.count) seizure records, #\(first)–#\(last)"
    }

    /// Keeps the newest entries; of a run of imported records only its two ends, so that what came before it stays in sight.
    static func folded(_ recent: [Entry], adding new: [Entry]) -> [Entry] {
        var kept = recent
        for entry in new {
            if kept.count >= 2, let last = kept.last, entry.isOfOneImport(with: last),
                last.isOfOneImport(with: kept[kept.count - 2])
            {
                kept[kept.count - 1] = entry
            } else {
                kept.append(entry)
            }
        }
        // What was loaded to catch up with stays until it was seen.
        return kept.suffix(max(80, min(recent.count, 400)))
    }
}

extension Entry {
    private var importSource: String? {
        if case .seizure(.reported(let report)) = event { report.source } else { nil }
    }

    fileprivate func isOfOneImport(with other: Entry) -> Bool {
        guard let source = importSource, source == other.importSource, actor == other.actor else { return false }
        return (recorded - other.recorded).milliseconds.magnitude < Span.hours(1).milliseconds.magnitude
    }
}
