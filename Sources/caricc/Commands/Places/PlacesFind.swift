import ArgumentParser
import Model
import Places
import Wording

struct PlacesFind: SpokenCommand {
    static let configuration = CommandConfiguration(
        commandName: "find", abstract: "Find a place by its name or code, or read what a text says about a place.",
        discussion: """
            Where no place bears exactly that name, the text is read: districts, “5 km south of Panj”, a river bank, \
            coordinates. Examples:

              caricc places find Ералиев
              caricc places find "Araz river, Horadiz detachment"
              caricc places find KZALA --json
            """)

    @Argument(help: ArgumentHelp("A name in either script, a code, coordinates, or a few words.", valueName: "text"))
    var words: [String]

    @Option(help: ArgumentHelp("Only in this State, such as KAZ (default: anywhere).", valueName: "code"))
    var state: String?

    @OptionGroup var answer: PlaceAnswerOptions
    var speech: SpeechOptions { answer.speech }

    func perform(_ voice: Voice) throws -> ExitStatus {
        let text = words.joined(separator: " ")
        let gazetteer = try PlacesCommand.gazetteer()
        let state = state?.uppercased()
        let matches = gazetteer.find(text).filter { match in
            state == nil || match.place.state == state || match.place.crossing?.secondState == state
        }
        guard matches.isEmpty else { return try tell(matches, voice) }
        return try tell(gazetteer.read(text, state: state), voice)
    }

    private func tell(_ matches: [PlaceMatch], _ voice: Voice) throws -> ExitStatus {
        if answer.geojson {
            try answer.write(matches.map { $0.place.feature(adding: [("found_by", .string("\($0.evidence)"))]) }, voice)
            return .done
        }
        for match in matches {
            if answer.json {
                var object = match.place.json
                object["found_by"] = .string("\(match.evidence)")
                try voice.json(object)
            } else {
                try voice.say(match.place.row)
                if let zone = match.place.zone { try voice.say("  zone \(zone)") }
                if !match.place.aliases.isEmpty {
                    try voice.say("  also \(match.place.aliases.joined(separator: ", "))")
                }
                for line in match.place.details { try voice.say("  \(line)") }
            }
        }
        return .done
    }

    private func tell(_ reading: PlaceReading, _ voice: Voice) throws -> ExitStatus {
        if answer.json {
            try voice.json(json(of: reading))
        } else if answer.geojson {
            let certainty = ("certainty", JSON.string(reading.certainty.rawValue))
            try answer.write([reading.place].compactMap { $0 }.map { $0.feature(adding: [certainty]) }, voice)
        } else if let place = reading.place {
            try voice.say(place.row)
            try voice.say("  as read from the text: \(reading.certainty.message)")
            if !reading.remaining.isEmpty { try voice.say("  left over: \(reading.remaining)") }
            for other in reading.others { try voice.say("  see also \(other.row)") }
            for near in reading.crossings { try voice.say("  \(grouped: near.metres / 1_000) km to \(near.place.row)") }
        }
        guard reading.place == nil else { return .done }
        voice.warn(
            "caricc: No place is found in “\(reading.text)”. Try another spelling, the nearest town, or coordinates.")
        return .findings
    }

    private func json(of reading: PlaceReading) -> JSONObject {
        var object = reading.place?.json ?? JSONObject()
        object["text"] = .string(reading.text)
        object["found_by"] = .string("text")
        object["certainty_of_reading"] = .string(reading.certainty.rawValue)
        object["remaining"] = .string(reading.remaining)
        object["others"] = .array(reading.others.map { .string($0.id) })
        object["crossings"] = .array(
            reading.crossings.map { near in
                var crossing = JSONObject()
                crossing["id"] = .string(near.place.id)
                crossing["metres"] = .integer(Int64(near.metres))
                return .object(crossing)
            })
        return object
    }
}
