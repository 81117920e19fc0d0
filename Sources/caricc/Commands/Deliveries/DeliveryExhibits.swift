import ArgumentParser
import EventLog
import Model
import Wording

struct DeliveryExhibit: SpokenCommand {
    static let configuration = CommandConfiguration(
        commandName: "exhibit", abstract: "Register an exhibit.",
        discussion: """
            Names of officers and witnesses do not go into the record: --personal keeps them beside the log. Example:

              caricc delivery exhibit CD-2026-014 KAZ-88/3 heroin --state KAZ --amount "38.4 kg" --seal "KZ 1187"
            """)

    @Argument(help: ArgumentHelp("The delivery.", valueName: "name"))
    var delivery: SubjectName

    @Argument(help: ArgumentHelp("The exhibit as its label says.", valueName: "label"))
    var exhibit: String

    @Argument(help: ArgumentHelp("What it is.", valueName: "thing"))
    var thing: String

    @Option(help: ArgumentHelp("Of what sort.", valueName: "code"))
    var kind = SeizedItem.Kind.drug

    @Option(help: ArgumentHelp("Which State has it, in three letters.", valueName: "state"), transform: StateCode.typed)
    var state: StateCode

    @Option(help: ArgumentHelp("How much, with its unit (default: not said).", valueName: "amount"))
    var amount: String?

    @Option(help: ArgumentHelp("How it is packed (default: not said).", valueName: "text"))
    var packaging: String?

    @Option(help: ArgumentHelp("What is printed or pressed on it (default: not said).", valueName: "text"))
    var logo: String?

    @Option(help: ArgumentHelp("Where (default: not said).", valueName: "place"))
    var place: String?

    @Option(help: ArgumentHelp("The number of the seal (default: none).", valueName: "text"))
    var seal: String?

    @Option(
        parsing: .singleValue,
        help: ArgumentHelp("Officers, witnesses, interpreter; may be repeated.", valueName: "text"))
    var personal: [String] = []

    @OptionGroup var options: ActionOptions
    var speech: SpeechOptions { options.log.speech }

    func perform(_ voice: Voice) throws -> ExitStatus {
        let pen = try Pen(options, voice)
        let payloads = personal.map { Payload(data: Array($0.utf8)) }
        let language = TextLanguage(rawValue: voice.catalogue.language.rawValue) ?? .en
        let money = kind == .cash ? amount.flatMap { SeizedItemReader.money($0, language) } : nil
        var item = SeizedItem(
            kind: kind, name: thing, substance: SubstanceFinder.find(thing).substance?.code,
            quantity: try money?.quantity ?? amount.map { try quantity($0, voice) }, packaging: packaging, logo: logo)
        item.currency = money?.currency?.rawValue
        let registered = ExhibitRegistered(
            exhibit: exhibit, item: item, state: state.text, place: place, seal: seal,
            payloads: payloads.map(\.hash.hex))
        return try pen.save(.existing(delivery), .delivery(.exhibitRegistered(registered)), payloads: payloads)
    }

    private func quantity(_ text: String, _ voice: Voice) throws -> Quantity {
        let language = TextLanguage(rawValue: voice.catalogue.language.rawValue) ?? .en
        guard let amount = AmountReader(language: language).read(text).amounts.first else {
            throw CommandFault.misread("--amount: “\(text)” is no amount; type a number and its unit, such as 38.4 kg")
        }
        return amount.quantity
    }
}

struct DeliveryWeigh: DeliveryWriting {
    static let configuration = CommandConfiguration(
        commandName: "weigh", abstract: "Write down what an exhibit weighs, and how it was weighed.",
        discussion: """
            Each weighing is kept; none replaces another. What is pure may be said in percent. Examples:

              caricc delivery weigh CD-2026-014 KAZ-88/3 laboratory-net "37.96 kg" --by "Shymkent laboratory"
              caricc delivery weigh CD-2026-014 KAZ-88/3 pure "62.9 %" --by "Shymkent laboratory"
            """)

    @Argument(help: ArgumentHelp("The delivery.", valueName: "name"))
    var delivery: SubjectName

    @Argument(help: ArgumentHelp("The exhibit as its label says.", valueName: "label"))
    var exhibit: String

    @Argument(help: ArgumentHelp("What was weighed.", valueName: "code"))
    var weighing: Weighing

    @Argument(help: ArgumentHelp("The weight with its unit.", valueName: "weight"))
    var weight: String

    @Option(help: ArgumentHelp("The scale or the laboratory.", valueName: "text"))
    var by: String

