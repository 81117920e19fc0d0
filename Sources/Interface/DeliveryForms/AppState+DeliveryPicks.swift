import Model
import Screen
import Wording

/// The lists of a delivery: every fact that fits, the exceptions, and what is to be done and told.
extension AppState {
    private func item(_ id: String, key: String = "", _ words: Message, _ rest: Message? = nil) -> PickItem {
        let texts = spokenCatalogues.map { $0.text(words) }
        var segments = [Segment(key, .key, width: 6), Segment(catalogue.text(words), .text)]
        if let rest {
            segments = [
                Segment(key, .key, width: 6), Segment(catalogue.text(words), .text, width: 24),
                Segment(catalogue.text(rest), .dim),
            ]
        }
        return PickItem(
            id: id, segments: segments, names: texts, words: rest.map { [catalogue.text($0)] } ?? [], hint: rest)
    }

    func factItems(of name: SubjectName) -> [PickItem] {
        guard let delivery = delivery(name) else { return [] }
        return delivery.likelyFacts.compactMap { fact in
            guard let command = Command.named(AppState.form(of: fact)) else { return nil }
            var item = item(fact.rawValue, key: keyNames(of: fact.rawValue).last ?? "", command.label, command.help)
            item.reason = obstacle(to: fact, of: delivery)
            return item
        }
    }

    /// The command that opens the form of a fact; the one of a report is not the key that saves at once.
    static func form(of fact: DeliveryFact) -> String { fact == .heard ? "report" : fact.rawValue }

    func exceptionItems(of name: SubjectName) -> [PickItem] {
        ExceptionKind.allCases.map { kind in
            let agreed = delivery(name)?.exceptions.agreed(for: kind, leg: delivery(name)?.currentLegNumber)
            return item(
                kind.rawValue, kind.message, agreed.map { "agreed: \($0.decides) decides; steps: \($0.steps.count)" })
        }
    }

    /// What of the procedures and of what was agreed is not done, and who is not told.
    func stepItems(of name: SubjectName, onlyTelling: Bool) -> [PickItem] {
        guard let delivery = delivery(name) else { return [] }
        var items: [PickItem] = []
        for open in delivery.exceptions.open {
            let agreed = delivery.exceptions.agreed(
                for: open.entered.exception, leg: open.entered.leg ?? delivery.currentLegNumber)
            let since: Message = "\(open.entered.exception.message) since \(face.moment(open.at, now: now))"
            if !onlyTelling {
                for (place, step) in (agreed?.steps ?? []).enumerated() where open.done[place + 1] == nil {
                    items.append(item("step \(open.entry) \(place + 1)", .verbatim(step), since))
                }
            }
            for party in delivery.partiesToTell(open, agreed) where open.told[party] == nil {
                items.append(item("tell \(open.entry) \(party)", "tell \(party)", since))
            }
        }
        guard !onlyTelling else { return items }
        for (place, list) in delivery.checklists.enumerated() {
            for (step, check, due) in list.open(startingAt: delivery.startsAt) {
                let when: Message =
                    due.map { "\(list.adopted.procedure), by \(face.moment($0, now: now))" }
                    ?? .verbatim(list.adopted.procedure)
                items.append(item("list \(place) \(step)", .verbatim(check.text), when))
            }
        }
        return items
    }

    // MARK: Choosing

    mutating func choose(step id: String, of name: SubjectName, in pick: PickList) -> [Effect] {
        guard !isSaving, let event = ticked(id, of: name) else { return [] }
        // The list stays for the next one, unless this was the last.
        if allItems(of: pick).count > 1 { overlay = .pick(PickList(pick.source)) }
        return append(Draft(.existing(name), .delivery(event)))
    }

    /// Asks for a remark, and when it was, before a step is ticked.
    mutating func remark(onStep id: String, of name: SubjectName, in pick: PickList) -> [Effect] {
        guard !isSaving, let event = ticked(id, of: name),
            let item = allItems(of: pick).first(where: { $0.id == id })
        else { return [] }
        let purpose = DeliveryPurpose(fact: id.hasPrefix("tell ") ? .told : .step, name: name, ticked: event)
        let form = Form(
            .delivery(purpose), title: "\(name.text): \(item.names.first ?? "")",
            fields: [
                Form.Field("Remark", hint: "may stay empty").about(.note),
                Form.Field("When", hint: "empty for now; 0406, 04:06", time: .past).about(.when),
            ])
        return ask(form, answers: [])
    }

    private func ticked(_ id: String, of name: SubjectName) -> DeliveryEvent? {
        let words = id.split(separator: " ", maxSplits: 2).map(String.init)
        guard words.count == 3, let number = Int64(words[1]) else { return nil }
        switch (words[0], Int(words[2])) {
        case ("tell", _): return .partyTold(PartyTold(entry: number, party: words[2]))
        case ("step", let step?): return .interventionStepDone(InterventionStepDone(entry: number, step: step))
        case ("list", let step?):
            guard let lists = delivery(name)?.checklists, lists.indices.contains(Int(number)) else { return nil }
            return .checklistItemDone(
                ChecklistItemDone(procedure: lists[Int(number)].adopted.procedure, step: step))
        default: return nil
        }
    }

    mutating func choose(exception id: String, of name: SubjectName) -> [Effect] {
        guard let kind = ExceptionKind(rawValue: id), let delivery = delivery(name),
            var form = form(for: kind == .stopReported ? .stop : .exception, of: delivery, exception: kind)
        else { return [] }
        if kind != .stopReported, let draft = drafts[form.draftKey] {
            form.take(draft)
            form.choose(.exception, ExceptionKind.allCases.filter { $0 != .stopReported }.firstIndex(of: kind) ?? 0)
        }
        form.focus = kind == .stopReported ? 0 : 1
        overlay = .form(form)
        return []
    }
}
