import Model
import Wording

extension QuantityUnit {
    /// The unit behind a number; of a fraction, in the form that two of them have.
    package func message(for amount: ExactDecimal) -> Message {
        let whole = amount.isWhole ? amount.rounded(timesTenTo: 0) : nil
        let count = Int(clamping: whole ?? 2)
        return switch self {
        case .tonne: "t"
        case .kilogram: "kg"
        case .gram: "g"
        case .milligram: "mg"
        case .microgram: "µg"
        case .litre: "l"
        case .millilitre: "ml"
        case .squareMetre: "m²"
        case .hectare: "ha"
        case .acre: .plural(count, one: "acre", other: "acres")
        case .tablet: .plural(count, one: "tablet", other: "tablets")
        case .capsule: .plural(count, one: "capsule", other: "capsules")
        case .dose: .plural(count, one: "dose", other: "doses")
        case .blotter: .plural(count, one: "blotter", other: "blotters")
        case .ampoule: .plural(count, one: "ampoule", other: "ampoules")
        case .injection: .plural(count, one: "injection", other: "injections")
        case .syringe: .plural(count, one: "syringe", other: "syringes")
        case .bottle: .plural(count, one: "bottle", other: "bottles")
        case .plant: .plural(count, one: "plant", other: "plants")
        case .unit: .plural(count, one: "piece", other: "pieces")
        case .matchbox: .plural(count, one: "matchbox", other: "matchboxes")
        case .parcel: .plural(count, one: "postal parcel", other: "postal parcels")
        case .package: .plural(count, one: "package", other: "packages")
        case .bag: .plural(count, one: "bag", other: "bags")
        case .sack: .plural(count, one: "sack", other: "sacks")
        case .briquette: .plural(count, one: "briquette", other: "briquettes")
        }
    }
}

extension Quantity.Basis {
    package var message: Message {
        switch self {
        case .bulk: "bulk weight"
        case .gross: "gross"
        case .unpackedGross: "gross, unpacked"
        case .net: "net"
        case .estimated: "by estimate"
        case .weighed: "weighed"
        case .laboratory: "net, by a laboratory"
        }
    }
}

extension UnreadNumber.Reason {
    package var message: Message {
        switch self {
        case .noUnit: "it has no unit"
        case .year: "it reads as a year"
        case .marks: "no number has these marks"
        case .tooLong: "it has too many digits"
        }
    }
}
