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
        case .windowOverrun where delivery.nextLeg == nil: return ["\(key("heard")) writes the new hour down"]
        case .windowOverrun: return ["\(key("call")) calls the next State", "\(key("heard")) writes the new hour down"]
        case .crossingClosed: return [calls, "\(key("plan-leg")) plans the leg anew"]
        case .delivery(_, _, let need): return advices(on: need, calls, delivery)
        default: return []
        }
    }

    private func advices(on need: DeliveryNeed, _ calls: Message, _ delivery: Delivery) -> [Message] {
        switch need {
        case .uncovered: ["\(key("draft")) drafts the request", "\(key("consent")) writes the consent down"]
        case .nobodyHolds: [calls, "\(key("border")) writes down who took it over"]
        case .sealDiffers, .weightDiffers, .notTheHolder, .outOfOrder, .exhibitDoubted:
            ["\(key("call")) calls them", "\(key("explain")) writes down why"]
        case .heldByNobodyTooLong: ["\(key("explain")) writes down why"]
        case .releaseMissing: ["\(key("call")) calls them", "\(key("explain")) writes down why"]
        case .startLate: ["\(key("call")) calls them", "\(key("fact")) writes down what they decided"]
        case .exception(_, _, _, _?, _): ["\(key("step")) ticks a step", "\(key("told")) ticks who was told"]
        case .exception(_, _, _, _, let entry) where isAnybodyToTell(entry, delivery):
            [calls, "\(key("told")) ticks who was told", "\(key("decision")) writes a decision down"]
        case .exception: [calls, "\(key("decision")) writes a decision down"]
        case .paperLate: ["\(key("call")) calls them", "\(key("paper")) writes the paper down"]
        case .requestUnconfirmed: ["\(key("call")) calls them", "\(key("confirmed")) writes down that they have it"]
        case .answerLate: ["\(key("call")) calls them", "\(key("consent")) writes the consent down"]
        case .formalLate: ["\(key("formal-answer")) writes the answer down"]
        case .stepLate: ["\(key("step")) ticks a step"]
        }
    }

    private func isAnybodyToTell(_ entry: Int64, _ delivery: Delivery) -> Bool {
        guard let open = delivery.exceptions.open.first(where: { $0.entry == entry }) else { return false }
        return delivery.partiesToTell(open, nil).contains { open.told[$0] == nil }
    }

    /// What comes next where nothing is wrong: what the Centre does, or whom it waits for, and the key that writes it down.
    func nextLines(of delivery: Delivery, width: Int) -> [PageLine] {
        guard let next = delivery.outlook else { return [] }
        let name: String
        switch next {
        case .report, .crossing:
            let words: Message =
                "Next: \(next.message(face, now: now)); \(key("heard")) writes down that they were heard"
            return nextLines(words, width: width)
        case .debrief, .closing, .announcement, .exhibits: name = next.fact?.rawValue ?? "fact"
        default: name = "next-state"
        }
        let words: Message = "Next: \(next.message(face, now: now)); \(key(name)) opens the form"
        let lines = nextLines(words, width: width)
        guard case .step(.ask(let states)) = next, let first = states.first else { return lines }
        return lines + missingLines(to: first, delivery, width: width)
    }

    private func nextLines(_ words: Message, width: Int) -> [PageLine] {
        text(words).wrapped(to: width).map { PageLine(segments: [Segment($0.plain, .now)], rank: 0, panel: .now) }
    }

    /// What the request that is to be made now would lack.
    func missingLines(of delivery: Delivery, _ need: Headline, width: Int) -> [PageLine] {
        guard case .delivery(_, _, .uncovered(let state, _, _, _, _)) = need else { return [] }
        return missingLines(to: state, delivery, width: width)
    }

    /// Fields and filed rules, as the sheet of the request counts them.
    private func missingLines(to state: String, _ delivery: Delivery, width: Int) -> [PageLine] {
        // A rule of which only a person can say whether it is kept is no gap; the sheet of the request lists it.
        let gaps = delivery.requestGaps(to: state, board.directory, at: now).filter { gap in
            if case .toBeLookedAt = gap { false } else { true }
        }
        guard !gaps.isEmpty else { return [] }
        let words = gaps.map { $0.words(in: catalogue) }.joined(separator: "; ")
        return pageLines(
            [(3, Fact("STILL MISSING", catalogue.text("for \(state), \(gaps.count): \(words)"), .warning))],
            width: width, isCut: true, .now)
    }

    /// The key of a command here, else its word.
    private func key(_ name: String) -> String { keyNames(of: name).first ?? ":\(name)" }
}

extension String {
    /// As a sentence ends on it: “Colonel A.” brings its full stop along.
    var asEnd: String { hasSuffix(".") ? String(dropLast()) : self }

    /// With a capital letter in front, as a sentence begins.
    var asBeginning: String { prefix(1).uppercased() + dropFirst() }
}
