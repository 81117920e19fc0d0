import Model

/// What the reader of a spool last wrote about it: how much waits, of whom, and since when.
package struct SpoolStatus: Equatable, Sendable {
    package struct Partner: Equatable, Sendable {
        package var name: String
        /// Files in `new`.
        package var backlog: Int
        package var bytes: Int64
        /// When the oldest of them was written.
        package var oldest: Instant?
        /// More waits than the partner may send in this minute or on this day.
        package var isOverQuota: Bool
        /// Taken on this day (UTC).
        package var today: Int
        package var heldToday: Int
        /// Files that are in the log and could not be moved away.
        package var stuck: Int

        package init(
            name: String, backlog: Int, bytes: Int64 = 0, oldest: Instant? = nil, isOverQuota: Bool = false,
            today: Int = 0, heldToday: Int = 0, stuck: Int = 0
        ) {
            self.name = name
            self.backlog = backlog
            self.bytes = bytes
            self.oldest = oldest
            self.isOverQuota = isOverQuota
            self.today = today
            self.heldToday = heldToday
            self.stuck = stuck
        }
    }

    /// By the machine's clock.
    package var at: Instant
    /// The number of the process.
    package var process: Int32
    /// Whether it goes on; false once it has ended in order.
    package var isRunning: Bool
    package var partners: [Partner]
    /// Why nothing is taken in just now, in the words of the program's log; nil when all is well.
    package var trouble: String?

    package init(at: Instant, process: Int32, isRunning: Bool, partners: [Partner], trouble: String? = nil) {
        self.at = at
        self.process = process
        self.isRunning = isRunning
        self.partners = partners
        self.trouble = trouble
    }

    package var backlog: Int { partners.reduce(0) { $0 + $1.backlog } }

    /// A runner writes at least so often; what is older says nothing about now.
    package static let staleAfter = Span.seconds(90)

    package func isStale(at now: Instant) -> Bool { isRunning && now - at > SpoolStatus.staleAfter }

    /// Larger than any; in bytes.
    package static let limitBytes = 1 << 20

    package var bytes: [UInt8] { CanonicalJSON.bytes(of: .object(json)) }

    package var json: JSONObject {
        var object = JSONObject()
        object["at"] = .integer(at.milliseconds)
        object["pid"] = .integer(Int64(process))
        object["running"] = .bool(isRunning)
        if let trouble { object["trouble"] = .string(trouble) }
        object["partners"] = .array(
            partners.map { partner in
                var object = JSONObject()
                object["name"] = .string(partner.name)
                object["backlog"] = .integer(Int64(partner.backlog))
                object["bytes"] = .integer(partner.bytes)
                if let oldest = partner.oldest { object["oldest"] = .integer(oldest.milliseconds) }
                object["over_quota"] = .bool(partner.isOverQuota)
                object["today"] = .integer(Int64(partner.today))
                object["held_today"] = .integer(Int64(partner.heldToday))
                object["stuck"] = .integer(Int64(partner.stuck))
                return .object(object)
            })
        return object
    }

    /// Nil where the bytes are no such status.
    package init?(bytes: [UInt8]) {
        guard bytes.count <= SpoolStatus.limitBytes, let object = (try? JSONReader.read(bytes))?.object,
            let at = object["at"]?.integer, let process = object["pid"]?.integer.flatMap({ Int32(exactly: $0) }),
            let isRunning = object["running"]?.bool, let list = object["partners"]?.array
        else { return nil }
        var partners: [Partner] = []
        for item in list {
            guard let partner = item.object.flatMap(SpoolStatus.partner) else { return nil }
            partners.append(partner)
        }
        self.init(
            at: Instant(milliseconds: at), process: process, isRunning: isRunning, partners: partners,
            trouble: object["trouble"]?.string)
    }

    private static func partner(_ object: JSONObject) -> Partner? {
        func number(_ key: String) -> Int? { object[key]?.integer.flatMap { Int(exactly: $0) } }
        guard let name = object["name"]?.string, let backlog = number("backlog"), let bytes = object["bytes"]?.integer,
            let isOverQuota = object["over_quota"]?.bool, let today = number("today"),
            let heldToday = number("held_today"), let stuck = number("stuck")
        else { return nil }
        return Partner(
            name: name, backlog: backlog, bytes: bytes,
            oldest: object["oldest"]?.integer.map { Instant(milliseconds: $0) }, isOverQuota: isOverQuota,
            today: today, heldToday: heldToday, stuck: stuck)
    }
}
