import Model

/// In which form records leave.
package enum ExportFormat: String, CaseIterable, Sendable {
    case csv, jsonl, geojson, cap
    /// Rows of UNODC's individual drug seizures return.
    case ids
    case text

    /// Whether one file holds many records.
    package var isTable: Bool { self != .cap }

    package var fileExtension: String {
        switch self {
        case .csv, .ids: "csv"
        case .jsonl: "jsonl"
        case .geojson: "geojson"
        case .cap: "xml"
        case .text: "txt"
        }
    }
}
