/// Puts together the rows of a request.
struct RequestDraft {
    let delivery: Delivery
    let wishes: RequestWishes
    let now: Instant
    let seizure: Alert?

    private typealias Row = RequestDocument.Row
    private typealias Value = RequestDocument.Value

    var rows: [RequestDocument.Row] {
        let purpose =
            switch wishes.purpose {
            case .transit: transit
            case .moreTime: moreTime
            case .information: information
            case .evidence, .charges, .extradition: formal
            }
        return what + purpose + ending
    }

    private func row(_ field: RequestDocument.Field, _ value: RequestDocument.Value?, isNeeded: Bool = false)
        -> RequestDocument.Row
    {
        Row(field: field, value: value, isNeeded: isNeeded)
    }

    private func texts(_ texts: [String?]) -> RequestDocument.Value? {
        let texts = texts.compactMap { $0 }.map(\.trimmingBlanks).filter { !$0.isEmpty }
        return texts.isEmpty ? nil : .texts(texts)
    }

    private var leg: LegCover? { delivery.leg(of: wishes.state, at: now) }

    private var what: [RequestDocument.Row] {
        let opened = delivery.opened
        let isTransit = wishes.purpose == .transit
        let numbers = delivery.ownIdentifiers
        return [
            row(.initiator, texts([opened.initiator]), isNeeded: true),
            row(.goods, texts([opened.goods]), isNeeded: true),
            row(.method, .method(leg?.leg.method ?? delivery.method), isNeeded: isTransit),
            row(.conveyance, texts([opened.conveyance ?? delivery.particulars.transport]), isNeeded: isTransit),
            row(.identifiers, numbers.isEmpty ? nil : .identifiers(numbers), isNeeded: isTransit),
            row(.concealment, texts([delivery.particulars.concealment])),
        ]
    }

    private var transit: [RequestDocument.Row] {
        let others = delivery.consents.all.filter { consent in
            let state = consent.given.state
            return state != wishes.state && consent.end > consent.given.from
                && delivery.consents.refusals[state]?.isOfAll != true
        }
        return [
            row(.entry, texts([leg?.leg.entry]), isNeeded: true), row(.exit, texts([leg?.leg.exit]), isNeeded: true),
            row(.window, leg.map { .window($0.window.from, $0.window.until) }, isNeeded: true),
            row(.lead, texts([wishes.lead])), row(.consents, others.isEmpty ? nil : .consents(others)),
            row(.words, texts([wishes.words])),
        ]
    }

    private var moreTime: [RequestDocument.Row] {
        let given = delivery.consents.of(wishes.state).last
        let missing: Span? =
            switch leg?.cover {
            case .short(let missing, _): missing
            case .late(let missing, _): missing
            default: nil
            }
        return [
            row(.consent, texts([given?.given.number, given?.given.authority]), isNeeded: true),
            row(.consentUntil, given.map { .instant($0.end) }, isNeeded: true),
            row(.exit, texts([leg?.leg.exit]), isNeeded: true),
            row(.exitEstimate, leg.map { .instant($0.window.until) }, isNeeded: true),
            row(.uncovered, missing.map { .span($0) }),
            row(.until, wishes.until.map { .instant($0) }, isNeeded: true),
            row(.lead, texts([wishes.lead])), row(.words, texts([wishes.words]), isNeeded: true),
        ]
    }

    private var information: [RequestDocument.Row] {
        let place = seizure?.place
        return [
            row(.seizure, seizure.flatMap { texts([$0.headline, place]) }, isNeeded: wishes.alert != nil),
            row(.seizedAt, seizure.map { .instant($0.raisedAt) }), row(.lead, texts([wishes.lead])),
            row(.words, texts([wishes.words]), isNeeded: true),
        ]
    }

    private var formal: [RequestDocument.Row] {
        let exhibits = delivery.exhibits.map { exhibit in
            [exhibit.registered.exhibit, exhibit.seals.last, exhibit.holder].compactMap { $0 }.joined(separator: ", ")
        }
        return [
            row(.outcome, delivery.end.map { .outcome($0.ended.outcome) }, isNeeded: true),
            row(.exhibits, texts(exhibits), isNeeded: wishes.purpose == .evidence),
            row(.lead, texts([wishes.lead])), row(.words, texts([wishes.words]), isNeeded: true),
        ]
    }

    private var ending: [RequestDocument.Row] {
        [
            row(.also, texts([wishes.also])),
            row(.answerBy, wishes.answerBy.map { .instant($0) }, isNeeded: wishes.purpose.formal == nil),
            row(.ourNumber, texts([wishes.ourNumber]), isNeeded: true),
        ]
    }
}
