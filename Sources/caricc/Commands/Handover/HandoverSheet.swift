import EventLog
import Interface
import Model
import Screen
import Wording

/// The sheet of a handover: what was open, what was said of it, by what it is certified, room for two signatures, and rows to be
/// written by hand while no machine runs.
struct HandoverSheet {
    /// One row: a short label, and words that may be long.
    struct Row: Equatable {
        let label: String
        let words: String
        /// Belongs to the row above.
        var isDetail = false
        /// What the next officer said of the row above.
        var isReadBack = false
        /// Not broken: what does not fit in one line is left out.
        var isClipped = false
    }

    struct Section {
        let heading: String
        var rows: [Row] = []
        /// Told elsewhere, too, so that one line for each is enough where there is little room.
        var isBrief = false
        /// Columns for the widest label of all its rows, also where a page has some of them only.
        var labels = 0

        /// The same section with some of its rows.
        func holding(_ rows: [Row]) -> Section {
            Section(heading: heading, rows: rows, isBrief: isBrief, labels: labels)
        }
    }

    let picture: HandoverPicture
    /// Nil while the watch was not given yet.
    let relief: HandoverRelief?
    let certificate: HandoverCertificate?
    let identity: LogIdentity
    let catalogue: Catalogue
    let face: ClockFace
    /// How to reach those on call, by the hash of the payload; empty where that is not to be printed.
    let contacts: [Digest: String]

    /// The name that stands on every page and before every row of paper.
    var name: String { picture.watch.name.text }

    /// What makes a sheet of an exercise known as one, on every page; nil on a real one.
    var mark: String? {
        identity.isExercise ? text("DRILL") + "  " + text("NOT REAL") + "  " + text("DRILL") : nil
    }

    func text(_ message: Message) -> String { catalogue.text(message) }

    var title: String { text("Handover of the watch \(name)") }

    /// What is on the sheet, in this order.
    ///
    /// - Parameters:
    ///   - stable: how many of the stable lines stand in full; the others are counted
    ///   - isShort: what the lines do not say is told in one line for each
    func sections(stable: Int, isShort: Bool) -> [Section] {
        [
            watchSection, risks, handover(stable: stable), leftOut, deliveries, alerts, actions, calls,
        ].filter { !$0.rows.isEmpty }.map { section in
            var section = section
            section.labels = section.rows.map { SafeText($0.label).width }.max() ?? 0
            guard isShort, section.isBrief else { return section }
            for place in section.rows.indices { section.rows[place].isClipped = true }
            return section
        }
    }

    var stableCount: Int { picture.draft.lines.count { !$0.isAlwaysTold } }

    private func part(_ heading: Message, _ rows: [Row]) -> Section { Section(heading: text(heading), rows: rows) }

    private var watchSection: Section {
        let watch = picture.watch
        let until = watch.endedAt ?? watch.started.until
        var rows = [
            Row(
                label: text("Watch"),
                words: "\(watch.started.officer), \(face.stamp(watch.from)) – \(face.stamp(until))"),
            Row(label: text("As of"), words: "\(face.yearDay(picture.now)) \(face.zonedTime(picture.now))"),
        ]
        if let relief {
            rows += relief.lines(face).map { Row(label: text($0.label), words: text($0.value)) }
        } else if let offer = picture.offer {
            let words: Message = "\(offer.to) \(face.stamp(offer.at)), NOT ACCEPTED YET"
            rows.append(Row(label: text("Offered to"), words: text(words)))
        } else {
            rows.append(Row(label: text("Handover"), words: text("a draft: not offered yet")))
        }
        return part("WATCH", rows)
    }

    private var deliveries: Section {
        let rows = picture.board.deliveriesInOrder(at: picture.now).map {
            Row(label: "", words: text($0.sheetRow(at: picture.now, face)))
        }
        var section = part("DELIVERIES", rows.isEmpty ? [Row(label: "", words: text("No delivery is open"))] : rows)
        section.isBrief = true
        return section
    }

    private var alerts: Section {
        let rows = picture.board.alertsInOrder(at: picture.now).map {
            Row(label: "", words: named(text($0.row(at: picture.now, face)), $0.name))
        }
        var section = part("ALERTS", rows.isEmpty ? [Row(label: "", words: text("No alert is open"))] : rows)
        section.isBrief = true
        return section
    }

