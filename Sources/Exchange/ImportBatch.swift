import Model

/// Collects items into the proposals of one append, and remembers over several appends which line founded what.
package struct ImportBatch: Equatable, Sendable {
    package private(set) var proposals: [Proposal] = []
    private var lines: [Int] = []
    private var places: [Int: Int] = [:]
    private var names: [Int: SubjectName] = [:]

    package init() {}

    package var isEmpty: Bool { proposals.isEmpty }

    /// Adds an item; false when the line that was to found its subject is not in the log.
    ///
    /// - Parameter actor: who imports, for items that name nobody.
    package mutating func add(_ item: ImportItem, actor: String) -> Bool {
        guard let target = target(of: item) else { return false }
        if case .new = item.target { places[item.line] = proposals.count }
        proposals.append(
            Proposal(
                target, item.event, id: item.id, at: item.at, precision: item.precision, actor: item.actor ?? actor))
        lines.append(item.line)
        return true
    }

    /// The append succeeded: one subject for each proposal, in order.
    package mutating func committed(as subjects: [SubjectName]) {
        precondition(subjects.count == proposals.count, "one subject for each proposal")
        for (line, place) in places { names[line] = subjects[place] }
        dropped()
    }

    /// The append was refused; what its lines would have founded is not there.
    package mutating func dropped() {
        proposals = []
        lines = []
        places = [:]
    }

    private func target(of item: ImportItem) -> Proposal.Target? {
        switch item.target {
        case .new(let area): .new(area)
        case .existing(let name): .existing(name)
        case .sameAs(let line): places[line].map { .sameAs($0) } ?? names[line].map { .existing($0) }
        }
    }
}
