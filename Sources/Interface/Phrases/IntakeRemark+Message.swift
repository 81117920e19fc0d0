import Model
import Wording

extension IntakeRemark {
    /// One sentence that says what is odd and what to do about it.
    package func message(_ words: QuantityWords) -> Message {
        switch self {
        case .unusual(let amount, let prompt): "\(amount): \(words.prompt(prompt))"
        case .inTheFuture: "It is dated in the future; ask whoever sent it for the day"
        case .unknownCountry(let name): "No State here is called “\(name)”; ask whoever sent it which one is meant"
        }
    }
}
