import Model
import Places
import Wording

/// Crossings that are typed into a plan, a consent or an acceptance, against those that are known.
enum KnownCrossings {
    /// Read once, when it is asked for first; without the tables nothing is known and nothing is refused.
    private static let gazetteer = (try? Gazetteer.load()) ?? .empty

    /// Throws where a known crossing of that name joins other States and no place of that name lies in this one.
    static func check(_ typed: String?, in state: String?, option: String) throws {
        guard let typed, let state, let joined = gazetteer.statesJoined(at: typed, besides: state) else { return }
        throw CommandFault.misread(
            "\(option): \(typed) joins \(joined.first) and \(joined.second), not \(state); name a crossing of \(state), or the State it belongs to"
        )
    }

    /// Says where a leg and its neighbours do not meet at one crossing.
    static func tellApart(_ legs: [LegPlanned], around number: Int, _ voice: Voice) {
        for (leg, next) in zip(legs, legs.dropFirst()) where leg.number == number || next.number == number {
            guard leg.state != next.state, gazetteer.areApart(exit: leg.exit, entry: next.entry) else { continue }
            voice.warn(
                "Leg \(leg.number) leaves at \(leg.exit) and leg \(next.number) comes in at \(next.entry): these are not one crossing"
            )
        }
    }
}
