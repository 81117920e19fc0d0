extension Palette {
    /// The palette for a terminal with fewer colours. Text that was legible stays legible on every reference palette;
    /// hues are kept where they can be, if need be as the ground of the word; what stood out still stands out.
    package func reduced(to depth: ColourDepth) -> Palette {
        let text = self[.text]
        let reduction = Reduction(depth: depth, ground: text.background, level: level)
        var reduced = Palette()
        reduced.level = level
        for role in Role.allCases { reduced[role] = reduction.look(self[role], of: role) }
        for role in Role.allCases where self[role] != text && self[role].bold && reduced[role] == reduced[.text] {
            reduced[role].underline = true
        }
        return reduced
    }
}

/// Finds looks for a terminal with few colours.
private struct Reduction {
    let depth: ColourDepth
    /// The ground of the whole screen, as the theme has it.
    let ground: Colour
    /// What text has to reach.
    let level: Double
    private let reducedGround: Colour
    private let candidates: [(colour: Colour, tone: Tone)]

    init(depth: ColourDepth, ground: Colour, level: Double) {
        self.depth = depth
        self.ground = ground
        self.level = level
        reducedGround = ground.reduced(to: depth)
        candidates = Colour.candidates(at: depth).compactMap { colour in Tone(colour).map { (colour, $0) } }
    }

    func look(_ look: Appearance, of role: Role) -> Appearance {
        guard depth != .trueColour else { return look }
        guard depth != .mono, let contrast = look.contrast else { return colourless(look, role) }
        // What was legible by a higher bound is to stay so; a lower one is better than none.
        let bounds = role.isText ? [level, Contrast.minimum, Contrast.nonText] : [Contrast.nonText]
        return bounds.lazy.filter { contrast >= $0 }.compactMap { legible(look, role, $0) }.first ?? nearest(look)
    }

    private func legible(_ look: Appearance, _ role: Role, _ wanted: Double) -> Appearance? {
        guard look.background != ground else { return onScreen(look, wanted) }
        guard role.hasFaintGround, depth < .colours256 else { return onOwnGround(look, wanted) }
        var look = look
        (look.background, look.underline) = (ground, true)
        return onScreen(look, wanted)
    }

    // MARK: Without colours

    /// Attributes say what a ground said.
    private func colourless(_ look: Appearance, _ role: Role) -> Appearance {
        var reduced = nearest(look)
        guard look.background != ground, reduced.background == reducedGround else { return reduced }
        if role.hasFaintGround { reduced.underline = true } else { reduced.reverse = true }
        return reduced
    }

    private func nearest(_ look: Appearance) -> Appearance {
        var look = look
        look.foreground = look.foreground.reduced(to: depth)
        look.background = look.background.reduced(to: depth)
        return look
    }

    // MARK: With few colours

    /// Text on the screen's own ground: another ink, or the hue of the ink as the ground of the word.
    private func onScreen(_ look: Appearance, _ wanted: Double) -> Appearance? {
        let plain = nearest(look)
        if reaches(plain, wanted), depth == .colours256 { return plain }
        let asInk = best(look, grounds: [reducedGround], wanted) { ink, _ in ink }
        guard let tone = Tone(look.foreground), tone.isColourful, look.bold, depth < .colours256 else {
            return asInk?.look ?? onOwnGround(look, wanted)
        }
        let family = candidates.filter { $0.tone.isColourful && tone.turn(to: $0.tone) <= 25 }.map(\.colour)
        let asGround = best(look, grounds: family.filter { $0 != reducedGround }, wanted) { _, ground in
            25 + ground
        }
        guard let asInk, asInk.cost <= (asGround?.cost ?? .infinity) else {
            return asGround?.look ?? onOwnGround(look, wanted)
        }
        return asInk.look
    }

    /// Text on a ground of its own, such as a bar or a word that must be seen.
    private func onOwnGround(_ look: Appearance, _ wanted: Double) -> Appearance? {
        let plain = nearest(look)
        if reaches(plain, wanted), plain.background != reducedGround, depth == .colours256 { return plain }
        guard let tone = Tone(look.background) else { return nil }
        let grounds = candidates.filter { $0.colour != reducedGround }.sorted {
            tone.cost(of: $0.tone) < tone.cost(of: $1.tone)
        }
        return best(look, grounds: grounds.prefix(24).map(\.colour), wanted) { ink, ground in
            0.2 * ink + 2 * ground
        }?.look
    }

    /// The best legible pair. Costs are those of `Tone`, weighed by the caller; `asGround` compares the ground with the
    /// hue that the role is known by.
    private func best(
        _ look: Appearance, grounds: [Colour], _ wanted: Double, weigh: (_ ink: Double, _ ground: Double) -> Double
    ) -> (look: Appearance, cost: Double)? {
        guard let ink = Tone(look.foreground), let paper = Tone(look.background) else { return nil }
        // The hue that the role is known by: that of its ground, or that of its ink when it lies on the screen.
        let known = look.background == ground ? ink : paper
        let bolds = depth == .colours256 ? [look.bold] : [look.bold, !look.bold]
        var found: (look: Appearance, cost: Double)?
        for ground in grounds {
            guard let groundTone = Tone(ground) else { continue }
            for (colour, tone) in candidates {
                for bold in bolds {
                    let cost = weigh(ink.cost(of: tone), known.cost(of: groundTone)) + (bold == look.bold ? 0 : 4)
                    if let found, found.cost <= cost { continue }
                    guard (Contrast.ratio(colour, ground, bold: bold) ?? 0) >= wanted else { continue }
                    var look = look
                    (look.foreground, look.background, look.bold) = (colour, ground, bold)
                    found = (look, cost)
                }
            }
        }
        return found
    }

    private func reaches(_ look: Appearance, _ wanted: Double) -> Bool { (look.contrast ?? 0) >= wanted }
}
