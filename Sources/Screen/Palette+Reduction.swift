extension Palette {
    /// The palette for a terminal with fewer colours. Text that was legible stays legible on every reference palette;
    /// hues are kept where they can be, if need be as the ground of the word; what stood out still stands out.
    package func reduced(to depth: ColourDepth) -> Palette {
        let text = self[.text]
        let alarm = Tone(self[.urgent].seen.ground).flatMap { $0.isColourful ? $0 : nil }
        var reduction = Reduction(depth: depth, ground: text.background, level: level, alarm: alarm)
        var reduced = Palette()
        reduced.level = level
        reduced[.urgent] = reduction.look(self[.urgent], of: .urgent)
        reduction.alarmGround = reduced[.urgent].background
        for role in Role.allCases where role != .urgent { reduced[role] = reduction.look(self[role], of: role) }
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
    /// The hue of what is urgent, as the theme has it.
    let alarm: Tone?
    /// The ground of what is urgent as it is drawn, which no other row is to have.
    var alarmGround: Colour?
    private let reducedGround: Colour
    private let candidates: [(colour: Colour, tone: Tone)]

    init(depth: ColourDepth, ground: Colour, level: Double, alarm: Tone?) {
        self.depth = depth
        self.ground = ground
        self.level = level
        self.alarm = alarm
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
        guard look.background != ground else { return onScreen(look, role, wanted) }
        guard role.hasFaintGround, depth < .colours256 else { return onOwnGround(look, role, wanted) }
        var look = look
        (look.background, look.underline) = (ground, true)
        return onScreen(look, role, wanted)
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

    /// Text on the screen's own ground: another ink, or, for what must be seen, its hue as the ground of the word.
    private func onScreen(_ look: Appearance, _ role: Role, _ wanted: Double) -> Appearance? {
        if depth == .colours256, let plain = plain(look, wanted) { return plain }
        let reach: Double = role.isText ? 75 : 30
        let asInk = best(look, on: [reducedGround], wanted) { tone, _, ink, _ in cost(of: tone, for: ink, reach: reach)
        }
        guard role.isTelling, look.bold, depth < .colours256, let hue = Tone(look.foreground), hue.isColourful else {
            return asInk?.look ?? onOwnGround(look, role, wanted)
        }
        let grounds = candidates.filter { $0.colour != reducedGround && $0.tone.isColourful }.map(\.colour)
        let asGround = best(look, on: grounds, wanted) { _, ground, ink, _ in 25 + cost(of: ground, for: ink, reach: 25)
        }
        guard let asGround, asGround.cost < asInk?.cost ?? .infinity else {
            return asInk?.look ?? onOwnGround(look, role, wanted)
        }
        return asGround.look
    }

    /// Text on a ground of its own, such as a bar or a word that must be seen.
    private func onOwnGround(_ look: Appearance, _ role: Role, _ wanted: Double) -> Appearance? {
        if depth == .colours256, let plain = plain(look, wanted), plain.background != reducedGround { return plain }
        guard var paper = Tone(look.background) else { return nil }
        // A bar with a breath of colour is a grey one.
        if role.isBar, paper.chroma < 40 { paper.chroma = 0 }
        let grounds = candidates.filter { $0.colour != reducedGround }
            .map { colour, tone in
                let clash: Double = role.isBar && colour == alarmGround ? 120 : 0
                return (colour: colour, cost: cost(of: tone, for: paper, reach: 30) + clash)
            }.sorted { $0.cost < $1.cost }.prefix(24)
        let costs = Dictionary(uniqueKeysWithValues: grounds.map { ($0.colour, $0.cost) })
        return best(look, on: grounds.map(\.colour), wanted) { tone, _, ink, ground in
            0.2 * ink.cost(of: tone, reach: 30) + 2 * (costs[ground] ?? 0)
        }?.look
    }

    /// As `Tone` has it, and nothing becomes the colour of the alarm that was not.
    private func cost(of candidate: Tone, for tone: Tone, reach: Double) -> Double {
        let isFalseAlarm =
            alarm.map {
                tone.isColourful && candidate.isColourful && tone.turn(to: $0) > 25 && candidate.turn(to: $0) <= 25
            } ?? false
        return tone.cost(of: candidate, reach: reach) + (isFalseAlarm ? 300 : 0)
    }

    private func plain(_ look: Appearance, _ wanted: Double) -> Appearance? {
        let plain = nearest(look)
        return (plain.contrast ?? 0) >= wanted ? plain : nil
    }

    /// The legible pair that costs least: `weigh` is given the tones of text and ground, the ink as it was, and the ground.
    private func best(
        _ look: Appearance, on grounds: [Colour], _ wanted: Double, weigh: (Tone, Tone, Tone, Colour) -> Double
    ) -> (look: Appearance, cost: Double)? {
        guard let ink = Tone(look.foreground) else { return nil }
        let bolds = depth == .colours256 ? [look.bold] : [look.bold, !look.bold]
        var found: (look: Appearance, cost: Double)?
        for ground in grounds {
            guard let groundTone = Tone(ground) else { continue }
            for (colour, tone) in candidates {
                let base = weigh(tone, groundTone, ink, ground)
                for bold in bolds {
                    let cost = base + (bold == look.bold ? 0 : 4)
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
}
