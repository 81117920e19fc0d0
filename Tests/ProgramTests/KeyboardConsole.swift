import EventLog
import Keyboards
import Model
import Screen
import TestSupport
import Testing
import Wording

@testable import Interface
@testable import caricc

/// The state of a console and a log on disk, with keys for hands: what the console's worker does, at the hour that is said.
struct KeyboardConsole {
    let store: LogStore
    private(set) var state: AppState
    private var board: Board
    private var ids = EventIDSource()
    private let began: Instant
    private(set) var now: Instant

    init(founding path: String, at instant: Instant) throws {
        (began, now) = (instant, instant)
        let identity = try LogIdentity(centre: "CARICC", desk: "A", isExercise: false, epoch: "2008")
        try LogStore.found(
            path, identity: identity, actor: "setup", moment: MachineMoment(wall: instant, boot: "keys", mono: 0))
        store = try LogStore(opening: path)
        board = try store.board()
        state = AppState(
            board: board, now: instant, real: instant, width: 100, height: 40, officer: "sagynbaeva", layouts: [])
    }

    /// The clock of the console and of the log goes on to an hour.
    mutating func wait(until instant: Instant) {
        now = instant
        carryOut(state.handle(.tick(now: instant, real: instant)))
    }

    mutating func press(_ keys: Key...) { for key in keys { carryOut(state.handle(.key(key))) } }

    mutating func type(_ text: String) { for character in text { press(.character(character)) } }

    mutating func run(_ line: String) {
        press(.character(":"))
        type(line)
        press(.enter)
    }

    var form: Form? { if case .form(let form) = state.overlay { form } else { nil } }

    private mutating func carryOut(_ effects: [Effect]) {
        for effect in effects {
            switch effect {
            case .append(let drafts): append(drafts)
            case .loadHistory(let name):
                if let history = try? store.history(of: name) { carryOut(state.handle(.history(name, history))) }
            default: break
            }
        }
    }

    private mutating func append(_ drafts: [Draft]) {
        let moment = MachineMoment(wall: now, boot: "keys", mono: (now - began).milliseconds)
        let proposals = drafts.map { $0.proposal(ids.next(at: now), actor: "sagynbaeva") }
        do throws(LogFault) {
            let saved = try store.append(proposals, moment: moment)
            for one in saved { carryOut(state.handle(.saved(index: one.index, subject: one.subject))) }
            let new = try store.follow(&board)
            carryOut(state.handle(.moved(board, new: new)))
        } catch {
            let face = ClockFace(convention: Catalogue.english.convention, zone: .almaty)
            carryOut(state.handle(.notSaved(error.message(face))))
        }
    }
}

/// The answer to one question of a form; whatever is not answered is emptied.
enum KeyedAnswer: ExpressibleByStringLiteral {
    case text(String?)
    /// The place of the choice.
    case choice(Int)
    /// What stands in it already.
    case kept

    init(stringLiteral text: String) { self = .text(text) }

    static func choice<Code: CaseIterable & Equatable>(_ code: Code) -> KeyedAnswer {
        .choice(Array(Code.allCases).firstIndex(of: code) ?? 0)
    }

    /// One that stands behind a choice for "not said".
    static func choice<Code: CaseIterable & Equatable>(orNone code: Code?) -> KeyedAnswer {
        .choice(code.flatMap { Array(Code.allCases).firstIndex(of: $0) }.map { $0 + 1 } ?? 0)
    }

    static func yes(_ isYes: Bool) -> KeyedAnswer { .choice(isYes ? 1 : 0) }
    static func list(_ texts: [String], by mark: String = "; ") -> KeyedAnswer {
        .text(texts.joined(separator: mark))
    }
}

extension KeyboardConsole {
    /// Chooses a row of the list that is open, by its name.
    mutating func choose(_ isWanted: (String) -> Bool, with key: Key = .enter) {
        for _ in 0..<90 {
            guard case .pick(let pick) = state.overlay else { break }
            if let anchor = pick.list.anchor, isWanted(anchor) {
                press(key)
                return
            }
            press(.down)
        }
        Issue.record("no such row in \(String(describing: state.overlay))")
    }

    /// Something that is chosen from the list of all that can be written down.
    mutating func fact(_ word: String) {
        press(.character("e"))
        choose { $0 == word }
    }

    /// Answers the questions of the open form by their labels, and saves.
    mutating func answer(_ answers: [Message: KeyedAnswer]) {
        fill(answers)
        press(.control("s"))
        if let left = form { Issue.record("\(left.title): \(String(describing: left.fault))") }
    }

    mutating func fill(_ answers: [Message: KeyedAnswer]) {
        guard let open = form else {
            Issue.record("no form: \(String(describing: state.overlay)), \(String(describing: state.notice))")
            return
        }
        for label in answers.keys where !open.fields.contains(where: { $0.label == label }) {
            Issue.record("\(open.title) does not ask for \(label)")
        }
        for _ in open.fields {
            guard let form, case let field = form.fields[form.focus] else { return }
            switch (field.kind, answers[field.label]) {
            case (_, .kept?): break
            case (.choice(let choices, _), .choice(let wanted)?):
                for _ in choices {
                    guard case .choice(_, let selected)? = self.form?.fields[form.focus].kind, selected != wanted
                    else { break }
                    press(.right)
                }
            case (.choice, _): break
            case (_, .text(let text)?):
                press(.control("u"))
                type(text ?? "")
            default: if !field.text.isEmpty { press(.control("u")) }
            }
            press(.down)
        }
    }
}
