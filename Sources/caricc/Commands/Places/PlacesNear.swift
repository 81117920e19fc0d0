import ArgumentParser
import Model
import Places
import Wording

struct PlacesNear: SpokenCommand {
    static let configuration = CommandConfiguration(
        commandName: "near", abstract: "Say in which State a position lies, and what is near it.",
        discussion: """
            Nearer than 2 km to a border nobody is told a side. Examples:

              caricc places near 39.98N 49.44E
              caricc places near 37.18 68.60 --within 50 --kind crossing
            """)

    @Argument(
        help: ArgumentHelp(
            "Latitude and longitude: 39.98N 49.44E, 39.98 49.44, N39°58'35\" E49°26'26\".", valueName: "position"))
    var words: [String]

    @Option(help: ArgumentHelp("How far to look, in kilometres, up to 500 (default: 30).", valueName: "km"))
    var within = 30

    @Option(
        help: ArgumentHelp("Only places of this kind (default: all).", valueName: "kind"),
        completion: .list(["town", "airport", "crossing", "port"]))
    var kind: String?

    @OptionGroup var answer: PlaceAnswerOptions
    var speech: SpeechOptions { answer.speech }

    func perform(_ voice: Voice) throws -> ExitStatus {
        guard let here = Coordinates(reading: words.joined(separator: " ")) else {
            throw CommandFault.misread(
                "“\(words.joined(separator: " "))” is no position; write it as 39.98N 49.44E, or 39.98 49.44 with north first"
            )
        }
        guard (1...500).contains(within) else { throw CommandFault.misread("--within takes 1 to 500 kilometres") }
        var kinds = Set(Place.Kind.allCases)
        if let kind {
            guard let wanted = Place.Kind(rawValue: kind.lowercased()) else {
                throw CommandFault.misread("--kind takes town, airport, crossing or port, not “\(kind)”")
            }
            kinds = [wanted]
        }
        let gazetteer = try PlacesCommand.gazetteer()
        let territory = gazetteer.territory(of: here)
        let near = gazetteer.nearest(to: here, within: within * 1_000, kinds: kinds)
        if answer.geojson {
            try answer.write(near.map { $0.place.feature(adding: [("metres", .integer(Int64($0.metres)))]) }, voice)
            return .done
        }
        if answer.json { try voice.json(territory.json) } else { try voice.say(territory.message) }
        for nearby in near {
            if answer.json {
                var object = nearby.place.json
                object["metres"] = .integer(Int64(nearby.metres))
                try voice.json(object)
            } else {
                try voice.say("\(nearby.distance): \(nearby.place.row)")
            }
        }
        if near.isEmpty, !answer.json { try voice.say("Nothing is known within \(within) km") }
        return .done
    }
}

extension PlaceNearby {
    /// In kilometres with one decimal.
    var distance: Message {
        let tenths = (metres + 50) / 100
        return "\(decimal: "\(tenths / 10).\(tenths % 10)") km"
    }
}

struct PlacesCrossings: SpokenCommand {
    static let configuration = CommandConfiguration(
        commandName: "crossings", abstract: "List the border crossings, with what is known of each.",
        discussion: "Example:\n\n  caricc places crossings --state KGZ")

    @Option(help: ArgumentHelp("Only those of this State, such as KGZ (default: all).", valueName: "code"))
    var state: String?

    @OptionGroup var answer: PlaceAnswerOptions
    var speech: SpeechOptions { answer.speech }

    func perform(_ voice: Voice) throws -> ExitStatus {
        let wanted = state?.uppercased()
        let crossings = try PlacesCommand.gazetteer().all(.crossing).filter {
            wanted == nil || $0.state == wanted || $0.crossing?.secondState == wanted
        }
        if answer.geojson {
            try answer.write(crossings.map { $0.feature() }, voice)
            return .done
        }
        for place in crossings {
            if answer.json {
                try voice.json(place.json)
            } else {
                try voice.say(place.row)
                for line in place.details { try voice.say("  \(line)") }
            }
        }
        if crossings.isEmpty {
            voice.warn(
                "caricc: No crossing of \(wanted ?? "--") is known. State codes have three letters, such as KGZ.")
        }
        return crossings.isEmpty ? .findings : .done
    }
}
