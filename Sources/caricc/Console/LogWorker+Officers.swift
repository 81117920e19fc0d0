import EventLog
import Interface
import Model
import Wording

/// What the worker does for the one who sits at the console; on its queue.
extension LogWorker {
    /// What the desk says where no officer's key is at hand bears this name.
    static let console = "console"

    /// Tells who may sign what, whenever that has changed.
    func tellRoll() {
        guard store.isIndexCurrent, let roll = try? store.roll(), roll != sentRoll else { return }
        sentRoll = roll
        answer([.roll(roll)])
    }

    /// Says in the log that an officer is no longer signed on here: with the key while it is there, else by the desk.
    func signOff(_ officer: String, _ cause: OfficerSignedOff.Cause) {
        let event = Event.officer(.signedOff(OfficerSignedOff(console: ConsoleName.here, cause: cause)))
        let signer = keys.signer.flatMap { $0.officer == officer ? $0 : nil }
        write(event, about: officer, signer: signer)
    }

    func writeFailure(of officer: String, attempts: Int) {
        write(
            .officer(.signOnFailed(SignOnFailed(console: ConsoleName.here, attempts: attempts))), about: officer,
            signer: nil)
    }

    /// What nobody waits for: where it cannot be written, the log says so at the next occasion by itself.
    private func write(_ event: Event, about officer: String, signer: OfficerSigner?) {
        guard let name = (sentRoll.officers[officer] ?? board.officers[officer])?.name else { return }
        let moment = MachineMoment.now()
        let proposal = Proposal(
            .existing(name), event, id: ids.next(at: moment.wall), actor: signer?.officer ?? LogWorker.console)
        guard (try? store.append([proposal], moment: moment, signer: signer)) != nil else { return }
        followLog()
    }

    /// A record with its leaf hash, and for an approval by telephone what was approved.
    func loadLeaf(_ index: Int64) throws(LogFault) {
        do {
            guard let stored = try store.storedEntry(index) else { throw LogFault.noSuchEntry(index) }
            guard stored.isSound, let entry = try store.entry(index) else { throw LogFault.damaged(index: index) }
            var proposal: Entry?
            if case .fourEyes(.approved(let approved)) = entry.event {
                // Only what still hashes to what was approved is shown as that.
                if let proposed = try store.storedEntry(approved.entry), proposed.isSound,
                    proposed.leaf == approved.proposal
                {
                    proposal = try store.entry(approved.entry)
                }
            }
            answer([.leaf(Examined(entry: entry, leaf: stored.leaf, proposal: proposal))])
        } catch {
            throw store.fault(error)
        }
    }
}
