import CSystem
import Crypto
import CryptoExtras
import Foundation

/// How a passphrase becomes the key that seals: scrypt (RFC 7914), written as a PHC string `$scrypt$ln=17,r=8,p=1$SALT`.
struct PassphraseStretching: Equatable, Sendable {
    /// The cost is 2 to this power. 17 takes 128 MiB and some tenths of a second.
    let costLog2: Int
    /// Sixteen bytes.
    let salt: [UInt8]

    static let shippedCostLog2 = 17
    static let greatestCostLog2 = 20
    static let saltLength = 16
    /// The only ones: with more than eight the library computes its memory limit too low, and fails.
    static let blockSize = 8
    static let parallelism = 1

    init(costLog2: Int = shippedCostLog2) {
        var random = SystemRandomNumberGenerator()
        self.costLog2 = costLog2
        salt = (0..<PassphraseStretching.saltLength).map { _ in random.next() }
    }

    enum ReadingFault: Error {
        case malformed
        case weak
        case excessive
    }

    /// Reads what `text` writes, and nothing else.
    init(_ text: String, least: Int) throws(ReadingFault) {
        let parts = text.split(separator: "$", omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 4, parts[0].isEmpty, parts[1] == "scrypt" else { throw .malformed }
        var numbers: [Int] = []
        for (name, part) in zip(["ln=", "r=", "p="], parts[2].split(separator: ",", omittingEmptySubsequences: false)) {
            guard part.hasPrefix(name), let number = Int(part.dropFirst(name.count)), number >= 0 else {
                throw .malformed
            }
            numbers.append(number)
        }
        guard numbers.count == 3, let salt = Data(base64Encoded: parts[3] + "=="),
            salt.count == PassphraseStretching.saltLength
        else { throw .malformed }
        costLog2 = numbers[0]
        self.salt = Array(salt)
        let (blockSize, parallelism) = (numbers[1], numbers[2])
        guard costLog2 >= least, blockSize >= PassphraseStretching.blockSize, parallelism >= 1 else { throw .weak }
        guard costLog2 <= PassphraseStretching.greatestCostLog2, blockSize == PassphraseStretching.blockSize,
            parallelism == PassphraseStretching.parallelism
        else { throw .excessive }
        guard text == self.text else { throw .malformed }
    }

    var text: String {
        let salt = Data(salt).base64EncodedString().prefix { $0 != "=" }
        return
            "$scrypt$ln=\(costLog2),r=\(PassphraseStretching.blockSize),p=\(PassphraseStretching.parallelism)$\(salt)"
    }

    /// The 32 bytes that seal. The passphrase is normalised here.
    func key(from passphrase: Secret) throws(KeyFileFault) -> SymmetricKey {
        // What is no text takes as long to be refused as what is a wrong one.
        let normalised = passphrase.normalised() ?? Secret()
        defer { caricc_wash() }
        let key = normalised.withBytes { bytes in
            try? KDF.Scrypt.deriveKey(
                from: bytes, salt: salt, outputByteCount: 32, rounds: 1 << costLog2,
                blockSize: PassphraseStretching.blockSize, parallelism: PassphraseStretching.parallelism)
        }
        guard let key else { throw .noMemory }
        return key
    }
}
