/// How every role looks. Total: a role without an entry of its own looks like text.
package struct Palette: Equatable, Sendable {
    private var looks: [Role: Appearance]

    package init(_ looks: [Role: Appearance] = [:]) {
        self.looks = looks
    }

    package subscript(role: Role) -> Appearance {
        get { looks[role] ?? looks[.text] ?? Appearance() }
        set { looks[role] = newValue }
    }

    /// What all texts of the palette reach: the enhanced bound, or the usual one.
    ///
    /// A palette that was made for weak eyes stays so with fewer colours.
    package var level: Double {
        let ratios = Role.allCases.filter(\.isText).map { self[$0].contrast }
        return ratios.allSatisfy { ($0 ?? 0) >= Contrast.enhanced } ? Contrast.enhanced : Contrast.minimum
    }

    /// What the look of a role has to reach.
    package func level(of role: Role) -> Double { role.isText ? level : Contrast.nonText }

    /// The worst contrast of any text, also within a selection; nothing when a text is in the terminal's own colours.
    package var leastContrast: Double? {
        var least = Double.infinity
        for role in Role.allCases where role.isText {
            guard let ratio = self[role].contrast else { return nil }
            least = min(least, ratio)
        }
        return least
    }
}
