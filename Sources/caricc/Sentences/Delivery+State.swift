import Interface
import Model
import Wording

extension LegCover {
    /// How the consents cover a leg, and by when to ask for more.
    func line(_ face: ClockFace) -> Message {
        let word = cover.word(face.convention)
        if case .short(_, let begin) = cover {
            guard let askBy else {
                return "    cover: \(word) from \(face.stamp(begin)), notice of \(leg.state) not known: ask now"
            }
            return "    cover: \(word) from \(face.stamp(begin)), ask \(leg.state) by \(face.stamp(askBy))"
        }
        if !cover.isCovered, let askBy { return "    cover: \(word), ask \(leg.state) by \(face.stamp(askBy))" }
        if let until { return "    cover: \(word), until \(face.stamp(until))" }
        return "    cover: \(word)"
    }
}

extension Delivery {
    /// Below the road: who holds it, what was asked, what is not as planned, and the exhibits.
    func state(at now: Instant, _ face: ClockFace) -> [Message] {
        custodyLines(at: now, face) + requests.sent.map { $0.line(face) }
            + exceptionsByDanger.map { line($0, face) } + exhibits.flatMap { $0.lines(face) }
    }

    private func custodyLines(at now: Instant, _ face: ClockFace) -> [Message] {
        var lines: [Message] = []
        let uncovered = uncovered(at: now)
        if uncovered > .zero { lines.append("without cover for \(face.age(uncovered)) in all") }
        if let holder = custody.holder {
            lines.append(
                "held by \(holder.party) since \(face.stamp(holder.since)), \(holder.place), seal \(holder.seal ?? Convention.noData)"
            )
        } else if let gap = custody.openGap {
            lines.append(
                "NOBODY HOLDS IT since \(face.stamp(gap.released.since)): \(gap.released.party) let it go at \(gap.released.place)"
            )
        }
        if let elsewhere = holderElsewhere {
            lines.append(
                "\(elsewhere.party) still holds it by the papers, and it was heard of on leg \(elsewhere.leg.number), in \(elsewhere.leg.state)"
            )
        }
        guard custody.holder != nil || !custody.gaps.isEmpty else { return lines }
        lines.append(
            "nobody held it for \(face.age(custody.uncontrolled(at: now))) in all, agreed \(face.age(custody.limit)) at a border"
        )
        for mismatch in custody.mismatches where settled[mismatch.entry] == nil {
            switch mismatch {
            case .seal(let released, let accepted, let entry):
                lines.append("SEAL DIFFERS in #\(Int(entry)): let go with \(released), taken over with \(accepted)")
            case .weight(let released, let accepted, let entry):
                let (before, after) = (Quantity.kilogramsText(grams: released), Quantity.kilogramsText(grams: accepted))
                lines.append("WEIGHT DIFFERS in #\(Int(entry)): \(before) kg let go, \(after) kg taken over")
            case .holder(let released, let holder, let entry):
                lines.append("NOT THE HOLDER in #\(Int(entry)): let go by \(released), and \(holder) had it")
            case .tooLong(let released, let accepted, let over, let entry):
                lines.append(
                    "NOBODY HELD IT TOO LONG in #\(Int(entry)): \(face.age(over)) over, between \(released.party) and \(accepted.party)"
                )
            case .order(let earlier, let later, let entry):
                lines.append(
                    "OUT OF ORDER in #\(Int(entry)): \(earlier.party) acted at \(face.stamp(earlier.since)), before \(later.party) at \(face.stamp(later.since))"
                )
            }
        }
        for missing in custody.missingReleases(at: now) {
            lines.append(
                "RELEASE MISSING before #\(Int(missing.taker.entry)): \(missing.taker.party) has it, and \(missing.before.party) has not told that it let it go"
            )
        }
        if let sight = custody.sights.last {
            lines.append("in sight of \(sight.party) since \(face.stamp(sight.at))")
        }
        return lines
    }

    private func line(_ open: Exceptions.Open, _ face: ClockFace) -> Message {
        let (what, from) = (open.entered.exception.message, open.entered.from)
        let agreed = exceptions.agreed(for: open.entered.exception, leg: open.entered.leg ?? currentLegNumber)
        guard let agreed else { return "#\(Int(open.entry)) \(what) since \(face.stamp(open.at)), says \(from)" }
        return
            "#\(Int(open.entry)) \(what) since \(face.stamp(open.at)), says \(from); \(agreed.decides) decides, \(open.done.count) of \(agreed.steps.count) steps done"
    }
}

extension Requests.Sent {
    fileprivate func line(_ face: ClockFace) -> Message {
        let what: Message = "request \(sent.number ?? Convention.noData) to \(sent.state), sent \(face.stamp(at))"
        if isSuperseded { return "\(what): superseded" }
        if let answered { return "\(what): decided \(face.stamp(answered))" }
        if let acknowledged { return "\(what): confirmed by \(acknowledged.by), no answer" }
        return "\(what): not confirmed, due \(face.stamp(confirmBy))"
    }
}

extension Exhibit {
    /// The exhibit and what it weighed each time, each way of weighing in its own line.
    fileprivate func lines(_ face: ClockFace) -> [Message] {
        let thing = [registered.item.name, registered.item.quantity?.shortText].compactMap { $0 }.joined(
            separator: ", ")
        var lines: [Message] = [
            "exhibit \(registered.exhibit): \(thing), held by \(holder), seal \(seals.last ?? Convention.noData)"
        ]
        for weighing in Weighing.allCases {
            guard let weighed = weights[weighing], !weighed.isEmpty else {
                lines.append("    \(weighing.message): \(Convention.noData)")
                continue
            }
            for weight in weighed {
                lines.append(
                    "    \(weighing.message): \(weight.quantity.shortText), \(weight.by), \(face.stamp(weight.at))")
            }
        }
        if !doubts.isEmpty { lines.append("    does not match its papers") }
        return lines
    }
}
