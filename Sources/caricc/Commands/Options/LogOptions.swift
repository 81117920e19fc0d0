import ArgumentParser
import EventLog
import Settings

/// Which log a command is about.
struct LogOptions: ParsableArguments {
    @Option(
        name: .customLong("log"),
        help: ArgumentHelp(
            "The log's folder (default: CARICC_HOME, config.toml, else caricc/log in the XDG data folder).",
            valueName: "dir"), completion: .directory)
    var folder: String?

    @OptionGroup var speech: SpeechOptions

    /// What was said here, for the settings.
    var settings: [SettingKey: SettingSources.Option] {
        var chosen = speech.settings
        if let folder { chosen[.log] = .init("--log", .word(folder)) }
        return chosen
    }

    /// A path of the command line is taken as it is: the shell has expanded it.
    var path: String {
        folder ?? StandingLog.path ?? StartingConfig.expanded(StartingConfig.settle().preferences.log)
    }

    /// The log, open for reading and, where that is allowed, for writing.
    ///
    /// - Parameter indexed: brings the index up to the log first, for commands that look subjects up.
    func open(_ voice: Voice, indexed: Bool = false) throws -> LogStore {
        let store = try StandingLog.at(path) ?? LogStore(opening: path)
        store.places = ShippedPlaces.whenAsked
        if indexed, !store.isIndexCurrent {
            let meter = ProgressMeter(voice, title: "Reading the log")
            try store.updateIndex { progress in
                meter.show(done: progress.done, total: progress.total)
                return true
            }
            meter.finish()
        }
        return store
    }
}
