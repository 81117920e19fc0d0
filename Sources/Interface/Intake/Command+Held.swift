import Model
import Wording

extension Command {
    /// Messages of partners that a person has to look at.
    static let intake: [Command] = [
        Command("held", "Held", "Messages that could not be taken in, and why", group: .show) { state, _ in
            state.openHeld()
        },
        Command(
            "release", "Release", "File a held message on an alert", group: .act, argument: .text,
            unless: Obstacles.held
        ) { state, argument in state.settleHeld(argument, Form.release) },
        Command(
            "take-in", "Take in", "Raise an alert of a held message, with what could be read of it filled in",
            group: .act, argument: .text, unless: Obstacles.held
        ) { state, argument in
            guard let name = state.heldNamed(argument) else { return [] }
            return state.raiseHeld(name)
        },
        Command(
            "discard", "Put aside", "Put a held message aside, with a reason", group: .act, argument: .text,
            unless: Obstacles.held
        ) { state, argument in state.settleHeld(argument, Form.discard) },
    ]
}
