/// How one watch is given to the next: what was said of its lines, the offer, what was said back, asked and answered.
package struct Handover: Equatable, Sendable {
    /// The watch was offered, with what is handed over.
    package struct Offer: Equatable, Sendable {
        package let entry: Int64
        /// The officer's id, or the name as it stands in the roster.
        package let to: String
        package let at: Instant
        /// Nil in entries of older programs.
        package let written: HandoverWritten?
    }

    package struct SaidBack: Equatable, Sendable {
        package let entry: Int64
        /// Text of a `HandoverItem.Key`.
        package let item: String
        package let text: String
        package let by: String
        package let at: Instant
        /// The last entry of the subject that the line stood on.
        let basis: Int64
        /// To whom the watch was offered then.
        fileprivate let to: String
        /// The line as it was offered; nil for what came up since.
        fileprivate let line: HandoverWritten.Line?

        /// Whether it was said of this line as it stands: nothing moved it, and the officer wrote nothing else to it.
        func holds(for other: HandoverWritten.Line) -> Bool {
            guard let line else { return other.basis <= basis && other.note == nil && other.ifThen.isEmpty }
            return basis == other.basis && line.note == other.note && line.ifThen == other.ifThen
        }
    }

    package struct Question: Equatable, Sendable {
        package let entry: Int64
        package let asked: HandoverAsked
        package let by: String
        package let at: Instant
        package fileprivate(set) var answer: Answer?
    }

    package struct Answer: Equatable, Sendable {
        package let text: String
        package let by: String
        package let at: Instant
    }

    package struct Refused: Equatable, Sendable {
        package let by: String
        package let reason: String
        package let at: Instant
    }

    /// Responsibility has moved.
    package struct Accepted: Equatable, Sendable {
        /// The entry that offered it.
        package let offer: Int64
        package let reservation: String?
        package let at: Instant
        package let entry: Int64
    }

    /// When the officer first wrote something about it.
    package private(set) var begun: Instant?
    /// By the text of the item's key.
    package private(set) var edits: [String: HandoverItemSet] = [:]
    /// The entry of the newest edit.
    package private(set) var lastEdit: Int64?
    /// The entry of the newest edit of each line.
    private var edited: [String: Int64] = [:]
    /// The one that stands; nil after a refusal.
    package private(set) var offer: Offer?
    /// All of them, the refused ones, too.
    package private(set) var offers: [Offer] = []
    /// What was said of each line last, by whomever; what counts is `said(_:)`.
    package private(set) var saidBack: [String: SaidBack] = [:]
    package private(set) var questions: [Question] = []
    /// The last refusal; nil once it is offered again.
    package private(set) var refused: Refused?
    package private(set) var refusals: [Refused] = []
    package private(set) var accepted: Accepted?

    /// The officer changed a line after it was offered.
    package var isOutdated: Bool {
        offer.map { min($0.written?.size ?? $0.entry, $0.entry) <= (lastEdit ?? -1) } ?? false
    }

    /// Whether the officer wrote about a line when the log had so many entries, or later.
    func isEdited(_ item: String, since size: Int64) -> Bool { (edited[item] ?? -1) >= size }

    package var openQuestions: [Question] { questions.filter { $0.answer == nil } }

    /// What was said of a line by the one to whom the watch is offered, or was offered last; what others said before they
    /// refused it, or before it was offered to somebody else, teaches nobody anything.
    package func said(_ item: String) -> SaidBack? {
        guard let said = saidBack[item], let to = (offer ?? offers.last)?.to,
            SearchFolding.bytes(said.to) == SearchFolding.bytes(to)
        else { return nil }
        return said
    }

    /// The critical lines of the offer that its receiver has not said back as they stand.
    package var toSayBack: [HandoverWritten.Line] {
        offer?.written?.critical.filter { line in said(line.item).map { !$0.holds(for: line) } ?? true } ?? []
    }

    /// What its receiver said back beyond the critical lines of the offer, in this order: what became critical since, and
    /// what was deliberately left out.
    package var saidBesides: [SaidBack] {
        let critical = Set((offer ?? offers.last)?.written?.critical.map(\.item) ?? [])
        return saidBack.keys.filter { !critical.contains($0) }.compactMap { said($0) }.sorted { $0.entry < $1.entry }
    }

    /// How many lines of their own the officer has written.
    var ownCount: Int { edits.keys.count { HandoverItem.Key($0)?.isOwn ?? false } }

    mutating func set(_ body: HandoverItemSet, _ entry: Entry) {
        begun = begun ?? entry.learnt
        lastEdit = entry.index
        edits[body.item] = body
        edited[body.item] = entry.index
    }

    mutating func offer(_ body: ShiftOffered, _ entry: Entry) {
        begun = begun ?? entry.learnt
        let new = Offer(entry: entry.index, to: body.to, at: entry.learnt, written: body.handover)
        offer = new
        offers.append(new)
        refused = nil
    }

    mutating func takeBackOffer() { offer = nil }

    mutating func sayBack(_ body: HandoverSaidBack, _ entry: Entry) {
        guard let written = offer?.written else { return }
        // What came up since the offer stands on what the log says when it is said back.
        let line = written.lines.first { $0.item == body.item }
        saidBack[body.item] = SaidBack(
            entry: entry.index, item: body.item, text: body.text, by: entry.actor, at: entry.learnt,
            basis: line?.basis ?? entry.index, to: offer?.to ?? "", line: line)
    }

    mutating func ask(_ body: HandoverAsked, _ entry: Entry) {
        questions.append(Question(entry: entry.index, asked: body, by: entry.actor, at: entry.learnt))
    }

    mutating func answer(_ body: HandoverAnswered, _ entry: Entry) {
        guard let place = questions.firstIndex(where: { $0.entry == body.question }) else { return }
        questions[place].answer = Answer(text: body.text, by: entry.actor, at: entry.learnt)
    }

    mutating func refuse(_ body: HandoverRefused, _ entry: Entry) {
        let said = Refused(by: entry.actor, reason: body.reason, at: entry.learnt)
        refused = said
        refusals.append(said)
        offer = nil
    }

    mutating func end(_ body: ShiftEnded, _ entry: Entry) {
        guard let offer = body.offer else { return }
        accepted = Accepted(offer: offer, reservation: body.reservation, at: entry.learnt, entry: entry.index)
    }
}

