/// Events about the turns of the watch: their pattern, who is planned for which, and what changed.
package enum RosterEvent: AreaEvent {
    case set(RosterSet)
    case planned(TurnsPlanned)
    case replaced(TurnReplaced)
    case swapped(TurnsSwapped)
    case cancelled(TurnCancelled)

    package static let kinds: [EventKind<RosterEvent>] = [
        EventKind(RosterSet.self) { .set($0) }, EventKind(TurnsPlanned.self) { .planned($0) },
        EventKind(TurnReplaced.self) { .replaced($0) }, EventKind(TurnsSwapped.self) { .swapped($0) },
        EventKind(TurnCancelled.self) { .cancelled($0) },
    ]

    package var body: any EventBody {
        switch self {
        case .set(let body): body
        case .planned(let body): body
        case .replaced(let body): body
        case .swapped(let body): body
        case .cancelled(let body): body
        }
    }
}

/// How the watch turns: how long a turn is, when the first one began, by whose clock, and how much rest lies between two.
package struct RosterSet: EventBody {
    package static let kind = "rosterSet"
    /// Minutes; 12 h and 24 h are usual, any length from one hour to a week is taken.
    package var turn: Int
    /// When the first turn begins; every other one is a whole number of turns away.
    package var begins: Instant
    /// The name of the Centre's zone, such as `Asia/Almaty`.
    package var zone: String
    /// Minutes east of UTC that the clock of the Centre showed then, so that an old zone table cannot move a turn.
    package var offset: Int
    /// Minutes that a person must rest between two turns.
    package var rest: Int

    package init(turn: Int, begins: Instant, zone: String, offset: Int, rest: Int) {
        self.turn = turn
        self.begins = begins
        self.zone = zone
        self.offset = offset
        self.rest = rest
    }

    package init(reading body: BodyReader) throws(BodyFault) {
        turn = Int(try body.integer("turn_min", in: 60...10_080))
        begins = try body.instant("begins")
        zone = try body.text("zone")
        offset = Int(try body.integer("offset_min", in: -1_080...1_080))
        rest = Int(try body.integer("rest_min", in: 0...20_160))
    }

    package func write(to body: inout BodyWriter) {
        body.integer("turn_min", Int64(turn))
        body.instant("begins", begins)
        body.text("zone", zone)
        body.integer("offset_min", Int64(offset))
        body.integer("rest_min", Int64(rest))
    }
}

/// Who is to have the watch, from when to when. A turn that begins at the same instant as a known one takes its place.
package struct TurnsPlanned: EventBody {
    package static let kind = "turnsPlanned"
    package var turns: [PlannedTurn]
    /// As many as fit into one entry with room to spare.
    package static let most = 200

    package init(turns: [PlannedTurn]) { self.turns = turns }

    package init(reading body: BodyReader) throws(BodyFault) {
        turns = []
        for turn in try body.objects("turns") { turns.append(try PlannedTurn(reading: turn)) }
        guard (1...TurnsPlanned.most).contains(turns.count) else { throw .outOfRange(key: "turns") }
    }

    package func write(to body: inout BodyWriter) {
        body.objects(
            "turns",
            turns.map { turn in
                var writer = BodyWriter()
                turn.write(to: &writer)
                return writer.object
            })
    }
}

/// Somebody else has the turn.
package struct TurnReplaced: EventBody {
    package static let kind = "turnReplaced"
    /// When the turn begins.
    package var turn: Instant
    package var officer: String
    package var standby: String?
    package var reason: String

    package init(turn: Instant, officer: String, standby: String? = nil, reason: String) {
        self.turn = turn
        self.officer = officer
        self.standby = standby
        self.reason = reason
    }

    package init(reading body: BodyReader) throws(BodyFault) {
        turn = try body.instant("turn")
        officer = try body.text("officer")
        standby = try body.optionalText("standby")
        reason = try body.text("reason")
    }

    package func write(to body: inout BodyWriter) {
        body.instant("turn", turn)
        body.text("officer", officer)
        body.text("standby", standby)
        body.text("reason", reason)
    }
}

/// Two officers have each other's turn.
package struct TurnsSwapped: EventBody {
    package static let kind = "turnsSwapped"
    package var turn: Instant
    package var with: Instant
    package var reason: String

    package init(turn: Instant, with: Instant, reason: String) {
        self.turn = turn
        self.with = with
        self.reason = reason
    }

    package init(reading body: BodyReader) throws(BodyFault) {
        turn = try body.instant("turn")
        with = try body.instant("with")
        reason = try body.text("reason")
    }

    package func write(to body: inout BodyWriter) {
        body.instant("turn", turn)
        body.instant("with", with)
        body.text("reason", reason)
    }
}

/// A planned turn is no longer planned.
package struct TurnCancelled: EventBody {
    package static let kind = "turnCancelled"
    package var turn: Instant
    package var reason: String

    package init(turn: Instant, reason: String) {
        self.turn = turn
        self.reason = reason
    }

    package init(reading body: BodyReader) throws(BodyFault) {
        turn = try body.instant("turn")
        reason = try body.text("reason")
    }

    package func write(to body: inout BodyWriter) {
        body.instant("turn", turn)
        body.text("reason", reason)
    }
}
