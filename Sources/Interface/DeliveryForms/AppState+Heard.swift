import Model
import Wording

/// Heard, in one key: the commonest record of a night is saved at once, and the words of the call follow where there are any.
extension AppState {
    /// One key, one record: those where it is, now. Pressed again, it asks for the words of the same call; what was typed and not
    /// saved comes back first.
    mutating func hear(_ argument: String) -> [Effect] {
        guard let delivery = selectedDelivery else { return [] }
        var form = heardForm(of: delivery)
        guard argument.isEmpty else {
            form.fields[1].input = TextField(argument)
            return submit(form)
        }
        guard !isSpoken, !form.amendsHeard, drafts[form.draftKey] == nil, let report = delivery.heard else {
            return ask(form, answers: [])
        }
        guard !isSaving else { return [] }
        let effects = append(Draft(.existing(delivery.name), .delivery(.reportReceived(report))))
        hearing = report.from
        return effects
    }

    /// The whole form of a report, filled in as far as it is known.
    mutating func askReport() -> [Effect] {
        guard let delivery = selectedDelivery else { return [] }
        return ask(heardForm(of: delivery), answers: [])
    }

    /// Where a report of this console still stands without words, the form adds them to that one.
    func heardForm(of delivery: Delivery) -> Form {
        guard let alone = delivery.heardAlone(among: ownEntries, at: now) else { return .heard(delivery) }
        return .words(of: alone, delivery, at: face.moment(alone.at, now: now))
    }

    /// What the line says when a report of one key was saved.
    func heardSentence(_ index: Int64) -> Message? {
        guard let hearing else { return nil }
        let again = keyNames(of: "heard").first ?? ":heard"
        let back = keyNames(of: "withdraw").first ?? ":withdraw"
        return "Heard from \(hearing), saved #\(Int(index)): \(again) again adds the words, \(back) takes it back"
    }
}

extension Form {
    /// The words of a call that was written down as heard: the report is written anew with them, at the hour of the call.
    static func words(of alone: HeardAlone, _ delivery: Delivery, at moment: String) -> Form {
        var form = Form.heard(delivery)
        form.purpose = .heard(delivery.name, amends: alone)
        form.title = "What they said, in place of “heard” #\(Int(alone.entry)) about \(delivery.name.text)"
        form.fields[0].input = TextField(alone.from)
        form.fields[0].initial = alone.from
        form.fields[3].hint = "empty for \(moment); 0406, 04:06"
        form.choose(.calledBack, alone.isCalledBack ? 1 : 0)
        form.focus = 1
        return form
    }

    /// Whether its answers take the place of a report that says nothing.
    var amendsHeard: Bool { if case .heard(_, .some) = purpose { true } else { false } }

    func heard(_ name: SubjectName, _ alone: HeardAlone?, _ times: FormTimes) throws(FormFault) -> [Draft] {
        let report = ReportReceived(
            from: try required(0), text: try required(1), place: fields[2].optionalText, leg: try number(4, in: 1...99),
            exitEstimate: try times.optional(5, leaning: .deadline), isCalledBack: fields[6].choice == 1)
        let at = try times.past(3)
        guard let alone else {
            return [Draft(.existing(name), .delivery(.reportReceived(report)), at: at, expecting: expecting)]
        }
        let withdrawn = EntryWithdrawn(index: alone.entry, reason: HeardAlone.wordsAdded)
        return [
            Draft(.existing(name), .logKeeping(.withdrawn(withdrawn)), expecting: expecting),
            Draft(.existing(name), .delivery(.reportReceived(report)), at: at ?? alone.at),
        ]
    }
}
