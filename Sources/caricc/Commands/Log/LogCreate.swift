import ArgumentParser
import EventLog
import Model
import Wording

struct LogCreate: SpokenCommand {
    static let configuration = CommandConfiguration(
        commandName: "create", abstract: "Make a new log, with its desk's key.",
        discussion: """
            Centre, desk and epoch go into every record and can never be changed. With two custodians everything is signed by \
            the officer who does it, and two persons appoint others; --single is the same for one person, for a first try. \
            Without either the desk signs for everybody. Examples:

              caricc log create /srv/caricc/log --centre CARICC --desk ALMATY-1 --custodian a.card --custodian b.card
              caricc log create ~/try --centre CARICC --desk TRY --single --officer a.orazov
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

    @OptionGroup var custody: CustodyOptions

    @Flag(help: "Answer in JSON.")
    var json = false

    @OptionGroup var speech: SpeechOptions

    func validate() throws {
        if custody.sheet != nil, !custody.single, custody.custodian.isEmpty {
            throw ValidationError("A founding sheet is about custodians; use --single or --custodian.")
        }
        if custody.single, !custody.custodian.isEmpty {
            throw ValidationError("Use --single or --custodian, not both.")
        }
        guard [0, 2].contains(custody.custodian.count) else {
            throw ValidationError("There are two custodians; for one person use --single.")
        }
    }

    func perform(_ voice: Voice) throws -> ExitStatus {
        let moment = MachineMoment.now()
        let identity = try LogIdentity(
            centre: centre, desk: desk, isExercise: exercise, epoch: epoch ?? epoch(voice.face.civil(moment.wall)))
        let custodians = try custody.custodians(identity, officer: Officer.name(officer), voice)
        defer { custodians.drop() }
        let file = try custodians.isEmpty ? nil : custody.sheet.map { try SheetFile($0) }
        do {
            try LogStore.found(
                folder, identity: identity, actor: custodians.cards.first?.officer ?? Officer.name(officer),
                moment: moment, custodians: custodians.enrolled)
        } catch {
            file?.discard()
            throw error
        }
        let store = try LogStore(opening: folder)
        if case .volatile(let name) = store.fileSystem, !exercise {
            voice.warn("\(folder) lies on \(name), which forgets everything when the machine stops")
        }
        var sheet: [String] = []
        if !custodians.isEmpty { sheet = try self.sheet(store, custodians, voice) }
        try file?.write(sheet)
        if json {
            try voice.json(answer(store, custodians))
            return .done
        }
        try tell(store, custodians, sheet, voice)
        return .done
    }

    private func answer(_ store: LogStore, _ custodians: Custodians) -> JSONObject {
        var object = JSONObject()
        object["desk_key"] = .string(store.deskKey.text)
        object["folder"] = .string(store.folder.path)
        object["log"] = .string(store.identity.origin)
        if !custodians.isEmpty {
            object["custodians"] = .array(custodians.cards.map { .string($0.key.text) })
        }
        return object
    }

    private func tell(_ store: LogStore, _ custodians: Custodians, _ sheet: [String], _ voice: Voice) throws {
        for line in sheet where custody.sheet == nil { try voice.line(line) }
        if let file = custody.sheet, !sheet.isEmpty {
            try voice.say("The founding sheet is in \(file): print it, compare it and sign it")
        }
        try voice.say(
            exercise
                ? "The exercise log \(store.identity.origin) is in \(store.folder.path)"
                : "The live log \(store.identity.origin) is in \(store.folder.path)")
        if custodians.isEmpty {
            try voice.say("Its key signs every record: keep a copy of \(store.folder.deskKey) in a safe place")
            try voice.say("Others verify with this line, kept elsewhere: \(store.deskKey.text)")
            try voice.say(
                "Officers have no keys here: who can write to the folder writes as anybody; --custodian or --single changes that for a new log"
            )
        } else if custodians.isSingle {
            for line in CustodyOptions.lacks { try voice.say(line) }
        }
    }

    private func sheet(_ store: LogStore, _ custodians: Custodians, _ voice: Voice) throws -> [String] {
        try store.updateIndexIfNeeded()
        _ = try store.checkpoint()
        guard let checkpoint = try store.lastCheckpoint(), let founding = try store.entry(0) else {
            throw LogFault.noCheckpoint(size: 0)
        }
        return FoundingSheet(
            identity: store.identity, deskKey: store.deskKey, custodians: custodians.enrolled.map(\.0),
            checkpoint: checkpoint, founded: founding.recorded, catalogue: voice.catalogue, face: voice.face
        ).lines
    }

    private func epoch(_ civil: Civil) -> String {
        guard exercise else { return "\(civil.year)" }
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        return "\(civil.year)\(two(civil.month))\(two(civil.day))T\(two(civil.hour))\(two(civil.minute))"
    }
}

extension LogStore {
    fileprivate func updateIndexIfNeeded() throws {
        if !isIndexCurrent { try updateIndex() }
    }
}
