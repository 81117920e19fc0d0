import ArgumentParser
import EventLog
import Model

/// For which centre and realm a key is, and in which file.
struct KeyPlaceOptions: ParsableArguments {
    @Option(help: ArgumentHelp("For the logs of which centre (default: that of the log at hand).", valueName: "name"))
    var centre: String?

    @Flag(help: "The key is for exercises (default: as the log at hand; without one, for live logs).")
    var exercise = false

    @Option(
        name: .customLong("key"),
        help: ArgumentHelp(
            "The key file (default: the one with this name in the folder of keys).", valueName: "file"),
        completion: .file())
    var keyFile: String?

    func path(of name: OfficerKeyName) -> String { keyFile ?? OfficerKeyPlaces.here.path(of: name) }

    /// The name that the key of an officer bears.
    func keyName(of officer: String, _ log: LogOptions) throws -> OfficerKeyName {
        var (centre, isExercise) = (centre, exercise)
        if centre == nil {
            guard let store = try? LogStore(opening: log.path, access: .reading) else {
                throw CommandFault.noCentre(log: log.path)
            }
            centre = store.identity.centre
            isExercise = isExercise || store.identity.isExercise
        }
        guard let name = OfficerKeyName(centre: centre ?? "", isExercise: isExercise, officer: officer) else {
            throw LogFault.badName(centre ?? "")
        }
        return name
    }
}
