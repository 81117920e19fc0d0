import Model

extension SeizureTable {
    /// The alert that a row raises under `import --raise`, with an id of its own derived from the row's id.
    ///
    /// Nil for an exact repetition of an earlier row, which would ask for the same triage twice, and for anything that
    /// is not a seizure report.
    package static func raised(from item: ImportItem, digest: DigestFunction) -> ImportItem? {
        guard case .seizure(.reported(let report)) = item.event, report.duplicateOf == nil else { return nil }
        return ImportItem(
            target: .new(.alerts), event: .alert(.raised(alert(for: report))), at: item.at, precision: item.precision,
            id: item.id.ofRaisedAlert(digest), actor: item.actor, line: item.line)
    }

    /// Facts as they were typed: "Uzbekistan: Heroin 6.3 Kilogram, Malik".
    package static func alert(for report: SeizureReported) -> AlertRaised {
        let place = report.place.trimmingBlanks
        let drug = report.drug.trimmingBlanks
        let country = report.country.trimmingBlanks
        return AlertRaised(
            priority: priority(of: report.quantity), message: .seizureReport, headline: headline(for: report),
            source: stateCodes[country] ?? country, place: place.isEmpty ? nil : place,
            substance: drug.isEmpty ? nil : drug, quantity: report.quantity)
    }

    /// 1 from 10 kg, 2 from 1 kg, 4 below 10 g, 3 for the rest and for what has no known weight: unknown is not little.
    ///
    /// Of a range, the high end counts.
    static func priority(of quantity: Quantity) -> Int {
        guard let micrograms = quantity.microgramsHigh ?? quantity.micrograms else { return 3 }
        if micrograms >= 10_000_000_000 { return 1 }
        if micrograms >= 1_000_000_000 { return 2 }
        return micrograms >= 10_000_000 ? 3 : 4
    }

    private static func headline(for report: SeizureReported) -> String {
        let amount = report.quantity.amount.trimmingBlanks
        let isKnown = !amount.isEmpty && amount != "--"
        let load = [report.drug, isKnown ? amount : "", isKnown ? report.quantity.unit : ""]
            .map(\.trimmingBlanks).filter { !$0.isEmpty }.joined(separator: " ")
        let what = [load, report.place.trimmingBlanks].filter { !$0.isEmpty }.joined(separator: ", ")
        return [report.country.trimmingBlanks, what].filter { !$0.isEmpty }.joined(separator: ": ")
    }

    /// ISO 3166-1 alpha-3 codes of the States that the return's regional rows name, in UNODC's spelling.
    private static let stateCodes = [
        "Afghanistan": "AFG", "Armenia": "ARM", "Azerbaijan": "AZE", "China": "CHN", "Georgia": "GEO",
        "Iran, Islamic Republic of": "IRN", "Iran (Islamic Republic of)": "IRN", "Kazakhstan": "KAZ",
        "Kyrgyzstan": "KGZ", "Mongolia": "MNG", "Pakistan": "PAK", "Russian Federation": "RUS", "Tajikistan": "TJK",
        "Türkiye": "TUR", "Turkey": "TUR", "Turkmenistan": "TKM", "Ukraine": "UKR", "Uzbekistan": "UZB",
    ]
}
