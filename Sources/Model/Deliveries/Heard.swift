extension ReportReceived {
    /// What stands where nobody said more than that they are there.
    package static let alone = "heard"

    /// They were heard, and nothing else is known of it.
    package var isAlone: Bool { text == ReportReceived.alone && place == nil && leg == nil && exitEstimate == nil }
}

/// A report that says only that somebody was heard, whose words may still be added.
package struct HeardAlone: Equatable, Sendable {
    /// Why it is withdrawn when its words come.
    package static let wordsAdded = "words added"

    package let entry: Int64
    package let at: Instant
    package let from: String
    package let isCalledBack: Bool
}

extension Delivery {
    /// How long the words of a call may follow the report that it came.
    package static let wordsFollow = Span.minutes(5)

    /// Who is taken to call where nobody is named: the desk of the State on whose soil it is, else of the one who asks for it.
    ///
    /// - Parameter leg: the leg that a report names; nil for the one on which it is
    package func caller(on leg: Int? = nil) -> Party {
        let named = leg.flatMap { number in legs.first { $0.number == number } } ?? currentLeg
        return .desk(named?.state ?? unplannedState ?? opened.initiator)
    }

    /// What one key writes down: heard now, from those where it is. Nil before the road and after its end, where a report says
    /// that it rolls and needs words.
    package var heard: ReportReceived? {
        guard end == nil, hasBegun else { return nil }
        return ReportReceived(from: caller().text, text: ReportReceived.alone)
    }

    /// The newest report, as long as it says nothing and its words may follow.
    ///
    /// - Parameter own: the entries of whoever asks; the words of a call are theirs who took it.
    package func heardAlone(among own: [Int64], at now: Instant) -> HeardAlone? {
        guard let last = lastReport, last.report.isAlone, own.contains(last.index),
            now < last.learnt + Delivery.wordsFollow
        else { return nil }
        return HeardAlone(
            entry: last.index, at: last.at, from: last.report.from, isCalledBack: last.report.isCalledBack)
    }
}
