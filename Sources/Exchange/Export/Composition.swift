import Model

/// Records in the form in which they leave.
package struct Composition: Equatable, Sendable {
    package let bytes: [UInt8]
    /// How many rows or messages are written: of a return one for each drug that has a day, else one for each record.
    package var rows: Int
    /// What the form does not say as the records do.
    package var losses = SpreadsheetTable.Losses()
    package var remarks: [ReturnTable.Remark: Int] = [:]

    /// - Parameters:
    ///   - head: with the number of the first; further messages of the same text get the record's name behind it
    ///   - spreadsheet: the language of a table for people; nil for the table without loss
    package init(
        _ records: [OutgoingRecord], as format: ExportFormat, _ head: OutgoingHead,
        language: MessageLabel.Language = .en,
        spreadsheet: SpreadsheetLanguage? = nil
    ) throws(CAPWriter.Fault) {
        rows = records.count
        switch format {
        case .csv:
            if let spreadsheet {
                let table = SpreadsheetTable.write(records, spreadsheet, offsetSeconds: head.offsetSeconds)
                (bytes, losses) = (table.bytes, table.losses)
            } else {
                let table = RecordTable.write(records, offsetSeconds: head.offsetSeconds)
                bytes = table.bytes
                losses.nulls = table.nulls
            }
        case .jsonl: bytes = RecordLines.write(records, offsetSeconds: head.offsetSeconds)
        case .geojson: bytes = RecordMap.write(records, offsetSeconds: head.offsetSeconds)
        case .ids:
            let table = ReturnTable.write(records, offsetSeconds: head.offsetSeconds)
            bytes = table.bytes
            losses.nulls = table.nulls
            remarks = table.remarks
            rows = table.rowCount
        case .cap:
            // One file of CAP is one message.
            var written: [UInt8] = []
            for record in records.prefix(1) { written += try OutgoingMessage.cap(record, head) }
            bytes = written
        case .text:
            bytes = records.enumerated().flatMap { place, record in
                var own = head
                if place > 0 { own.number = "\(head.number)-\(record.name.text)" }
                return Array(((place > 0 ? "\n" : "") + OutgoingMessage.text(record, own, language)).utf8)
            }
        }
    }
}
