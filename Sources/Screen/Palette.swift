/// How every role looks. Total: a role without an entry of its own looks like text.
package struct Palette: Equatable, Sendable {
    private var looks: [Role: Appearance]
    /// The contrast that the palette promises for every text, and keeps with fewer colours where it can.
    package var level = Contrast.minimum

    package init(_ looks: [Role: Appearance] = [:]) {
        self.looks = looks
    }

    package subscript(role: Role) -> Appearance {
        get { looks[role] ?? looks[.text] ?? Appearance() }
        set { looks[role] = newValue }
    }

    /// What the look of a role has to reach.
    package func level(of role: Role) -> Double { role.isText ? level : Contrast.nonText }
}