    /// What has an hour and stands among no lines.
    private var actions: Section {
        let lines = picture.draft.lines.map(\.key)
        let due = picture.board.agenda(at: picture.now).filter {
            $0.instant <= picture.draft.horizon && !$0.isTold(by: lines)
        }
        var section = part(
            "DUE BESIDE THE LINES, BY HOUR",
            due.map { item in
                let words: Message = "\(item.subject.text) \(item.matter.message)"
                return Row(label: face.moment(item.instant, now: picture.now), words: text(words))
            })
        section.isBrief = true
        return section
    }

    /// The number alone is of a delivery or of an order; on paper there is nothing beside it that tells which.
    private func named(_ words: String, _ subject: SubjectName) -> String {
        words.hasPrefix(subject.short + " ") ? subject.text + words.dropFirst(subject.short.count) : words
    }

    /// - Parameter stable: how many of the stable lines are told
    private func handover(stable: Int) -> Section {
        var rows: [Row] = []
        var told = 0
        for (place, line) in picture.draft.lines.enumerated() {
            if !line.isAlwaysTold {
                told += 1
                if told > stable { continue }
            }
            let words: Message =
                "\(line.severity.message): \(named(text(picture.words(of: line, face)), line.key.subject))"
            let isSaid = line.item.saysItsHour(at: picture.now)
            let due = isSaid ? "" : line.item.due.map { "  " + face.moment($0, now: picture.now) } ?? ""
            rows.append(Row(label: "\(place + 1)", words: text(words) + due))
            rows += details(of: line)
        }
        // What the one who took it knew beside the offer.
        for line in picture.cameUp {
            let words: Message =
                "\(line.severity.message), since the offer: \(named(text(picture.words(of: line, face)), line.key.subject))"
            let due = line.item.due.map { "  " + face.moment($0, now: picture.now) } ?? ""
            rows.append(Row(label: "+", words: text(words) + due))
            rows += details(of: line)
        }
        for question in picture.watch.handover.questions {
            let asked: Message = "\(question.by) asks: \(question.asked.text)"
            let words: Message = question.answer.map { "\(asked); \($0.by) answers: \($0.text)" } ?? asked
            rows.append(Row(label: "?", words: text(words)))
        }
        let rest = (picture.offer?.written?.rest ?? 0) + max(0, told - stable)
        if rest > 0 {
            rows.append(
                Row(
                    label: "",
                    words: text(
                        .plural(
                            rest, one: "and %1 stable line more: in the log",
                            other: "and %1 stable lines more: in the log"))))
        }
        return part("LINES OF THE HANDOVER", rows.isEmpty ? [Row(label: "", words: text("Nothing is open"))] : rows)
    }

    private func details(of line: HandoverDraft.Line) -> [Row] {
        (picture.words(to: line, face) + picture.changes(of: line, face)).map {
            Row(label: "", words: text($0), isDetail: true)
        }
            + picture.readBack(of: line, face).map {
                Row(label: "", words: text($0), isDetail: true, isReadBack: true)
            }
    }

    private var leftOut: Section {
        part(
            "DELIBERATELY NOT HANDED OVER",
            picture.draft.leftOut.flatMap { line -> [Row] in
                let words = named(text(picture.words(of: line, face)), line.key.subject)
                return [Row(label: "–", words: words)] + details(of: line)
            })
    }

    /// What made it dangerous when it was offered and when it was accepted, with what was said to it each time.
    private var risks: Section {
        var rows = picture.risks.map { Row(label: "!", words: text($0.message(face, now: picture.now))) }
        func add(_ second: String?, _ reason: String?) {
            if let second { rows.append(Row(label: "", words: text(picture.secondPerson(second)))) }
            if let reason { rows.append(Row(label: "", words: text("without a second person: \(reason)"))) }
        }
        add(picture.offer?.written?.secondPerson, picture.offer?.written?.riskReason)
        if let ended = picture.watch.ended, !ended.risks.isEmpty {
            rows += ended.risks.map {
                Row(label: "!", words: text("since the offer: \($0.message(face, now: picture.now))"))
            }
            add(ended.secondPerson, ended.riskReason)
        }
        return part("RISKS OF THIS MOMENT", rows)
    }

