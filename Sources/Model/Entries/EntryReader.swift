/// Reads the line of an entry member by member, in the one order in which they stand.
///
/// Takes less than `Entry(line:)` takes, and makes the same of it; a board is folded from thousands of lines.
struct EntryReader {
    private var reader: JSONReader

    init(_ line: UnsafeBufferPointer<UInt8>) { reader = JSONReader(input: line, canonical: true) }

    /// Nil when the line is not as `Entry.line` writes it; `Entry(line:)` then says why.
    mutating func entry() -> Entry? {
        do throws(JSONFault) {
            return try members()
        } catch {
            return nil
        }
    }

    private mutating func members() throws(JSONFault) -> Entry? {
        guard reader.take("{\"actor\":") else { return nil }
        let actor = try reader.text()
        guard reader.take(",\"at\":") else { return nil }
        let at = try reader.integer()
        guard reader.take(",\"body\":") else { return nil }
        let body = try reader.object(depth: 1)
        guard reader.take(",\"boot\":") else { return nil }
        let boot = try reader.text()
        guard reader.take(",\"desk\":") else { return nil }
        let desk = try reader.text()
        guard reader.take(",\"id\":"), let id = EventID(try reader.text()), reader.take(",\"idx\":") else { return nil }
        let index = try reader.integer()
        guard reader.take(",\"kind\":") else { return nil }
        let kind = try reader.text()
        guard reader.take(",\"log\":") else { return nil }
        let origin = try reader.text()
        guard reader.take(",\"mono\":") else { return nil }
        let mono = try reader.integer()
        var precision = Precision.millisecond
        if reader.take(",\"precision\":\"day\"") {
            precision = .day
        } else if reader.take(",\"precision\":\"minute\"") {
            precision = .minute
        }
        guard reader.take(",\"prev\":"), let previous = Digest(hex: try reader.text()), reader.take(",\"rec\":") else {
            return nil
        }
        let recorded = try reader.integer()
        var role: OfficerRole?
        if reader.take(",\"role\":") {
            guard let found = OfficerRole(rawValue: try reader.text()) else { return nil }
            role = found
        }
        guard reader.take(",\"subject\":"), let subject = SubjectName(try reader.text()), reader.take(",\"v\":") else {
            return nil
        }
        let version = try reader.integer()
        guard reader.take("}"), reader.isAtEnd else { return nil }
        return Entry(
            origin: origin, index: index, previous: previous, id: id, desk: desk, subject: subject, kind: kind,
            version: version, at: Instant(milliseconds: at), precision: precision,
            recorded: Instant(milliseconds: recorded), boot: boot, mono: mono, actor: actor, role: role, body: body)
    }
}
