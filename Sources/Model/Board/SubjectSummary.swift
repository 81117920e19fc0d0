/// What the index keeps of one subject: enough to choose and order it without folding it.
package struct SubjectSummary: Equatable, Sendable {
    /// Where a subject stands by its events alone; time can only move it towards `attention`.
    package enum Bucket: Int, Sendable {
        case closed = 0
        case attention = 1
        case open = 2
        case parked = 3
        /// Over, but something about it still waits for a second person.
        case unsettled = 4

        package static let onBoard: [Bucket] = [.attention, .open, .parked, .unsettled]
    }

    package let name: SubjectName
    package let bucket: Bucket
    /// Orders open subjects of one area: the smaller, the more urgent.
    package let rank: Int64
    /// When it changes by itself, if it does.
    package let nextChange: Instant?
    package let first: Int64
    package let last: Int64
    package let closing: Int64?

    init(_ trail: Trail, bucket: Bucket, rank: Int64, nextChange: Instant?) {
        name = trail.name
        let bucket = bucket == .closed && !trail.fourEyes.isSettled ? .unsettled : bucket
        self.bucket = bucket
        self.rank = rank
        self.nextChange = [nextChange, trail.fourEyes.nextChange].compactMap { $0 }.min()
        first = trail.first
        last = trail.last
        closing = bucket == .closed ? trail.closing ?? trail.last : nil
    }

    /// Of a subject that its first entry also closes, such as a seizure record; reads no body.
    package init(closedBy entry: Entry) {
        let trail = Trail(entry)
        self.init(trail, bucket: .closed, rank: trail.first, nextChange: nil)
    }

    /// Priority first, then the older; milliseconds fit into the 45 bits below the priority until the year 3084.
    static func rank(priority: Int, since: Instant) -> Int64 {
        Int64(priority) << 45 | (since.milliseconds & ((1 << 45) - 1))
    }
}
