import ArgumentParser

/// The commands of this folder, for the root.
enum CommandList {
    static let log: [any ParsableCommand.Type] = [
        LogCommand.self, ImportCommand.self, SpoolCommand.self, ExportCommand.self,
    ]
    static let actions: [any ParsableCommand.Type] = [
        AlertCommand.self, DeliveryCommand.self, ShiftCommand.self, HandoverCommand.self, DirectoryCommand.self,
        CorrectCommand.self, WithdrawCommand.self,
        OfficerCommand.self, HandlingCommand.self, DuplicatesCommand.self, BatchCommand.self, StateCommand.self,
    ]
    static let program: [any ParsableCommand.Type] = [
        ConfigCommand.self, ThemeCommand.self, KeysCommand.self, SelftestCommand.self, CompletionsCommand.self,
        ManualCommand.self, SpoolParseCommand.self,
    ]
    /// What is told without any log.
    static let facts: [any ParsableCommand.Type] = [
        QuantityCommand.self, SubstanceCommand.self, IdentifyCommand.self, CompareCommand.self, PlacesCommand.self,
    ]
    static let all = log + actions + facts
}
