import Model
import Wording

extension Quantity.Rule {
    /// How a computed weight follows from what was typed.
    package var message: Message {
        switch self {
        case .mass: "from the weight"
        case .kilogramPerLitre: "1 kg to the litre"
        case .tabletRange: "90 to 300 mg a tablet"
        case .none: "no rule"
        }
    }
}
