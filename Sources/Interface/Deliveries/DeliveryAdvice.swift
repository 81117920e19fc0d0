import Model
import Screen
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
        case .heldByNobodyTooLong: ["\(key("explain")) writes down why"]
        case .releaseMissing: ["\(key("call")) calls them", "\(key("explain")) writes down why"]
        case .startLate: ["\(key("call")) calls them", "\(key("fact")) writes down what they decided"]
        case .exception(_, _, _, _?, _): ["\(key("step")) ticks a step", "\(key("told")) ticks who was told"]
        case .exception: [calls, "\(key("decision")) writes a decision down"]
        case .paperLate: ["\(key("call")) calls them", "\(key("paper")) writes the paper down"]
        case .requestUnconfirmed: ["\(key("call")) calls them", "\(key("confirmed")) writes down that they have it"]
        case .answerLate: ["\(key("call")) calls them", "\(key("consent")) writes the consent down"]
        case .formalLate: ["\(key("formal-answer")) writes the answer down"]
        case .stepLate: ["\(key("step")) ticks a step"]
        }
    }

    /// What comes next where nothing is wrong: what the Centre does, or whom it waits for, and the key that writes it down.
    func nextLines(of delivery: Delivery, width: Int) -> [PageLine] {
        guard let next = delivery.outlook else { return [] }
        let name: String
        switch next {
        case .report, .crossing: name = "heard"
        case .debrief, .closing, .announcement, .exhibits: name = next.fact?.rawValue ?? "fact"
        default: name = "next-state"
        }
        let words: Message = "Next: \(next.message(face, now: now)); \(key(name)) opens the form"
        let lines = text(words).wrapped(to: width).map {
            PageLine(segments: [Segment($0.plain, .now)], rank: 0, panel: .now)
        }
        guard case .step(.ask(let states)) = next, let first = states.first else { return lines }
        return lines + missingLines(to: first, delivery, width: width)
    }

    /// What the request that is to be made now would lack.
    func missingLines(of delivery: Delivery, _ need: Headline, width: Int) -> [PageLine] {
        guard case .delivery(_, _, .uncovered(let state, _, _, _, _)) = need else { return [] }
        return missingLines(to: state, delivery, width: width)
    }

    /// Fields and filed rules, as the sheet of the request counts them.
    private func missingLines(to state: String, _ delivery: Delivery, width: Int) -> [PageLine] {
        let gaps = delivery.requestGaps(to: state, board.directory, at: now)
        guard !gaps.isEmpty else { return [] }
        let words = gaps.map { $0.words(in: catalogue) }.joined(separator: "; ")
        return pageLines(
            [(3, Fact("STILL MISSING", catalogue.text("for \(state), \(gaps.count): \(words)"), .warning))],
            width: width, isCut: true, .now)
    }

    /// The State that is to be called about what is wrong.
    func stateToCall(about need: Headline?) -> String? {
        func known(_ party: String) -> String? { Party.named(party).state.flatMap { StateKey.isKnown($0) ? $0 : nil } }
        switch need {
        case .silence(_, _, let from, _, _): return known(from)
        case .windowOverrun(_, _, let state, _, _): return state
        case .crossingClosed(_, _, _, let state, _, _): return state
        case .delivery(_, _, let need):
            switch need {
            case .uncovered(let state, _, _, _, _), .paperLate(let state, _), .requestUnconfirmed(let state, _, _),
                .answerLate(let state, _, _), .formalLate(_, _, let state, _), .startLate(let state, _):
                return known(state)
            case .nobodyHolds(let party, _, _, _), .notTheHolder(let party, _, _),
                .releaseMissing(let party, _, _, _), .heldByNobodyTooLong(let party, _, _, _, _):
                return known(party)
            case .outOfOrder(_, let later, _): return known(later.party)
            case .exception(_, let from, _, let decides, _): return decides.flatMap { known($0) } ?? known(from)
            case .sealDiffers, .weightDiffers, .exhibitDoubted, .stepLate: return nil
            }
        default: return nil
        }
    }

    /// The key of a command here, else its word.
    private func key(_ name: String) -> String { keyNames(of: name).first ?? ":\(name)" }
}

extension String {
    /// With a capital letter in front, as a sentence begins.
    var asBeginning: String { prefix(1).uppercased() + dropFirst() }
}
