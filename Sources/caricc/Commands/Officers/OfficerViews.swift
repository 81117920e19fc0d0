import ArgumentParser
import EventLog
import Model
import Wording

struct OfficerList: SpokenCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List the officers, their roles and whether they can sign.",
        discussion: "Example:\n\n  caricc officer list --json")

    @OptionGroup var options: AnswerOptions
    var speech: SpeechOptions { options.log.speech }

    func perform(_ voice: Voice) throws -> ExitStatus {
        let (store, now) = try options.open(voice)
        let roll = try store.roll()
        for officer in roll.officers.values.sorted(by: { $0.id < $1.id }) {
            if options.json {
                try voice.json(officer.json(at: now))
            } else {
                try voice.say(officer.row(at: now, voice.face))
            }
        }
        guard !options.json else { return .done }
        if !roll.isGoverned { try voice.say(Refusal.officersHaveNoKeys.message(voice.face)) }
        if roll.isSingle {
            try voice.say("One person acts alone here: nobody approves, until a second supervisor is enrolled")
        }
        return .done
    }
}

struct OfficerShow: SpokenCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Show one officer, with every key and since when it counts, and the records.",
        discussion: "Example:\n\n  caricc officer show a.orazov")

    @Argument(help: ArgumentHelp("The officer.", valueName: "id"))
    var officer: OfficerID

    @OptionGroup var options: AnswerOptions
    var speech: SpeechOptions { options.log.speech }

    func perform(_ voice: Voice) throws -> ExitStatus {
        let (store, now) = try options.open(voice)
        let found = try store.governedRoll().enrolled(officer.text)
        if options.json {
            try voice.json(found.json(at: now))
        } else {
            for line in found.page(at: now, voice.face) { try voice.say(line) }
        }
        let history = try store.history(of: found.name)
        let printer = RecordPrinter(voice, json: options.json)
        for entry in history.entries { try printer.print(entry, isWithdrawn: history.withdrawn.contains(entry.index)) }
        return .done
    }
}