extension Handover {
    /// Why the one who has the watch, or is to take it, may not write this.
    ///
    /// - Parameters:
    ///   - isHolder: whether the writer has the watch
    ///   - holder: whoever has the watch, by id and by name
    func refusal(
        of event: ShiftEvent, on watch: SubjectName, by actor: String, isHolder: Bool, holder: [String]
    ) -> Refusal? {
        switch event {
        case .itemSet(let set):
            if !isHolder { return .notYourOwn(watch, of: actor) }
            guard let key = HandoverItem.Key(set.item) else { return .noSuchLine(set.item) }
            if key.isBreakGlass, set.leftOut != nil || (set.severity ?? .critical) != .critical {
                return .breakGlassStays
            }
            if key.isOwn, set.note?.trimmingBlanks.isEmpty ?? true, set.leftOut == nil { return .textMissing }
            if let reason = set.leftOut, reason.trimmingBlanks.isEmpty { return .reasonMissing }
            return set.ifThen.contains { $0.condition.trimmingBlanks.isEmpty || $0.action.trimmingBlanks.isEmpty }
                ? .textMissing : nil
        case .offered(let offered):
            if !isHolder { return .notYourOwn(watch, of: actor) }
            if offered.to.trimmingBlanks.isEmpty { return .textMissing }
            let to = SearchFolding.fold(offered.to.trimmingBlanks)
            if holder.contains(where: { SearchFolding.fold($0) == to }) { return .offeredToSelf(watch) }
            guard let written = offered.handover else { return .handoverMissing(watch) }
            return written.refusal(between: holder + [offered.to])
        case .saidBack(let said):
            if isHolder { return .ownHandover(watch) }
            if offer == nil { return .notOffered(watch) }
            // What came up since the offer is said back, too.
            if HandoverItem.Key(said.item) == nil { return .noSuchLine(said.item) }
            if said.text.trimmingBlanks.isEmpty { return .textMissing }
            return HandoverSaidBack.isSaying(said.text) ? nil : .saidTooLittle(said.text)
        case .asked(let asked):
            if isHolder { return .ownHandover(watch) }
            if offer == nil { return .notOffered(watch) }
            return asked.text.contains { $0.isLetter || $0.isNumber } ? nil : .textMissing
        case .answered(let answered):
            guard openQuestions.contains(where: { $0.entry == answered.question }) else {
                return .noSuchQuestion(answered.question)
            }
            return answered.text.contains { $0.isLetter || $0.isNumber } ? nil : .textMissing
        case .refused(let refused):
            if isHolder { return .ownHandover(watch) }
            if offer == nil { return .notOffered(watch) }
            return refused.reason.trimmingBlanks.isEmpty ? .reasonMissing : nil
        case .ended(let ended): return refusal(accepting: ended, on: watch)
        case .started, .noted, .decided, .takingSeen, .paperRow: return nil
        }
    }

    /// An offer is accepted as it stands, after every question was answered. Whether what is critical was said back says the
    /// board (`Board.refusal(accepting:)`), because what is settled meanwhile need not be.
    private func refusal(accepting ended: ShiftEnded, on watch: SubjectName) -> Refusal? {
        guard let entry = ended.offer else {
            if ended.relievedBy != nil { return nil }
            // Nobody has it then, and somebody has to know why and who is asked.
            if ended.note?.trimmingBlanks.isEmpty ?? true { return .reasonMissing }
            return ended.asked?.trimmingBlanks.isEmpty ?? true ? .nobodyAsked(watch) : nil
        }
        guard let offer else { return .notOffered(watch) }
        if offer.entry != entry { return .offeredAnew(watch, entry: offer.entry) }
        if isOutdated { return .offerOutdated(watch) }
        return openQuestions.first.map { .questionOpen(watch, question: $0.entry) }
    }
}
