import ArgumentParser

/// The commands of this folder, for the root.
enum CommandList {
    static let log: [any ParsableCommand.Type] = [LogCommand.self, ImportCommand.self]
    static let actions: [any ParsableCommand.Type] = [
        AlertCommand.self, DeliveryCommand.self, ShiftCommand.self, WithdrawCommand.self,
    ]
    static let all = log + actions
}