    @Option(help: ArgumentHelp("A word about it (default: none).", valueName: "text"))
    var note: String?

    @OptionGroup var options: ActionOptions

    func event(_ pen: Pen, _ voice: Voice) throws -> DeliveryEvent {
        let option = weighing.rawValue.replacing("_", with: "-")
        let purity = weighing == .pure ? Quantity.percent(weight) : nil
        let quantity = try purity ?? TypedWeight.quantity(weight, option: option, voice)
        return .exhibitWeighed(
            ExhibitWeighed(exhibit: exhibit, weighing: weighing, quantity: quantity, by: by, note: note))
    }
}

struct DeliveryReseal: DeliveryWriting {
    static let configuration = CommandConfiguration(
        commandName: "reseal", abstract: "Write down that a seal was broken and a new one put on.",
        discussion: """
            Example:

              caricc delivery reseal CD-2026-014 KAZ-88/3 --old "KZ 1187" --new "KZ 1201" --reason "opened for sampling"
            """)

    @Argument(help: ArgumentHelp("The delivery.", valueName: "name"))
    var delivery: SubjectName

    @Argument(help: ArgumentHelp("The exhibit as its label says.", valueName: "label"))
    var exhibit: String

    @Option(help: ArgumentHelp("The number of the seal that was broken.", valueName: "text"))
    var old: String

    @Option(help: ArgumentHelp("The number of the new one.", valueName: "text"))
    var new: String

    @Option(help: ArgumentHelp("Why.", valueName: "text"))
    var reason: String

    @OptionGroup var options: ActionOptions

    func event(_ pen: Pen, _ voice: Voice) throws -> DeliveryEvent {
        .exhibitResealed(ExhibitResealed(exhibit: exhibit, oldSeal: old, newSeal: new, reason: reason))
    }
}

struct DeliveryRecord: DeliveryWriting {
    static let configuration = CommandConfiguration(
        commandName: "record",
        abstract: "Write down a sample, a test, a photograph, where it is kept, its destruction.",
        discussion: """
            A file stays where it is; the record has its name and its hash. Example:

              caricc delivery record CD-2026-014 KAZ-88/3 photograph "IMG 0412" --file img0412.jpg
            """)

    @Argument(help: ArgumentHelp("The delivery.", valueName: "name"))
    var delivery: SubjectName

    @Argument(help: ArgumentHelp("The exhibit as its label says.", valueName: "label"))
    var exhibit: String

    @Argument(help: ArgumentHelp("What it is.", valueName: "code"))
    var sort: ExhibitRecorded.Sort

    @Argument(
        help: ArgumentHelp("The number of the sample, the name of the test, the place, the act.", valueName: "text"))
    var reference: String

    @Option(help: ArgumentHelp("What was found (default: not said).", valueName: "text"))
    var result: String?

    @Option(
        help: ArgumentHelp("The file; its hash is kept (default: none).", valueName: "file"), completion: .file())
    var file: String?

    @OptionGroup var options: ActionOptions

    func event(_ pen: Pen, _ voice: Voice) throws -> DeliveryEvent {
        .exhibitRecorded(
            ExhibitRecorded(
                exhibit: exhibit, sort: sort, reference: reference, result: result, raw: try NamedFile.hash(file)))
    }
}

struct DeliveryEvidence: DeliveryWriting {
    static let configuration = CommandConfiguration(
        commandName: "evidence", abstract: "Write down that an exhibit changes hands.",
        discussion: """
            Where officers have keys, two persons do it. Example:

              caricc delivery evidence CD-2026-014 "sample 3" --from "UZB Customs" --to "KAZ laboratory" --seal A-0412
            """)

    @Argument(help: ArgumentHelp("The delivery.", valueName: "name"))
    var delivery: SubjectName

    @Argument(help: ArgumentHelp("Which exhibit.", valueName: "text"))
    var exhibit: String

    @Option(help: ArgumentHelp("Who hands it over.", valueName: "text"))
    var from: String

    @Option(help: ArgumentHelp("Who takes it.", valueName: "text"))
    var to: String

    @Option(help: ArgumentHelp("The number of the seal (default: not noted).", valueName: "text"))
    var seal: String?

    @OptionGroup var options: ActionOptions

    func event(_ pen: Pen, _ voice: Voice) throws -> DeliveryEvent {
        .evidenceTransferred(EvidenceTransferred(exhibit: exhibit, from: from, to: to, seal: seal))
    }
}
