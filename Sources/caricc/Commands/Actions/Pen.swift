import EventLog
import Model
import Wording

/// Writes one event for a command and says what became of it.
struct Pen {
    let store: LogStore
    let voice: Voice
    let officer: String
    /// By the board's clock: scenario time in an exercise.
    let now: Instant
    private let options: ActionOptions
    private let moment = MachineMoment.now()

    init(_ options: ActionOptions, _ voice: Voice) throws {
        self.options = options
        self.voice = voice
        officer = Officer.name(options.officer)
        store = try options.log.open(voice, indexed: true)
        now = store.clock.time(at: moment.wall)
    }

    private var entry: TimeEntry { TimeEntry(zone: voice.zone, now: now) }

    /// A deadline that was typed as a time or as a length from now.
    func deadline(_ text: String, option: String) throws -> Instant {
        do {
            return try entry.deadline(text)
        } catch {
            throw CommandFault.time(error, option: option)
        }
    }

    func optionalDeadline(_ text: String?, option: String) throws -> Instant? {
        try text.map { try deadline($0, option: option) }
    }

    func time(_ text: String, option: String, _ leaning: TimeEntry.Leaning) throws -> Instant {
        do {
            return try entry.instant(text, leaning)
        } catch {
            throw CommandFault.time(error, option: option)
        }
    }

    /// The subject that is to be written about, folded; throws when it is not there.
    func subject(_ name: SubjectName, _ wanted: Area) throws -> Subject {
        guard let subject = try store.history(of: name).subject, name.area == wanted else {
            throw CommandFault.noSuchSubject(name, wanted: wanted)
        }
        return subject
    }

    /// Appends, and answers `saved #4711 AL-2026-0193` once it is on disk.
    func save(_ target: Proposal.Target, _ event: Event, payloads: [Payload] = []) throws -> ExitStatus {
        if case .volatile(let name) = store.fileSystem, !store.identity.isExercise {
            voice.warn("This log lies on \(name), which forgets everything when the machine stops")
        }
        var ids = EventIDSource()
        var proposal = Proposal(
            target, event, id: options.id ?? ids.next(at: moment.wall), actor: officer,
            expecting: options.expecting?.index, payloads: payloads)
        if let at = options.at {
            let instant = try time(at, option: "--at", .past)
            proposal.at = instant
            proposal.precision = instant.milliseconds.isMultiple(of: 60_000) ? .minute : .millisecond
        }
        for saved in try store.append([proposal], moment: moment) { try voice.tell(saved, json: options.json) }
        return .done
    }
}

extension Voice {
    /// What became of one proposal.
    func tell(_ saved: Saved, json isJSON: Bool) throws {
        if isJSON {
            var object = JSONObject()
            object["idx"] = .integer(saved.index)
            object["subject"] = .string(saved.subject.text)
            object["was_there"] = .bool(saved.wasThere)
            try json(object)
        } else if saved.wasThere {
            try say("was there already: #\(saved.index) \(saved.subject.text)")
        } else {
            try say("saved #\(saved.index) \(saved.subject.text)")
        }
    }
}
