import Keyboards
import Model
import Screen
import TestSupport
import Testing
import Wording

@testable import Interface

/// An officer at the keys of a console, with a log in memory that takes what the model takes.
struct DeliveryDesk {
    var log: SampleLog
    var state: AppState
    /// How many keys were pressed.
    private(set) var keys = 0
    /// Why the last append was not taken.
    private(set) var refusal: Refusal?

    init(_ log: SampleLog = .busyNight, width: Int = 80, height: Int = 24) {
        self.log = log
        state = Sample.state(log, width: width, height: height)
    }

    mutating func press(_ pressed: Key...) {
        for key in pressed {
            keys += 1
            carryOut(state.handle(.key(key)))
        }
    }

    mutating func type(_ text: String) { for character in text { press(.character(character)) } }

    /// Runs a command by its word.
    mutating func run(_ line: String) {
        press(.character(":"))
        type(line)
        press(.enter)
    }

    /// Answers the fields from the one that has the focus on; nil keeps what stands there. Then saves.
    mutating func answer(_ answers: String?...) {
        guard case .form(var form) = state.overlay else {
            Issue.record("no form: \(String(describing: state.overlay)), \(String(describing: state.notice))")
            return
        }
        form.focus = 0
        state.overlay = .form(form)
        for answer in answers {
            if let answer {
                press(.control("u"))
                type(answer)
            }
            press(.down)
        }
        press(.control("s"))
        if case .form(let form) = state.overlay { Issue.record("\(form.title): \(String(describing: form.fault))") }
    }

    /// The same, and leaves it unsaved.
    mutating func answerInPlace(_ answers: String?...) {
        guard case .form(var form) = state.overlay else { return }
        form.focus = 0
        state.overlay = .form(form)
        for answer in answers {
            if let answer {
                press(.control("u"))
                type(answer)
            }
            press(.down)
        }
    }

    /// A fact that is chosen from the list of all.
    mutating func fact(_ word: String) {
        press(.character("e"))
        for _ in 0..<60 {
            guard case .pick(let pick) = state.overlay, pick.list.anchor != word else { break }
            press(.down)
        }
        press(.enter)
    }

    private mutating func carryOut(_ effects: [Effect]) {
        for effect in Sample.carryOut(effects, in: &state, log: log) {
            if case .append(let drafts) = effect { save(drafts) }
        }
    }

    /// What a colleague writes meanwhile.
    mutating func colleague(_ event: DeliveryEvent, on name: SubjectName) {
        log.add(.delivery(event), to: name, minutesAgo: 0, actor: "orazov")
        moved()
    }

    /// Tells the console what the log has meanwhile.
    mutating func noticeMove() { moved() }

    private mutating func moved() {
        guard let entry = log.entries.last else { return }
        carryOut(state.handle(.moved(log.board, new: [entry])))
    }

    private mutating func save(_ drafts: [Draft]) {
        refusal = nil
        var names: [SubjectName] = []
        for draft in drafts {
            let happened = draft.at.map { (SampleLog.night - $0).milliseconds / 60_000 }
            let name: SubjectName
            switch draft.target {
            case .new(let area):
                name = log.begin(area, draft.event, minutesAgo: 0, happened: happened)
                names.append(name)
                moved()
                continue
            case .existing(let known): name = known
            case .sameAs(let place): name = names[place]
            }
            names.append(name)
            if case .delivery(let event) = draft.event,
                let delivery = log.board.deliveries[name] ?? state.delivery(name),
                let reason = delivery.refusal(of: event, by: "sagynbaeva", at: SampleLog.night)
            {
                refusal = reason
                carryOut(state.handle(.notSaved(.verbatim("\(reason)"))))
                return
            }
            log.add(draft.event, to: name, minutesAgo: 0, happened: happened)
            moved()
        }
        guard let entry = log.entries.last, let name = names.last else { return }
        carryOut(state.handle(.saved(index: entry.index, subject: name)))
    }

    var last: DeliveryEvent? {
        if case .delivery(let event) = log.entries.last?.event { event } else { nil }
    }

    var form: Form? { if case .form(let form) = state.overlay { form } else { nil } }
    var text: String { state.render().plainLines().joined(separator: "\n") }
}
