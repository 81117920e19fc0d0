import ArgumentParser

/// Does to a log what the world does to it, again and again, and checks that nothing acknowledged was lost.
@main
struct Campaign: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "campaign",
        abstract: "Does to a log what the world does to it, and checks that nothing acknowledged was lost.",
        discussion: "Ends with 1 when a promise of the log did not hold, and then says the seed and the round.",
        subcommands: [
            Kill.self, PowerCut.self, Flip.self, Clock.self, Contention.self, Relief.self, Acceptance.self,
            InputOutputError.self, MemoryFull.self, SpoolKill.self, SpoolFlood.self, IntakeFuzz.self,
            Writer.self, Closer.self, Taker.self, FlipRounds.self, Filler.self,
        ])
}
