import Model
import Wording

extension Command {
    static let sounds: [Command] = [
        Command(
            "mute", "Mute", "Make no sound for 15 minutes, or as long as you say; a new priority 1 sounds all the same",
            group: .look, argument: .text, unless: Obstacles.soundOff
        ) { state, argument in
            var until = state.real + Bell.muteLength
            if !argument.isEmpty {
                let entry = TimeEntry(zone: state.zone, now: state.real)
                let read = TypedTime.read(argument, on: state.layouts) { entry.read($0, .deadline) }
                guard case .success(let time) = read, time.instant > state.real else {
                    return state.say("“\(argument)” is no length of time; try 10m.", isError: true)
                }
                guard time.instant <= state.real + Bell.longestMute else {
                    return state.say("An hour is the longest; mute again when it is over.", isError: true)
                }
                until = time.instant
            }
            state.bell.mutedUntil = until
            let end = state.face.zonedTime(until)
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