    private var calls: Section {
        var rows = picture.board.onCall(at: picture.now).map { person in
            Row(label: "", words: text(person.row(contact: person.contact.flatMap { contacts[$0] }, face)))
        }
        let states = Set(picture.board.deliveries.values.filter { $0.end == nil }.flatMap { $0.legs.map(\.state) })
        for state in states.sorted() {
            guard let desk = picture.board.directory.desk(of: state) else { continue }
            rows.append(Row(label: state, words: "\(desk.name)  \(desk.number)"))
        }
        return part("WHOM TO CALL", rows)
    }

    // MARK: The seal

    /// Below what the two officers sign.
    var sealRows: [Row] {
        guard let certificate else {
            let words: Message =
                relief == nil
                ? "not certified: the watch was not accepted yet" : "not certified yet: no checkpoint covers it"
            return [Row(label: text("Certificate"), words: text(words))]
        }
        let phrase = certificate.phrase(catalogue.language)
        let check: String = "caricc log verify --phrase \"\(phrase)\""
        // Who gave and took it stands in full at the head; here in one line each, however much was said to it.
        let given = certificate.relief.lines(face).count
        var rows = certificate.lines(phrase, face).enumerated().map { place, line in
            Row(label: text(line.label), words: text(line.value), isClipped: place < given)
        }
        // The root in two lines of four groups, as it is read out.
        let groups = certificate.root.groups.split(separator: " ")
        if rows.last?.words == certificate.root.groups {
            rows[rows.count - 1] = Row(label: text("Root"), words: groups.prefix(4).joined(separator: " "))
            rows.append(Row(label: "", words: groups.dropFirst(4).joined(separator: " ")))
        }
        return rows + [Row(label: text("To check"), words: check)]
    }

    /// Who signs by hand, under which words.
    var signatures: [(label: String, name: String)] {
        let incoming = relief?.incoming.name ?? picture.offer?.to ?? ""
        return [
            (text("Watch handed over"), picture.watch.started.officer), (text("Watch taken over"), incoming),
        ]
    }

    func rowName(_ number: Int) -> String { "\(name)/\(number < 10 ? "0" : "")\(number)" }

    var paperHeading: String { text("WRITTEN BY HAND, to be entered later: each row once, with its number") }
    var paperColumns: [String] { [text("Row"), text("Time"), text("Who"), text("What")] }
}

extension HandoverDraft.Line {
    /// What is critical or to be watched is never only counted, nor what somebody wrote to a line.
    fileprivate var isAlwaysTold: Bool {
        if severity != .stable || lowered != nil || note != nil || !ifThen.isEmpty || key.isOwn { return true }
        // What holds for a while, whom to call anew and what is ordered stands in no other part of the sheet.
        return switch item.matter {
        case .arrangement, .contactsChanged, .newOrder, .unsignedOrder, .due(.orderBegins), .due(.orderEnds),
            .messagesHeld:
            true
        default: false
        }
    }
}

extension Delivery {
    /// Where it is and since which word, what is due, who has the load, who decides: what a sheet of paper has to say.
    fileprivate func sheetRow(at now: Instant, _ face: ClockFace) -> Message {
        func time(_ instant: Instant) -> String { face.moment(instant, now: now) }
        var parts: [Message] = [row(at: now, face)]
        if let leg = currentLeg { parts.append("in \(leg.state), leg \(leg.number) of \(legs.count)") }
        if let last = lastPosition { parts.append("last at \(last.place), \(time(last.at)), from \(last.from)") }
        if let report = lastReport, report.report.place == nil {
            parts.append("last report \(time(report.at)) from \(report.report.from)")
        }
        if let due = reportDue { parts.append("next report \(time(due))") }
        if let holder = custody.holder { parts.append("held by \(holder.party)") }
        let decides = exceptions.agreed.first { $0.leg == nil || $0.leg == currentLegNumber }?.decides
        if let state = decides ?? currentLeg?.state { parts.append("\(state) decides") }
        return parts.dropFirst().reduce(parts[0]) { "\($0); \($1)" }
    }
}
