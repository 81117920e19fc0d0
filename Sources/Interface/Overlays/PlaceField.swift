import Model
import Places
import Wording

/// Completion in the place fields of forms: Tab takes the likeliest name that begins with what was typed, in the script
/// in which it was typed; where there is nothing to complete, Tab goes on as in every field. Any text is taken.
extension AppState {
    /// Letters that must be typed before anything is proposed.
    private static let fewest = 2
    private static let shown = 4
    /// How many are looked at where the States of the form go first.
    private static let looked = 60

    /// The tables are read when somebody types into a place field for the first time.
    mutating func askForPlaces(_ field: Form.Field) -> [Effect] {
        guard case .place = field.kind, !field.isEmpty else { return [] }
        return askForPlaces()
    }

    /// The tables once, for a field or for a search, which knows the other names of a place by them.
    mutating func askForPlaces() -> [Effect] {
        guard places.isEmpty, !hasAskedForPlaces else { return [] }
        hasAskedForPlaces = true
        return [.loadPlaces]
    }

    /// Puts the first completion into the field; false where there is none, or where it stands there already.
    func completePlace(in form: inout Form) -> Bool {
        let field = form.fields[form.focus]
        guard let first = placeCompletions(for: field, in: form).first, first.text != field.text else { return false }
        form.fields[form.focus].input = TextField(head(of: field) + first.text)
        return true
    }

    /// What Tab takes, and what else begins so; nil for other fields, and where there is nothing to propose.
    func placeHint(for field: Form.Field, in form: Form) -> Message? {
        let completions = placeCompletions(for: field, in: form)
        guard let first = completions.first, head(of: field) + first.text != field.text else { return nil }
        let others = completions.dropFirst().map(\.label)
        return others.isEmpty
            ? "Tab takes \(first.label)" : "Tab takes \(first.label); also \(others.joined(separator: ", "))"
    }

    private func placeCompletions(for field: Form.Field, in form: Form) -> [PlaceCompletion] {
        guard case .place(let kinds) = field.kind, field.text != field.initial else { return [] }
        let typed = field.text.dropFirst(head(of: field).count)
        guard typed.count >= Self.fewest else { return [] }
        let states = states(of: form)
        let all = places.complete(String(typed), limit: states.isEmpty ? Self.shown : Self.looked, kinds: kinds)
        let near = all.filter {
            states.contains($0.place.state ?? "") || states.contains($0.place.crossing?.secondState ?? "")
        }
        let completions = Array((near + all.filter { !near.contains($0) }).prefix(Self.shown))
        // A name that is typed in full needs nothing, whatever kind of place the field asks for.
        return completions.contains { $0.text == typed } || !places.find(String(typed)).isEmpty ? [] : completions
    }

    /// The State that the form names; else those of the road of its delivery. A place there is likelier than a namesake.
    private func states(of form: Form) -> Set<String> {
        let typed = form.fields.first { $0.label.key == "State" }?.text.uppercased() ?? ""
        if !typed.stateCode.isEmpty { return [typed] }
        return Set(form.delivery.flatMap { delivery($0) }?.states ?? [])
    }

    /// What stands before the last comma: “Sughd, Kha” completes Khujand.
    private func head(of field: Form.Field) -> String {
        guard let comma = field.text.lastIndex(of: ",") else { return "" }
        let rest = field.text[comma...].dropFirst()
        return String(field.text[...comma]) + rest.prefix { $0 == " " }
    }
}

extension PlaceCompletion {
    /// With the States, which tell namesakes apart: `Korday (KGZ–KAZ)`.
    fileprivate var label: String {
        let states = [place.state, place.crossing?.secondState].compactMap { $0 }
        return states.isEmpty ? text : "\(text) (\(states.joined(separator: "–")))"
    }
}

extension Set<Place.Kind> {
    /// For a field that takes any place.
    static var anywhere: Set { Set(Place.Kind.allCases).subtracting([.region]) }
    /// Where a consignment comes into a State or leaves it.
    static var entries: Set { [.crossing, .port, .airport] }
}
