import Model
import Screen
import Wording

extension AppState {
    /// The facts of what belongs to the watch; nil for everything else.
    func watchFacts(of subject: Subject) -> [Fact?]? {
        switch subject {
        case .arrangement(let arrangement): facts(of: arrangement)
        case .order(let order): facts(of: order)
        case .onCall(let person): facts(of: person)
        case .roster(let roster): facts(of: roster)
        case .directory(let record): facts(of: DirectoryItem(record))
        default: nil
        }
    }

    private func facts(of arrangement: TemporaryArrangement) -> [Fact?] {
        let made = arrangement.made
        let isOverdue = arrangement.isOverdue(at: now)
        return [
            Fact("What", made.text), Fact("Kind", catalogue.text(made.type.message)),
            Fact("Ordered by", made.orderedBy), Fact("Since", time(arrangement.since)),
            Fact("Until", arrangement.until.map { time($0) }, isOverdue ? .warning : .text),
            Fact(
                "Ended",
                arrangement.endedAt.map { end in
                    let how: Message = arrangement.ended?.isCarriedOut == true ? "carried out" : "ended"
                    return "\(time(end)), \(catalogue.text(how)) \(arrangement.ended?.note ?? "")"
                }),
        ]
    }

    private func facts(of order: StandingOrder) -> [Fact?] {
        let signed = order.readers.sorted { $0.value < $1.value }.map { id, at in
            "\(board.officers[id]?.shownName ?? id) (\(time(at)))"
        }
        let missing = board.officersWhoHaveNotRead(order).map(\.shownName)
        let isOwn = order.isRead(by: officer)
        return [
            Fact("Title", order.issued.title), Fact("Order", order.issued.text),
            Fact("From", time(order.issued.from)), Fact("Until", order.issued.until.map { time($0) }),
            Fact("Issued by", board.officers[order.issuedBy]?.shownName ?? order.issuedBy),
            Fact("In place of", order.issued.replaces?.text),
            Fact("Signed by", signed.joined(separator: ", ")),
            Fact("Not signed", missing.joined(separator: ", "), .warning),
            Fact("You", isOwn ? nil : catalogue.text("NOT SIGNED; :sign-order signs it"), .warning),
            Fact("Ended", order.endedAt.map { time($0) }),
        ]
    }

    private func facts(of person: OnCall) -> [Fact?] {
        let terms = person.terms
        return [
            Fact("Name", terms.person), Fact("Duty", catalogue.text(terms.duty.message)), Fact("State", terms.state),
            Fact("Wake for", catalogue.text(terms.wakeMessage)), Fact("Reached at", contact(of: person)),
            Fact("From", time(terms.from)), Fact("Until", terms.until.map { time($0) }),
            Fact("Languages", terms.languages.joined(separator: " ")), Fact("Lives in", terms.zone),
            Fact("Ended", person.endedAt.map { time($0) }),
        ]
    }

    private func facts(of roster: Roster) -> [Fact?] {
        let pattern = roster.pattern
        let turn: Message =
            "\(decimal: pattern.turn.hoursText) h from \(time(pattern.begins)), clock of \(pattern.zone)"
        let wrong = roster.remarks(from: now, until: now + .days(21)).map {
            catalogue.text($0.message(face, now: now))
        }
        return [
            Fact("Turns", catalogue.text(turn)),
            Fact("Rest", catalogue.text("\(decimal: pattern.rest.hoursText) h between two turns")),
            Fact("Planned", catalogue.text(Message.plural(roster.turns.count, one: "%1 turn", other: "%1 turns"))),
        ] + wrong.map { Fact("Look at", $0, .warning) }
    }
}
