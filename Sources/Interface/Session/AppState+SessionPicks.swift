import Model
import Screen
import Wording

extension AppState {
    /// The officers whose keys are at hand, with their names from the log; what is wrong with a file stands beside it.
    var officerItems: [PickItem] {
        keysAtHand.map { key in
            let officer = officer(named: key.officer)
            let fault = key.fault ?? obstacle(toSignOn: key.officer, officer)
            let remark: Message? = key.isCopy ? "this key file is a copy" : nil
            let words = fault ?? remark ?? officer?.roles(at: liveNow).message ?? .verbatim("")
            let name = officer?.shownName ?? ""
            return PickItem(
                id: key.officer,
                segments: [
                    Segment(key.officer, fault == nil ? .key : .disabled, width: 16),
                    Segment(name, fault == nil ? .text : .disabled, width: 22),
                    Segment(catalogue.text(words), fault == nil && remark == nil ? .dim : .warning),
                ], names: [key.officer, name], hint: words, nameColumns: 0..<16, reason: fault)
        }
    }

    private func obstacle(toSignOn id: String, _ officer: Officer?) -> Message? {
        guard let officer else { return Refusal.notEnrolled(id).message(face) }
        return officer.revocation.map { Refusal.enrolmentEnded(id, at: $0.at).message(face) }
    }

    func roleItems(of id: String) -> [PickItem] {
        // The role of the watch first: it is the one of most nights.
        let held = officer(named: id)?.roles(at: liveNow) ?? []
        return OfficerRole.allCases.filter { held.contains($0) }.map { role in
            let words = catalogue.text(role.message)
            return PickItem(id: role.rawValue, segments: [Segment(words, .text)], names: [words, role.rawValue])
        }
    }

    /// Takes the role that was chosen: for somebody who signs on, or for the one who sits here.
    mutating func take(role id: String, of officer: String) -> [Effect] {
        guard let role = OfficerRole(rawValue: id) else { return [] }
        guard case .open(var seat) = session, seat.officer == officer else {
            return askPassphrase(.signOn, of: officer, as: role)
        }
        guard seat.role != role else { return [] }
        seat.role = role
        return act(as: seat)
    }

    var waitingItems: [PickItem] {
        waiting.map { waiting in
            let isLate = waiting.until < now
            let verb = verbs(for: waiting).first { obstacle(to: $0, waiting) == nil }
            let what = "\(shownNumber(waiting.subject)) \(catalogue.text(waiting.message))"
            return PickItem(
                id: "\(waiting.index)",
                segments: [
                    Segment("#\(waiting.index)", .key, width: 7),
                    Segment(face.moment(waiting.until, now: now), isLate ? .warning : .text, width: 13),
                    Segment(what, verb == nil ? .dim : .text),
                ], names: ["#\(waiting.index)", waiting.subject.text], words: [what],
                hint: verb?.message ?? verbs(for: waiting).first.flatMap { obstacle(to: $0, waiting) })
        }
    }
}
