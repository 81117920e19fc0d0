import Model
import Wording

extension Message {
    /// The words of a note, and which earlier one they take the place of.
    static func note(_ text: String, corrects: Int64?) -> Message {
        corrects.map { "\(text) (corrects #\(Int($0)))" } ?? .verbatim(text)
    }
}

extension ShiftEvent {
    /// What the entry says about the watch, in one line.
    func message(_ time: (Instant) -> String) -> Message {
        switch self {
        case .started(let body):
            guard let old = body.relieves else { return "\(body.officer) takes the watch until \(time(body.until))" }
            guard let reason = body.reason else {
                return "\(body.officer) takes the watch over (\(old.text)) until \(time(body.until))"
            }
            return
                "\(body.officer) TAKES THE WATCH WITHOUT AN OFFER (\(old.text)) until \(time(body.until)): \(reason)"
        case .offered(let body):
            guard let written = body.handover else { return "the watch is offered to \(body.to)" }
            return
                "the watch is offered to \(body.to), with \(written.lines.count + written.rest) open lines, \(written.critical.count) critical"
        case .noted(let body): return .note(body.text, corrects: body.corrects)
        case .decided(let body): return body.message
        case .takingSeen(let body):
            return body.note.map { "confirms that the watch was taken: \($0)" } ?? "confirms that the watch was taken"
        case .itemSet(let body): return body.message
        case .saidBack(let body): return "says back \(body.item): \(body.text)"
        case .asked(let body):
            return body.item.map { "asks about \($0): \(body.text)" } ?? "asks about the handover: \(body.text)"
        case .answered(let body): return "answers #\(Int(body.question)): \(body.text)"
        case .refused(let body): return "DOES NOT TAKE THE WATCH: \(body.reason)"
        case .paperRow(let body):
            if let about = body.about { return "paper, row \(body.row): about \(about.text)" }
            return "paper, row \(body.row): \(body.text ?? "")"
        case .ended(let body):
            var words: Message = body.relievedBy.map { "the watch ends, relieved by \($0)" } ?? "the watch ends"
            if let offer = body.offer { words = "\(words), as offered in #\(Int(offer))" }
            if let reservation = body.reservation { words = "\(words), WITH RESERVATION: \(reservation)" }
            return body.note.map { "\(words): \($0)" } ?? words
        }
    }
}

extension HandoverItemSet {
    fileprivate var message: Message {
        if let leftOut { return "not handed over: \(item), because: \(leftOut)" }
        var line: Message = "handover, \(item)"
        if let severity { line = "\(line), \(severity.message)" }
        if let note { line = "\(line): \(note)" }
        for pair in ifThen { line = "\(line); if \(pair.condition), then \(pair.action)" }
        return line
    }
}

extension DecisionRecorded {
    /// What was decided and why first; then what else there was.
    var message: Message {
        var line: Message = "DECISION: \(text). Because: \(reason)"
        if let about { line = "\(line); about \(about.text)" }
        line = "\(line); decided by \(decidedBy)"
        if !options.isEmpty { line = "\(line); instead of: \(options.joined(separator: ", "))" }
        if let concerns { line = "\(line); CONCERNS: \(concerns)" }
        return "\(line); known up to #\(Int(knownTo))"
    }
}

extension RosterEvent {
    func message(_ time: (Instant) -> String) -> Message {
        switch self {
        case .set(let body):
            "turns of \(decimal: body.turn.hoursText) h from \(time(body.begins)) (\(body.zone)), rest of \(decimal: body.rest.hoursText) h"
        case .planned(let body):
            .plural(
                body.turns.count, one: "%1 turn planned, up to %2", other: "%1 turns planned, up to %2",
                .text(body.turns.map(\.until).max().map(time) ?? ""))
        case .replaced(let body): "the turn of \(time(body.turn)) is for \(body.officer): \(body.reason)"
        case .swapped(let body): "the turns of \(time(body.turn)) and \(time(body.with)) are swapped: \(body.reason)"
        case .cancelled(let body): "the turn of \(time(body.turn)) is cancelled: \(body.reason)"
        }
    }
}

extension Int {
    /// Minutes as hours in plain decimal: 720 is "12", 750 is "12.5".
    package var hoursText: String { (Int64(self) * 1_000 / 60).speedText }
}

extension OnCallEvent {
    func message(_ time: (Instant) -> String) -> Message {
        switch self {
        case .set(let body):
            let state = body.state.map { " \($0)" } ?? ""
            let until: Message = body.until.map { "until \(time($0))" } ?? "until further notice"
            return "on call: \(body.duty.message)\(state), \(body.person), \(until); \(body.wakeMessage)"
        case .ended(let body): return body.note.map { "no longer on call: \($0)" } ?? "no longer on call"
        }
    }
}

extension OnCallSet {
    /// For what the person may be woken.
    package var wakeMessage: Message {
        switch wakeFor {
        case 0: "do not wake"
        case 1: "wake for priority 1"
        default: "wake for priority 1 to \(wakeFor)"
        }
    }
}

extension StandingOrderEvent {
    func message(_ time: (Instant) -> String) -> Message {
        switch self {
        case .issued(let body):
            let words: Message = "STANDING ORDER from \(time(body.from)): \(body.title)"
            return body.replaces.map { "\(words) (takes the place of \($0.text))" } ?? words
        case .read: return "read and signed"
        case .ended(let body): return "the order ends: \(body.reason)"
        }
    }
}

extension ArrangementEvent {
    func message(_ time: (Instant) -> String) -> Message {
        switch self {
        case .made(let body):
            let words: Message = "IN FORCE, \(body.type.message): \(body.text) (\(body.orderedBy))"
            return body.until.map { "\(words), until \(time($0))" } ?? words
        case .extended(let body): return "in force until \(time(body.until)): \(body.reason)"
        case .ended(let body):
            let words: Message = body.isCarriedOut ? "CARRIED OUT" : "no longer in force"
            return body.note.map { "\(words): \($0)" } ?? words
        }
    }
}

extension RosterRemark {
    /// The same behind the time at which it begins.
    func shortMessage(_ face: ClockFace, now: Instant) -> Message {
        switch self {
        case .gap(_, let until?): "NOBODY until \(face.moment(until, now: now))"
        case .gap(_, nil): "NOBODY from here on"
        case .overlap(_, let until, let officer, let other):
            "\(officer) and \(other) both until \(face.moment(until, now: now))"
        case .tooLong(let officer, let from, let until): "\(officer): \(face.age(until - from)) in a row"
        case .tooSoon(let officer, _, let rest): "\(officer): only \(face.age(rest)) of rest"
        }
    }

    /// What is wrong with the plan, in one line.
    package func message(_ face: ClockFace, now: Instant) -> Message {
        func time(_ instant: Instant) -> String { face.moment(instant, now: now) }
        switch self {
        case .gap(let from, let until?): return "NOBODY is planned from \(time(from)) to \(time(until))"
        case .gap(let from, nil): return "nobody is planned from \(time(from)) on"
        case .overlap(let from, let until, let officer, let other):
            return "\(officer) and \(other) are both planned from \(time(from)) to \(time(until))"
        case .tooLong(let officer, let from, let until):
            return "\(officer) is planned for \(face.age(until - from)) in a row, from \(time(from))"
        case .tooSoon(let officer, let from, let rest):
            return "\(officer) has only \(face.age(rest)) of rest before \(time(from))"
        }
    }
}
