import Model
import Settings
import Wording

/// What the ear is told and what the eye is told instead: a function of the inputs, like everything else.
package struct Bell: Equatable, Sendable {
    /// How long `mute` lasts where nothing else is said, and the longest that it may, on the real clock.
    package static let muteLength = Span.minutes(15)
    package static let longestMute = Span.hours(1)
    /// Priorities above this make no sound.
    package static let lowestPriority = 2
    /// Priorities above this are not even told to the eye.
    package static let lowestShown = 3

    /// Whether anything sounds at all, from the configuration.
    package internal(set) var isOn = true
    /// Until when it is muted, on the real clock.
    package internal(set) var mutedUntil: Instant?
    /// What rang last, shown until a key is pressed; also while no sound is made.
    package internal(set) var last: Ring?
    /// The urgent needs that are there; nil until the board was seen once, because what is old does not ring.
    var known: Set<String>?
    /// After how long an alert of priority 1 or 2 that nobody acknowledged sounds again, from the configuration; never for zero.
    var intervals: [Span] = [.seconds(10), .minutes(3)]
    /// When each priority sounded last, or would have, on the real clock.
    var sounded: [Int: Instant] = [:]

    package struct Ring: Equatable, Sendable {
        package let priority: Int
        package let name: SubjectName
    }
}

extension AppState {
    /// The urgent needs of the live board, even while a past one is shown.
    var urgentNeeds: [Headline] {
        (liveBoard ?? board).needs(at: liveNow, for: ownOfficer).filter {
            $0.identity != nil && ($0.priority ?? .max) <= Bell.lowestShown
        }
    }

    /// Rings for what became urgent by itself, such as a silence or the end of a shelf.
    mutating func ringByTime() -> [Effect] {
        let first = ring { _ in true }
        return first.isEmpty ? ringAgain() : first
    }

    /// An alert that nobody acknowledged sounds again and again, priority 1 more often than 2, and the others not. Nothing
    /// that is said on it meanwhile begins the count anew. Where the ladder is at its first rung already, it is louder and
    /// comes twice as often.
    private mutating func ringAgain() -> [Effect] {
        let waiting = (liveBoard ?? board).alerts.values.filter {
            $0.isPressing(at: liveNow) && $0.thread.cancelled == nil
        }
        guard let priority = waiting.map(\.priority).min(), priority <= Bell.lowestPriority else {
            bell.sounded = [:]
            return []
        }
        let isLouder = waiting.contains {
            $0.priority == priority && $0.escalation(at: liveNow, by: board.ladders) != nil
        }
        let usual = bell.intervals[priority - 1]
        guard usual > .zero else { return [] }
        guard let last = bell.sounded[priority] else {
            bell.sounded[priority] = real
            return []
        }
        let interval = isLouder ? Span(milliseconds: usual.milliseconds / 2) : usual
        guard real - last >= interval else { return [] }
        bell.sounded[priority] = real
        return bell.isOn && !isMuted ? [.ring(priority: priority, isLouder: isLouder)] : []
    }

    /// Rings for what new entries made urgent; what this console wrote itself makes no sound.
    mutating func ring(_ new: [Entry]) -> [Effect] {
        let names = Set(new.filter { !ownEntries.contains($0.index) }.map(\.subject))
        return ring { $0.subject.map { names.contains($0) } ?? false }
    }

    /// A need rings once, for as long as it is there: a repeat of the same alert does not begin it anew.
    private mutating func ring(where isNews: (Headline) -> Bool) -> [Effect] {
        let needs = urgentNeeds
        defer { bell.known = Set(needs.compactMap(\.identity)) }
        guard let known = bell.known else { return [] }
        let rings = needs.compactMap { need -> Bell.Ring? in
            guard let identity = need.identity, !known.contains(identity), isNews(need), let name = need.subject,
                let priority = need.priority
            else { return nil }
            return Bell.Ring(priority: priority, name: name)
        }
        guard let loudest = rings.min(by: { $0.priority < $1.priority }) else { return [] }
        // That nobody moved is no news: it is louder, and leaves a mute as it is.
        let isNew = needs.contains { need in
            guard let identity = need.identity, need.priority == 1, isNews(need) else { return false }
            return !need.isEscalation && !known.contains(identity)
        }
        let isLouder = !isNew && needs.contains { $0.isEscalation && $0.subject == loudest.name }
        bell.last = loudest
        guard loudest.priority <= Bell.lowestPriority else { return [] }
        if isNew { bell.mutedUntil = nil }
        bell.sounded[loudest.priority] = real
        return bell.isOn && !isMuted ? [.ring(priority: loudest.priority, isLouder: isLouder)] : []
    }

    package var isMuted: Bool { bell.mutedUntil.map { $0 > real } ?? false }

    /// How many alerts wait for somebody, for the title of the window.
    package var unacknowledgedCount: Int { (liveBoard ?? board).unacknowledged(at: liveNow)?.count ?? 0 }
}

extension Headline {
    /// Whether it says that nobody moved, and whom to call now.
    fileprivate var isEscalation: Bool { if case .escalated = self { true } else { false } }

    /// The same for as long as the same thing is the matter; nil for what no bell is rung for.
    var identity: String? {
        switch self {
        case .silence(let name, _, _, let due, _): "silence \(name.text) \(due.milliseconds)"
        case .unacknowledged(let name, _, _, _): "unacknowledged \(name.text)"
        case .returned(let name, _, _, let since, _): "returned \(name.text) \(since.milliseconds)"
        case .windowOverrun(let name, _, let state, _, _): "overrun \(name.text) \(state)"
        case .crossingClosed(let name, _, let place, let state, let since, _):
            "closed \(name.text) \(state) \(place) \(since.milliseconds)"
        case .delivery(let name, _, let need): "delivery \(name.text) \(need.identity)"
        case .answerOverdue(let name, _, _, let due): "answer \(name.text) \(due.milliseconds)"
        case .replyOverdue(let name, _, _, let from, let due): "reply \(name.text) \(from) \(due.milliseconds)"
        case .rejected(let name, _, _, let by): "rejected \(name.text) \(by)"
        case .followUpDue(let name, _, _, let at): "follow-up \(name.text) \(at.milliseconds)"
        case .escalated(let name, _, _, _, let whom): "escalated \(name.text) \(whom.rawValue)"
        case .chargeOffered(let name, _, _, let by): "charge \(name.text) \(by)"
        case .messagesHeld(let name, _, _): "held \(name.text)"
        case .emergency(let name, _, _, let until): "emergency \(name.text) \(until.milliseconds)"
        case .countersignatureRefused(let name, let kind, let by, _): "refused \(name.text) \(kind) \(by)"
        case .countersignatureOverdue(let name, let kind, _, let due):
            "countersign \(name.text) \(kind) \(due.milliseconds)"
        case .nobodyHasTheWatch(let since?, let last?): "nobody \(last.text) \(since.milliseconds)"
        case .watchTaken(let name, _, _, _, _): "taken \(name.text)"
        case .handover(let name, let need): need.identity(name)
        case .expired, .watchOver, .nobodyHasTheWatch, .quiet, .watchOffered, .arrangementOverdue, .orderUnread: nil
        }
    }
}

extension Preferences {
    var bellIntervals: [Span] { bellRepeatSeconds.map { .seconds(Int64($0)) } }
}
