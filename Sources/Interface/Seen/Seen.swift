import Model

/// Up to where one officer has seen each panel of one log. Kept in a file of theirs, never in the log.
package struct Seen: Equatable, Sendable {
    /// Up to which record everything was seen, and what was seen beyond it.
    package struct Mark: Equatable, Sendable {
        package var upTo: Int64
        package var beyond: Set<Int64> = []

        func has(_ index: Int64) -> Bool { index <= upTo || beyond.contains(index) }
    }

    package internal(set) var marks: [PanelID: Mark]
    /// When this officer last pressed a key: on the real clock, and on the board's.
    package internal(set) var lastKey: Instant?
    package internal(set) var lastKeyOnBoard: Instant?

    /// The panels that have a mark of their own; a subject's timeline is seen with the list that the subject stands in.
    static let panels: [PanelID] = [.deliveries, .alerts, .latest, .watchLog, .records]

    /// Of somebody who is here for the first time: what there is, they need not catch up with.
    package init(size: Int64) {
        marks = Dictionary(uniqueKeysWithValues: Seen.panels.map { ($0, Mark(upTo: size - 1)) })
    }

    /// The oldest record that some panel has not shown.
    package var oldest: Int64 { (marks.values.map(\.upTo).min() ?? -1) + 1 }

    func has(_ index: Int64, in panel: PanelID) -> Bool { marks[panel]?.has(index) ?? true }

    mutating func insert(_ index: Int64, in panel: PanelID) {
        guard marks[panel]?.has(index) == false else { return }
        marks[panel]?.beyond.insert(index)
    }

    /// Everything in the panel below this size was seen.
    mutating func raise(_ panel: PanelID, to size: Int64) {
        guard var mark = marks[panel], size - 1 >= mark.upTo else { return }
        mark.upTo = size - 1
        mark.beyond = mark.beyond.filter { $0 >= size }
        marks[panel] = mark
    }

    /// What either of two consoles of one officer has shown.
    package func merging(_ other: Seen) -> Seen {
        var merged = self
        for (panel, theirs) in other.marks {
            guard let mine = marks[panel] else { continue }
            merged.marks[panel]?.beyond = mine.beyond.union(theirs.beyond)
            merged.raise(panel, to: max(mine.upTo, theirs.upTo) + 1)
        }
        if let theirs = other.lastKey, lastKey.map({ $0 < theirs }) ?? true {
            (merged.lastKey, merged.lastKeyOnBoard) = (theirs, other.lastKeyOnBoard)
        }
        return merged
    }
}

// MARK: - As text

extension Seen {
    private static let heading = "caricc seen 1"

    /// A line for each panel: its name, up to which record, and those beyond it.
    package var text: String {
        let keys = [lastKey, lastKeyOnBoard].compactMap { $0.map { String($0.milliseconds) } }
        let lines = Seen.panels.compactMap { panel in
            marks[panel].map { mark in
                ([panel.rawValue, String(mark.upTo)] + mark.beyond.sorted().map(String.init)).joined(separator: " ")
            }
        }
        return ([Seen.heading, (["key"] + keys).joined(separator: " ")] + lines).joined(separator: "\n") + "\n"
    }

    /// Nil for a text that is not whole; a record that the log does not have is left out.
    package init?(_ text: String, size: Int64) {
        let lines = text.split(separator: "\n").map { $0.split(separator: " ").map(String.init) }
        guard lines.first?.joined(separator: " ") == Seen.heading else { return nil }
        self.init(size: size)
        for line in lines.dropFirst() {
            let numbers = line.dropFirst().map { Int64($0) }
            guard let word = line.first, !numbers.contains(nil) else { return nil }
            let known = numbers.compactMap { $0 }
            if word == "key" {
                guard known.count == 2 else { continue }
                (lastKey, lastKeyOnBoard) = (Instant(milliseconds: known[0]), Instant(milliseconds: known[1]))
            } else if let panel = PanelID(rawValue: word), marks[panel] != nil, let upTo = known.first {
                let upTo = min(max(-1, upTo), size - 1)
                marks[panel] = Mark(upTo: upTo, beyond: Set(known.dropFirst().filter { $0 > upTo && $0 < size }))
            }
        }
    }
}
