import ArgumentParser
import Exchange
import Model
import Wording

struct DeliveryChecklist: DeliveryWriting {
    static let configuration = CommandConfiguration(
        commandName: "checklist", abstract: "Take over a procedure, step by step, as it is now.",
        discussion: """
            A step may begin with its hour, counted from the start: T-90m, T+2h. In a file each line is a step; empty lines \
            and those that begin with # are passed over. Examples:

              caricc delivery checklist CD-2026-014 "before the road" --step "T-2h: call all desks" --step "file the plan"
              caricc delivery checklist CD-2026-014 "before the road" --edition 3 --file before-the-road.txt
            """)

    @Argument(help: ArgumentHelp("The delivery.", valueName: "name"))
    var delivery: SubjectName

    @Argument(help: ArgumentHelp("The name of the procedure.", valueName: "procedure"))
    var procedure: String

    @Option(help: ArgumentHelp("Which version of it, 1 to 999.", valueName: "version"))
    var edition = 1

    @Option(
        parsing: .singleValue, help: ArgumentHelp("A step; repeated, in order.", valueName: "text"))
    var step: [String] = []

    @Option(help: ArgumentHelp("A file with a step on each line.", valueName: "file"), completion: .file())
    var file: String?

    @OptionGroup var options: ActionOptions

    func validate() throws {
        guard (1...999).contains(edition) else { throw ValidationError("--edition goes from 1 to 999.") }
        guard step.isEmpty != (file == nil) else {
            throw ValidationError("Say the steps with --step, or the file that has them with --file.")
        }
    }

    func event(_ pen: Pen, _ voice: Voice) throws -> DeliveryEvent {
        let items = try lines().map { try ChecklistStep.item($0.text, line: $0.line) }
        guard !items.isEmpty, items.count <= 99 else {
            throw CommandFault.misread("A procedure has 1 to 99 steps; these are \(items.count)")
        }
        return .checklistAdopted(ChecklistAdopted(procedure: procedure, version: edition, items: items))
    }

    /// The steps with the numbers of their lines; of steps that were typed, their own.
    private func lines() throws -> [(line: Int, text: String)] {
        guard let file else { return step.enumerated().map { ($0 + 1, $1) } }
        let bytes: [UInt8]
        do {
            bytes = try SafeFile.read(file, limitBytes: 1 << 16)
        } catch {
            throw CommandFault.file(error, path: file)
        }
        return String(decoding: bytes, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
            .enumerated().map { ($0 + 1, String($1).trimmingBlanks) }
            .filter { !$0.1.isEmpty && !$0.1.hasPrefix("#") }
    }
}

/// A step of a procedure as it is typed: "T-90m: call all desks".
enum ChecklistStep {
    static func item(_ text: String, line: Int) throws -> ChecklistAdopted.Item {
        do throws(TimeEntryFault) {
            return try ChecklistAdopted.Item(typed: text)
        } catch {
            throw CommandFault.misread("Step \(line): \(error.message)")
        }
    }
}

struct DeliveryTick: DeliveryWriting {
    static let configuration = CommandConfiguration(
        commandName: "tick", abstract: "Write down that a step of a procedure is done.",
        discussion: "Example:\n\n  caricc delivery tick CD-2026-014 2 --procedure \"before the road\"")

    @Argument(help: ArgumentHelp("The delivery.", valueName: "name"))
    var delivery: SubjectName

    @Argument(help: ArgumentHelp("Which step, counted from 1.", valueName: "step"))
    var step: Int

    @Option(help: ArgumentHelp("Which procedure (default: the only one).", valueName: "procedure"))
    var procedure: String?

    @Option(help: ArgumentHelp("A word about it (default: none).", valueName: "text"))
    var note: String?

    @OptionGroup var options: ActionOptions

    func validate() throws { try StepNumber.check(step) }

    func event(_ pen: Pen, _ voice: Voice) throws -> DeliveryEvent {
        let known = try pen.delivery(delivery).checklists.map(\.adopted.procedure)
        if procedure == nil, known.count > 1 {
            throw CommandFault.misread("Say with --procedure which is meant: \(known.joined(separator: ", "))")
        }
        return .checklistItemDone(ChecklistItemDone(procedure: procedure ?? known.first ?? "", step: step, note: note))
    }
}
