import Model
import Places
import Wording

/// The forms for what is written down about a delivery, filled in as far as the delivery knows the answers.
extension AppState {
    /// Nil for what has no form of its own: a list that is chosen from, or a form of another file.
    func form(for fact: DeliveryFact, of delivery: Delivery, exception: ExceptionKind? = nil) -> Form? {
        switch fact {
        case .heard: return heardForm(of: delivery)
        case .leg: return .planLeg(delivery)
        case .request: return .sendRequest(delivery)
        case .transfer: return .transferEvidence(delivery)
        case .end: return .endDelivery(delivery)
        case .close: return .closeDelivery(delivery)
        case .note: return .note(delivery.name)
        case .step, .told, .call: return nil
        default: break
        }
        var purpose = DeliveryPurpose(
            fact: fact, name: delivery.name, knownTo: board.newest?.index ?? 0, leg: delivery.currentLegNumber)
        if fact == .exceptionOver { purpose.entries = delivery.exceptions.open.map(\.entry) }
        if fact == .explain { purpose.entries = delivery.openDoubts }
        let fields =
            roadFields(for: fact, delivery, exception) ?? consentFields(for: fact, delivery)
            ?? planFields(for: fact, delivery) ?? evidenceFields(for: fact, delivery)
        guard let fields, let label = Command.named(fact.rawValue)?.help else { return nil }
        let when = Form.Field("When", hint: "empty for now; 0406, 04:06", time: .past).about(.when)
        return Form(
            .delivery(purpose), title: "\(delivery.name.text): \(label)", expecting: delivery.trail.last,
            fields: fields + [when])
    }

    /// Another State in the form of a consent brings its own hours and crossings, where nobody typed others.
    func followState(_ form: inout Form) {
        guard case .delivery(let purpose) = form.purpose, purpose.fact == .consent,
            form.fields[form.focus].slot == .state, let delivery = delivery(purpose.name),
            let state = form.field(.state)?.text.uppercased(), StateCode.isKnown(state)
        else { return }
        let window = delivery.cover(at: now).first { $0.leg.state == state }?.window
        let answers: [(Form.Slot, String?)] = [
            (.since, window.map { typed($0.from) }), (.entry, window?.leg.entry), (.exit, window?.leg.exit),
        ]
        for (slot, answer) in answers {
            let place = form.place(of: slot)
            guard form.fields[place].text == form.fields[place].initial else { continue }
            form.fields[place].input = TextField(answer ?? "")
            form.fields[place].initial = answer ?? ""
        }
    }

    /// Who is spoken of where nobody else is: the State that it is in, or comes into, or that asks for it.
    func stateNow(of delivery: Delivery) -> String { delivery.currentLeg?.state ?? delivery.opened.initiator }

    /// A time as it can be typed again.
    func typed(_ instant: Instant) -> String {
        let civil = Civil(instant, offsetSeconds: zone.offset(at: instant))
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        return "\(two(civil.day)).\(two(civil.month)) \(two(civil.hour)):\(two(civil.minute))"
    }

    private static let mayBeEmpty: Message = "may stay empty"
    private static let several: Message = "several are parted by ;"
    private static let stateHint: Message = "State code, such as UZB"

    // MARK: On the road

    private func roadFields(for fact: DeliveryFact, _ d: Delivery, _ exception: ExceptionKind?) -> [Form.Field]? {
        typealias Field = Form.Field
        let state = stateNow(of: d)
        switch fact {
        case .stop:
            return [
                Field("Who says so", hint: "the State first, then the name: UZB, Col. Nazarov; Enter saves").about(
                    .from),
                .question("Called back", .calledBack, hint: "on the number that is filed: y or n"),
                Field("What", "stop", hint: "as they said it").about(.text),
            ]
        case .released: return releaseFields(d)
        case .accepted: return acceptanceFields(d)
        case .eyesOn:
            return [
                Field("Who sees it", d.custody.lastLost?.sight?.party ?? "", hint: "UZB team 2; a tracker").about(
                    .party),
                Field("Place", d.lastPlace ?? "", place: .anywhere).about(.place),
                .question("A tracker", .tracker),
            ]
        case .eyesLost:
            return [
                Field("Who sees it no longer", d.custody.sights.last?.party ?? "").about(.party),
                Field("Because", hint: "the reason is kept").about(.reason),
            ]
        case .exception:
            let kinds = ExceptionKind.allCases.filter { $0 != .stopReported }
            return [
                Field(
                    "What", choices: kinds.map(\.message), selected: exception.flatMap { kinds.firstIndex(of: $0) } ?? 0
                )
                .about(.exception),
                Field("In words", hint: "one line, as you heard it").about(.text),
                Field("Who says so", state).about(.from),
                .question("Called back", .calledBack, hint: "on the number that is filed: y or n"),
                Field("Leg", d.currentLegNumber.map(String.init) ?? "", hint: "which leg it is on").about(.leg),
            ]
        case .exceptionOver:
            return [
                Field(
                    "What",
                    choices: d.exceptions.open.map { open in
                        "#\(Int(open.entry)) \(open.entered.exception.message): \(open.entered.text)"
                    }, selected: max(0, d.exceptions.open.count - 1)
                ).about(.about), Field("In words", hint: "how it was solved, and who says so").about(.text),
            ]
        case .decision:
            return [
                Field("Decision", hint: "what was decided").about(.text),
                Field("Because", hint: "the reason is kept").about(.reason),
                Field("Decided by", state, hint: "a State with its authority; the Centre decides nothing").about(
                    .from),
                Field("Options", hint: "what else could have been done; several are parted by ;").about(.options),
            ]
        case .explain:
            return [
                Field("What", choices: d.openDoubts.map { words(ofDoubt: $0, of: d) }).about(.about),
                Field("In words", hint: "why it did not match").about(.text), Field("Who says so", state).about(.from),
            ]
        default: return nil
        }
    }

