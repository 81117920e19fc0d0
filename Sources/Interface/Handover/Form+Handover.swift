import Model
import Wording

extension Form {
    static func severity(_ line: HandoverDraft.Line, of watch: SubjectName) -> Form {
        let all = HandoverSeverity.allCases
        return Form(
            .handover(.severity(watch, line.key)),
            title: "How much it wants the next officer: \(line.key.subject.short)",
            fields: [
                Field(
                    "Severity", choices: all.map(\.message), selected: all.firstIndex(of: line.severity) ?? 0,
                    hint: "what is critical is said back by the one who takes the watch")
            ])
    }

    static func lineNote(_ line: HandoverDraft.Line, of watch: SubjectName) -> Form {
        Form(
            .handover(.note(watch, line.key)), title: "Note for the next officer: \(line.key.subject.short)",
            fields: [Field("Note", line.note ?? "", hint: "what the log does not say; empty takes it away")])
    }

    /// What stands, else what was agreed beforehand, and room for one more.
    static func ifThen(_ line: HandoverDraft.Line, agreed: [IfThen], of watch: SubjectName) -> Form {
        let known = line.ifThen.isEmpty ? agreed : line.ifThen
        let fields = (known.map { ($0.condition, $0.action) } + [("", "")]).flatMap { pair in
            [
                Field("If", pair.0, hint: "such as: no paper by 12:00; empty takes the pair away"),
                Field("Then", pair.1, hint: "such as: call the prosecutor, tell TJK"),
            ]
        }
        return Form(
            .handover(.ifThen(watch, line.key)), title: "If … then …: \(line.key.subject.short)", fields: fields)
    }

    static func leaveOut(_ line: HandoverDraft.Line, of watch: SubjectName) -> Form {
        Form(
            .handover(.leaveOut(watch, line.key)), title: "Deliberately not handed over: \(line.key.subject.short)",
            fields: [Field("Because", line.leftOut ?? line.leftOutBefore ?? "", hint: "the next officer reads it")])
    }

    static func ownLine(of watch: SubjectName) -> Form {
        Form(
            .handover(.own(watch)), title: "A line of your own in the handover",
            fields: [
                Field("What", hint: "one line; what the log cannot know"),
                Field("Severity", choices: HandoverSeverity.allCases.map(\.message), selected: 1),
                Field("If", hint: "may stay empty"), Field("Then", hint: "may stay empty"),
            ])
    }

    static func sayBack(_ line: HandoverDraft.Line, proposals: [String], of watch: SubjectName) -> Form {
        Form(
            .handover(.sayBack(watch, line.key)), title: "In your words: \(line.key.subject.short)",
            fields: [
                Field(
                    "Said back",
                    hint: .plural(
                        proposals.count, one: "type it, or take %1 proposal and change it",
                        other: "type it, or take one of %1 proposals and change it"),
                    presets: proposals)
            ])
    }

    static func askBefore(_ key: HandoverItem.Key?, of watch: SubjectName) -> Form {
        Form(
            .handover(.askBefore(watch, key)),
            title: key.map { "Ask before taking the watch: \($0.subject.short)" } ?? "Ask before taking the watch",
            fields: [Field("Question", hint: "the one who has the watch sees it at once")])
    }

    static func answer(_ question: Handover.Question, by: String, of watch: SubjectName) -> Form {
        Form(
            .handover(.answer(watch, question.entry)), title: "Answer to \(by)",
            fields: [Field("Answer", hint: "it stands beside the question")])
    }

    static func refuseWatch(_ watch: Shift) -> Form {
        Form(
            .handover(.refuse(watch.name)), title: "Do not take the watch of \(watch.started.officer)",
            fields: [Field("Because", hint: "it stays with the one who has it until it is offered again")])
    }

