import Model
import Wording

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
        case .other: "other thing"
        }
    }
}
