import ArgumentParser
import EventLog
import Model
import Wording

struct HandoverPaper: SpokenCommand {
    static let configuration = CommandConfiguration(
        commandName: "paper",
        abstract: "Bring a row of the paper sheet into the log, with the time at which it happened.",
        discussion: """
            The sheet bears the name of a watch; without one it is that of the last handover, else the watch that runs. The \
            time is that of the Centre's clock, the latest such one of that watch; its day may stand in front of it. A row about an alert or a delivery becomes a note on it, or a report where it begins with a State; all \
            others are lines of the watch. With - the rows come from standard input, each as row, time and text. Examples:

              caricc handover paper SH-2026-012 7 0214 uzb queue 40 trucks --about CD-2026-014
              caricc handover paper 8 17 Oct 02:31 line to Dushanbe is down
              caricc handover paper - < rows.txt
            """)

    @Argument(help: ArgumentHelp("[SHEET] ROW TIME TEXT, or [SHEET] - for standard input.", valueName: "words"))
    var words: [String]

    @Option(
        help: ArgumentHelp(
            "The alert or delivery that the row is about (default: as the text names it).", valueName: "name"))
    var about: SubjectName?

    @Option(help: ArgumentHelp("Whose word it is, as it is written on the row (default: nobody's).", valueName: "name"))
    var who: String?

    @OptionGroup var options: ActionOptions
    var speech: SpeechOptions { options.log.speech }

    func perform(_ voice: Voice) throws -> ExitStatus {
        var words = self.words[...]
        let sheet = words.first.flatMap { SubjectName($0.uppercased()) }
        if sheet != nil { words.removeFirst() }
        let isStream = words.first == "-" && words.count == 1
        if isStream, options.signing.passphrase.descriptors.contains(0) {
            throw CommandFault.misread("The rows come from standard input; give the passphrase another descriptor")
        }
        let pen = try Pen(options, voice)
        let paper = try PaperPen(pen, voice, sheet: sheet)
        guard isStream else {
            return try paper.save(
                row: words.popFirst() ?? "", time: words.popFirst() ?? "", Array(words), about: about, who: who)
        }
        return try saveAll(paper, voice)
    }

    /// Each row by itself: one that is refused holds up no other.
    private func saveAll(_ paper: PaperPen, _ voice: Voice) throws -> ExitStatus {
        var worst = ExitStatus.done
        do {
            var lines = try LineStream(path: "-")
            while let line = try lines.next() {
                var words = line.text.split(whereSeparator: \.isWhitespace).map(String.init)
                // A time in quotes, as it is typed for a shell, is the same without them.
                if words.count > 1, words[1].hasPrefix("\""),
                    let last = words.indices.dropFirst().first(where: {
                        words[$0].hasSuffix("\"") && words[$0].count > 1
                    })
                {
                    words[1].removeFirst()
                    words[last].removeLast()
                }
                guard let row = words.first else { continue }
                do {
                    let time = words.count > 1 ? words[1] : ""
                    _ = try paper.save(row: row, time: time, Array(words.dropFirst(2)), about: about, who: who)
                    try voice.output.flush()
                } catch {
                    let told = CommandFault(error)
                    voice.warn("line \(line.number): \(told.message(voice.face))")
                    worst = max(worst, told.status)
                }
            }
        } catch let fault as LineStream.Fault {
            throw CommandFault.stream(fault, path: "-")
        }
        return worst
    }
}

/// Writes rows of one sheet, with the key opened once.
struct PaperPen {
    private let pen: Pen
    private let voice: Voice
    private let watch: Shift
    private let key: OfficerKey?

    init(_ pen: Pen, _ voice: Voice, sheet: SubjectName?) throws {
        self.pen = pen
        self.voice = voice
        if let sheet {
            guard case .shift(let watch) = try pen.subject(sheet, .shifts) else {
                throw CommandFault.noSuchSubject(sheet, wanted: .shifts)
            }
            self.watch = watch
        } else {
            // Rows are on the sheet of the handover, which bears the name of the watch before.
            let running = try pen.watch()
            if let before = running.started.relieves, case .shift(let old) = try pen.subject(before, .shifts) {
                watch = old
            } else {
                watch = running
            }
        }
        key = try pen.signOn?.openKey()
    }

    func save(row: String, time: String, _ words: [String], about: SubjectName?, who: String?) throws -> ExitStatus {
        guard let number = Int(row), PaperRowEntered.rows.contains(number) else {
            throw CommandFault.misread(
                "“\(row)” is no row; give the number of the row, the time and the text, such as: 7 0214 line to Dushanbe is down"
            )
        }
        let entry = TimeEntry(zone: voice.zone, now: pen.now)
        if let about, try pen.store.history(of: about).entries.isEmpty {
            throw CommandFault.noSuchSubject(about, wanted: nil)
        }
        let board = try pen.store.board()
        let named: (String) -> SubjectName? = { PaperLine.subject($0, on: board) ?? known($0) }
        var line = PaperLine(
            ([time] + words).joined(separator: " "), about: about, named: named,
            days: { entry.dayLength($0, of: watch) })
        var clock = line.time ?? time
        if line.time == nil || time.contains(" ") {
            // A time in another form was said on its own; this one only holds its place in the line.
            clock = time
            line = PaperLine((["00:00"] + words).joined(separator: " "), about: about, named: named)
        }
        let at: Instant
        do {
            at = try entry.onPaper(clock, of: watch)
        } catch {
            throw CommandFault.time(error, option: "TIME")
        }
        if let refusal = watch.paperRefusal(at: at, now: pen.now) { throw LogFault.refused(refusal, position: 0) }
        if let unknown = line.unknown {
            throw CommandFault.misread("There is no \(unknown) in this log; look the name up in the list")
        }
        var leaves: Instant?
        do {
            leaves = try line.eta.map { try TimeEntry(zone: voice.zone, now: at).deadline($0) }
        } catch let fault as TimeEntryFault {
            throw CommandFault.time(fault, option: "eta")
        }
        let acts = line.events(row: number, leaves: leaves, who: who).map { told in
            var act = Pen.Act(.existing(told.about ?? watch.name), told.event)
            act.at = at
            return act
        }
        for (saved, act) in try pen.write(acts, key: key) { try pen.tell(saved, act) }
        return .done
    }

    /// What is over is not on the board; its whole name is wanted then.
    private func known(_ word: String) -> SubjectName? {
        guard let name = SubjectName(word.uppercased()), [.alerts, .deliveries].contains(name.area),
            let history = try? pen.store.history(of: name), !history.entries.isEmpty
        else { return nil }
        return name
    }
}
