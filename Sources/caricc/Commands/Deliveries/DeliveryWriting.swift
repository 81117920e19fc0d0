import ArgumentParser
import EventLog
import Exchange
import Model
import Wording

/// A command that writes one event about a delivery that is there.
protocol DeliveryWriting: SpokenCommand {
    var delivery: SubjectName { get }
    var options: ActionOptions { get }
    func event(_ pen: Pen, _ voice: Voice) throws -> DeliveryEvent
}

extension DeliveryWriting {
    var speech: SpeechOptions { options.log.speech }

    func perform(_ voice: Voice) throws -> ExitStatus {
        let pen = try Pen(options, voice)
        return try pen.save(.existing(delivery), .delivery(try event(pen, voice)))
    }
}

/// A State as ISO 3166-1 names it: three letters, in any case.
struct StateCode: Equatable, Sendable {
    let text: String

    static func typed(_ argument: String) throws -> StateCode {
        let typed = argument.trimmingBlanks.uppercased()
        guard typed.utf8.count == 3, typed.utf8.allSatisfy({ (0x41...0x5A).contains($0) }) else {
            throw ValidationError("A State is named by its three letters, such as KAZ.")
        }
        return StateCode(text: typed)
    }
}

extension Pen {
    /// The delivery, folded; throws when it is not there.
    func delivery(_ name: SubjectName) throws -> Delivery {
        guard case .delivery(var found) = try subject(name, .deliveries) else {
            throw CommandFault.noSuchSubject(name, wanted: .deliveries)
        }
        found.take(try store.board().directory)
        return found
    }

    /// The record with which an exception began: as typed, else the only one that is open.
    func exception(_ typed: EntryNumber?, of name: SubjectName) throws -> Int64 {
        if let typed { return typed.index }
        let open = try delivery(name).exceptions.open.map(\.entry)
        return try only(open, of: name)
    }

    /// The record that raised a doubt: as typed, else the only one that nobody has explained.
    func doubt(_ typed: EntryNumber?, of name: SubjectName) throws -> Int64 {
        if let typed { return typed.index }
        return try only(try delivery(name).openDoubts, of: name)
    }

    private func only(_ entries: [Int64], of name: SubjectName) throws -> Int64 {
        guard let first = entries.first else {
            throw CommandFault.misread(
                "\(name.text) has nothing of that kind open; see “caricc delivery show \(name.text)”")
        }
        guard Set(entries).count == 1 else {
            let numbers = Set(entries).sorted().map { "#\($0)" }.joined(separator: ", ")
            throw CommandFault.misread("Say with --entry which of them is meant: \(numbers)")
        }
        return first
    }
}

extension Delivery {
    /// The entries that raised a doubt which nobody has explained.
    var openDoubts: [Int64] {
        (custody.mismatches.map(\.entry) + exhibits.flatMap { $0.doubts.map(\.entry) }).filter { settled[$0] == nil }
    }
}

/// A file that is named in a record and stays where it is.
enum NamedFile {
    /// 256 MiB: photographs and scans.
    private static let limitBytes = 256 << 20

    /// The SHA-256 of the file, in hexadecimal; nil where none is named.
    static func hash(_ path: String?) throws -> String? {
        guard let path else { return nil }
        do {
            return Hashing.plain(try SafeFile.read(path, limitBytes: limitBytes)).hex
        } catch {
            throw CommandFault.file(error, path: path)
        }
    }
}
