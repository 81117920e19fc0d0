import EventLog
import Interface
import Keyboards
import Screen
import Wording

/// The passphrase that is being typed at a console: it lies here and in no state, and is handed over to be tried.
struct PassphraseDesk {
    private var typed: Secret?
    /// Those that were typed before it and belong to it.
    private var kept: [Secret] = []

    private static let refusal: Message = "That is not taken: one line of at most 512 bytes is."

    /// Begins where the state asks for a passphrase, and forgets everything where it does not.
    mutating func follow(_ state: AppState) {
        guard state.asksForPassphrase else {
            if !state.isCheckingPassphrase { (typed, kept) = (nil, []) }
            return
        }
        if typed == nil { typed = Secret() }
    }

    /// What a key is for the state: itself, or only how many characters there are after it.
    func input(for key: Key, in state: AppState) -> Input {
        guard state.asksForPassphrase, let typed, let change = SecretTyping(key) else { return .key(key) }
        switch change {
        case .finish: return .key(.enter)
        case .cancel: return .key(.escape)
        default: break
        }
        let isTaken = typed.apply(change)
        var layout: KeyboardLayout?
        if case .append(let character) = change { layout = state.layout(of: character) }
        return .secretTyped(
            typed.count, fault: isTaken ? nil : PassphraseDesk.refusal, layout: layout)
    }

    /// Takes a whole line, as a script gives it.
    func input(forLine bytes: ArraySlice<UInt8>) -> Input {
        guard let typed else { return .secretTyped(0) }
        let isTaken = bytes.withUnsafeBytes { bytes in
            guard bytes.count <= Secret.capacity else { return false }
            typed.fill { room in
                room.copyMemory(from: bytes)
                return bytes.count
            }
            return typed.isText
        }
        if !isTaken { typed.wipe() }
        return .secretTyped(
            typed.count, fault: isTaken ? nil : PassphraseDesk.refusal)
    }

    /// Carries out what needs the passphrase; false for everything else.
    mutating func carryOut(_ effect: Effect, _ worker: LogWorker) -> Bool {
        switch effect {
        case .openKey(let officer):
            if let typed { worker.openKey(of: officer, with: typed) }
            typed = nil
        case .keepPassphrase:
            if let typed { kept.append(typed) }
            typed = Secret()
        case .changePassphrase(let officer):
            worker.changePassphrase(of: officer, kept + [typed].compactMap { $0 })
            (typed, kept) = (nil, [])
        default: return false
        }
        return true
    }
}
