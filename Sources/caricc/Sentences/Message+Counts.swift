import Wording

extension Message {
    static func rows(_ count: some BinaryInteger) -> Message {
        let count = Int(clamping: count)
        return .plural(count, one: "%2 row", other: "%2 rows", .grouped(count))
    }

    static func records(_ count: some BinaryInteger) -> Message {
        let count = Int(clamping: count)
        return .plural(count, one: "%2 record", other: "%2 records", .grouped(count))
    }
}
