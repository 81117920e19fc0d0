import ArgumentParser
import EventLog
import Exchange
import Model
import Wording

/// Lists of alerts and seizure records for others.
struct ExportCommand: SpokenCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "Write alerts and seizure records for others: CSV, JSON Lines, GeoJSON, CAP, IDS, text.",
        discussion: """
            Only what is on the list of the recipient and the purpose goes. What was cut and how often stands in FILE-report.txt, \
            without its words. Where officers have keys, lists leave the building only with a release (see “caricc log export”): \
            --release names it, and exactly the records up to its size are looked at. Examples:

              caricc export csv seizures.csv --to UNODC --since 2026-01-01T00:00Z
              caricc export csv night.csv --to KAZ --purpose operational --spreadsheet ru --state UZB
              caricc export cap message.xml --to KAZ --purpose operational --subject AL-2026-0193
            """)

    @Argument(help: ArgumentHelp("csv, jsonl, geojson, cap, ids or text.", valueName: "format"))
    var format: ExportFormat

    @Argument(help: ArgumentHelp("A file that is not there yet; - is standard output.", valueName: "file"))
    var file: String

    @Option(name: .customLong("to"), help: ArgumentHelp("A State's three letters, or a service.", valueName: "state"))
    var recipient: String

    @Option(help: ArgumentHelp("What for.", valueName: "code"))
    var purpose = ReleasePurpose.statistics

    @Option(help: ArgumentHelp("What happened from here on (default: everything).", valueName: "time"))
    var since: String?

    @Option(help: ArgumentHelp("What happened before (default: everything).", valueName: "time"))
    var until: String?

    @Option(help: ArgumentHelp("Where it happened (default: everywhere).", valueName: "state"))
    var state: String?

    @Option(parsing: .singleValue, help: ArgumentHelp("Only these; may be repeated (default: all).", valueName: "name"))
    var subject: [SubjectName] = []

    @Option(
        help: ArgumentHelp(
            "A table for people, in this language: en, ru (default: the table without loss).", valueName: "code"))
    var spreadsheet: SpreadsheetLanguage?

    @Option(help: ArgumentHelp("Of labels: en, ru or zh (default: the language in use).", valueName: "code"))
    var labels: String?

    @Option(
        help: ArgumentHelp(
            "The release that was approved, where officers have keys (default: none).", valueName: "name"))
    var release: SubjectName?

    @Flag(help: "Replace the files if they are there (default: refuse).")
    var replace = false

    @OptionGroup var log: LogOptions
    var speech: SpeechOptions { log.speech }

    func validate() throws {
        if spreadsheet != nil, format != .csv { throw ValidationError("--spreadsheet is for csv.") }
        if format == .cap, subject.count != 1 {
            throw ValidationError("One file of CAP is one message: name one --subject.")
        }
        if let labels, MessageLabel.Language(rawValue: labels) == nil {
            throw ValidationError("--labels is one of en, ru, zh.")
        }
    }

    func perform(_ voice: Voice) throws -> ExitStatus {
        let store = try log.open(voice, indexed: true)
        let size = try released(store)
        let now = store.clock.time(at: MachineMoment.now().wall)
        let previews = try previews(store, size, voice, now)
        let records = previews.map(\.record)
        let head = OutgoingHead(
            sender: store.identity.centre, number: number(of: records, store, now), sent: now,
            offsetSeconds: voice.zone.offset(at: now), recipients: [recipient])
        let language = MessageLabel.Language(rawValue: labels ?? voice.catalogue.language.rawValue) ?? .en
        let composed = try Composition(records, as: format, head, language: language, spreadsheet: spreadsheet)
        let lines = ExportReport.lines(previews, composed, voice.catalogue)
        for line in lines { voice.warn(.verbatim(line)) }
        for warning in ExportReport.warnings(previews) { voice.warn(warning) }
        guard let draft = try ReleaseFiles.prepare(composed.bytes, file, store, replacing: replace) else {
            try voice.bytes(composed.bytes)
            return .done
        }
        let report: ExportDraft
        do {
            report = try ExportFile.prepare(
                Array((lines.joined(separator: "\n") + "\n").utf8), for: draft.path + "-report.txt",
                isExercise: store.identity.isExercise, replacing: replace, logFolder: store.folder.path)
        } catch {
            draft.discard()
            throw error
        }
        do {
            try draft.publish()
            try report.publish()
        } catch {
            report.discard()
            throw error
        }
        try voice.say(
            "\(.records(records.count)) looked at, \(composed.rows) written to \(draft.path); what stayed is counted in \(report.path)"
        )
        return .done
    }

    /// A number that no other message of the Centre bears: of one record also its name, so that two within a moment are two.
    private func number(of records: [OutgoingRecord], _ store: LogStore, _ now: Instant) -> String {
        let name = records.count == 1 ? "-\(records[0].name.text)" : ""
        return "\(store.identity.centre)-\(now.milliseconds)\(name)"
    }

    /// How many records of the log may be looked at.
    private func released(_ store: LogStore) throws -> Int64 {
        guard try store.roll().isGoverned else {
            if release != nil { throw LogFault.refused(.officersHaveNoKeys, position: 0) }
            return .max
        }
        guard let release else { throw CommandFault.releaseNeeded }
        let body = try ExportRelease(release, in: store).released
        guard body.recipient == recipient else {
            throw CommandFault.misread("\(release.text) was approved for \(body.recipient), not for \(recipient)")
        }
        return body.size
    }

    private func previews(_ store: LogStore, _ size: Int64, _ voice: Voice, _ now: Instant) throws -> [ReleasePreview] {
        let times = TimeEntry(zone: voice.zone, now: now)
        let from = try since.map { try time($0, times, "--since") }
        let to = try until.map { try time($0, times, "--until") }
        let release = Release(to: ReleaseRecipient(recipient), for: purpose, by: nil)
        var found: [ReleasePreview] = []
        // The alert of a row and the record of the same row are one seizure, told once: by the record, which has all of it.
        var (rows, records): ([SubjectName: EventID], Set<EventID>) = ([:], [])
        let names = try names(store, size)
        // A subject at a time would ask the index once for each of tens of thousands.
        for start in stride(from: 0, to: names.count, by: 512) {
            let some = names[start..<min(start + 512, names.count)]
            let histories = try store.histories(Array(some), before: size)
            if !subject.isEmpty,
                let missing = some.first(where: { name in !histories.contains { $0.entries.first?.subject == name } })
            {
                throw CommandFault.noSuchSubject(missing, wanted: nil)
            }
            for history in histories {
                guard let all = history.subject.flatMap({ OutgoingRecord($0) }),
                    let preview = release.preview(of: history, persons: try store.personalWords(of: history))
                else {
                    if !subject.isEmpty, let name = history.entries.first?.subject {
                        throw CommandFault.noSuchSubject(name, wanted: nil)
                    }
                    continue
                }
                if let at = all.at ?? ExportCommand.learnt(history),
                    (from.map { at < $0 } ?? false) || (to.map { at >= $0 } ?? false)
                {
                    continue
                }
                if let state, all.particulars.state != state.uppercased() { continue }
                switch history.subject {
                case .alert(let alert): rows[alert.name] = alert.raised.row
                case .seizure: if let first = history.entries.first { records.insert(first.id) }
                default: break
                }
                found.append(preview)
            }
        }
        return subject.isEmpty
            ? found.filter { preview in rows[preview.subject].map { !records.contains($0) } ?? true } : found
    }

    /// Where nobody said when it happened, it counts as of the time at which we learnt it.
    private static func learnt(_ history: SubjectHistory) -> Instant? {
        if case .alert(let alert)? = history.subject { alert.raisedAt } else { nil }
    }

    private func time(_ text: String, _ times: TimeEntry, _ option: String) throws -> Instant {
        do {
            return try times.instant(text, .past)
        } catch {
            throw CommandFault.time(error, option: option)
        }
    }

    /// Alerts and seizure records in the order of the log.
    private func names(_ store: LogStore, _ size: Int64) throws -> [SubjectName] {
        if !subject.isEmpty { return subject }
        var seen: Set<SubjectName> = []
        var names: [SubjectName] = []
        _ = try store.forEachStored(from: 0) { stored in
            guard let entry = stored.entry else { return true }
            if entry.index >= size { return false }
            if [.alerts, .seizures].contains(entry.subject.area), seen.insert(entry.subject).inserted {
                names.append(entry.subject)
            }
            return true
        }
        return names
    }
}

