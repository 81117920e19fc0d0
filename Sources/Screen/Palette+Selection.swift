extension Palette {
    /// How a role looks inside a selected row: on the bar, and still to be told from it, also without colours.
    ///
    /// Meant for the palette as it is drawn, after a reduction.
    package func look(of role: Role, within bar: Role?) -> Appearance {
        guard let bar, role.isTelling else { return self[bar ?? role] }
        let row = self[bar]
        var look = self[role]
        look.dim = false
        if look.seen.ground != self[.text].seen.ground || look.reverse {
            return look.seen.ground == row.seen.ground && look.reverse == row.reverse ? hole(in: row) : look
        }
        look = ink(of: look, on: row)
        if look == row { look.underline.toggle() }
        return look
    }

    /// A word that is itself as the bar is becomes a hole in it.
    private func hole(in row: Appearance) -> Appearance {
        let text = self[.text]
        return Appearance(
            foreground: text.foreground, background: text.background, bold: text.bold, underline: !row.underline)
    }

    /// A word on the bar, in its own colour if that is legible there.
    private func ink(of look: Appearance, on row: Appearance) -> Appearance {
        var mixed = row
        mixed.bold = row.bold || look.bold
        mixed.underline = row.underline || look.underline
        mixed.strike = row.strike || look.strike
        let wanted = level
        if !row.reverse {
            mixed.foreground = look.foreground
            if let ratio = mixed.contrast, ratio >= wanted { return mixed }
            mixed.bold.toggle()
            if let ratio = mixed.contrast, ratio >= wanted { return mixed }
            mixed.bold.toggle()
            mixed.foreground = row.foreground
        }
        if let ratio = mixed.contrast, ratio < wanted { mixed.bold = row.bold }
        return mixed
    }
}
