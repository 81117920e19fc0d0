import EventLog
import Keyboards

extension Secret {
    /// Does what a key means. False where nothing was added because it does not fit, or was refused.
    @discardableResult
    func apply(_ change: SecretTyping) -> Bool {
        switch change {
        case .append(let character): return append(character)
        case .appendAll(let text):
            guard byteCount + text.utf8.count <= Secret.capacity else { return false }
            for scalar in text.unicodeScalars where !append(Character(scalar)) { return false }
            return true
        case .removeLast: removeLast()
        case .clear, .cancel: wipe()
        case .refused: return false
        case .finish: break
        }
        return true
    }
}
