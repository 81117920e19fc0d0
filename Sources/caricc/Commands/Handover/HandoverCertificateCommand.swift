import ArgumentParser
import EventLog
import Model
import Wording

struct HandoverCertificateCommand: SpokenCommand {
    static let configuration = CommandConfiguration(
        commandName: "certificate", abstract: "Show what certifies a handover, and whose signature is missing.",
        discussion: """
            The first checkpoint that covers the acceptance certifies it. With --sign your own line is put below it, after \
            what it stands for was read back from the disk. Ends with 1 while a line is missing. Example:

              caricc handover certificate
              caricc handover certificate SH-2026-012 --sign --officer a.sagynbaeva
            """)

    @Argument(help: ArgumentHelp("The watch that was handed over (default: the last one).", valueName: "watch"))
    var name: SubjectName?

    @Flag(help: "Sign with your key, where you are one of the two.")
    var sign = false

    @Flag(help: "Print the signed note (C2SP tlog-checkpoint with its cosignatures) instead of sentences.")
    var note = false

    @Option(help: ArgumentHelp("Who signs (default: whose key is at hand).", valueName: "id"))
    var officer: String?

    @OptionGroup var signing: SigningOptions
    @OptionGroup var options: AnswerOptions
    var speech: SpeechOptions { options.log.speech }

    func perform(_ voice: Voice) throws -> ExitStatus {
        let (store, _) = try options.open(voice)
        guard let relief = try store.relief(of: name) else {
            throw name.map { CommandFault.notHandedOver($0) } ?? CommandFault.forbidden("No watch was handed over yet")
        }
        if sign {
            let roll = try store.roll()
            if roll.isGoverned {
                let signOn = try SignOn(store, roll, named: officer, options: signing, voice: voice)
                guard [relief.outgoing.officer, relief.incoming.officer].contains(signOn.officer.id) else {
                    throw CommandFault.forbidden(
                        "\(signOn.officer.id) neither gave nor took this watch; \(relief.outgoing.officer) and \(relief.incoming.officer) sign"
                    )
                }
                try store.cosign(relief, with: try signOn.openKey(), at: MachineMoment.now().wall)
            } else {
                try store.certify(relief)
            }
        }
        guard let certificate = try store.certificate(of: relief) else {
            throw CommandFault.forbidden(
                "\(relief.old.name.text) is not certified yet: no checkpoint covers it; “caricc handover certificate --sign” makes one"
            )
        }
        if note, let bytes = try store.checkpointNote(size: certificate.size) {
            try voice.bytes(bytes)
        } else {
            try voice.tell(certificate, json: options.json)
        }
        return certificate.missing.isEmpty ? .done : .findings
    }
}

extension CommandFault {
    static func notHandedOver(_ name: SubjectName) -> CommandFault {
        .forbidden("\(name.text) was not handed over; “caricc handover certificate” without a name shows the last one")
    }
}
