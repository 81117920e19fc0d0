/// The steps by which a watch goes from one officer to the next: when they happen, and what of them stands for good.
extension ShiftEvent {
    /// Whether it is one that happens when it is saved, and not at an hour that somebody types.
    var isHandoverStep: Bool {
        switch self {
        case .ended, .offered, .saidBack, .asked, .answered, .refused: true
        case .started(let started): started.relieves != nil
        case .noted, .decided, .takingSeen, .itemSet, .paperRow: false
        }
    }

    /// Whether what two officers certify is made of it.
    fileprivate var isOfHandover: Bool {
        switch self {
        case .offered, .itemSet, .saidBack, .asked, .answered, .refused, .takingSeen: true
        case .started, .ended, .noted, .decided, .paperRow: false
        }
    }
}

extension Shift {
    /// An hour is typed to the minute, and a form stays open for a moment.
    static let stepTolerance = Span.minutes(1)

    /// Why an event about a watch may not have happened at another hour than that at which it is saved.
    ///
    /// - Parameters:
    ///   - at: when it happened, as its writer says; nil for now
    ///   - last: the watch that ended last, where nobody has one
    package static func refusal(of event: Event, happened at: Instant?, last: Shift? = nil, at now: Instant)
        -> Refusal?
    {
        guard case .shift(let event) = event, let at else { return nil }
        if event.isHandoverStep { return at < now - stepTolerance ? .happensWhenSaved : nil }
        // A watch that nobody had may be told later, but not for hours in which somebody else had it.
        guard case .started = event, let last, let until = last.endedAt, at < until else { return nil }
        return .watchWasHeld(last.name, until: until)
    }
}

extension SubjectHistory {
    /// Why an entry of a handover stays.
    func refusal(withdrawingHandover target: Entry) -> Refusal? {
        if let refusal = target.refusalOfHandover(isOver: false) { return refusal }
        return SubjectHistory.isOfRelief(target, before: .max, in: entries) ? .handoverIsOver(target.index) : nil
    }

    /// Whether it belongs to a handover by which the watch was given on before the entry `index`. To withdraw the
    /// withdrawal of such a thing is the same.
    static func isOfRelief(_ target: Entry, before index: Int64, in entries: [Entry]) -> Bool {
        switch target.event {
        case .logKeeping(.withdrawn(let body)):
            return entries.first { $0.index == body.index && $0.index < target.index }.map {
                isOfRelief($0, before: index, in: entries)
            } ?? false
        case .shift(let event) where event.isOfHandover:
            return entries.contains { entry in
                guard entry.index < index, case .shift(.ended(let ended)) = entry.event else { return false }
                return ended.relievedBy != nil
            }
        default: return false
        }
    }
}

extension Entry {
    /// Why it cannot be withdrawn: what took or gave the watch stays always, the rest once the watch is given on.
    ///
    /// - Parameter isOver: whether the watch that it is about has ended
    package func refusalOfHandover(isOver: Bool) -> Refusal? {
        guard case .shift(let event) = event else { return nil }
        switch event {
        case .started: return .watchChangedHands(index)
        case .ended(let ended): return ended.relievedBy == nil ? nil : .watchChangedHands(index)
        default: return isOver && event.isOfHandover ? .handoverIsOver(index) : nil
        }
    }
}

extension Subject {
    /// What an entry leaves behind that was withdrawn: an offer does not bring back the one before it.
    mutating func takeBack(_ event: Event) {
        guard case .shift(.offered) = event, case .shift(var watch) = self else { return }
        watch.takeBackOffer()
        self = .shift(watch)
    }
}
