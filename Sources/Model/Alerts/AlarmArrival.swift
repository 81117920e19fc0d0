/// Something that came before the watch and wants to be looked at: a new alert, or a message on the thread of one.
package struct AlarmArrival: Equatable, Sendable {
    /// The number of its entry.
    package let entry: Int64
    package let name: SubjectName
    package let at: Instant
    /// What tells repeats: two alerts with the same one say the same thing. Nil for a message on a thread.
    package let likeness: String?

    /// Nil for entries that are no arrival.
    package init?(_ entry: Entry) {
        switch entry.event {
        case .alert(.raised(let raised)): likeness = raised.likeness
        case .alert(.messageFiled(let filed)) where filed.direction == .received: likeness = nil
        default: return nil
        }
        self.entry = entry.index
        name = entry.subject
        at = entry.learnt
    }

    init(entry: Int64, name: SubjectName, at: Instant, likeness: String?) {
        self.entry = entry
        self.name = name
        self.at = at
        self.likeness = likeness
    }
}

extension AlertRaised {
    /// The same for alerts that say the same: source, kind and headline, without regard to case and accents.
    package var likeness: String {
        [source, message.rawValue, headline].map { text in
            var view = String.UnicodeScalarView()
            view.append(contentsOf: SearchFolding.fold(text))
            return String(view)
        }.joined(separator: "\u{1F}")
    }
}

extension Alert {
    /// What tells which alerts may be one row in a flood: they say the same now, of the same place, and are as urgent. Nil for one
    /// that says something else than it did when it came, that its sender took back, and for a seizure: two of them may have the
    /// same words, and are of two persons.
    package var foldKey: String? {
        let isAsItCame = headline == raised.headline && priority == raised.priority && thread.cancelled == nil
        let isOfItsOwn =
            raised.message == .seizureReport || !particulars.items.isEmpty || !particulars.identifiers.isEmpty
        return isAsItCame && !isOfItsOwn ? "\(priority)\u{1F}\(likeness)\u{1F}\(place ?? "")" : nil
    }

    /// What came on its thread, oldest first, as far as the board knows.
    package var arrivals: [AlarmArrival] {
        thread.messages.filter { $0.direction == .received }.enumerated().map { place, message in
            AlarmArrival(
                entry: message.entry, name: name, at: message.learnt, likeness: place == 0 ? likeness : nil)
        }
    }
}

/// When more came than people can follow (EEMUA 191, ISA-18.2): a flood begins when more than 10 arrivals fall within
/// 10 minutes, and ends when fewer than 5 do. A function of when they came, so that it is the same after a restart.
package struct AlarmFlood: Equatable, Sendable {
    package static let window = Span.minutes(10)
    /// More than so many in a window begin it.
    package static let begins = 10
    /// Fewer than so many in a window end it.
    package static let ends = 5

    package let from: Instant
    /// When it ended; nil while it goes on at the instant that was asked about.
    package let until: Instant?

    /// Every flood up to `now`, oldest first.
    ///
    /// - Parameter arrivals: instants, in any order; those after `now` do not count.
    package static func all(_ arrivals: [Instant], at now: Instant) -> [AlarmFlood] {
        let times = arrivals.filter { $0 <= now }.sorted()
        var floods: [AlarmFlood] = []
        var from: Instant?
        var first = 0
        for (place, time) in times.enumerated() {
            if let begun = from, let end = calm(times[..<place], since: begun, before: time) {
                floods.append(AlarmFlood(from: begun, until: end))
                from = nil
            }
            while times[first] <= time - window { first += 1 }
            if from == nil, place - first + 1 > begins { from = time }
        }
        if let begun = from {
            floods.append(
                AlarmFlood(from: begun, until: calm(times[...], since: begun, before: now + .milliseconds(1))))
        }
        return floods
    }

    /// The instant before `end` at which fewer than `ends` of these lay in the window; nil where there is none.
    static func calm(_ times: ArraySlice<Instant>, since begun: Instant, before end: Instant) -> Instant? {
        // In the window are at least `ends` as long as the one that came `ends` from last is in it.
        guard times.count >= ends else { return begun }
        let leaves = times[times.endIndex - ends] + window
        return leaves < end ? leaves : nil
    }

    /// Since when a flood goes on at `now`; nil where none does.
    package static func since(_ arrivals: [Instant], at now: Instant) -> Instant? {
        all(arrivals, at: now).last.flatMap { $0.until == nil ? $0.from : nil }
    }
}
