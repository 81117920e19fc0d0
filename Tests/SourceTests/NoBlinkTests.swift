import Testing

/// Nothing blinks: no theme can ask for it and the terminal layer cannot do it.
@Suite struct NoBlinkTests {
    @Test func noSourceKnowsBlinking() throws {
        let sources = SourceTests.sources(in: ["Sources/Terminal", "Sources/Screen", "Sources/CNcurses", "Themes"])
        #expect(sources.count > 20)
        for source in sources {
            for (number, line) in source.lines.enumerated() {
                let code = line.split(separator: "//", maxSplits: 1).first ?? ""
                #expect(!code.lowercased().contains("blink"), "\(source.path):\(number + 1)")
            }
        }
    }
}
