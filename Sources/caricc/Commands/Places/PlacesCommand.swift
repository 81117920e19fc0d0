import ArgumentParser
import Exchange
import Model
import Places
import Wording

struct PlacesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "places", abstract: "Find towns, airports, ports and border crossings, by name or by position.",
        discussion: """
            Names are found in Latin and in Cyrillic letters, with their former names and their codes (UN/LOCODE, IATA, \
            ICAO). Examples:

              caricc places find "Panji Poyon"
              caricc places near 37.18N 68.60E
              caricc places crossings --geojson > crossings.geojson
            """,
        subcommands: [PlacesFind.self, PlacesNear.self, PlacesCrossings.self, PlacesAbout.self],
        defaultSubcommand: PlacesAbout.self)

    /// The tables, or the sentence that says where they should be.
    static func gazetteer() throws -> Gazetteer {
        do throws(PlacesFault) {
            return try Gazetteer.load()
        } catch {
            throw CommandFault.said(error.message)
        }
    }
}

/// How a command about places answers.
struct PlaceAnswerOptions: ParsableArguments {
    @Flag(help: "Answer in JSON, one object on a line.")
    var json = false

    @Flag(help: "Answer as GeoJSON (RFC 7946), for a map.")
    var geojson = false

    @OptionGroup var speech: SpeechOptions

    /// A collection for a map: as it is into a file, without anything that a terminal would obey on a terminal.
    func write(_ features: [GeoJSONFeature], _ voice: Voice) throws {
        try voice.bytes(GeoJSONWriter.bytes(of: features))
    }
}

struct PlacesAbout: SpokenCommand {
    static let configuration = CommandConfiguration(
        commandName: "about", abstract: "Say where the places come from, and under which licences.",
        discussion: "Example:\n\n  caricc places --about")

    @Flag(help: "The same; for “caricc places --about”.")
    var about = false

    @OptionGroup var speech: SpeechOptions

    func perform(_ voice: Voice) throws -> ExitStatus {
        let gazetteer = try PlacesCommand.gazetteer()
        for kind in [Place.Kind.town, .airport, .port, .crossing, .region] {
            try voice.say("\(kind.message): \(grouped: gazetteer.all(kind).count)")
        }
        for line in Gazetteer.attribution { try voice.say(line) }
        try voice.say(
            "A crossing whose hours or position nobody has confirmed says so. Do not plan with what is not confirmed.")
        return .done
    }
}
