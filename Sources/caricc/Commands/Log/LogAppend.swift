import ArgumentParser
import EventLog
import Exchange
import Model
import Wording

struct LogAppend: SpokenCommand {
    static let configuration = CommandConfiguration(
        commandName: "append", abstract: "Append events from JSON Lines, all of them or none.",
        discussion: """
            A line is {"kind", "body", "subject", "at"} and optionally "actor", "id", "precision". The subject is a name, \
            {"new":"AL"}, or {"same_as":1} for the new subject of line 1. A line without an id gets one from its text, so \
            that the same line is saved once. To take what can be taken, use “caricc import”. Where officers have keys, one \
            officer signs all lines in one role. Examples:

              caricc log append events.jsonl
              caricc log append - --json
            """)

    @Argument(help: ArgumentHelp("A file; - is standard input.", valueName: "file"))
    var file: String

    @Option(
        help: ArgumentHelp(
            "Who says so, where a line does not (default: CARICC_OFFICER, else the login name).", valueName: "id"))
    var officer: String?

    @Flag(help: "Answer in JSON, one object a line.")
    var json = false

    @OptionGroup var signing: SigningOptions
    @OptionGroup var log: LogOptions
    var speech: SpeechOptions { log.speech }

    func perform(_ voice: Voice) throws -> ExitStatus {
        var reader = try ImportReader(path: file, format: .eventLines, source: nil)
        let teller = FaultTeller(voice: voice, file: file == "-" ? voice.text("standard input") : file, isJSON: json)
        let store = try log.open(voice, indexed: true)
        let roll = try store.roll()
        let signOn =
            roll.isGoverned ? try SignOn(store, roll, named: officer, options: signing, voice: voice) : nil
        let actor = signOn?.officer.id ?? Officer.name(officer)
        var batch = ImportBatch()
        var lines: [ImportItem] = []
        var bad = 0
        for outcome in reader.page(limit: .max).outcomes {
            switch outcome {
            case .fault(let fault):
                bad += 1
                try teller.tell(fault)
            case .item(let item):
                lines.append(item)
                _ = batch.add(item, actor: actor)
            }
        }
        guard bad == 0 else {
            voice.warn("\(bad, one: "%1 bad line", other: "%1 bad lines"); nothing was saved")
            return .findings
        }
        let signer = try signOn.map { signOn in
            let fitting = batch.proposals.reduce(Set(OfficerRole.allCases)) {
                $0.intersection(Permission.writers(of: $1.event.kind))
            }
            let now = store.clock.time(at: MachineMoment.now().wall)
            return OfficerSigner(
                officer: actor, role: signOn.role(among: fitting, at: now), key: try signOn.openKey())
        }
        do {
            for saved in try store.append(batch.proposals, moment: .now(), signer: signer) {
                try voice.tell(saved, json: json)
            }
        } catch LogFault.refused(let refusal, let position) where lines.indices.contains(position) {
            try teller.tell(Importer.Rejection(item: lines[position], fault: .refused(refusal, position: position)))
            voice.warn("Nothing was saved")
            return .notAllowed
        }
        return .done
    }
}
