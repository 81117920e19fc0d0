/// What sort of number or name tells a thing, a vehicle or a person apart.
package enum IdentifierKind: String, CaseIterable, Sendable {
    /// A freight container (ISO 6346).
    case container
    /// A registration plate of a vehicle or trailer.
    case plate
    /// A railway wagon of the 1520 mm network: eight digits.
    case wagon
    /// A vehicle identification number (ISO 3779).
    case vin
    /// A ship's number of the International Maritime Organization: seven digits.
    case vessel
    /// An air waybill: airline prefix and serial number (IATA).
    case airWaybill = "air_waybill"
    /// A postal item (UPU S10).
    case parcel
    /// A TIR carnet.
    case tirCarnet = "tir_carnet"
    /// A consignment note for road freight (CMR).
    case consignmentNote = "consignment_note"
    /// A customs or truck seal.
    case seal
    /// A flight, such as HY 601.
    case flight
    /// A chemical substance (CAS registry number).
    case cas
    case phone
    /// A passport, identity card or driving licence.
    case document
    case account
    /// An address of a virtual asset.
    case wallet
    case person
    case organisation

    /// Whether it identifies a living person, and so lies in a payload that can be erased.
    package var isPersonal: Bool {
        switch self {
        case .phone, .document, .account, .wallet, .person: true
        default: false
        }
    }
}
