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
    }

    struct Section {
        let heading: String
        var rows: [Row] = []
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

    /// What belongs on the first page, and on as many more as it needs.
    var sections: [Section] {
        [watchSection, deliveries, alerts, actions, handover, leftOut, risks, calls].filter { !$0.rows.isEmpty }
    }

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
            Row(label: "", words: text($0.row(at: picture.now, face)))
        }
        return part("DELIVERIES", rows.isEmpty ? [Row(label: "", words: text("No delivery is open"))] : rows)
    }

    private var alerts: Section {
        let rows = picture.board.alertsInOrder(at: picture.now).map {
            Row(label: "", words: text($0.row(at: picture.now, face)))
        }
        return part("ALERTS", rows.isEmpty ? [Row(label: "", words: text("No alert is open"))] : rows)
    }

    private var actions: Section {
        let due = picture.board.agenda(at: picture.now).filter { $0.instant <= picture.draft.horizon }
        return part(
            "DUE, BY HOUR",
            due.map { item in
                let words: Message = "\(item.subject.short) \(item.matter.message)"
                return Row(label: face.moment(item.instant, now: picture.now), words: text(words))
            })
    }

    private var handover: Section {
        var rows: [Row] = []
        for (place, line) in picture.draft.lines.enumerated() {
            let words: Message = "\(line.severity.message): \(picture.words(of: line, face))"
            let due = line.item.due.map { "  " + face.moment($0, now: picture.now) } ?? ""
            rows.append(Row(label: "\(place + 1)", words: text(words) + due))
            rows += picture.details(of: line, face).map { Row(label: "", words: text($0), isDetail: true) }
        }
        for question in picture.watch.handover.questions {
            let asked: Message = "\(question.by) asks: \(question.asked.text)"
            let words: Message = question.answer.map { "\(asked); \($0.by) answers: \($0.text)" } ?? asked
            rows.append(Row(label: "?", words: text(words)))
        }
        if let rest = picture.offer?.written?.rest, rest > 0 {
            rows.append(Row(label: "", words: text("and \(grouped: rest) more, stable, as the log has them")))
        }
        return part("LINES OF THE HANDOVER", rows.isEmpty ? [Row(label: "", words: text("Nothing is open"))] : rows)
    }

    private var leftOut: Section {
        part(
            "DELIBERATELY NOT HANDED OVER",
            picture.draft.leftOut.map { line in
                let why = line.leftOut ?? ""
                return Row(label: "–", words: text(picture.words(of: line, face)) + ": " + why)
            })
    }

    private var risks: Section {
        var rows = picture.risks.map { Row(label: "!", words: text($0.message(face, now: picture.now))) }
        if let second = picture.offer?.written?.secondPerson {
            rows.append(Row(label: "", words: text("second person: \(second)")))
        }
        if let reason = picture.offer?.written?.riskReason {
            rows.append(Row(label: "", words: text("without a second person: \(reason)")))
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
        var rows = certificate.lines(phrase, face).map { Row(label: text($0.label), words: text($0.value)) }
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
