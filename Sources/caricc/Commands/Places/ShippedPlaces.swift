import Model
import Places

/// The tables of places, read once when a command first asks; empty where they are missing, as matching works without them.
enum ShippedPlaces {
    static let gazetteer = (try? Gazetteer.load()) ?? .empty
    static var knowledge: PlaceKnowledge { gazetteer.knowledge }
    /// The same, read when the first name is asked for.
    static let whenAsked: PlaceKnowledge = { gazetteer.knowledge($0) }
}