    func words(ofDoubt entry: Int64, of delivery: Delivery) -> Message {
        let need = delivery.needs(at: now).first { need in
            if case .delivery(_, _, let matter) = need { matter.entry == entry } else { false }
        }
        return need?.message(face, now: now) ?? "#\(Int(entry))"
    }

    private func releaseFields(_ d: Delivery) -> [Form.Field] {
        let leg = d.currentLeg
        return [
            Form.Field("Who let it go", d.custody.holder?.party ?? stateNow(of: d), hint: "TJK Customs").about(.party),
            Form.Field("Place", leg?.exit ?? d.lastPlace ?? "", place: .entries).about(.place),
            Form.Field("Seal", d.custody.holder?.seal ?? d.preparation?.prepared.seal ?? "", hint: Self.mayBeEmpty)
                .about(.seal),
        ] + weightFields
    }

    /// The seal is not proposed: whoever takes it over reads it, and what differs has to be seen.
    private func acceptanceFields(_ d: Delivery) -> [Form.Field] {
        let isFirst = !d.hasBegun
        let leg = isFirst ? d.legs.first : d.custody.openGap == nil ? d.currentLeg : d.nextLeg ?? d.currentLeg
        let before = d.custody.openGap?.released.seal
        return [
            Form.Field("Who took it over", leg?.state ?? stateNow(of: d), hint: "UZB Customs").about(.party),
            Form.Field("Place", leg?.entry ?? d.lastPlace ?? "", place: .entries).about(.place),
            Form.Field("Seal", hint: before.map { "as they read it; it was let go with \($0)" } ?? Self.mayBeEmpty)
                .about(.seal),
        ] + weightFields + [
            Form.Field("Leg", leg.map { String($0.number) } ?? "", hint: "which leg it is on now").about(.leg)
        ]
    }

    private var weightFields: [Form.Field] {
        [
            Form.Field("Weight", hint: "of all, with its unit: 31,440 kg; may stay empty").about(.weight),
            Form.Field("Officer", hint: Self.mayBeEmpty).about(.officer),
            Form.Field("Remark", hint: Self.mayBeEmpty).about(.note),
        ]
    }

    // MARK: Consents

    private func consentFields(for fact: DeliveryFact, _ d: Delivery) -> [Form.Field]? {
        typealias Field = Form.Field
        // The one that comes first on the road, whoever was asked last.
        let open = d.requests.open.map(\.sent.state)
        let uncovered = d.coverAhead(at: now).filter { !$0.cover.isCovered }.map(\.leg.state)
        let asked = uncovered.first { open.contains($0) } ?? open.first ?? uncovered.first
        let state = asked ?? stateNow(of: d)
        let authority = Field("Authority", hint: "who decided it: a prosecutor, a court, a head").about(.authority)
        let number = Field("Number", hint: Self.mayBeEmpty).about(.number)
        let reason = Field("Because", hint: Self.mayBeEmpty).about(.reason)
        switch fact {
        case .consent:
            let window = d.cover(at: now).first { $0.leg.state == state }?.window
            let old = d.consents.of(state).last
            return [
                Field("State", state, hint: Self.stateHint).about(.state), authority, number,
                Field("Form", choices: ["written", "by word of mouth"]).about(.form),
                Field("From", window.map { typed($0.from) } ?? "", hint: "04:06, or 17 Oct 04:06", time: .nearest)
                    .about(.since),
                Field("Until", hint: "04:06, or 17 Oct 04:06", time: .deadline).about(.until),
                Field("Entry", window?.leg.entry ?? "", hint: "empty for any", place: .entries).about(.entry),
                Field("Exit", window?.leg.exit ?? "", hint: "empty for any", place: .entries).about(.exit),
                Field("Method", choices: ["any method"] + DeliveryMethod.allCases.map(\.message)).about(.method),
                Field("Conditions", hint: Self.several).about(.conditions),
                Field("Paper by", hint: "only for word of mouth: when the paper was promised for", time: .deadline)
                    .about(.paperBy),
                Field("In place of", hint: old?.given.number.map { "the number of the older one, such as \($0)" })
                    .about(.replaces),
            ]
        case .consentRefused:
            return [Field("State", state, hint: Self.stateHint).about(.state), authority, number, reason]
        case .consentWithdrawn:
            let given = d.consents.all.last
            return [
                Field("State", given?.given.state ?? state, hint: Self.stateHint).about(.state), authority,
                Field("Number", given?.given.number ?? "", hint: "empty for all of this State").about(.number),
                Field("From", hint: "empty for now; 0406, 04:06", time: .nearest).about(.since), reason,
            ]
        case .paper:
            return [
                Field("State", d.consents.papersOwed.first?.given.state ?? state, hint: Self.stateHint).about(.state),
                Field("Number", hint: "the number on the paper").about(.number),
            ]
        case .confirmed:
            return [
                Field("State", d.requests.unacknowledged.first?.sent.state ?? state, hint: Self.stateHint).about(
                    .state),
                Field("Who says so", hint: "name and desk").about(.from), number,
            ]
        default: return nil
        }
    }
}

extension DeliveryNeed {
    /// The entry that raised it.
    fileprivate var entry: Int64? {
        switch self {
        case .sealDiffers(_, _, let entry), .weightDiffers(_, _, let entry), .exhibitDoubted(_, let entry),
            .notTheHolder(_, _, let entry), .outOfOrder(_, _, let entry):
            entry
        default: nil
        }
    }
}
