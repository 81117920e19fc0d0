import Model
import Places
import Wording

extension Delivery {
    /// What the directory and the tables know: how early States want to be asked, and under which names crossings are known.
    mutating func take(_ directory: Directory) {
        take(notices: directory.notices)
        take(crossings: CrossingNames(filed: directory.crossingNames, tables: ShippedPlaces.whenAsked))
    }
}

/// Crossings that are typed into a plan, a consent or an acceptance, against those that ship and those in the directory.
struct KnownCrossings {
    /// Read once, when it is asked for first; without the tables only the directory is known.
    private static let gazetteer = (try? Gazetteer.load()) ?? .empty

    private let directory: Directory

    init(_ pen: Pen) throws { directory = try pen.store.board().directory }

    /// Throws where a known crossing of that name joins other States and no place of that name lies in this one.
    func check(_ typed: String?, in state: String?, option: String) throws {
        guard let typed, let state,
            let joined = KnownCrossings.gazetteer.statesJoined(at: typed, besides: state, directory)
        else { return }
        throw CommandFault.misread(
            "\(option): \(typed) joins \(joined.first) and \(joined.second), not \(state); name a crossing of \(state), or the State it belongs to"
        )
    }

    /// Says which of these are known nowhere; they are taken as typed.
    func tellUnknown(_ typed: [String?], _ voice: Voice) {
        for typed in typed.compactMap({ $0 }) where KnownCrossings.gazetteer.isUnknown(typed, directory) {
            voice.warn("“\(typed)” is no crossing or place that is known here: kept as typed, not checked")
        }
    }

    /// Says that a load changes hands at a crossing of another border than those of the plan.
    func tellOffTheRoad(_ typed: String, _ legs: [LegPlanned], _ voice: Voice) {
        guard KnownCrossings.gazetteer.isOff(typed, road: legs.flatMap { [$0.entry, $0.exit] }, directory) else {
            return
        }
        voice.warn("“\(typed)” is a crossing that is NOT ON THE ROAD as planned: kept as typed, ask where it is")
    }

    /// Says where a leg and its neighbours do not meet at one crossing.
    func tellApart(_ legs: [LegPlanned], around number: Int, _ voice: Voice) {
        for (leg, next) in zip(legs, legs.dropFirst()) where leg.number == number || next.number == number {
            guard leg.state != next.state,
                KnownCrossings.gazetteer.areApart(exit: leg.exit, entry: next.entry, directory)
            else { continue }
            voice.warn(
                "Leg \(leg.number) leaves at \(leg.exit) and leg \(next.number) comes in at \(next.entry): these are not one crossing"
            )
        }
    }
}
