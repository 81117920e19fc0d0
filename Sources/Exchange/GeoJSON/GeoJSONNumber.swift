/// Steps of 0.00001 degrees as an exact decimal without needless zeros: `69.09911`, `-0.5`, `70`.
struct GeoJSONNumber: CustomStringConvertible {
    let description: String

    init(_ steps: Int32) {
        let digits = String(steps.magnitude % 100_000)
        var fraction = String(repeating: "0", count: 5 - digits.count) + digits
        while fraction.hasSuffix("0") { fraction.removeLast() }
        let whole = (steps < 0 ? "-" : "") + String(steps.magnitude / 100_000)
        description = fraction.isEmpty ? whole : "\(whole).\(fraction)"
    }
}
