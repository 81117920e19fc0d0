import Model
import Wording

extension Command {
    static let sounds: [Command] = [
        Command(
            "mute", "Mute", "Make no sound for 15 minutes; a new priority 1 sounds all the same", group: .look,
            unless: Obstacles.soundOff
        ) { state, _ in
            state.bell.mutedUntil = state.real + Bell.muteLength
            let end = state.face.zonedTime(state.real + Bell.muteLength)
            state.notice = AppState.Notice(message: "No sound until \(end); :unmute ends it.", isError: false)
            return []
        },
        Command("unmute", "Unmute", "Let the bell sound again", group: .look, unless: Obstacles.notMuted) { state, _ in
            state.bell.mutedUntil = nil
            return []
        },
    ]
}

extension Obstacles {
    static func soundOff(_ state: AppState) -> Message? {
        state.bell.isOn ? nil : "The configuration has switched the sound off."
    }

    static func notMuted(_ state: AppState) -> Message? { state.isMuted ? nil : "The sound is not muted." }
}
