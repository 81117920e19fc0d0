import Model
import Places
import Wording

/// Crossings that are typed into a plan or a consent, against those that are known.
enum KnownCrossings {
    /// Read once, when it is asked for first; without the tables nothing is known and nothing is refused.
    private static let gazetteer = (try? Gazetteer.load()) ?? .empty

    /// Throws where a known crossing of that name joins other States and no place of that name lies in this one.
    static func check(_ typed: String?, in state: String, option: String) throws {
        guard let typed else { return }
        let places = gazetteer.find(typed).map(\.place)
        let crossings = places.compactMap(\.crossing)
        guard let first = crossings.first,
            !crossings.contains(where: { $0.first.state == state || $0.secondState == state }),
            !places.contains(where: { $0.crossing == nil && $0.state == state })
        else { return }
        let (a, b) = (first.first.state, first.secondState)
        throw CommandFault.misread(
            "\(option): \(typed) joins \(a) and \(b), not \(state); name a crossing of \(state), or the State it belongs to"
        )
    }
}
