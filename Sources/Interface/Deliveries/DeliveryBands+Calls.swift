import Model
import Screen
import Wording

/// How somebody can be reached.
struct PartyContact: Equatable {
    /// As it is filed.
    let number: String
    /// What they speak there, such as `ru uz`; nil where nobody filed it.
    var languages: String?
    /// Their clock; nil where it is not known.
    var zone: Zone?
    /// When somebody last made sure of it; nil where nobody said.
    var checked: Instant?
    /// Set where a party is reached through the desk of its State, whose number this is.
    var isThroughDesk = false

    var words: String { [number, languages].compactMap { $0 }.joined(separator: "  ") }
}

/// The bands of what was agreed beforehand, whom to call, and what was heard last.
extension AppState {
    /// How to reach a party, as far as it is known here; nil where only its name is.
    func contact(of party: Party) -> PartyContact? {
        switch party {
        case .desk(let state): return board.directory.desk(of: state).map { contact($0) }
        case .named(let name):
            // "UZB Customs" is found by its own entry, else reached through the desk of UZB.
            guard let state = party.state?.uppercased(), StateKey.isKnown(state) else { return nil }
            let rest = String(name.dropFirst(state.count)).trimmingBlanks
            let own = rest.isEmpty ? nil : board.directory.contacts(state).first { $0.isCalled(rest) }
            if let own { return contact(own) }
            return board.directory.desk(of: state).map { desk in
                var found = contact(desk)
                found.isThroughDesk = true
                return found
            }
        case .responsible(let person):
            guard let person, let digest = board.onCall(at: now).first(where: { $0.terms.person == person })?.contact,
                let number = contacts[digest]
            else { return nil }
            return PartyContact(number: number)
        }
    }

    private func contact(_ desk: Directory.Desk) -> PartyContact {
        PartyContact(
            number: desk.number, languages: desk.languages?.replacing(",", with: "").replacing("  ", with: " "),
            zone: desk.zone.flatMap { Zone.named($0) } ?? Zone.desk(of: desk.item.key.state),
            checked: desk.item.verified?.at)
    }

    /// Whether a call comes at night there: the hour on their clock.
    private func there(_ contact: PartyContact?) -> CellText {
        guard let zone = contact?.zone else { return .empty }
        let clock = ClockFace(convention: face.convention, zone: zone).clockTime(now)
        return CellText(catalogue.text("\(clock) there"), .dim)
    }

    /// How old the number is: what nobody made sure of is said.
    private func checked(_ contact: PartyContact?) -> CellText {
        guard let contact else { return .empty }
        guard let checked = contact.checked else { return CellText(catalogue.text("unverified"), .warning) }
        let age = now - checked
        let words = catalogue.text("checked \(face.age(max(age, .zero))) ago")
        return CellText(words, age > .days(30) ? .warning : .dim)
    }

    // MARK: IF …

    func interventionBand(_ delivery: Delivery, _ width: Int) -> PageBlock {
        let all = delivery.interventions(at: now)
        guard let first = all.first else { return agreedBand(delivery, width) }
        let lines = all.enumerated().flatMap { place, intervention in
            self.lines(of: intervention, isFirst: place == 0, width: width)
        }
        let situation = catalogue.text(first.situation.message)
        let title =
            first.open == nil
            ? catalogue.text("IF IT COMES TO “\(situation)”") : catalogue.text("\(situation): WHAT WAS AGREED")
        let decides = first.decides.map { catalogue.text("\($0) decides") } ?? catalogue.text("nothing was agreed")
        return PageBlock(
            title: Segment.rule(title, first.open == nil ? .heading : .urgent, remark: [decides], width: width),
            panel: .contingency, titleRank: 2, lines: lines)
    }

    /// Steps and those to be told, with a box each; what is done gives way first.
    func lines(of intervention: Intervention, isFirst: Bool, width: Int) -> [PageLine] {
        var lines: [PageLine] = []
        func add(_ words: String, _ role: Role, _ rank: Int) {
            for (line, piece) in SafeText(words).wrapped(to: width - 4).enumerated() {
                let box = line == 0 ? piece.plain : "    \(piece.plain)"
                lines.append(PageLine(segments: [Segment(box, role)], rank: rank, panel: .contingency))
            }
        }
        if let open = intervention.open, !isFirst || intervention.steps.isEmpty {
            let words = catalogue.text(
                "\(intervention.situation.message) since \(face.instantWithAge(open.at, now: now)), says \(open.entered.from): \(open.entered.text)"
            )
            add(words, .warning, isFirst ? 2 : 5)
        }
        for step in intervention.steps {
            let done = step.done.map { " (\($0.by), \(face.moment($0.at, now: now)))" } ?? ""
            // All that is to be done stands beside the clock, before the steps of the ladder that come later.
            let rank = step.done != nil ? 7 : isFirst ? 2 : 5
            add("\(step.done == nil ? "[ ]" : "[x]") \(step.text)\(done)", step.done == nil ? .text : .dim, rank)
        }
        guard !intervention.tell.isEmpty else { return lines }
        let told = intervention.tell.map { telling in
            "\(telling.told == nil ? "[ ]" : "[x]") \(telling.party)"
                + (telling.told.map { " \(face.clockTime($0.at))" } ?? "")
        }
        add("\(catalogue.text("Tell")) \(told.joined(separator: "  "))", .text, isFirst ? 3 : 6)
        return lines
    }

