/// The kinds of file that can be imported; the raw value is what `--as` takes.
package enum ImportFormat: String, CaseIterable, Sendable {
    /// UNODC individual drug seizures, one row a seizure.
    case seizureTable = "unodc-csv"
    /// Our own events, one JSON object a line.
    case eventLines = "event-lines"
    /// Our own records as they left, one row an item, and one object a line.
    case recordTable = "record-csv"
    case recordLines = "record-lines"

    package enum DetectionFault: Error, Equatable, Sendable {
        case emptyFile
        case unknownFormat(fileName: String)
    }

    /// How many bytes from the beginning of a file are enough to tell.
    package static let bytesToDetect = 4_096

    /// Which format a file is: by what it begins with, and only then by its name.
    package static func detect(
        fileName: String, firstBytes: some Collection<UInt8>
    ) throws(DetectionFault) -> ImportFormat {
        var text = String(decoding: firstBytes.prefix(bytesToDetect), as: UTF8.self)[...]
        if text.hasPrefix("\u{FEFF}") { text = text.dropFirst() }
        text = text.drop { $0.isWhitespace }
        guard let first = text.first else { throw .emptyFile }
        if first == "{" {
            let line = text.prefix { !$0.isNewline }
            return line.contains("\"exercise\":") && line.contains("\"record\":") ? .recordLines : .eventLines
        }
        let header = text.prefix { !$0.isNewline }
        if [SeizureColumn.date, .drug].allSatisfy({ header.contains($0.name) }) { return .seizureTable }
        let start = RecordColumn.allCases.prefix(3).map(\.rawValue).joined(separator: ",")
        if header.hasPrefix(start) { return .recordTable }
        let name = fileName.lowercased()
        if name.hasSuffix(".csv") { return .seizureTable }
        if name.hasSuffix(".jsonl") || name.hasSuffix(".ndjson") { return .eventLines }
        throw .unknownFormat(fileName: fileName)
    }
}
