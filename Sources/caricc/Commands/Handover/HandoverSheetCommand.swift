import ArgumentParser
import EventLog
import Model
import Wording

struct HandoverSheetCommand: SpokenCommand {
    static let configuration = CommandConfiguration(
        commandName: "sheet", abstract: "Print the sheet of a handover: two pages to sign, with rows to write by hand.",
        discussion: """
            Text of 80 columns in pages parted by form feeds, or one file of HTML for A4. What more is needed goes on further \
            pages. Protected records are named and not told. Example:

              caricc handover sheet --html --out sheet.html --language ru
            """)

    @Argument(
        help: ArgumentHelp(
            "The watch (default: the one that runs where it is offered, else the one handed over last).",
            valueName: "watch"))
    var name: SubjectName?

    @Flag(help: "HTML for a printer (default: text).")
    var html = false

    @Flag(help: "Also how to reach those on call, which is personal data.")
    var contacts = false

    @Option(
        help: ArgumentHelp("A new file, for its owner alone (default: standard output).", valueName: "file"),
        completion: .file())
    var out: String?

    @OptionGroup var options: ViewOptions
    var speech: SpeechOptions { options.log.speech }

    func validate() throws {
        guard !options.visitor else { throw ValidationError("A sheet with names is nothing for visitors.") }
        guard !options.json else {
            throw ValidationError("The sheet is for people; programs read “caricc handover show --json”.")
        }
    }

    func perform(_ voice: Voice) throws -> ExitStatus {
        let (store, board, now) = try options.board(voice)
        // Directly after an acceptance it is the handover that is to be signed that somebody wants to print.
        let usual = try board.watch?.offer == nil ? store.relief()?.old.name : nil
        let sheet = try HandoverSheet(
            of: name ?? usual, store, at: now, voice.catalogue, in: voice.zone, contacts: contacts)
        if name == nil { voice.warn("This is the sheet of \(sheet.name)") }
        let lines = html ? sheet.html : sheet.asText
        guard let out else {
            try voice.bytes(Array(lines.map { $0 + "\n" }.joined().utf8))
            return .done
        }
        try SheetFile(out).write(lines)
        try voice.say("The sheet is in \(out)")
        return .done
    }
}

extension HandoverSheet {
    /// - Parameters:
    ///   - name: of a watch that was handed over; nil for the one that runs
    ///   - contacts: also how to reach those on call
    init(
        of name: SubjectName?, _ store: LogStore, at now: Instant, _ catalogue: Catalogue, in zone: Zone,
        contacts: Bool = false
    ) throws {
        let relief = try name.flatMap { try store.relief(of: $0) }
        let picture = try HandoverPicture.of(name, store, at: now)
        var reach: [Digest: String] = [:]
        if contacts {
            for hash in picture.board.onCall(at: picture.now).compactMap(\.contact) {
                reach[hash] = try store.contact(hash)
            }
        }
        self.init(
            picture: picture, relief: relief, certificate: try relief.flatMap { try store.certificate(of: $0) },
            identity: store.identity, catalogue: catalogue, face: catalogue.clockFace(in: zone), contacts: reach)
    }
}
