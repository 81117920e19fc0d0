/// A procedure as it was when the delivery took it over: its text does not change when the procedure does.
package struct ChecklistAdopted: EventBody {
    package static let kind = "checklistAdopted"
    package struct Item: Equatable, Sendable {
        package var text: String
        /// In minutes from the start, less than 0 before it; nil for no hour.
        package var dueMinutes: Int?

        package init(_ text: String, dueMinutes: Int? = nil) {
            self.text = text
            self.dueMinutes = dueMinutes
        }
    }

    package var procedure: String
    package var version: Int
    package var items: [Item]

    package init(procedure: String, version: Int, items: [Item]) {
        self.procedure = procedure
        self.version = version
        self.items = items
    }

    package init(reading body: BodyReader) throws(BodyFault) {
        procedure = try body.text("procedure")
        version = Int(try body.integer("version", in: 1...999))
        items = []
        for item in try body.objects("checks") {
            let due = try item.optionalInteger("due_min", in: -525_600...525_600)
            items.append(Item(try item.text("text"), dueMinutes: due.map { Int($0) }))
        }
    }

    package func write(to body: inout BodyWriter) {
        body.text("procedure", procedure)
        body.integer("version", Int64(version))
        body.objects(
            "checks",
            items.map { item in
                var members = BodyWriter()
                members.text("text", item.text)
                members.integer("due_min", item.dueMinutes.map { Int64($0) })
                return members.object
            })
    }
}

package struct ChecklistItemDone: EventBody {
    package static let kind = "checklistItemDone"
    package var procedure: String
    /// Counted from 1.
    package var step: Int
    package var note: String?

    package init(procedure: String, step: Int, note: String? = nil) {
        self.procedure = procedure
        self.step = step
        self.note = note
    }

    package init(reading body: BodyReader) throws(BodyFault) {
        procedure = try body.text("procedure")
        step = Int(try body.integer("step", in: 1...99))
        note = try body.optionalText("note")
    }

    package func write(to body: inout BodyWriter) {
        body.text("procedure", procedure)
        body.integer("step", Int64(step))
        body.text("note", note)
    }
}

/// The procedures that a delivery follows, with what of them is done.
package struct Checklist: Equatable, Sendable {
    package let adopted: ChecklistAdopted
    package let entry: Int64
    package private(set) var done: [Int: Exceptions.Done] = [:]

    /// - Parameter before: the version that this one takes the place of; a step that stands in both stays done.
    init(_ adopted: ChecklistAdopted, _ entry: Entry, after before: Checklist?) {
        self.adopted = adopted
        self.entry = entry.index
        guard let before else { return }
        for (place, item) in adopted.items.enumerated() {
            let old = before.adopted.items.firstIndex { CallLadder.isSame($0.text, item.text) }
            done[place + 1] = old.flatMap { before.done[$0 + 1] }
        }
    }

    mutating func tick(_ body: ChecklistItemDone, _ entry: Entry) {
        done[body.step] = Exceptions.Done(by: entry.actor, at: entry.at, note: body.note)
    }

    /// What is not done, with the instant at which it is due when the delivery starts at `start`.
    package func open(startingAt start: Instant?) -> [(step: Int, item: ChecklistAdopted.Item, due: Instant?)] {
        adopted.items.enumerated().compactMap { index, item in
            guard done[index + 1] == nil else { return nil }
            let due = start.flatMap { start in item.dueMinutes.map { start + .minutes(Int64($0)) } }
            return (index + 1, item, due)
        }
    }
}
