/// What is said to the dangers of a handover: who else is there, or why nobody is.
struct RiskAnswer {
    let second: String?
    let reason: String?

    init(_ second: String?, _ reason: String?) {
        self.second = second?.trimmingBlanks
        self.reason = reason?.trimmingBlanks
    }

    /// - Parameter parties: who gives the watch and who is to take it, by id and by name; none of them is the second person
    func refusal(to risks: [HandoverRisk], between parties: [String]) -> Refusal? {
        guard !risks.isEmpty else { return nil }
        let second = second ?? ""
        let reason = reason ?? ""
        if !second.isEmpty, parties.contains(where: { PersonWords($0).isMeant(by: second) }) {
            return .notThePartiesThemselves(second)
        }
        if PersonWords(second).isName { return nil }
        if reason.isEmpty { return second.isEmpty ? .handoverAtRisk(risks) : .noName(second) }
        return reason.count(where: \.isLetter) < HandoverWritten.shortestReason ? .reasonTooShort(reason) : nil
    }
}

/// A name as people write it: surname first or last, with initials or without.
struct PersonWords {
    private let words: [String]
    private let text: String

    init(_ name: String) {
        text = String(String.UnicodeScalarView(SearchFolding.fold(name.trimmingBlanks)))
        words = text.split { !$0.isLetter && !$0.isNumber }.map(String.init)
    }

    /// Whether somebody is named at all: a word of letters that does not say that nobody is there.
    var isName: Bool {
        !PersonWords.nobody.contains(words.joined(separator: " "))
            && words.contains { word in word.count > 1 && word.allSatisfy(\.isLetter) }
    }

    private static let nobody: Set<String> = [
        "nobody", "no one", "none", "no", "nil", "никто", "никого", "нет", "никого нет", "无", "没有", "无人", "没有人",
    ]

    /// Whether `typed` says this name, in any order of its words, in full, by initials, or by the surname alone.
    func isMeant(by typed: String) -> Bool {
        let other = PersonWords(typed)
        if text == other.text { return true }
        guard other.words.contains(where: { $0.count > 1 && words.contains($0) }) else { return false }
        return other.words.allSatisfy { word in
            words.contains { own in
                own == word || (min(own.count, word.count) == 1 && own.first == word.first)
            }
        }
    }
}

extension Board {
    /// Whether somebody of this name is enrolled, or can be called: of anybody else nobody here knows who it is.
    package func knowsPerson(_ name: String) -> Bool {
        let officers = officers.values.filter(\.isActive).flatMap { [$0.id, $0.shownName] }
        let people = onCall.values.filter { $0.endedAt == nil }.map(\.terms.person)
        return (officers + people).contains { PersonWords($0).isMeant(by: name) }
    }

    /// What has become dangerous about a handover since it was offered, and was not answered for then.
    ///
    /// - Parameter offsetSeconds: of the Centre's clock from UTC; nil where the hour of the day is not looked at
    package func risksSinceOffer(of watch: Shift, at now: Instant, offsetSeconds: Int?) -> [HandoverRisk] {
        guard let written = watch.offer?.written else { return [] }
        return handoverRisks(at: now, offsetSeconds: offsetSeconds).filter { risk in
            !written.risks.contains { $0.isSame(as: risk) }
        }
    }

    /// Why an offer may not be accepted with what is said there to the dangers of this moment.
    package func refusal(toRisksOf ended: ShiftEnded, accepting watch: Shift, by actor: String, at now: Instant)
        -> Refusal?
    {
        guard ended.offer != nil else { return nil }
        let found = risksSinceOffer(of: watch, at: now, offsetSeconds: nil)
        // What was not before the eyes of the one who accepts is not answered for.
        if !found.allSatisfy({ risk in ended.risks.contains { $0.isSame(as: risk) } }) { return .handoverAtRisk(found) }
        let names = [watch.officerID, actor].flatMap { id in
            officers[id].map { [$0.shownName, $0.enrolled.person] } ?? []
        }
        let parties = [watch.officerID, watch.startedBy, watch.started.officer, actor, ended.relievedBy ?? actor]
        return RiskAnswer(ended.secondPerson, ended.riskReason).refusal(to: ended.risks, between: parties + names)
    }
}

extension HandoverRisk {
    /// The same danger, although its hour may be another one.
    func isSame(as other: HandoverRisk) -> Bool {
        switch (self, other) {
        case (.crossing(let name, _, _), .crossing(let known, _, _)): name == known
        case (.nobodyHolds(let name, let since), .nobodyHolds(let known, let before)): name == known && since == before
        default: self == other
        }
    }
}
