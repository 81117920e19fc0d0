import ArgumentParser
import EventLog
import Model
import Screen
import TestSupport
import Testing

@testable import Interface
@testable import Wording
@testable import caricc

/// Plays the acts of an exercise at the keys of a console: each act as the form or key that a person would take for it.
struct KeyboardPlayer {
    var console: KeyboardConsole
    private(set) var name: SubjectName?

    init(_ console: KeyboardConsole) { self.console = console }

    mutating func play(_ exercise: DeliveryExercise) throws {
        name = nil
        for act in exercise.acts {
            let parts = try #require(ISO8601.parse(act.at))
            console.wait(until: parts.civil.instant(offsetSeconds: parts.offsetSeconds ?? 0))
            let before = try console.store.size()
            let words = try BatchWords.split(act.words.replacing(" @", with: " \(name?.text ?? "")"))
            try keys(for: DeliveryCommand.parseAsRoot(words))
            #expect(try console.store.size() == before + 1, "\(act.words): \(String(describing: console.state.notice))")
        }
    }

    private mutating func keys(for command: any ParsableCommand) throws {
        if let open = command as? DeliveryOpen { return try self.open(open) }
        guard
            try preparing(command) || consents(command) || plans(command) || road(command) || exceptions(command)
                || evidence(command) || after(command)
        else {
            Issue.record("no keys for \(type(of: command))")
            return
        }
    }

    private mutating func open(_ act: DeliveryOpen) throws {
        console.run("new-delivery")
        console.answer([
            "Goods": .text(act.goods), "Asked by": .text(act.initiator.text), "Conveyance": .text(act.conveyance),
            "Method": .choice(act.method), "Priority": .choice(act.priority - 1),
        ])
        name = try console.store.entries(from: try console.store.size() - 1, limit: 1).first?.subject
        console.run("open \(name?.text ?? "")")
        #expect(console.state.screen == name.map { .subject($0) })
    }

    private mutating func preparing(_ command: any ParsableCommand) throws -> Bool {
        switch command {
        case let act as DeliveryDetail:
            console.run("entities \(name?.text ?? "")")
            console.answer([
                "Number": .list(act.details.number), "Hidden in": .text(act.details.hidden),
                "Who says so": .text(act.details.source),
            ])
        case let act as DeliveryCheck:
            console.fact("check")
            console.answer(["What": .text(act.text), "Stands against it": .yes(act.against)])
        case let act as DeliveryLeg:
            console.fact("plan-leg")
            console.answer([
                "Leg": .text("\(act.number)"), "State": .text(act.state.text), "Entry": .text(act.entry),
                "Exit": .text(act.exit), "From": .text(act.from), "Until": .text(act.until),
                "Report every": .text(act.every.map { "\($0)" }), "Quiet until": .text(act.quietUntil),
                "Lead": .text(act.lead), "Notice": .text(try act.notice.map(minutes)),
                "Method": .choice(orNone: act.method),
            ])
        case let act as DeliveryRequest:
            console.fact("send-request")
            console.answer([
                "To": .text(act.state.text), "Channel": .text(act.channel), "Our number": .text(act.number),
                "Text": .text(act.text), "Confirm by": .text(act.confirmBy), "Answer by": .text(act.answerBy),
                "In place of": .text(act.supersedes), "Version": .text(act.edition.map { "\($0)" }),
                "Their number": .text(act.theirNumber), "Language": .text(act.inLanguage),
            ])
        case let act as DeliveryConfirm:
            console.fact("confirmed")
            console.answer([
                "State": .text(act.state.text), "Who says so": .text(act.by), "Number": .text(act.number),
            ])
        default: return false
        }
        return true
    }

    /// A length as the form asks for it.
    private func minutes(_ length: String) throws -> String {
        let span = try TimeEntry(zone: .utc, now: console.now).span(length)
        return "\(span.milliseconds / 60_000)"
    }

    private mutating func consents(_ command: any ParsableCommand) throws -> Bool {
        switch command {
        case let act as DeliveryConsent:
            console.fact("consent")
            console.answer([
                "State": .text(act.state.text), "Authority": .text(act.by), "Number": .text(act.number),
                "Form": .choice(act.oral ? 1 : 0), "From": .text(act.from), "Until": .text(act.until),
                "Entry": .text(act.entry), "Exit": .text(act.exit), "Method": .choice(orNone: act.method),
                "Conditions": .list(act.condition), "Paper by": .text(act.paperBy), "In place of": .text(act.replaces),
            ])
        case let act as DeliveryRefuse:
            console.fact("consent-refused")
            console.answer([
                "State": .text(act.state.text), "Authority": .text(act.by), "Number": .text(act.number),
                "Because": .text(act.reason),
            ])
        case let act as DeliveryWithdrawConsent:
            console.fact("consent-withdrawn")
            console.answer([
                "State": .text(act.state.text), "Authority": .text(act.by), "Number": .text(act.number),
                "From": .text(act.from), "Because": .text(act.reason),
            ])
        case let act as DeliveryPaper:
            console.fact("paper")
            console.answer(["State": .text(act.state.text), "Number": .text(act.number)])
        default: return false
        }
        return true
    }

