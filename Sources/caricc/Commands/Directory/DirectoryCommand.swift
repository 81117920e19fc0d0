import ArgumentParser
import EventLog
import Exchange
import Interface
import Model
import Places
import Wording

/// Whom to call, where to cross, and what each State asks.
struct DirectoryCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "directory",
        abstract: "Whom to call, where to cross and what each State asks; each with its age since verified.",
        discussion: """
            What ships is States and crossings, all of it unverified: no number, no law. Examples:

              caricc directory set contact:UZB name="Duty desk" channel=telephone round_the_clock=yes
              caricc directory list UZB
              caricc directory check UZB
            """,
        subcommands: [
            DirectoryList.self, DirectoryShow.self, DirectorySet.self, DirectoryVerify.self, DirectoryRetire.self,
            DirectoryReport.self, DirectoryCheck.self, DirectoryImport.self, DirectoryExport.self,
        ])
}

extension Directory {
    /// With the crossings that ship, where their tables are found; else a warning.
    func complete(_ voice: Voice) -> Directory {
        do {
            return adding(try PlacesCommand.gazetteer().directoryEntries)
        } catch {
            voice.warn(CommandFault(error).message(voice.face))
            return self
        }
    }

    /// The entry that a key or the name of a crossing means; throws where there is none.
    func item(_ text: String) throws -> DirectoryItem {
        if let key = DirectoryKey(text) {
            if let item = self[key] { return item }
            throw CommandFault.noEntry(text)
        }
        guard let crossing = crossing(named: text) else { throw CommandFault.noEntry(text) }
        return crossing.item
    }
}

extension Pen {
    /// Writes what is to be said of one entry; nothing where it says so already.
    func save(_ change: DirectoryChange?, knownPayloads: [String]) throws -> ExitStatus {
        guard let change else {
            try voice.say("The directory says so already; nothing was written")
            return .done
        }
        return try save(acts(change, knownPayloads: knownPayloads, at: 0))
    }

    /// - Parameter place: where the first of them stands in the append
    func acts(_ change: DirectoryChange, knownPayloads: [String], at place: Int) -> [Act] {
        let words = change.person.flatMap { $0.isEmpty ? nil : Payload(data: Array($0.utf8)) }
        let payloads = change.person == nil ? knownPayloads : words.map { [$0.hash.hex] } ?? []
        return change.events(payloads: payloads).enumerated().map { number, event in
            let target: Proposal.Target =
                change.subject.map { .existing($0) } ?? (number == 0 ? .new(.directory) : .sameAs(place))
            return Act(target, .directory(event), payloads: number == 0 ? words.map { [$0] } ?? [] : [])
        }
    }

    /// What a liaison officer's payload says; nil where there is none, or it was erased.
    func person(of item: DirectoryItem?) throws -> String? {
        try item?.record?.contact.flatMap { try store.contact($0) }
    }
}
