/// Whose ground a position is, as far as the outlines can tell.
package enum Territory: Hashable, Sendable {
    /// ISO 3166-1 alpha-3.
    case inside(String)
    /// Too near to a border to tell: the State that the outlines say first, then the others, nearest first.
    case border([String], metres: Int)
    /// At sea or on a lake, so far from the nearest State's shore.
    case offshore(String, metres: Int)
    /// No State of the outlines is near.
    case nowhere

    /// The State, where there is no doubt.
    package var state: String? { if case .inside(let state) = self { state } else { nil } }
}
