import ArgumentParser
import EventLog
import Model
import Wording

struct LogCreate: SpokenCommand {
    static let configuration = CommandConfiguration(
        commandName: "create", abstract: "Make a new log, with its desk's key.",
        discussion: """
            Centre, desk and epoch go into every record and can never be changed. Examples:

              caricc log create /srv/caricc/log --centre CARICC --desk ALMATY-1
              caricc log create /srv/caricc/drill --centre CARICC --desk ALMATY-1 --exercise --epoch autumn-2026
            """)

    @Argument(help: ArgumentHelp("A folder that is empty or not there yet.", valueName: "dir"))
    var folder: String

    @Option(help: ArgumentHelp("Whose log it is: ASCII letters, digits, hyphens, dots.", valueName: "name"))
    var centre: String

    @Option(help: ArgumentHelp("Which desk writes it.", valueName: "name"))
    var desk: String

    @Flag(help: "The log is for an exercise, for ever (default: a live log).")
    var exercise = false

    @Option(
        help: ArgumentHelp(
            "Tells logs of one desk apart (default: the year; in an exercise date and time).", valueName: "name"))
    var epoch: String?

    @Option(help: ArgumentHelp("Who founds it (default: CARICC_OFFICER, else the login name).", valueName: "id"))
    var officer: String?

    @Flag(help: "Answer in JSON.")
    var json = false

    @OptionGroup var speech: SpeechOptions

    func perform(_ voice: Voice) throws -> ExitStatus {
        let moment = MachineMoment.now()
        let identity = try LogIdentity(
            centre: centre, desk: desk, isExercise: exercise, epoch: epoch ?? epoch(voice.face.civil(moment.wall)))
        try LogStore.found(folder, identity: identity, actor: Officer.name(officer), moment: moment)
        let store = try LogStore(opening: folder, access: .reading)
        if case .volatile(let name) = store.fileSystem, !exercise {
            voice.warn("\(folder) lies on \(name), which forgets everything when the machine stops")
        }
        if json {
            var object = JSONObject()
            object["desk_key"] = .string(store.deskKey.text)
            object["folder"] = .string(store.folder.path)
            object["log"] = .string(identity.origin)
            try voice.json(object)
            return .done
        }
        try voice.say(
            exercise
                ? "The exercise log \(identity.origin) is in \(store.folder.path)"
                : "The live log \(identity.origin) is in \(store.folder.path)")
        try voice.say("Its key signs every record: keep a copy of \(store.folder.deskKey) in a safe place")
        try voice.say("Others verify with this line, kept elsewhere: \(store.deskKey.text)")
        return .done
    }

    private func epoch(_ civil: Civil) -> String {
        guard exercise else { return "\(civil.year)" }
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        return "\(civil.year)\(two(civil.month))\(two(civil.day))T\(two(civil.hour))\(two(civil.minute))"
    }
}
