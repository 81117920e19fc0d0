import ArgumentParser

/// The commands of this folder, for the root.
enum CommandList {
    static let log: [any ParsableCommand.Type] = [LogCommand.self, ImportCommand.self]
    static let actions: [any ParsableCommand.Type] = [
        AlertCommand.self, DeliveryCommand.self, ShiftCommand.self, CorrectCommand.self, WithdrawCommand.self,
        OfficerCommand.self, HandlingCommand.self, BatchCommand.self,
    ]
    static let program: [any ParsableCommand.Type] = [
        PlacesCommand.self, ConfigCommand.self, ThemeCommand.self, KeysCommand.self, SelftestCommand.self,
        CompletionsCommand.self,
        ManualCommand.self,
    ]
    static let all = log + actions
}
