import Glibc

/// How this console is named in the log: the machine and the terminal, or the process where there is no terminal.
enum ConsoleName {
    static let here: String = {
        var name = [CChar](repeating: 0, count: 256)
        let machine = gethostname(&name, name.count - 1) == 0 ? text(name) : ""
        let terminal = ttyname_r(STDIN_FILENO, &name, name.count) == 0 ? text(name) : ""
        let place = terminal.hasPrefix("/dev/") ? String(terminal.dropFirst(5)) : "pid \(getpid())"
        return machine.isEmpty ? place : "\(machine) \(place)"
    }()

    private static func text(_ bytes: [CChar]) -> String {
        String(decoding: bytes.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }
}
