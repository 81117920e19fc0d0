/// Which field of a release a member of an event's body belongs to. What no table names is unknown, and stays.
enum EntryFields {
    /// Everybody who is named as a source, a party or an officer, at any depth of a body.
    static func names(in entry: Entry) -> [String] {
        func names(_ value: JSON) -> [String] {
            switch value {
            case .object(let object):
                object.members.flatMap { member in
                    naming.contains(member.key) ? texts(member.value) : names(member.value)
                }
            case .array(let values): values.flatMap(names)
            default: []
            }
        }
        return [entry.actor] + names(.object(entry.body))
    }

    private static let naming: Set<String> = ["source", "party", "originator", "readers", "told_by", "of"]

    /// Every member with words, of one event of a subject.
    static func fields(of entry: Entry) -> [(field: ReleaseField, key: String, texts: [String])] {
        var found: [(field: ReleaseField, key: String, texts: [String])] = []
        for member in entry.body.members {
            walk(member.value, key: member.key, kind: entry.kind, inside: nil, into: &found)
        }
        return found
    }

    private static func walk(
        _ value: JSON, key: String, kind: String, inside: ReleaseField?,
        into found: inout [(field: ReleaseField, key: String, texts: [String])]
    ) {
        let own = inside ?? field(key, kind: kind)
        if own == .items || inside != nil || !isOpened(key) {
            found.append((own, key, texts(value)))
            return
        }
        switch value {
        case .object(let object):
            for member in object.members {
                walk(member.value, key: member.key, kind: "particulars", inside: nil, into: &found)
            }
        default: found.append((own, key, texts(value)))
        }
    }

    /// The one member whose own members are fields.
    private static func isOpened(_ key: String) -> Bool { key == "particulars" }

    private static func texts(_ value: JSON) -> [String] {
        switch value {
        case .string(let text): [text]
        case .object(let object): object.members.flatMap { texts($0.value) }
        case .array(let values): values.flatMap { texts($0) }
        case .integer(let number): ["\(number)"]
        default: []
        }
    }

    static func field(_ key: String, kind: String) -> ReleaseField {
        if decisions.contains(kind) { return .notes }
        return tables[kind]?[key] ?? .unknown
    }

    /// What two persons decide is work of the watch.
    private static let decisions = Set(FourEyesEvent.kinds.map(\.name))

    private static let head: [String: ReleaseField] = [
        "channel": .correspondence, "their_number": .correspondence, "our_number": .correspondence,
        "sent": .correspondence, "identity": .correspondence, "refers_to": .correspondence, "raw": .payloads,
        "expires": .validUntil, "scope": .correspondence, "restriction": .correspondence,
        "addressees": .correspondence,
        "payloads": .payloads, "particulars": .text,
    ]

    private static let tables: [String: [String: ReleaseField]] = [
        AlertRaised.kind: [
            "priority": .priority, "message": .kind, "headline": .headline, "source": .source, "place": .place,
            "substance": .items, "quantity": .items, "due": .answerBy, "near": .links, "row": .links,
        ].merging(head) { own, _ in own },
        MessageFiled.kind: [
            "direction": .correspondence, "message": .correspondence, "party": .source, "text": .conversation,
            "due": .correspondence, "headline": .headline, "priority": .priority,
        ].merging(head) { own, _ in own },
        AlertDetailed.kind: ["source": .source].merging(head) { own, _ in own },
        "particulars": [
            "items": .items, "identifiers": .identifiers, "state": .state, "place": .place, "place_id": .place,
            "latitude": .position, "longitude": .position, "departure": .departure, "transit": .transit,
            "destination": .destination, "concealment": .concealment, "transport": .transport, "operation": .notes,
            "details": .text,
        ],
        SeizureReported.kind: [
            "source": .source, "region": .returnColumns, "subregion": .returnColumns, "country": .returnColumns,
            "division": .returnColumns, "place": .place, "drug": .items, "quantity": .items, "hiding": .concealment,
            "installation": .returnColumns, "transport": .transport, "producing": .returnColumns,
            "departure": .departure, "destination": .destination, "routing": .returnColumns, "duplicate_of": .links,
            "repetition": .notes,
        ],
        HandlingSet.kind: [
            "code": .handling, "originator": .source, "conditions": .notes, "readers": .officers, "permission": .notes,
            "source_grade": .sourceGrading, "information_grade": .sourceGrading,
        ],
        AlertPrioritySet.kind: ["priority": .priority, "reason": .notes],
        AlertOffered.kind: ["to": .officers],
        AlertDeclined.kind: ["reason": .notes],
        AlertNoted.kind: ["text": .notes, "corrects": .notes, "payloads": .payloads],
        AlertAcknowledged.kind: ["until": .notes],
        AlertShelved.kind: ["until": .notes, "reason": .notes],
        AlertClosed.kind: ["disposition": .notes, "note": .notes, "no_result": .notes],
        AlertFollowUpSet.kind: ["due": .notes, "text": .notes, "own": .notes],
        AlertFollowUpDone.kind: ["entry_number": .notes],
        LaboratoryReported.kind: [
            "found": .items, "substance_code": .items, "purity": .items, "purity_basis": .items, "quantity": .items,
            "item_name": .items, "laboratory": .source, "result_of": .items, "method": .notes,
        ],
        MessageRepeated.kind: ["partner": .source, "file": .notes, "raw": .payloads],
        AlertCallTried.kind: ["party": .source, "outcome": .notes, "note": .notes],
        SubjectLinked.kind: ["to": .links, "why": .links],
        SubjectUnlinked.kind: ["from": .links, "reason": .links],
        SubjectJoined.kind: ["into": .links, "why": .links],
        SubjectParted.kind: ["from": .links, "reason": .links],
        SubjectToldApart.kind: ["from": .links, "reason": .links],
        EntryWithdrawn.kind: ["idx": .notes, "reason": .notes],
    ]
}
