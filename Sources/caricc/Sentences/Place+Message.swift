import Exchange
import Model
import Places
import Wording

extension Place.Kind {
    var message: Message {
        let message: Message =
            switch self {
            case .town: "town"
            case .airport: "airport"
            case .crossing: "border crossing"
            case .port: "port"
            case .region: "division"
            case .riverBank: "river bank"
            case .coordinate: "position"
            }
        return message.inContext("place")
    }
}

extension Crossing.Mode {
    var message: Message {
        let message: Message =
            switch self {
            case .road: "road"
            case .rail: "railway"
            case .river: "river"
            case .ferry: "ferry"
            }
        return message.inContext("place")
    }
}

extension Place {
    /// `KGZ–KAZ` of a crossing, the State of any other place.
    var states: String { [state, crossing?.secondState].compactMap { $0 }.joined(separator: "–") }

    /// Both names, what it is, where, and how far that can be trusted.
    var row: Message {
        let names: Message = cyrillic.map { .verbatim("\(name) / \($0)") } ?? .verbatim(name)
        return states.isEmpty
            ? "\(names), \(kind.message): \(whereabouts)" : "\(names), \(kind.message) in \(states): \(whereabouts)"
    }

    private var whereabouts: Message {
        guard let position else { return "position not known" }
        if kind == .region { return "its largest town at \(position.text)" }
        guard let crossing else { return .verbatim(position.text) }
        switch crossing.certainty {
        case .exact: return .verbatim(position.text)
        case .approximate: return "about \(position.text)"
        case .conflict:
            let other = crossing.otherPosition?.text ?? "--"
            return "\(position.text) or \(other): the sources differ, check before you use it"
        case .unknown: return "position not known"
        }
    }

    /// What is known of a crossing besides, and what is not.
    var details: [Message] {
        guard let crossing else { return [] }
        let hours: Message = crossing.hours.map { "hours \($0)" } ?? "hours not known"
        let standing: Message =
            switch crossing.standing {
            case .open: "open"
            case .restricted: "restricted"
            case .closed: "closed"
            case .unknown: "whether it is open is not known, ask"
            }
        let modes = crossing.modes.map(\.message).reduce(nil as Message?) { list, mode in
            list.map { "\($0), \(mode)" } ?? mode
        }
        var lines: [Message] = [
            "\(modes ?? .verbatim("--")); \(hours); \(standing.inContext("crossing"))",
            "names from: \(crossing.source)",
        ]
        if let remark = crossing.remark { lines.append("remark: \(remark)") }
        return lines
    }

    /// Names and codes, for programs. Positions are in steps of 0.00001 degrees.
    var json: JSONObject {
        var object = properties
        if let position {
            object["lat_e5"] = .integer(Int64(position.latitude))
            object["lon_e5"] = .integer(Int64(position.longitude))
        }
        if let other = crossing?.otherPosition {
            object["other_lat_e5"] = .integer(Int64(other.latitude))
            object["other_lon_e5"] = .integer(Int64(other.longitude))
        }
        return object
    }

    /// What a map says about it.
    var properties: JSONObject {
        var object = JSONObject()
        object["id"] = .string(id)
        object["name"] = .string(name)
        object["cyrillic"] = cyrillic.map { .string($0) }
        object["kind"] = .string(kind.rawValue)
        object["state"] = state.map { .string($0) }
        object["zone"] = zone.map { .string($0) }
        object["region"] = region.map { .string($0) }
        if population > 0 { object["population"] = .integer(Int64(population)) }
        if !aliases.isEmpty { object["aliases"] = .array(aliases.map { .string($0) }) }
        if let crossing {
            object["second_state"] = .string(crossing.secondState)
            object["modes"] = .array(crossing.modes.map { .string($0.rawValue) })
            object["certainty"] = .string(crossing.certainty.rawValue)
            object["hours"] = .string(crossing.hours ?? "unknown")
            object["standing"] = .string(crossing.standing.rawValue)
            object["source"] = .string(crossing.source)
            object["remark"] = crossing.remark.map { .string($0) }
        }
        return object
    }

    /// For a map: a crossing without a position is a feature without a geometry.
    func feature(adding more: [(String, JSON)] = []) -> GeoJSONFeature {
        var properties = properties
        for (key, value) in more { properties[key] = value }
        return GeoJSONFeature(id: id, shape: position.map { .point($0) } ?? .unlocated, properties: properties)
    }
}

extension Territory {
    var message: Message {
        switch self {
        case .inside(let state): "In \(state)"
        case .border(let states, let metres):
            """
            At the border of \(states.first ?? "--") and \(states.dropFirst().joined(separator: ", ")), \
            \(metres) m from the line as it is drawn here: too near to tell on which side
            """
        case .offshore(let state, let metres): "Off the shore of \(state), \(metres / 1_000) km away"
        case .nowhere: "In no State whose outline is known here"
        }
    }

    var json: JSONObject {
        var object = JSONObject()
        switch self {
        case .inside(let state):
            object["territory"] = .string("inside")
            object["states"] = .array([.string(state)])
        case .border(let states, let metres):
            object["territory"] = .string("border")
            object["states"] = .array(states.map { .string($0) })
            object["metres"] = .integer(Int64(metres))
        case .offshore(let state, let metres):
            object["territory"] = .string("offshore")
            object["states"] = .array([.string(state)])
            object["metres"] = .integer(Int64(metres))
        case .nowhere: object["territory"] = .string("unknown")
        }
        return object
    }
}

extension PlaceReading.Certainty {
    var message: Message {
        switch self {
        case .exact: "no doubt"
        case .likely: "one of several of that name, by far the likeliest"
        case .near: "near it"
        case .region: "only the division is known"
        case .ambiguous: "one of several, nothing to choose by"
        case .none: "nothing was found"
        }
    }
}
