/// How UNODC's individual drug seizures return says what a report says in its own words.
package enum ReturnWords {
    /// The registry's English name of what was seized; as it was typed where nobody knows it, or where it is a name already.
    package static func drug(_ item: SeizedItem) -> String? {
        guard let substance = item.substance.flatMap({ SubstanceRegistry.substance(code: $0) }) else {
            return item.name ?? item.substance
        }
        let names = substance.names[.en] ?? []
        if let typed = item.name, typed.first?.isUppercase == true,
            names.contains(where: { $0.lowercased() == typed.lowercased() })
        {
            return typed
        }
        let name = substance.name(.en)
        return name.prefix(1).uppercased() + name.dropFirst()
    }

    /// The return's word for a unit; nil where it has none, or where the unit is not known.
    package static func unit(_ quantity: Quantity) -> String? {
        if quantity.unit.first?.isUppercase == true, UnitSpellings.exact[quantity.unit] != nil { return quantity.unit }
        guard let reading = quantity.knownUnit else { return nil }
        switch (reading.unit, reading.power) {
        case (.tonne, 0): return "Ton"
        case (.kilogram, 0): return "Kilogram"
        case (.gram, 0): return "Gram"
        case (.milligram, 0): return "Milligram"
        case (.litre, 0): return "Litre"
        case (.millilitre, 0): return "Millilitre"
        case (.tablet, 0): return "Tablet"
        case (.tablet, 3): return "Thousand of tablets"
        case (.capsule, 0): return "Capsule"
        case (.ampoule, 0): return "Ampoule"
        case (.injection, 0): return "Injection"
        case (.acre, 0): return "Acres"
        case (.unit, 0): return "Piece"
        case (.package, 0): return "Packages"
        default: return nil
        }
    }

    /// The return's region and subregion of a State; nil where its rows have none.
    package static func region(of state: String?) -> (region: String, subregion: String)? {
        switch state {
        case "ARM", "AZE", "GEO", "KAZ", "KGZ", "TJK", "TKM", "UZB":
            ("Asia", "Central Asia and Transcaucasian countries")
        case "AFG", "IRN", "PAK": ("Asia", "Near and Middle East /South-West Asia")
        case "CHN", "MNG": ("Asia", "East and South-East Asia")
        case "RUS", "UKR", "BLR": ("Europe", "East Europe")
        default: nil
        }
    }
}
