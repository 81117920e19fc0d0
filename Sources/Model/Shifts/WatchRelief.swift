/// What one person writes who takes the watch from another: both events in one append, so that there is never a moment
/// with two holders, nor one with none.
package struct WatchRelief: Equatable, Sendable {
    package let old: SubjectName
    /// The last entry of the old watch that the person had seen.
    package let expecting: Int64
    package let ended: ShiftEnded
    package let started: ShiftStarted

    /// - Parameters:
    ///   - reason: why it is taken although it was not offered, or before everything was said back; left out where
    ///     the offer is accepted
    ///   - reservation: what the one who takes it does not answer for
    ///   - risks: what has become dangerous since it was offered; of an offer that is accepted
    ///   - second: the second person who is there then
    ///   - alone: why it goes on without one
    package init(
        of watch: Shift, by officer: String, named name: String, until: Instant, next: String? = nil,
        reason: String? = nil, note: String? = nil, reservation: String? = nil, risks: [HandoverRisk] = [],
        second: String? = nil, alone: String? = nil
    ) {
        old = watch.name
        expecting = watch.trail.last
        let isOffered = watch.isOffered(to: officer, named: name) && reason?.trimmingBlanks.isEmpty ?? true
        ended = ShiftEnded(
            note: note, relievedBy: name, offer: isOffered ? watch.offer?.entry : nil, reservation: reservation,
            risks: isOffered ? risks : [], secondPerson: isOffered ? second : nil,
            riskReason: isOffered ? alone : nil)
        let isMine = watch.isOffered(to: officer, named: name) && watch.offer?.written != nil
        started = ShiftStarted(
            officer: name, officerID: officer, until: until, relief: next, relieves: watch.name,
            reason: isOffered ? nil : reason,
            unsaid: isOffered || !isMine ? nil : watch.handover.toSayBack.count)
    }

    /// The end of the old watch, then the beginning of the new one.
    package var events: [(target: Proposal.Target, event: Event, expecting: Int64?)] {
        [
            (.existing(old), .shift(.ended(ended)), expecting),
            (.new(.shifts), .shift(.started(started)), nil),
        ]
    }
}
