import Foundation
import Glibc

/// The built program, and what it needs to run as a user would run it.
enum Program {
    /// The executable beside the test bundle.
    static let path: String = {
        let bundle = CommandLine.arguments.first { $0.hasSuffix(".xctest") } ?? CommandLine.arguments[0]
        let folder = URL(fileURLWithPath: bundle).deletingLastPathComponent()
        return folder.appendingPathComponent("caricc").path
    }()

    struct Outcome {
        let status: Int32
        let output: String
        let errors: String
    }

    /// Runs a program to its end, with `environment` on top of a small fixed one.
    ///
    /// - Parameter texts: what it can read from other descriptors than the standard ones; 0 is standard input
    static func run(
        _ arguments: [String], environment: [String: String] = [:], program: String = path,
        texts: [Int32: String] = [:]
    ) -> Outcome {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("caricc-run-\(UUID().uuidString)")
            .path
        try? FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
        posix_spawn_file_actions_addopen(&actions, 1, folder + "/out", O_WRONLY | O_CREAT, 0o600)
        posix_spawn_file_actions_addopen(&actions, 2, folder + "/err", O_WRONLY | O_CREAT, 0o600)
        for (descriptor, text) in texts {
            try? text.write(toFile: "\(folder)/\(descriptor)", atomically: true, encoding: .utf8)
            posix_spawn_file_actions_addopen(&actions, descriptor, "\(folder)/\(descriptor)", O_RDONLY, 0)
        }
        // Without this a child inherits the signals that the test runner blocks, and a tmux server then never ends.
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        var none = sigset_t()
        sigemptyset(&none)
        posix_spawnattr_setsigmask(&attributes, &none)
        var all = sigset_t()
        sigfillset(&all)
        posix_spawnattr_setsigdefault(&attributes, &all)
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF))
        var child = pid_t()
        let settings = base.merging(environment) { $1 }.map { "\($0)=\($1)" }
        let status = withStrings([program] + arguments) { argv in
            withStrings(settings) { envp in posix_spawnp(&child, program, &actions, &attributes, argv, envp) }
        }
        guard status == 0 else { return Outcome(status: -1, output: "", errors: String(cString: strerror(status))) }
        var state: Int32 = 0
        while waitpid(child, &state, 0) < 0, errno == EINTR {}
        let code = state & 0x7F == 0 ? (state >> 8) & 0xFF : 128 + (state & 0x7F)
        func read(_ name: String) -> String {
            (try? String(contentsOfFile: "\(folder)/\(name)", encoding: .utf8)) ?? ""
        }
        return Outcome(status: code, output: read("out"), errors: read("err"))
    }

    static let base = [
        "PATH": "/usr/local/bin:/usr/bin:/bin", "HOME": FileManager.default.temporaryDirectory.path,
        "LC_ALL": "C.UTF-8", "TERM": "xterm-256color",
        "CARICC_OFFICER": "sagynbaeva", "CARICC_LANGUAGE": "en",
        "XDG_STATE_HOME": FileManager.default.temporaryDirectory.path + "/caricc-tests-\(getpid())",
    ]

    static func withStrings<Result>(_ strings: [String], _ body: ([UnsafeMutablePointer<CChar>?]) -> Result)
        -> Result
    {
        let copies: [UnsafeMutablePointer<CChar>?] = strings.map { strdup($0) } + [nil]
        defer { for copy in copies { free(copy) } }
        return body(copies)
    }
}
