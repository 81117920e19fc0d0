import EventLog
import Interface
import Model
import Places
import Wording

/// Writes events for a command and says what became of them.
struct Pen {
    let store: LogStore
    let voice: Voice
    let officer: String
    /// By the board's clock: scenario time in an exercise.
    let now: Instant
    /// Who signs; nil in a log in which the desk signs for everybody.
    let signOn: SignOn?
    let isJSON: Bool
    private let options: ActionOptions
    private let moment = MachineMoment.now()

    init(_ options: ActionOptions, _ voice: Voice) throws {
        self.options = options
        self.voice = voice
        isJSON = options.json
        store = try options.log.open(voice, indexed: true)
        now = store.clock.time(at: moment.wall)
        let roll = try store.roll()
        signOn =
            roll.isGoverned
            ? try SignOn(store, roll, named: options.officer, options: options.signing, voice: voice) : nil
        officer = signOn?.officer.id ?? Officer.name(options.officer)
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

    /// When a planned window begins and ends; what was understood of times without a day is told.
    func window(_ from: String, _ until: String, planned: Bool) throws -> (from: Instant, until: Instant) {
        let begin: Instant
        do {
            begin = try planned ? entry.begins(from) : entry.instant(from)
        } catch {
            throw CommandFault.time(error, option: "--from")
        }
        do {
            let end = try entry.ends(until, after: begin)
            if !isJSON, entry.isTimeAlone(from) || entry.isTimeAlone(until) {
                try voice.say("from \(voice.face.stamp(begin)) until \(voice.face.stamp(end))")
            }
            return (begin, end)
        } catch let fault as TimeEntryFault {
            throw CommandFault.time(fault, option: "--until")
        }
    }

    /// When it happened, as `--at` says it.
    private func happened(_ text: String) throws -> Instant {
        let told: Instant
        do {
            told = try entry.happened(text)
        } catch {
            throw CommandFault.time(error, option: "--at")
        }
        if !isJSON, entry.isTimeAlone(text) { try voice.say("it happened at \(voice.face.stamp(told))") }
        return told
    }

    /// A length of time.
    func span(_ text: String, option: String) throws -> Span {
        do {
            return try entry.span(text)
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
        try save([Act(target, event, payloads: payloads)])
    }

    /// Appends a note; a number of a living person stands in it by its kind alone, and the words as typed are kept apart.
    func saveNote(_ target: Proposal.Target, _ note: Event) throws -> ExitStatus {
        let (event, parts) = note.withoutPersonalNumbers
        guard let part = parts.first else { return try save(target, note) }
        voice.warn(
            "LOOK: a number of a person is masked in the record; the words as typed are kept apart and can be erased")
        let payload = Payload(data: part.bytes)
        return try save(
            target, event.keeping(part, as: payload.hash, plain: Hashing.plain(payload.data)), payloads: [payload])
    }

    /// One of several events that are saved together or not at all.
    struct Act {
        let target: Proposal.Target
        let event: Event
        var expecting: Int64?
        var payloads: [Payload] = []
        /// When it happened, where that is not what `--at` says, and how exactly.
        var at: Instant?
        var precision: Precision?

        init(_ target: Proposal.Target, _ event: Event, expecting: Int64? = nil, payloads: [Payload] = []) {
            self.target = target
            self.event = event
            self.expecting = expecting
            self.payloads = payloads
        }

        /// With what the tables know of a place that it names; they are read only then.
        fileprivate var located: Act {
            guard event.namesPlace else { return self }
            var act = Act(target, event.located(in: PlaceLookup.gazetteer), expecting: expecting, payloads: payloads)
            (act.at, act.precision) = (at, precision)
            return act
        }
    }

    /// Appends all of them in one step. An id and an expectation that were named are those of the first.
    func save(_ acts: [Act]) throws -> ExitStatus {
        for (saved, act) in try write(acts) { try tell(saved, act) }
        return .done
    }

    /// Appends all of them in one step; what takes two persons is proposed.
    ///
    /// - Parameters:
    ///   - fitting: the roles that will do; nil for those that may write all of the kinds
    ///   - key: the officer's, where it is open already
    func write(_ acts: [Act], fitting: Set<OfficerRole>? = nil, key: OfficerKey? = nil) throws -> [(Saved, Act)] {
        if case .volatile(let name) = store.fileSystem, !store.identity.isExercise {
            voice.warn("This log lies on \(name), which forgets everything when the machine stops")
        }
        let acts = try acts.map { try asProposal($0.located) }
        let proposals = try proposals(acts)
        var signer: OfficerSigner?
        if let signOn {
            let kinds = acts.map { $0.event.wanted.kind }
            let roles = kinds.reduce(Set(OfficerRole.allCases)) { $0.intersection(Permission.writers(of: $1)) }
            signer = OfficerSigner(
                officer: officer, role: signOn.role(among: fitting ?? roles, at: now), key: try key ?? signOn.openKey())
        }
        return Array(zip(try store.append(proposals, moment: .now(), signer: signer), acts))
    }

    private func proposals(_ acts: [Act]) throws -> [Proposal] {
        var ids = EventIDSource()
        let named = try options.at.map { try happened($0) }
        return acts.enumerated().map { place, act in
            var id = ids.next(at: moment.wall)
            if let named = options.id {
                // The same again gives the same ids, so that a repeated command saves nothing twice.
                id = place == 0 ? named : .derived(from: Hashing.plain(Array("\(named) \(place)".utf8)))
            }
            var proposal = Proposal(
                act.target, act.event, id: id, actor: officer,
                expecting: (place == 0 ? options.expecting?.index : nil) ?? act.expecting, payloads: act.payloads)
            if let at = act.at ?? named {
                proposal.at = at
                proposal.precision =
                    act.precision ?? (at.milliseconds.isMultiple(of: 60_000) ? .minute : .millisecond)
            }
            return proposal
        }
    }
}

extension Voice {
    /// What became of one proposal.
    func tell(_ saved: Saved, json isJSON: Bool) throws {
        if isJSON {
            try json(saved.json)
        } else if saved.wasThere {
            try say("was there already: #\(saved.index) \(saved.subject.text)")
        } else {
            try say("saved #\(saved.index) \(saved.subject.text)")
        }
    }
}

extension Saved {
    var json: JSONObject {
        var object = JSONObject()
        object["idx"] = .integer(index)
        object["subject"] = .string(subject.text)
        object["was_there"] = .bool(wasThere)
        return object
    }
}
