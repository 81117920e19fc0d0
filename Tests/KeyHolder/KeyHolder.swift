import CSystem
import EventLog
import Glibc

/// A small program that handles secrets as the product does, and waits where a test wants to look at it from outside.
///
/// `keyholder hold FILE NAME` reads a passphrase as one line of standard input, opens the key, erases the passphrase, drops the
/// key, and after each step prints a word and waits for a line. `keyholder ask` asks on the terminal, and prints the length.
@main
enum KeyHolder {
    static func main() {
        let arguments = CommandLine.arguments
        Secret.guardProcess()
        switch arguments.dropFirst().first {
        case "hold" where arguments.count == 4: hold(path: arguments[2], name: arguments[3])
        case "ask": ask()
        default: exit(2)
        }
    }

    private static func say(_ word: String) {
        let bytes = Array("\(word)\n".utf8)
        _ = write(STDOUT_FILENO, bytes, bytes.count)
    }

    private static func pause(_ word: String) {
        say(word)
        var byte: UInt8 = 0
        while read(STDIN_FILENO, &byte, 1) == 1, byte != 0x0A {}
    }

    private static func hold(path: String, name: String) {
        guard let name = OfficerKeyName(name) else { exit(2) }
        let secret = Secret()
        secret.fill { room in
            var count = 0
            while count < room.count, let start = room.baseAddress, read(STDIN_FILENO, start + count, 1) == 1,
                room[count] != 0x0A
            { count += 1 }
            return count
        }
        pause("typed")
        do throws(KeyFileFault) {
            let key = try OfficerKeyFile.open(path, expecting: name, passphrase: secret)
            _ = try? key.note(signing: Array("one\n".utf8))
            pause("opened")
            secret.wipe()
            pause("wiped")
            key.drop()
            pause("dropped")
        } catch {
            say("\(error)")
            exit(1)
        }
    }

    private static func ask() {
        let terminal = open("/dev/tty", O_RDWR | O_CLOEXEC)
        let prompt = Array("Word: ".utf8)
        let secret = Secret()
        var outcome: Int32 = 0
        secret.fill { room in
            var length = 0
            outcome = caricc_ask_hidden(
                terminal, prompt, prompt.count, room.baseAddress?.assumingMemoryBound(to: UInt8.self), room.count,
                &length)
            return length
        }
        say("outcome \(outcome), \(secret.byteCount) bytes")
    }
}
