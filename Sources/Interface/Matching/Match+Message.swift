import Model
import Wording

extension Likeness.Reason {
    package var message: Message {
        switch self {
        case .sameDay: "the same day"
        case .daysApart(let days): .plural(days, one: "%1 day apart", other: "%1 days apart")
        case .sameSubstance(let name): "both \(name)"
        case .likeSubstance(let name, let other): "\(name) in one, \(other) in the other"
        case .otherSubstance(let name, let other): "NOT the same substance: \(name), \(other)"
        case .sameAmount(let amount): "the same amount, \(amount)"
        case .sameAmountAs(let amount, let other): "the same amount, \(amount) and \(other)"
        case .nearAmount(let amount, let other): "nearly the same amount, \(amount) and \(other)"
        case .otherAmount(let amount, let other): "NOT the same amount: \(amount), \(other)"
        case .sameTotal(let amount): "together it comes to \(amount)"
        case .samePlace(let place): "the same place, \(place)"
        case .placeAlike(let place, let other, let likeness):
            "the same place spelt otherwise, \(differing(place, likeness.left)) and \(differing(other, likeness.right))"
        case .placeWithin(let place, let other): "places that have a part in common, \(place) and \(other)"
        case .otherPlace(let place, let other): "NOT the same place: \(place), \(other)"
        case .sameIdentifier(_, let typed): "both name \(typed)"
        case .identifierAlike(_, let typed, let other, let likeness):
            "\(differing(typed, likeness.left)) and \(differing(other, likeness.right)) may be one"
        case .otherState(let state, let other): "NOT the same State: \(state), \(other)"
        }
    }
}

extension Tie {
    package var message: Message {
        switch self {
        case .message: "one answers or names a message of the other"
        case .row: "both come of one row of a table"
        case .named: "one was raised about the other"
        case .identifier(_, let typed): "both name \(typed)"
        case .identifierAlike(_, let typed, let other, let likeness):
            "\(differing(typed, likeness.left)) and \(differing(other, likeness.right)) may be one"
        case .tracker(let name): "the same tracker, \(name)"
        case .operation(let name): "both are of the operation \(name)"
        case .logo(let logo): "the same logo, \(logo)"
        case .route(let from, let to, let days):
            .plural(
                days, one: "the same route, %2 to %3, %1 day apart", other: "the same route, %2 to %3, %1 days apart",
                .text(from), .text(to))
        case .method(_, let words): "hidden in the same way, \(words)"
        case .substanceAtPlace(let substance, let place): "\(substance) at the same place, \(place)"
        }
    }
}

/// A text with what differs in brackets, which every terminal and every voice can show.
///
/// - Parameter ranges: among the characters, ascending.
package func differing(_ text: String, _ ranges: [Range<Int>]) -> String {
    let letters = Array(text)
    var out = ""
    for (place, letter) in letters.enumerated() {
        if ranges.contains(where: { $0.lowerBound == place }) { out += "[" }
        out.append(letter)
        if ranges.contains(where: { $0.upperBound == place + 1 }) { out += "]" }
    }
    return out
}

extension Match {
    /// Why the two stand together, in one line of a language.
    package func reasons(in catalogue: Catalogue, limit: Int = 6) -> String {
        let messages = isProposed ? likeness?.reasons.map(\.message) ?? [] : ties.map(\.message)
        return messages.prefix(limit).map { catalogue.text($0) }.joined(separator: "; ")
    }
}

extension Match.Standing {
    package var message: Message? {
        switch self {
        case .none: nil
        case .linked: "linked"
        case .joined: "joined"
        case .apart: "told apart"
        }
    }
}
