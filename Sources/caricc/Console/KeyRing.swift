import Dispatch
import EventLog
import Interface
import Model
import Synchronization
import Wording

/// The officer's key of this process: opened here, lent to the log's worker, erased when the console is locked.
///
/// Opening takes some tenths of a second and 128 MiB, so it has a thread of its own; wrong passphrases are counted here.
final class KeyRing: Sendable {
    /// What becomes of a passphrase: what to tell, and how many wrong ones are to be written down, where they are.
    typealias Outcome = @Sendable (Input, _ failed: Int?) -> Void

    /// So many wrong ones make a record.
    static let attemptsWritten = 3

    private struct Ring: ~Copyable {
        /// Who signs from here on.
        var signer: OfficerSigner?
        var key: OfficerKey?
        /// Opened, and not signing yet.
        var candidate: OfficerKey?
        /// Wrong ones in this process since the last right one.
        var wrong = 0
    }

    private let ring = Mutex(Ring())
    private let queue = DispatchQueue(label: "passphrase")
    private let identity: LogIdentity
    private let places: OfficerKeyPlaces

    init(identity: LogIdentity, places: OfficerKeyPlaces = .here) {
        self.identity = identity
        self.places = places
    }

    var signer: OfficerSigner? { ring.withLock { $0.signer } }

    /// The keys for this log: of the same centre, and of the same realm.
    func atHand() -> [KeyAtHand] {
        places.keysAtHand().compactMap { key in
            switch key.header {
            case .success(let file):
                guard file.name == name(of: file.name.officer) else { return nil }
                return KeyAtHand(officer: file.name.officer, isCopy: file.isCopy)
            case .failure(let fault):
                let officer = key.path.split(separator: "+").last.map { String($0.dropLast(".key".count)) } ?? ""
                return KeyAtHand(officer: officer, fault: fault.message(path: key.path))
            }
        }
    }

    private func name(of officer: String) -> OfficerKeyName? {
        OfficerKeyName(centre: identity.centre, isExercise: identity.isExercise, officer: officer)
    }

    // MARK: Opening

    func open(_ officer: String, with passphrase: Secret, outcome: @escaping Outcome) {
        queue.async {
            defer { passphrase.wipe() }
            do throws(KeyFileFault) {
                guard let name = self.name(of: officer) else { throw .missing }
                let path = self.places.path(of: name)
                let isCopy = try OfficerKeyFile.read(path).isCopy
                // The record says that it is a copy; who chose it on the list has read so.
                let key = try OfficerKeyFile.open(path, expecting: name, passphrase: passphrase, acceptingCopy: true)
                self.ring.withLock { ring in
                    ring.candidate?.drop()
                    ring.candidate = key
                    ring.wrong = 0
                }
                outcome(.keyOpened(isCopy: isCopy), nil)
            } catch {
                self.tell(error, of: officer, outcome)
            }
        }
    }

    /// - Parameter typed: the old passphrase, the new one, and the new one again
    func changePassphrase(of officer: String, _ typed: [Secret], outcome: @escaping Outcome) {
        queue.async {
            defer { for secret in typed { secret.wipe() } }
            guard typed.count == 3 else { return }
            guard let new = typed[1].normalised(), let again = typed[2].normalised(), new.isSame(as: again) else {
                let sentence: Message = "The two new ones are not the same; begin again."
                return outcome(.keyNotOpened(sentence, wait: .zero), nil)
            }
            do throws(KeyFileFault) {
                guard let name = self.name(of: officer) else { throw .missing }
                try OfficerKeyFile.changePassphrase(
                    self.places.path(of: name), expecting: name, from: typed[0], to: typed[1], acceptingCopy: true)
                self.ring.withLock { $0.wrong = 0 }
                outcome(.passphraseChanged, nil)
            } catch {
                self.tell(error, of: officer, outcome)
            }
        }
    }

    private func tell(_ fault: KeyFileFault, of officer: String, _ outcome: Outcome) {
        let path = name(of: officer).map { places.path(of: $0) } ?? officer
        guard fault == .wrongPassphrase else {
            return outcome(.keyNotOpened(fault.message(path: path), wait: .zero), nil)
        }
        let wrong = ring.withLock { ring in
            ring.wrong += 1
            return ring.wrong
        }
        let wait = WrongPassphraseDelay.after(wrong: wrong)
        let sentence: Message = "This is not the passphrase; look at Caps Lock and the layout."
        let later: Message = "\(sentence) The next try in \(Int(wait.milliseconds / 1_000)) s."
        outcome(
            .keyNotOpened(wait > .zero ? later : sentence, wait: wait),
            wrong % KeyRing.attemptsWritten == 0 ? KeyRing.attemptsWritten : nil)
    }

    // MARK: Signing

    /// The key that was opened last signs in this name and role; without one, the key that signs changes its role.
    func takeSeat(_ officer: String, as role: OfficerRole) {
        ring.withLock { ring in
            if let candidate = ring.candidate, candidate.name.officer == officer {
                ring.key?.drop()
                ring.key = candidate
                ring.candidate = nil
            }
            guard let key = ring.key, key.name.officer == officer else { return }
            ring.signer = OfficerSigner(officer: officer, role: role, key: key)
        }
    }

    /// The key that was opened last, for one signature beside those of whoever sits here; the caller erases it.
    func takeOpened(of officer: String) -> OfficerKey? {
        ring.withLock { ring in
            guard let candidate = ring.candidate, candidate.name.officer == officer else { return nil }
            ring.candidate = nil
            return candidate
        }
    }

    func drop() {
        ring.withLock { ring in
            ring.signer = nil
            ring.key?.drop()
            ring.candidate?.drop()
            (ring.key, ring.candidate) = (nil, nil)
        }
    }
}
