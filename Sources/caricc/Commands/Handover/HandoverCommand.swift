import ArgumentParser
import EventLog
import Interface
import Model
import Wording

/// The handover of the watch: draft, offer, read-back, acceptance, sheet and certificate.
struct HandoverCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "handover",
        abstract: "The handover of the watch: draft, offer, read-back, sheet, certificate, history.",
        discussion: """
            The log drafts it; the officer on watch says what it cannot know and offers it; the next officer says the \
            critical lines back and accepts. Example:

              caricc handover show
              caricc handover set 1 --note "UZB gave more time by phone" --if "no paper by 12:00" --then "call the prosecutor"
              caricc handover offer b.orazov
              caricc handover say-back 1 "08:20 report of KAZ; no paper by 12:00: call the prosecutor"
              caricc handover accept --until 2000
            """,
        subcommands: [
            HandoverShow.self, HandoverSet.self, HandoverAdd.self, HandoverOffer.self, HandoverSayBack.self,
            HandoverAsk.self, HandoverAnswer.self, HandoverAccept.self, HandoverRefuse.self, HandoverSheetCommand.self,
            HandoverCertificateCommand.self, HandoverPaper.self, HandoverListCommand.self, HandoverPastCommand.self,
            HandoverFiguresCommand.self,
        ])
}

struct HandoverShow: SpokenCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Show the draft, or what was offered, with what it leaves out and what changed.",
        discussion: "Ends with 1 where the offer leaves something out. Example:\n\n  caricc handover show --json")

    @Argument(help: ArgumentHelp("A watch that was handed over (default: the one that runs).", valueName: "watch"))
    var name: SubjectName?

    @OptionGroup var options: ViewOptions
    var speech: SpeechOptions { options.log.speech }

    func perform(_ voice: Voice) throws -> ExitStatus {
        let (store, _, now) = try options.board(voice)
        let picture = try HandoverPicture.of(name, store, at: now)
        if options.json {
            try voice.json(picture.object(in: voice.zone))
        } else {
            for line in picture.page(voice.face) { try voice.say(line) }
        }
        return picture.check?.isComplete ?? true ? .done : .findings
    }
}

extension HandoverPicture {
    /// - Parameter name: of a watch that was handed over; nil for the one that runs
    static func of(_ name: SubjectName?, _ store: LogStore, at now: Instant) throws -> HandoverPicture {
        let board = try store.wholeBoard()
        if let watch = board.watch, name == nil || name == watch.name {
            return try HandoverPicture(watch, store, board, at: now)
        }
        guard let name else { throw CommandFault.nobodyHasTheWatch }
        guard let relief = try store.relief(of: name) else { throw CommandFault.notHandedOver(name) }
        return try HandoverPicture(relief, store)
    }

    func page(_ face: ClockFace) -> [Message] {
        var lines: [Message] = [head(face)]
        var number = 0
        for severity in HandoverSeverity.allCases {
            for line in draft.lines where line.severity == severity {
                number += 1
                lines += rows(line, number, face)
            }
        }
        for line in draft.leftOut {
            number += 1
            lines += rows(line, number, face)
        }
        if draft.lines.isEmpty { lines.append("Nothing is open") }
        if let rest = offer?.written?.rest, rest > 0 {
            lines.append("and \(grouped: rest) more, stable, as the log has them")
        }
        if let reservation = board.relieved?.handover.accepted?.reservation, watch.endedAt == nil {
            lines.append("The watch was taken with this reservation: \(reservation)")
        }
        if !unsigned.isEmpty {
            let names = unsigned.map(\.name).joined(separator: ", ")
            lines.append("The handover before is not signed by \(names); “caricc handover certificate --sign” signs it")
        }
        let over = check == nil ? [] : offer?.written.map { board.risksOver($0, at: now) } ?? []
        for risk in risks {
            let words: Message = "RISK: \(risk.message(face, now: now))"
            lines.append(over.contains(risk) ? "\(words) (over)" : words)
        }
        if let second = offer?.written?.secondPerson { lines.append(secondPerson(second)) }
        if let reason = offer?.written?.riskReason { lines.append("without a second person: \(reason)") }
        for risk in watch.ended?.risks ?? [] {
            lines.append("RISK since the offer: \(risk.message(face, now: now))")
        }
        if let second = watch.ended?.secondPerson { lines.append(secondPerson(second)) }
        if let reason = watch.ended?.riskReason { lines.append("without a second person: \(reason)") }
        for question in watch.handover.questions {
            let asked: Message = "#\(Int(question.entry)) \(question.by) asks: \(question.asked.text)"
            lines.append(question.answer.map { "\(asked); \($0.by) answers: \($0.text)" } ?? asked)
        }
        return lines + checkLines(face)
    }

    private func rows(_ line: HandoverDraft.Line, _ number: Int, _ face: ClockFace) -> [Message] {
        let mark: Message = line.leftOut == nil ? line.severity.message : "left out"
        let words: Message = "\(number)  \(mark)  \(words(of: line, face))"
        let due = line.item.due.map { face.moment($0, now: now) }
        let isSaid = line.item.saysItsHour(at: now)
        return [isSaid ? words : due.map { "\(words)  \($0)" } ?? words, "   [\(line.key.text)]"]
            + details(of: line, face).map { "   \($0)" }
    }
}
