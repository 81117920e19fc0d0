import Model

extension IdentifierKind {
    package var message: Message {
        switch self {
        case .container: "container"
        case .plate: "plate"
        case .wagon: "wagon"
        case .vin: .verbatim("VIN")
        case .vessel: "ship (IMO)"
        case .airWaybill: "air waybill"
        case .parcel: "parcel"
        case .tirCarnet: "TIR carnet"
        case .consignmentNote: .verbatim("CMR")
        case .seal: "seal"
        case .flight: "flight"
        case .cas: .verbatim("CAS")
        case .phone: "phone number"
        case .document: "document"
        case .account: "account"
        case .wallet: "wallet"
        case .person: "person"
        case .organisation: "organisation"
        }
    }
}

extension SeizedItem.Kind {
    package var message: Message {
        switch self {
        case .drug: "drug"
        case .precursor: "precursor"
        case .weapon: "weapon"
        case .ammunition: "ammunition"
        case .cash: "cash"
        case .equipment: "equipment"
        case .vehicle: "vehicle"
        case .other: "other goods"
        }
    }
}

extension Quantity.Basis {
    package var message: Message {
        switch self {
        case .bulk: "bulk weight"
        case .gross: "gross"
        case .unpackedGross: "unpacked gross"
        case .net: "net"
        case .estimated: "estimated"
        case .weighed: "weighed"
        case .laboratory: "laboratory net"
        }
    }
}

extension Quantity.Bound {
    package var message: Message {
        switch self {
        case .about: "about so much"
        case .atLeast: "at least"
        case .atMost: "at most"
        case .between: "from to"
        }
    }
}
