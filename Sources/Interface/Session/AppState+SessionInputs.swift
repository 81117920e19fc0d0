import Model
import Screen
import Wording

extension AppState {
    mutating func takeOfSession(_ input: Input) -> [Effect] {
        switch input {
        case .uptime(let reading): return pass(to: reading)
        case .secretTyped(let count, let fault, let layout):
            sessionClock.noteKey()
            layoutSeen = layout ?? layoutSeen
            secretTyped(count, fault: fault)
        case .keysAtHand(let keys): keysAtHand = keys
        case .keyOpened(let isCopy): return keyOpened(isCopy: isCopy)
        case .keyNotOpened(let message, let wait): keyNotOpened(message, wait: wait)
        case .passphraseChanged: passphraseChanged()
        case .roll(let roll):
            self.roll = roll
            return endIfRevoked()
        case .leaf(let examined): self.examined = examined
        default: break
        }
        return []
    }

    /// Whose enrolment ended, or who no longer holds the role, does not sit here any longer.
    mutating func endIfRevoked() -> [Effect] {
        let board = liveBoard ?? board
        guard let seat = session.seat,
            let officer = [roll.officers[seat.officer], board.officers[seat.officer]].compactMap({ $0 }).first(where: {
                !$0.roles(at: liveNow).contains(seat.role)
            })
        else { return [] }
        session = .signedOff
        (overlay, stowed) = (nil, nil)
        screens = [.board]
        let message: Refusal =
            officer.revocation.map { .enrolmentEnded(seat.officer, at: $0.at) } ?? .roleNotHeld(seat.officer, seat.role)
        notice = Notice(message: message.message(face), isError: true)
        return [.dropKey]
    }
}
