import CSystem
import Exchange
import Glibc
import Model

/// A small program that does what tests of the intake need another process for.
///
/// - `serve`: reads messages as the product's confined child does (with a digest that is no cryptography).
/// - `fragile`: the same, but a line of events dies or hangs where it says so, and all other messages are read.
/// - `try WHAT`: confines itself, tries what it must not, and ends with 0 where that failed, with 1 where it went through.
/// - `swap FOLDER NAME SECRET`: makes NAME in FOLDER a file, then a symbolic link to SECRET, again and again, until it is killed.
/// - `grow FOLDER NAME`: makes NAME longer, shorter and another file, again and again, until it is killed.
/// - `play PART`: a child that begins well and then misbehaves.
@main
enum IntakeProbe {
    static func main() {
        let words = CommandLine.arguments.dropFirst()
        switch words.first {
        case "serve": exit(ConfinedReader.serve(digest: digest))
        case "fragile": exit(ConfinedReader.serve(digest: fragileDigest))
        case "try" where words.count == 2: exit(attempt(words.last ?? ""))
        case "swap" where words.count == 4: Swapper.swap(folder: words[2], name: words[3], secret: words[4])
        case "grow" where words.count == 3: Swapper.grow(folder: words[2], name: words[3])
        case "play" where words.count == 2: exit(play(words.last ?? ""))
        default: exit(2)
        }
    }

    private static let digest: DigestFunction = { bytes in
        var state: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in bytes { state = (state ^ UInt64(byte)) &* 0x100_0000_01B3 }
        return Digest((0..<32).map { UInt8(truncatingIfNeeded: state >> (8 * ($0 % 8))) }) ?? .zero
    }

    /// Ids are made of what the lines say, so this sees every line.
    private static let fragileDigest: DigestFunction = { bytes in
        let text = String(decoding: bytes, as: UTF8.self)
        if text.contains("PLEASE DIE") { fatalError() }
        while text.contains("PLEASE HANG") {}
        return digest(bytes)
    }

    // MARK: What must fail

    private static func attempt(_ what: String) -> Int32 {
        let inherited = open("/dev/null", O_RDONLY)
        guard ConfinedReader.confine().isSufficient else { return 3 }
        let worked =
            switch what {
            case "open": open("/etc/passwd", O_RDONLY) >= 0
            case "openat2": caricc_open_beneath(AT_FDCWD, "anything", O_RDONLY, 0) >= 0
            case "write": open("/tmp/written", O_WRONLY | O_CREAT, 0o600) >= 0
            case "socket": socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0) >= 0
            case "exec": start("/bin/true")
            case "replace": replace("/bin/true")
            case "kill": kill(getppid(), 0) == 0
            case "inherited": fcntl(inherited, F_GETFD) >= 0 || read(inherited, nil, 0) == 0
            case "executable":
                mmap(nil, 4_096, PROT_READ | PROT_WRITE | PROT_EXEC, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0) != MAP_FAILED
            case "rename": rename("/tmp/a", "/tmp/b") == 0 || errno != EPERM
            case "memory": mmap(nil, 1 << 30, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0) != MAP_FAILED
            case "limits": raiseLimits()
            default: true
            }
        return worked ? 1 : 0
    }

    private static func start(_ path: String) -> Bool {
        var id = pid_t()
        var words: [UnsafeMutablePointer<CChar>?] = [strdup(path), nil]
        return posix_spawn(&id, path, nil, nil, &words, nil) == 0
    }

    private static func replace(_ path: String) -> Bool {
        var words: [UnsafeMutablePointer<CChar>?] = [strdup(path), nil]
        return execv(path, &words) == 0
    }

    private static func raiseLimits() -> Bool {
        var limit = rlimit(rlim_cur: 1_024, rlim_max: 1_024)
        return setrlimit(__rlimit_resource_t(7), &limit) == 0
    }

    // MARK: A child that misbehaves

    private static func play(_ part: String) -> Int32 {
        func send(_ bytes: [UInt8]) { _ = write(STDOUT_FILENO, bytes, bytes.count) }
        if part == "silent" { while true { sleep(60) } }
        if part == "unconfined" {
            send([0, 0, 0, 1, 0])
        } else {
            send([0, 0, 0, 1, 15])
        }
        var room = [UInt8](repeating: 0, count: 1 << 16)
        _ = read(STDIN_FILENO, &room, room.count)
        switch part {
        case "hang": while true { sleep(60) }
        case "spin": while true {}
        case "die": kill(getpid(), SIGSEGV)
        case "leave": return 0
        case "long": send([0xFF, 0xFF, 0xFF, 0xFF])
        case "garbage": send([0, 0, 0, 3] + Array("abc".utf8))
        case "halves": send([0, 0, 1, 0, 0x7B])
        case "twice": send([0, 0, 0, 2] + Array("{}{}".utf8))
        case "lies": send([0, 0, 0, 24] + Array("{\"answer\":\"items\",\"x\":1}".utf8))
        default: return 2
        }
        while read(STDIN_FILENO, &room, room.count) > 0 {}
        return 0
    }
}

/// Changes a file as fast as it can.
enum Swapper {
    static func swap(folder: String, name: String, secret: String) -> Never {
        guard chdir(folder) == 0 else { exit(2) }
        while true {
            _ = symlink(secret, ".link")
            rename(".link", name)
            let file = open(".plain", O_CREAT | O_WRONLY | O_TRUNC, 0o600)
            _ = write(file, "plain", 5)
            close(file)
            rename(".plain", name)
            // A second name of the secret itself.
            _ = link(secret, ".hard")
            rename(".hard", name)
        }
    }

    static func grow(folder: String, name: String) -> Never {
        guard chdir(folder) == 0 else { exit(2) }
        let letters = [UInt8](repeating: 0x61, count: 40_000)
        while true {
            for letter: UInt8 in 0x61...0x7A {
                let file = open(name, O_CREAT | O_WRONLY | O_TRUNC, 0o600)
                let page = letters.map { _ in letter }
                _ = write(file, page, 20_000)
                _ = write(file, page, 20_000)
                ftruncate(file, 30_000)
                close(file)
                let other = open(".other", O_CREAT | O_WRONLY | O_TRUNC, 0o600)
                _ = write(other, page, 40_000)
                close(other)
                rename(".other", name)
            }
        }
    }
}
