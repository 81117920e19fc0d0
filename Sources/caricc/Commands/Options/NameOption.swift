import ArgumentParser
import Themes
import Wording

/// Reads the names that options take, and asks for the nearest one where a name is mistyped.
enum NameOption {
    @Sendable static func zone(_ typed: String) throws -> Zone {
        if let zone = Zone.named(typed) { return zone }
        throw unknown(typed, "zone", known: Zone.all.map(\.name), more: ", and offsets such as +04:30")
    }

    @Sendable static func language(_ typed: String) throws -> Language {
        let known = ConfigReading.languages()
        if let language = Language(locale: typed), known.contains(language.rawValue) { return language }
        throw unknown(typed, "language", known: known)
    }

    /// “There is no zone “Almati”. Did you mean “Almaty”?”, or what there is.
    static func unknown(_ typed: String, _ noun: String, known: [String], more: String = "") -> ValidationError {
        let words = "There is no \(noun) “\(typed)”"
        if let nearest = Spelling.nearest(to: typed, among: known) {
            return ValidationError("\(words). " + Catalogue.english.text(Spelling.question(nearest)))
        }
        return ValidationError("\(words); there are \(known.joined(separator: ", "))\(more).")
    }
}