/// What was cut and how often, without any of its words.
enum ExportReport {
    /// What the officer who gives it out should look at; it names nobody.
    static func warnings(_ previews: [ReleasePreview]) -> [Message] {
        previews.flatMap { preview -> [Message] in
            let name = preview.subject.text
            return preview.warnings.compactMap { warning in
                switch warning {
                case .cancelled: "LOOK   \(name): its sender took it back"
                case .restricted, .addressed: "LOOK   \(name): its sender says who may see it"
                default: nil
                }
            }
        }
    }

    static func lines(_ previews: [ReleasePreview], _ composed: Composition, _ catalogue: Catalogue) -> [String] {
        var lines: [Message] = []
        if previews.contains(where: { $0.record.isExercise }) { lines.append(.verbatim(ExerciseMark.words)) }
        lines.append(
            "\(.records(previews.count)) looked at, \(previews.count { $0.isBare }) of them with nothing but their number"
        )
        var counts: [String: (message: Message, count: Int)] = [:]
        for line in previews.flatMap(\.kept) {
            guard let reason = line.reason else { continue }
            let message: Message = "stays  \(line.field.message): \(reason.withoutNames.message)"
            counts[catalogue.text(message), default: (message, 0)].count += 1
        }
        for one in counts.sorted(by: { $0.key < $1.key }).map(\.value) {
            lines.append("\(one.message): \(one.count) times")
        }
        let losses = composed.losses
        if losses.formulas > 0 { lines.append("\(losses.formulas) cells would have computed, and bear an apostrophe") }
        if losses.numbers > 0 {
            lines.append("\(losses.numbers) cells of digits bear an apostrophe, so that they keep them")
        }
        if losses.nulls > 0 { lines.append("\(losses.nulls) null characters were replaced") }
        for (remark, count) in composed.remarks.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
            lines.append("\(remark.message): \(count) times")
        }
        return lines.map { catalogue.text($0) }
    }
}

extension ReleaseReason {
    /// The same without what the records themselves say.
    fileprivate var withoutNames: ReleaseReason {
        switch self {
        case .otherOperation: .otherOperation(nil)
        case .permissionMissing(let code, _): .permissionMissing(code, originator: "…")
        case .notForCourt: .notForCourt(originator: "…")
        default: self
        }
    }
}

extension ReturnTable.Remark {
    var message: Message {
        switch self {
        case .noDate: "left out: no date"
        case .noCountry: "without a country"
        case .noDrug: "without a drug"
        case .noAmount: "without an amount"
        case .noUnit: "without a unit"
        case .amountNotANumber: "the amount is no number, and is written as --"
        case .rangeCut: "a range, of which the low end is written"
        case .notADrug: "left out: no drug"
        case .onlySuspected: "left out: suspected, and nobody reported a seizure"
        case .nothingSeized: "left out: nothing that was seized is known"
        case .belowThreshold: "below what a significant case begins with"
        }
    }
}
