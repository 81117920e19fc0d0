import Model
import Wording

/// Passphrases, short lists and approvals, in plain lines.
extension LineSession {
    mutating func concludePassphrase(_ entry: PassphraseEntry) {
        if question != .passphrase {
            say(state.passphraseTitle(of: entry))
            say(state.passphraseHint)
            say("Nothing is shown while you type; Enter ends it, Ctrl-C leaves.")
        }
        if let fault = entry.fault { say(fault) }
        question = .passphrase
    }

    /// A list to choose from, by numbers.
    mutating func list(_ pick: PickList) {
        let items = state.allItems(of: pick)
        say(state.title(of: pick))
        if items.isEmpty { say("There is nothing to choose from.") }
        for (place, item) in items.enumerated() {
            say("\(place + 1). \(item.segments.map(\.text).filter { !$0.isEmpty }.joined(separator: ", "))")
        }
        question = items.isEmpty ? nil : .pick(items.map(\.id))
        if items.isEmpty { state.overlay = nil }
    }

    mutating func pick(_ text: String, from ids: [String]) -> [Effect] {
        question = nil
        guard case .pick(let pick) = state.overlay else { return [] }
        state.overlay = nil
        guard text != "." else {
            say("Left. Nothing was written.")
            return []
        }
        guard let number = Int(text), ids.indices.contains(number - 1) else {
            say("“\(text)” is none of the answers.")
            return []
        }
        if let reason = state.allItems(of: pick).first(where: { $0.id == ids[number - 1] })?.reason {
            say(reason)
            return []
        }
        return state.choose(ids[number - 1], in: pick)
    }

    /// What waits, field by field, as it will be written, and what can be done with it.
    mutating func sayApproval(_ page: ApprovalPage) {
        say(state.approvalTitle(of: page))
        for fact in state.approvalFacts(of: page) { say("\(fact.label): \(fact.value)") }
        if let waiting = state.waiting(page.index) {
            for verb in state.verbs(for: waiting) {
                let words: Message = state.obstacle(to: verb, waiting) ?? verb.message
                say("“\(verb.rawValue)”: \(words)")
            }
        }
        state.overlay = nil
    }

    /// Locks before the process is stopped.
    package mutating func lockWhenLeft() -> Reply {
        let effects = state.lockWhenLeft()
        if !effects.isEmpty { question = nil }
        return Reply(lines: [], effects: effects)
    }

    /// What leaving says in the log.
    package mutating func leave(_ cause: OfficerSignedOff.Cause) -> [Effect] { state.leave(cause) }
}
