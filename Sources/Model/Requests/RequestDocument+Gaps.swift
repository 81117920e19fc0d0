extension RequestDocument {
    /// Something that a request still lacks, as far as anybody can tell.
    package enum Gap: Hashable, Sendable {
        case field(Field)
        /// A rule of the State that nothing in the request answers, in the words in which it is filed.
        case rule(DirectoryField, String)
        /// A rule of which only a person can say whether it is kept.
        case toBeLookedAt(DirectoryField, String)
        /// Nothing is filed of what this State asks for, so that nothing can be said to be complete.
        case nothingFiled(state: String)
    }

    /// What is needed and not said, then the rules of the State, in the order in which they are filed.
    package var gaps: [Gap] {
        let rules = asked.compactMap { asked -> Gap? in
            switch asked.standing {
            case .stated: nil
            case .missing: .rule(asked.requirement.field, asked.requirement.text)
            case .toBeLookedAt: .toBeLookedAt(asked.requirement.field, asked.requirement.text)
            }
        }
        return missing.map { .field($0) } + rules + (asked.isEmpty ? [.nothingFiled(state: wishes.state)] : [])
    }
}

extension Delivery {
    /// What a State most likely has to be asked for.
    package func purpose(to state: String, at now: Instant) -> RequestPurpose {
        guard end == nil, let leg = leg(of: state, at: now) else { return .information }
        switch leg.cover {
        case .short, .late, .lapsing: return .moreTime
        case .none, .elsewhere, .refused, .withdrawn, .unanswered: return .transit
        case .complete, .oralOnly: return .information
        }
    }

    /// What a request to a State would lack if it were drafted now, before anybody wrote a word of it.
    package func requestGaps(to state: String, _ directory: Directory, at now: Instant) -> [RequestDocument.Gap] {
        let wishes = RequestDocument.usual(self, purpose(to: state, at: now), to: state, at: now)
        return RequestDocument(self, wishes, at: now, requirements: directory.requirements(state, at: now)).gaps
    }
}