    /// - Parameter risks: what has become dangerous since the offer
    static func acceptWatch(
        _ watch: Shift, officer: String, name: String, until: String, next: String, risks: [HandoverRisk] = []
    ) -> Form {
        Form(
            .handover(.accept(watch, officer: officer)), title: "Take the watch of \(watch.started.officer) as offered",
            expecting: watch.trail.last,
            fields: [
                Field(
                    "Full name", name,
                    hint: "as it stands in the log, such as Sagynbaeva A.K.; signed on as \(officer)"),
                Field("Until", until, hint: "08:00, or 24h", time: .deadline),
                Field("Relieved by", next, hint: "may stay empty"),
                Field("Reservation", hint: "what you do not answer for; may stay empty"),
                Field("Remark", hint: "may stay empty"),
            ] + (risks.isEmpty ? [] : riskFields))
    }
}

extension AppState {
    /// The events of a form about the handover, on the line as it stands now.
    func handoverDrafts(_ form: Form, _ purpose: HandoverPurpose) throws(FormFault) -> [Draft] {
        switch purpose {
        case .severity(let watch, let key):
            var set = standing(key)
            let chosen = HandoverSeverity.allCases[form.fields[0].choice]
            set.severity = chosen == usualSeverity(of: key) ? nil : chosen
            // Among others its old place means nothing.
            set.place = nil
            return [draft(.itemSet(set), watch)]
        case .note(let watch, let key):
            var set = standing(key)
            set.note = key.isOwn ? try form.required(0) : form.fields[0].optionalText
            return [draft(.itemSet(set), watch)]
        case .ifThen(let watch, let key):
            var set = standing(key)
            set.ifThen = try form.pairs(from: 0)
            return [draft(.itemSet(set), watch)]
        case .leaveOut(let watch, let key):
            var set = standing(key)
            set.leftOut = try form.required(0)
            return [draft(.itemSet(set), watch)]
        case .own(let name):
            guard let watch = board.watch, watch.name == name else { return [] }
            let set = HandoverItemSet(
                item: HandoverDraft.nextOwn(of: watch), severity: HandoverSeverity.allCases[form.fields[1].choice],
                note: try form.required(0), ifThen: try form.pairs(from: 2))
            return [draft(.itemSet(set), name)]
        case .sayBack(let watch, let key):
            return [draft(.saidBack(HandoverSaidBack(item: key, text: try form.required(0))), watch)]
        case .askBefore(let watch, let key):
            return [draft(.asked(HandoverAsked(item: key, text: try form.required(0))), watch)]
        case .answer(let watch, let entry):
            return [draft(.answered(HandoverAnswered(question: entry, text: try form.required(0))), watch)]
        case .refuse(let watch):
            return [draft(.refused(HandoverRefused(reason: try form.required(0))), watch)]
        case .accept(let watch, let officer): return try accepted(form, watch, officer)
        }
    }

    private func accepted(_ form: Form, _ watch: Shift, _ officer: String) throws(FormFault) -> [Draft] {
        let times = FormTimes(form: form, entry: TimeEntry(zone: zone, now: now), now: now)
        let relief = WatchRelief(
            of: watch, by: officer, named: try form.required(0), until: try times.required(1, leaning: .deadline),
            next: form.fields[2].optionalText, note: form.fields[4].optionalText,
            reservation: form.fields[3].optionalText, risks: risksSinceOffer(of: watch),
            second: form.fields.dropFirst(5).first?.optionalText,
            alone: form.fields.dropFirst(6).first?.optionalText)
        guard relief.ended.offer != nil else {
            let to = watch.offer?.to ?? ""
            throw FormFault(
                message: "The watch is offered to \(to); sign with this name, or take it without the offer: :take-now.",
                field: 0)
        }
        return relief.events.map { Draft($0.target, $0.event, expecting: $0.expecting) }
    }

    /// What has become dangerous since the watch was offered, as far as everything that is open is here.
    func risksSinceOffer(of watch: Shift) -> [HandoverRisk] {
        guard let source = handoverSource else { return [] }
        return source.risksSinceOffer(of: watch, at: now, offsetSeconds: Zone.centre(of: source).offset(at: now))
    }

