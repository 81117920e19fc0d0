/// Whom one may call about a delivery now, in the order in which it is done: the steps of its ladders, then everybody who has
/// to do with the leg that it is on. What the page says and what the key for calls offers are the same.
package struct CallList: Equatable, Sendable {
    package struct Row: Equatable, Sendable {
        package let party: Party
        package let why: Why
        /// The newest call, where it counts: for a step the one that was made for it.
        package let tried: Exceptions.Call?
    }

    package enum Why: Equatable, Sendable {
        case step(CallLadder.Purpose, at: Instant, isDue: Bool)
        case contact(LegContact.Why)
        /// A State on the road, or the one that asked for it.
        case part
    }

    package let rows: [Row]
    /// The row that is to be called first: the step that is due, else the one that comes next, else whom nobody has tried.
    package let first: Int
}

extension Delivery {
    /// - Parameters:
    ///   - responsible: who is on call for the Centre; nil where nobody is.
    ///   - state: the State that what is wrong now is about; nil where nothing is.
    package func callList(responsible: String?, first state: String? = nil, at now: Instant) -> CallList {
        var rows: [CallList.Row] = []
        var next: Int?
        for ladder in callLadders(at: now, responsible: responsible) {
            let due = ladder.due(at: now)
            for step in ladder.steps {
                let isKnown = rows.contains { row in
                    if case .step(let purpose, _, _) = row.why {
                        row.party == step.party && purpose == step.purpose
                    } else {
                        false
                    }
                }
                if isKnown { continue }
                if next == nil, step.calls.isEmpty, due == nil || step == due { next = rows.count }
                rows.append(
                    CallList.Row(
                        party: step.party, why: .step(step.purpose, at: step.at, isDue: step == due),
                        tried: step.calls.last ?? step.before))
            }
        }
        for contact in contacts(responsible: responsible, first: state, at: now)
        where !rows.contains(where: { $0.party == contact.party }) {
            rows.append(
                CallList.Row(party: contact.party, why: .contact(contact.why), tried: lastCall(to: contact.party)))
        }
        for state in statesOnTheRoad + [opened.initiator] where !rows.contains(where: { $0.party == .desk(state) }) {
            rows.append(CallList.Row(party: .desk(state), why: .part, tried: lastCall(to: .desk(state))))
        }
        return CallList(rows: rows, first: next ?? rows.firstIndex { $0.tried == nil } ?? 0)
    }

    private func lastCall(to party: Party) -> Exceptions.Call? { exceptions.calls.last { party.isCalled($0.party) } }
}
