import Model

extension SeizureTable {
    /// The alert that a row raises under `import --raise`, with an id of its own derived from the row's id.
    ///
    /// Nil for an exact repetition of an earlier row, which would ask for the same triage twice, and for anything that
    /// is not a seizure report.
    package static func raised(from item: ImportItem, digest: DigestFunction) -> ImportItem? {
        guard case .seizure(.reported(let report)) = item.event, report.duplicateOf == nil else { return nil }
        var alert = alert(for: report)
        alert.row = item.id
        return ImportItem(
            target: .new(.alerts), event: .alert(.raised(alert)), at: item.at, precision: item.precision,
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
            substance: drug.isEmpty ? nil : drug, quantity: report.quantity, particulars: particulars(of: report))
    }

    /// Everything else that the row says; the columns that only a return has stay with its record.
    private static func particulars(of report: SeizureReported) -> Particulars {
        func text(_ column: String) -> String? {
            let text = column.trimmingBlanks
            return text.isEmpty || text == "--" ? nil : text
        }
        let ends = [report.departureCountry, report.destinationCountry].map(\.trimmingBlanks)
        let routing = report.routing.split(separator: ">").map { String($0).trimmingBlanks }
        let substance = text(report.drug).flatMap { SubstanceFinder.find($0).substance }
        let item = SeizedItem(
            kind: substance?.group == .precursor ? .precursor : .drug, name: text(report.drug),
            substance: substance?.code, quantity: report.quantity)
        return Particulars(
            items: [item], state: ReturnCountry.code(report.country.trimmingBlanks), place: text(report.place),
            departure: text(report.departureCountry),
            transit: routing.filter { !$0.isEmpty && $0 != "--" && !ends.contains($0) },
            destination: text(report.destinationCountry), concealment: text(report.hidingPlace),
            transport: text(report.transport))
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