    private func draft(_ event: ShiftEvent, _ watch: SubjectName) -> Draft { Draft(.existing(watch), .shift(event)) }

    /// What the officer said of a line last, to be changed in one point.
    func standing(_ key: HandoverItem.Key) -> HandoverItemSet {
        if let edit = board.watch?.handover.edits[key.text] { return edit }
        // What is proposed from the handover before becomes the officer's own word with the first change.
        let line = handoverPage?.current[key]
        let old = line?.item.oldKey.flatMap { board.watch?.handover.edits[$0] }
        guard let line, line.isInherited || old != nil else { return HandoverItemSet(item: key) }
        return HandoverItemSet(
            item: key, severity: old?.severity ?? (key.isOwn ? line.severity : nil), note: line.note,
            ifThen: line.ifThen, place: line.place, leftOut: line.leftOut)
    }

    /// What the log makes of it; nil for the officer's own lines, whose severity is always said.
    private func usualSeverity(of key: HandoverItem.Key) -> HandoverSeverity? {
        key.isOwn ? nil : handoverPage?.current[key]?.item.severity
    }

    /// The form that is sent: an offer with everything up to now, an acceptance of the offer that was shown.
    func renewedHandover(_ form: Form) -> Form {
        guard let watch = board.watch else { return form }
        var form = form
        switch form.purpose {
        case .watch(.offer(let name, let old)) where name == watch.name:
            guard let written = handoverToOffer else { return form }
            form.purpose = .watch(.offer(name, written))
            form.expecting = watch.trail.last
            if old.risks.isEmpty, !written.risks.isEmpty, form.fields.count == 1 { form.fields += Form.riskFields }
        case .handover(.accept(let old, let officer)) where old.name == watch.name && old.offer == watch.offer:
            form.purpose = .handover(.accept(watch, officer: officer))
            form.expecting = watch.trail.last
            if form.fields.count == 5, !risksSinceOffer(of: watch).isEmpty { form.fields += Form.riskFields }
        default: break
        }
        return form
    }

    /// Why an offer is not sent at once: the log moved while the form was open.
    func movedSinceOpened(_ form: Form, _ renewed: Form) -> Message? {
        if case .handover(.accept) = form.purpose, renewed.fields.count > form.fields.count {
            return "Meanwhile it has become a dangerous moment: name a second person, or say why there is none."
        }
        guard case .watch(.offer(_, let old)) = form.purpose, case .watch(.offer(_, let new)) = renewed.purpose,
            let watch = board.watch, let source = handoverSource
        else { return nil }
        if old.risks.isEmpty, !new.risks.isEmpty {
            return "Meanwhile it has become a dangerous moment: name a second person, or say why there is none."
        }
        let check = HandoverCheck(old, source, of: watch, at: now)
        guard !check.added.isEmpty || !check.changed.isEmpty || !check.settled.isEmpty else { return nil }
        let names =
            (check.added + check.changed).map(\.key.subject.short)
            + check.settled.compactMap { HandoverItem.Key($0)?.subject.short }
        return
            "The log moved since this was opened (\(names.joined(separator: ", "))); send once more to offer it as it is now."
    }
}

extension Form {
    static let riskFields = [
        Field("Second person", hint: "a dangerous moment: who else is there; or say why nobody is"),
        Field("Because", hint: "why it goes on without a second person"),
    ]

    /// The pairs in the fields from one on; an empty pair is none.
    fileprivate func pairs(from first: Int) throws(FormFault) -> [IfThen] {
        var pairs: [IfThen] = []
        for place in stride(from: first, to: fields.count - 1, by: 2) {
            if fields[place].text.isEmpty, fields[place + 1].text.isEmpty { continue }
            pairs.append(IfThen(condition: try required(place), action: try required(place + 1)))
        }
        return pairs
    }
}
