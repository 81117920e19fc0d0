import Model
import Places
import Wording

/// Questions whose answers make one event. What was typed stays until it is saved or given up.
package struct Form: Equatable, Sendable {
    /// Which event the answers make, about what.
    package enum Purpose: Equatable, Sendable {
        case raiseAlert
        case shelveAlert(SubjectName)
        case closeAlert(SubjectName)
        case note(SubjectName)
        /// In place of a report that says nothing, where there is one.
        case heard(SubjectName, amends: HeardAlone?)
        case openDelivery
        case planLeg(SubjectName)
        case endDelivery(SubjectName)
        case watch(WatchPurpose)
        case handover(HandoverPurpose)
        case alert(AlertPurpose)
        case directory(DirectoryPurpose)
        case delivery(DeliveryPurpose)
        /// What somebody says on the telephone, in one line; about this delivery unless it names another.
        case phone(SubjectName?)
        /// A row of the paper of this watch.
        case paper(SubjectName)
        /// A delivery that is on the road already.
        case rolling
        case like(SubjectName, LikePlan)
        case withdraw(Int64, SubjectName)
        case handling(SubjectName)
        /// Why a protected record is read, to be written on the officer's own subject.
        case consult(SubjectName, HandlingCode, officer: SubjectName)
        case sendRequest(SubjectName)
        case transferEvidence(SubjectName)
        case closeDelivery(SubjectName)
        case deliveryDetail(SubjectName)
        /// A held message, with what is known of it.
        case release(SubjectName, MessageHeld)
        case discard(SubjectName)
        /// An alert of a held message, with what could be read of it.
        case raiseHeld(SubjectName, HeldDraft)
        /// Of the proposal at an index.
        case decline(Int64, SubjectName)
        /// How two subjects belong together.
        case bond(Bonding, SubjectName, SubjectName)
        case refuseSignature(Int64, SubjectName)
        /// Of the proposal with this leaf hash; the officers of whom one said yes.
        case telephone(Int64, SubjectName, leaf: Digest, who: [String])
    }

    package struct Field: Equatable, Sendable {
        enum Kind: Equatable, Sendable {
            case text
            /// Digits typed on a layout without a digit row are read back.
            case time(FormTimes.Leaning)
            /// Completed from the places of these kinds; any text is taken.
            case place(Set<Place.Kind>)
            /// One of a few answers, by number.
            case choice([Message], selected: Int)
        }

        package let label: Message
        package internal(set) var hint: Message?
        var kind: Kind
        package var input: TextField
        /// What stood in it before anybody typed.
        var initial: String
        /// What Left and Right put in while nothing else is typed.
        var presets: [String] = []
        /// Whether somebody chose: then nothing is proposed any more.
        var isTouched = false
        /// Whether typing puts something in its place rather than behind it.
        var isProposed = false
        var slot = Form.Slot.plain

        init(
            _ label: Message, _ text: String = "", hint: Message? = nil, time: FormTimes.Leaning? = nil,
            presets: [String] = []
        ) {
            self.presets = presets
            self.label = label
            self.hint = hint
            kind = time.map { .time($0) } ?? .text
            isProposed = time != nil && !presets.isEmpty && !text.isEmpty
            input = TextField(text)
            initial = text
        }

        init(_ label: Message, _ text: String = "", hint: Message? = nil, place kinds: Set<Place.Kind>) {
            self.init(label, text, hint: hint)
            kind = .place(kinds)
        }

        init(_ label: Message, choices: [Message], selected: Int = 0, hint: Message? = nil) {
            self.label = label
            self.hint = hint
            kind = .choice(choices, selected: selected)
            input = TextField()
            initial = ""
        }

        var choice: Int { if case .choice(_, let selected) = kind { selected } else { 0 } }
        var text: String { input.text.trimmingBlanks }
        var optionalText: String? { text.isEmpty ? nil : text }
    }

    package internal(set) var purpose: Purpose
    package internal(set) var title: Message
    package internal(set) var fields: [Field]
    package internal(set) var focus = 0
    /// The things of which it was asked whether so much was meant; saved once more, they stand.
    var asked: String?
    /// Which of the new calls it is that were typed and not saved.
    var draft = 1
    /// Why the last attempt was not taken.
    package internal(set) var fault: Message?
    package internal(set) var isSaving = false
    /// The last entry of the subject when the form was opened.
    var expecting: Int64?
    /// Where it contradicts what a colleague wrote meanwhile, theirs counts.
    var yields = false

    init(_ purpose: Purpose, title: Message, expecting: Int64? = nil, fields: [Field]) {
        self.purpose = purpose
        self.title = title
        self.expecting = expecting
        self.fields = fields
    }

    /// What tells one form from another, so that a draft comes back to where it belongs.
    var draftKey: String {
        switch purpose {
        case .raiseAlert: Form.callKey(draft)
        case .watch(let purpose): purpose.draftKey
        case .handover(let purpose): purpose.draftKey
        case .alert(let purpose): purpose.draftKey
        case .directory(let purpose): purpose.draftKey
        case .raiseHeld(let name, _): "raiseHeld \(name.text)"
        case .delivery(let purpose): purpose.draftKey
        case .like(let name, let plan): "like \(name.text) \(plan.name.text)"
        case .phone(let name): Form.phoneKey + (name?.text ?? "")
        // Words that were typed and not saved come back, whether or not there is still a report to put them into.
        case .heard(let name, _): "heard \(name.text)"
        default: "\(purpose)"
        }
    }

    /// Whether somebody answered anything: a choice counts as words do.
    var hasTypedText: Bool {
        fields.contains { field in
            if case .choice = field.kind { return field.isTouched }
            return !field.text.isEmpty && field.text != field.initial
        }
    }

    private static let phoneKey = "phone "

    /// What the phone line's draft is about: a name, or nothing; nil for other drafts.
    static func phoneName(ofKey key: String) -> String? {
        key.hasPrefix(phoneKey) ? String(key.dropFirst(phoneKey.count)) : nil
    }
}
