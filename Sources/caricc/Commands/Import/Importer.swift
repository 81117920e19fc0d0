import EventLog
import Exchange
import Model

/// Puts the rows of one file into a log, page by page; what one row alone is to blame for costs only that row.
struct Importer {
    /// Where rows go.
    enum Destination {
        case log(LogStore)
        /// Nothing is written; the log, if there is one, is only asked what it has.
        case dryRun(LogStore?)
    }

    let destination: Destination
    let officer: String
    let raisesAlerts: Bool
    /// Called with every row that the log refused.
    let report: (Rejection) throws -> Void
    private(set) var tally = ImportTally()
    private var batch = ImportBatch()
    /// Our own alerts as rows of a return; made when the first new row is looked at.
    private var own: OwnRows?
    /// East of UTC, in seconds, of the clock that people read here.
    var offset = 0
    /// Called with what somebody should look at in a row that is new.
    var look: (ImportItem, IntakeRemark) throws -> Void = { _, _ in }
    /// What names of drugs stand for; a return has few names and many rows.
    private var substances: [String: Substance?] = [:]

    /// A row that was sound in itself and that the log did not take.
    struct Rejection {
        let item: ImportItem
        /// Nil when it belongs to a line that was itself left out.
        let fault: LogFault?
    }

    init(
        destination: Destination, officer: String, raisesAlerts: Bool, report: @escaping (Rejection) throws -> Void
    ) {
        self.destination = destination
        self.officer = officer
        self.raisesAlerts = raisesAlerts
        self.report = report
    }

    /// Takes the sound rows of a page; its faults are the caller's to tell.
    mutating func take(_ page: ImportPage) throws {
        var items: [ImportItem] = []
        items.reserveCapacity(raisesAlerts ? page.outcomes.count * 2 : page.outcomes.count)
        for outcome in page.outcomes {
            switch outcome {
            case .fault: tally.bad += 1
            case .item(let item):
                if try isOurs(item) {
                    tally.known += 1
                    continue
                }
                items.append(item)
                if raisesAlerts, let alert = SeizureTable.raised(from: item, digest: { Hashing.plain($0) }) {
                    items.append(alert)
                }
            }
        }
        switch destination {
        case .log(let store): try append(items[...], to: store)
        case .dryRun(let store):
            for item in items { try count(item, wasThere: try store?.find(item.id) != nil) }
        }
    }

    /// Whether this log has it under another id: a record of ours that left and came back.
    private mutating func isOurs(_ item: ImportItem) throws -> Bool {
        let store: LogStore? =
            switch destination {
            case .log(let store): store
            case .dryRun(let store): store
            }
        guard let store else { return false }
        if let record = item.record {
            let own = try store.history(of: record.name).subject.flatMap { OutgoingRecord($0) }
            return own.map { record.repeats($0) } ?? false
        }
        guard case .seizure(.reported) = item.event, try store.find(item.id) == nil else { return false }
        if own == nil {
            var rows = OwnRows()
            for name in try store.subjects(raisedSince: .distantPast) {
                guard let record = try store.history(of: name).subject.flatMap({ OutgoingRecord($0) }) else { continue }
                rows.add(record, offsets: [0, offset], digest: { Hashing.plain($0) })
            }
            own = rows
        }
        return own?.contains(item) ?? false
    }

    private mutating func append(_ items: ArraySlice<ImportItem>, to store: LogStore) throws {
        // The next piece last; a piece of which one row is to blame is divided until that row stands alone.
        var waiting = [items]
        while let piece = waiting.popLast() {
            let taken = try collect(piece)
            guard !taken.isEmpty else { continue }
            let saved: [Saved]
            do {
                saved = try store.append(batch.proposals, moment: .now())
            } catch {
                batch.dropped()
                guard let place = Importer.place(of: error, among: taken.count) else { throw error }
                if taken.count == 1 {
                    try reject(taken[0], error)
                } else {
                    let pieces = [taken[..<place], taken[place...place], taken[(place + 1)...]]
                    waiting += pieces.reversed().filter { !$0.isEmpty }
                }
                continue
            }
            batch.committed(as: saved.map(\.subject))
            for (item, saved) in zip(taken, saved) { try count(item, wasThere: saved.wasThere) }
        }
    }

    /// Makes a batch of those whose subject is there, and rejects the others.
    private mutating func collect(_ items: ArraySlice<ImportItem>) throws -> [ImportItem] {
        var taken: [ImportItem] = []
        taken.reserveCapacity(items.count)
        for item in items {
            if batch.add(item, actor: officer) {
                taken.append(item)
            } else {
                try reject(item, nil)
            }
        }
        return taken
    }

    /// Where to divide a batch of which one row is to blame; nil when none is.
    private static func place(of fault: LogFault, among count: Int) -> Int? {
        switch fault {
        case .refused(_, let position): min(max(position, 0), count - 1)
        case .body, .moved, .payloadMismatch: count / 2
        default: nil
        }
    }

    private mutating func reject(_ item: ImportItem, _ fault: LogFault?) throws {
        tally.bad += 1
        try report(Rejection(item: item, fault: fault))
    }

    private mutating func lookAt(_ row: SeizureReported, _ item: ImportItem) throws {
        let drug = row.drug.trimmingBlanks
        let substance = substances[drug] ?? SubstanceFinder.find(drug).substance
        substances[drug] = substance
        let remarks = IntakeRemark.remarks(
            on: row, at: item.at, item.precision, substance: substance, learnt: MachineMoment.now().wall)
        guard !remarks.isEmpty else { return }
        tally.odd += 1
        for remark in remarks { try look(item, remark) }
    }

    private mutating func count(_ item: ImportItem, wasThere: Bool) throws {
        if !wasThere, case .seizure(.reported(let row)) = item.event { try lookAt(row, item) }
        switch item.event {
        case .alert(.raised) where raisesAlerts && item.precision == .day: tally.raised += wasThere ? 0 : 1
        case .seizure(.reported(let row)) where !wasThere && row.duplicateOf != nil:
            tally.new += 1
            tally.repeated += 1
        default:
            if wasThere { tally.known += 1 } else { tally.new += 1 }
        }
    }
}
