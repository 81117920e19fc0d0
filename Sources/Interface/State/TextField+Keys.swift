import Screen

extension TextField {
    /// Takes a key that edits; false when it means something else.
    mutating func take(_ key: Key) -> Bool {
        switch key {
        case .character(let character): insert(String(character))
        case .pasted(let text): insert(text)
        case .backspace, .control("h"): deleteBackward()
        case .delete: deleteForward()
        case .left, .control("b"): move(by: -1)
        case .right, .control("f"): move(by: 1)
        case .home, .control("a"): moveToStart()
        case .end, .control("e"): moveToEnd()
        case .control("w"): deleteWord()
        case .control("u"): clear()
        default: return false
        }
        return true
    }
}