    private mutating func plans(_ command: any ParsableCommand) throws -> Bool {
        switch command {
        case let act as DeliveryAgreePlan:
            console.fact("plan")
            console.answer([
                "States": .list(act.state.map(\.text), by: ", "), "What": .text(act.text),
                "Version": .text("\(act.edition)"),
            ])
        case let act as DeliveryAgree:
            console.fact("intervention")
            console.answer([
                "Situation": .choice(act.situation), "Who decides": .text(act.decides), "Steps": .list(act.step),
                "Who is told": .list(act.tell, by: ", "), "Leg": .text(act.leg.map { "\($0)" }),
            ])
        case let act as DeliveryLimit:
            console.fact("limit")
            console.answer(["Minutes": .text("\(act.minutes)")])
        case let act as DeliveryChecklist:
            console.fact("checklist")
            console.answer([
                "Procedure": .text(act.procedure), "Version": .text("\(act.edition)"), "Steps": .list(act.step),
            ])
        case let act as DeliveryTick: tick(act.step, act.note) { $0.hasPrefix("list ") && $0.hasSuffix(" \(act.step)") }
        case let act as DeliveryPrepare:
            console.fact("prepared")
            console.answer([
                "Who prepared it": .text(act.by), "What": .text(act.text), "Place": .text(act.place), "Method": .kept,
                "Seal": .text(act.seal), "Weight": .text(act.gross), "Tracker": .text(act.tracker),
            ])
        case let act as DeliveryStart:
            console.fact("start-decided")
            console.answer([
                "Who decided": .text(act.by), "It starts": .yes(!act.not), "Number": .text(act.number),
                "Remark": .text(act.note),
            ])
        case let act as DeliveryAnnounce:
            console.fact("announce")
            console.answer([
                "States": act.state.isEmpty ? .kept : .list(act.state.map(\.text), by: ", "),
                "Because": .text(act.reason),
            ])
        default: return false
        }
        return true
    }

    /// Enter ticks; where there is something to say about it, the space bar asks for it first.
    private mutating func tick(_ step: Int, _ note: String?, _ isWanted: (String) -> Bool) {
        console.fact("step")
        console.choose(isWanted, with: note == nil ? .enter : .character(" "))
        if let note { console.answer(["Remark": .text(note)]) }
        if console.state.overlay != nil { console.press(.escape) }
    }

    private mutating func road(_ command: any ParsableCommand) throws -> Bool {
        switch command {
        case let act as DeliveryAccept:
            console.fact("accepted")
            var answers = handover(act.side)
            answers["Who took it over"] = .text(act.side.by)
            console.answer(answers)
        case let act as DeliveryRelease:
            console.fact("released")
            var answers = handover(act.side)
            answers["Who let it go"] = .text(act.side.by)
            console.answer(answers)
        case let act as DeliveryEyes:
            console.fact("eyes-on")
            console.answer([
                "Who sees it": .text(act.by), "Place": .text(act.place), "A tracker": .yes(act.tracker),
            ])
        case let act as DeliveryEyesLost:
            console.fact("eyes-lost")
            console.answer(["Who sees it no longer": .text(act.by), "Because": .text(act.reason)])
        case let act as DeliveryCheckin: heard(act)
        case let act as DeliveryNote:
            console.fact("note")
            console.answer(["Note": .text(act.text)])
        case let act as DeliveryCall:
            console.press(.character("c"), .character("o"))
            console.answer([
                "Whom": .text(act.party), "Outcome": .choice(act.outcome), "Remark": .text(act.note),
            ])
        default: return false
        }
        return true
    }

    private func handover(_ side: HandoverOptions) -> [Message: KeyedAnswer] {
        [
            "Place": .text(side.place), "Seal": .text(side.seal), "Weight": .text(side.gross),
            "Officer": .text(side.person), "Remark": .text(side.note),
        ]
    }