    /// What was agreed for what has not come, a line each.
    private func agreedBand(_ delivery: Delivery, _ width: Int) -> PageBlock {
        let agreed = delivery.end == nil ? delivery.exceptions.agreed : []
        let lines = agreed.map { body in
            let words = catalogue.text(
                "\(body.situation.message): \(body.decides) decides, \(body.steps.joined(separator: "; "))")
            return PageLine(segments: [Segment(words)], rank: 8, panel: .contingency)
        }
        return PageBlock(
            title: Segment.rule(catalogue.text("AGREED BEFOREHAND"), width: width), panel: .contingency, titleRank: 8,
            lines: lines)
    }

    // MARK: CALL

    func callBand(_ delivery: Delivery, _ width: Int) -> PageBlock {
        let need = board.needs(at: now, for: ownOfficer).first { $0.subject == delivery.name }
        let all = delivery.contacts(responsible: responsibleOnCall, first: need?.stateToCall, at: now)
        let rows = contactTable(all, width: width)
        let lines = rows.enumerated().map { place, row in
            PageLine(segments: row, rank: place == 0 ? 0 : place == 1 ? 3 : 6, panel: .contacts)
        }
        return PageBlock(
            title: Segment.rule(
                catalogue.text("CALL"), remark: delivery.end == nil ? [] : [catalogue.text("it has ended")],
                width: width), panel: .contacts, titleRank: 3, lines: lines)
    }

    func contactTable(_ all: [LegContact], width: Int) -> [[Segment]] {
        pageTable(
            Array(repeating: .verbatim(""), count: 6),
            [.always, .needed(5), .needed(1), .needed(2), .needed(4), .needed(3)], flexible: 2,
            all.map { row in
                let reach = contact(of: row.party)
                let through = reach?.isThroughDesk == true
                return [
                    CellText(catalogue.text(row.party.message)), CellText(catalogue.text(row.why.message), .dim),
                    reach.map { reach in
                        CellText(
                            through
                                ? [
                                    catalogue.text("through the desk \(reach.words)"),
                                    catalogue.text("through the desk"),
                                ]
                                : [reach.words, reach.number], .key)
                    } ?? CellText(catalogue.text("no number filed here"), .dim),
                    there(reach), checked(reach), lastCall(row),
                ]
            }, width: width
        ).rows
    }

    private func lastCall(_ row: LegContact) -> CellText {
        if let tried = row.tried {
            return CellText(
                catalogue.text("tried \(face.moment(tried.at, now: now)) \(tried.outcome.message)"), .warning)
        }
        guard let spoke = row.spoke else { return CellText(catalogue.text("not spoken yet"), .dim) }
        return CellText(catalogue.text("spoke \(face.moment(spoke, now: now))"))
    }

    // MARK: LATEST

    /// What was heard last: learnt, happened in brackets where that differs, and by how much it came late.
    func latestBand(_ delivery: Delivery, _ width: Int) -> PageBlock {
        let shown = timeline(of: delivery.name).compactMap { item -> Entry? in
            if case .entry(let entry, _, let isStruck) = item, !isStruck { entry } else { nil }
        }.prefix(layout.isWide ? height : max(3, height - 24))
        let rows = pageTable(
            [.verbatim(""), .verbatim(""), .verbatim(""), .verbatim("")],
            [.always, .always, .needed(2), .needed(1)], flexible: 1,
            shown.map { entry in
                let late = entry.lateness
                let when = face.moment(entry.learnt, now: now)
                let happened = late == nil ? "" : " (\(face.moment(entry.at, now: now)))"
                return [
                    CellText(when + happened), CellText(catalogue.text(entry.message(face, now: now))),
                    CellText(late.map { catalogue.text("late \(face.age($0))") } ?? "", .warning),
                    CellText("#\(entry.index)", .dim),
                ]
            }, width: width
        ).rows
        let lines = rows.enumerated().map { place, row in
            PageLine(segments: row, rank: place == 0 ? 4 : 8 + place, panel: .timeline)
        }
        return PageBlock(
            title: Segment.rule(
                catalogue.text("LATEST"), remark: [catalogue.text("learnt (happened)")], width: width),
            panel: .timeline, titleRank: 7, lines: lines)
    }
}

extension Directory.Desk {
    /// Whether its name has these words, whatever the case and accents.
    fileprivate func isCalled(_ words: String) -> Bool {
        func folded(_ text: String) -> String { String(String.UnicodeScalarView(SearchFolding.fold(text))) }
        return folded(name).contains(folded(words))
    }
}
