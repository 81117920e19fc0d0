import Foundation

@testable import Exchange

/// The small program beside the tests that is another process for them.
enum ProbeProgram {
    static let path: String = {
        let bundle = CommandLine.arguments.first { $0.hasSuffix(".xctest") } ?? Bundle.main.bundlePath
        return URL(fileURLWithPath: bundle).deletingLastPathComponent().appendingPathComponent("intakeprobe").path
    }()

    static let isThere = access(path, X_OK) == 0

    static func start(_ arguments: [String]) throws -> Process {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: path)
        process.arguments = arguments
        try process.run()
        return process
    }

    /// Kills it, and waits for its end.
    static func end(_ process: Process) {
        kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
    }
}