    private mutating func heard(_ act: DeliveryCheckin) {
        let delivery = name.flatMap { console.state.delivery($0) }
        let leg = act.leg.flatMap { number in delivery?.legs.first { $0.number == number } } ?? delivery?.currentLeg
        console.fact("heard")
        console.answer([
            "Who told": .text(act.from ?? "\(leg?.state ?? "") desk"), "What": .text(act.text),
            "Place": .text(act.place), "Leg": .text(act.leg.map { "\($0)" }), "Leaves at": .text(act.exitEstimate),
        ])
    }

    private mutating func exceptions(_ command: any ParsableCommand) throws -> Bool {
        switch command {
        case let act as DeliveryException:
            console.fact("exception")
            console.choose { $0 == act.kind.rawValue }
            console.answer([
                "What": .kept, "In words": .text(act.text), "Who says so": .text(act.from),
                "Called back": .yes(act.calledBack), "Leg": .text(act.leg.map { "\($0)" }),
            ])
        case let act as DeliveryStop:
            console.press(.character("!"))
            console.answer([
                "Who says so": .text(act.from), "Called back": .yes(act.calledBack), "What": .text(act.text),
            ])
        case let act as DeliveryStepDone:
            tick(act.step, act.note) { $0.hasPrefix("step ") && $0.hasSuffix(" \(act.step)") }
        case let act as DeliveryTold: tick(0, act.note) { $0.hasPrefix("tell ") && $0.hasSuffix(" \(act.party)") }
        case let act as DeliveryExceptionEnd:
            console.fact("exception-over")
            console.answer(["What": .kept, "In words": .text(act.text)])
        case let act as DeliveryDecide:
            console.fact("decision")
            console.answer([
                "Decision": .text(act.text), "Because": .text(act.reason), "Decided by": .text(act.by),
                "Options": .list(act.option),
            ])
        case let act as DeliverySettle:
            console.fact("explain")
            console.answer(["What": .kept, "In words": .text(act.text), "Who says so": .text(act.from)])
        case let act as DeliveryEnd:
            console.fact("end-delivery")
            console.answer([
                "Outcome": .choice(act.outcome), "Place": .text(act.place), "Remark": .text(act.note),
            ])
        default: return false
        }
        return true
    }

    private mutating func evidence(_ command: any ParsableCommand) throws -> Bool {
        switch command {
        case let act as DeliveryExhibit:
            console.fact("exhibit")
            console.answer([
                "Exhibit": .text(act.exhibit), "What": .text([act.thing, act.amount ?? ""].joined(separator: " ")),
                "State": .text(act.state.text), "Place": .text(act.place), "Seal": .text(act.seal),
            ])
        case let act as DeliveryWeigh:
            console.fact("weigh")
            console.answer([
                "Exhibit": .text(act.exhibit), "Weighing": .choice(act.weighing), "Weight": .text(act.weight),
                "Weighed by": .text(act.by), "Remark": .text(act.note),
            ])
        case let act as DeliveryReseal:
            console.fact("reseal")
            console.answer([
                "Exhibit": .text(act.exhibit), "Old seal": .text(act.old), "New seal": .text(act.new),
                "Because": .text(act.reason),
            ])
        case let act as DeliveryRecord:
            console.fact("sample")
            console.answer([
                "Exhibit": .text(act.exhibit), "Kind": .choice(act.sort), "Number": .text(act.reference),
                "Result": .text(act.result),
            ])
        case let act as DeliveryEvidence:
            console.fact("transfer")
            console.answer([
                "Exhibit": .text(act.exhibit), "Handed over by": .text(act.from), "Taken by": .text(act.to),
                "Seal": .text(act.seal),
            ])
        default: return false
        }
        return true
    }

    private mutating func after(_ command: any ParsableCommand) throws -> Bool {
        switch command {
        case let act as DeliveryFormal:
            console.fact("formal")
            console.answer([
                "Matter": .choice(act.matter), "From": .text(act.from.text), "To": .text(act.to.text),
                "Number": .text(act.number), "Answer by": .text(act.due),
            ])
        case let act as DeliveryFormalAnswer:
            console.fact("formal-answer")
            console.answer([
                "Number": .text(act.number), "Granted": .yes(!act.refused), "In words": .text(act.text),
            ])
        case let act as DeliveryInvestigation:
            console.fact("investigation")
            console.answer([
                "Kind": .choice(act.sort), "State": .text(act.state.text), "Authority": .text(act.by),
                "Number": .text(act.number), "In words": .text(act.note),
            ])
        case let act as DeliveryDebrief:
            console.fact("debrief")
            console.answer(["What": .text(act.text), "Next time": .list(act.lesson)])
        case let act as DeliveryClose:
            console.fact("close-delivery")
            console.answer(["Summary": .text(act.summary), "Because": .text(act.reason)])
        default: return false
        }
        return true
    }
}
