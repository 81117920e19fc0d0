/// One press of a key, one paste or one movement of the mouse, as the terminal reported it.
package enum Key: Hashable, Sendable {
    /// One scalar; combining marks follow as keys of their own. May be a format character: show it as `SafeText`.
    case character(Character)
    case enter
    case escape
    case tab
    case backTab
    case backspace
    case delete
    case insert
    case up
    case down
    case left
    case right
    case home
    case end
    case pageUp
    case pageDown
    /// F1 to F24.
    case function(Int)
    /// Control with a lower-case letter or one of `@ \ ] ^ _` (`@` is also Control with the space bar).
    case control(Character)
    /// Alt, or Esc directly before a character.
    case alt(Character)
    /// Everything between the terminal's paste marks, unsanitised; at most 1 MiB.
    case pasted(String)
    case mouse(MouseEvent)
    /// The terminal has another size.
    case resized
    /// The terminal asks for a full repaint, for example when it regains the focus.
    case redraw
}

/// One event of the mouse, in cells from the upper left corner, counted from 0.
package struct MouseEvent: Hashable, Sendable {
    package enum Kind: Hashable, Sendable {
        case press
        case release
        case doublePress
        case wheelUp
        case wheelDown
    }

    package var row: Int
    package var column: Int
    package var kind: Kind

    package init(row: Int, column: Int, kind: Kind) {
        self.row = row
        self.column = column
        self.kind = kind
    }
}
