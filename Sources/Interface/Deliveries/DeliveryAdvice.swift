import Model
import Wording

/// The keys for what the sentence of NOW says is to be done.
extension AppState {
    /// Nil where nothing can be written, and where no key helps.
    func advice(on need: Headline, of delivery: Delivery) -> String? {
        guard mode == .live, Obstacles.reading(self) == nil else { return nil }
        let keys = advices(on: need, of: delivery)
        return keys.isEmpty ? nil : keys.map { catalogue.text($0) }.joined(separator: "; ")
    }

    private func advices(on need: Headline, of delivery: Delivery) -> [Message] {
        let calls: Message = "\(key("call")) calls the next on the ladder"
        switch need {
        case .silence: return [calls, "\(key("heard")) writes down what they say"]
        case .windowOverrun: return ["\(key("call")) calls the next State", "\(key("heard")) writes the new hour down"]
        case .crossingClosed: return [calls, "\(key("plan-leg")) plans the leg anew"]
        case .delivery(_, _, let need): return advices(on: need, calls)
        default: return []
        }
    }

    private func advices(on need: DeliveryNeed, _ calls: Message) -> [Message] {
        switch need {
        case .uncovered: ["\(key("draft")) drafts the request", "\(key("consent")) writes the consent down"]
        case .nobodyHolds: [calls, "\(key("border")) writes down who took it over"]
        case .sealDiffers, .weightDiffers, .notTheHolder, .outOfOrder, .exhibitDoubted:
            ["\(key("call")) calls them", "\(key("explain")) writes down why"]
        case .exception(_, _, _, _?, _): ["\(key("step")) ticks a step", "\(key("told")) ticks who was told"]
        case .exception: [calls, "\(key("decision")) writes a decision down"]
        case .paperLate: ["\(key("call")) calls them", "\(key("paper")) writes the paper down"]
        case .requestUnconfirmed: ["\(key("call")) calls them", "\(key("confirmed")) writes down that they have it"]
        case .answerLate: ["\(key("call")) calls them", "\(key("consent")) writes the consent down"]
        case .formalLate: ["\(key("formal-answer")) writes the answer down"]
        case .stepLate: ["\(key("step")) ticks a step"]
        }
    }

    /// The key of a command here, else its word.
    private func key(_ name: String) -> String { keyNames(of: name).first ?? ":\(name)" }
}

extension String {
    /// With a capital letter in front, as a sentence begins.
    var asBeginning: String { prefix(1).uppercased() + dropFirst() }
}
