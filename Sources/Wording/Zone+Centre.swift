import Model

extension Zone {
    /// The Centre's own clock: as the plan of turns has it, else Almaty; whatever clock somebody looks at.
    package static func centre(of board: Board) -> Zone {
        board.roster.flatMap { Zone.named($0.pattern.zone) } ?? .almaty
    }
}
