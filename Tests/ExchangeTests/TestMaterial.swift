import Model

@testable import Exchange

#if canImport(Glibc)
    import Glibc
#endif

/// Not cryptography: only a digest that differs where the bytes differ.
let testDigest: DigestFunction = { bytes in
    var lanes: (UInt64, UInt64) = (0xCBF2_9CE4_8422_2325, 0x9E37_79B9_7F4A_7C15)
    for byte in bytes {
        lanes.0 = (lanes.0 ^ UInt64(byte)) &* 0x100_0000_01B3
        lanes.1 = (lanes.1 &+ UInt64(byte)) &* 0xFF51_AFD7_ED55_8CCD
        lanes.1 ^= lanes.1 >> 29
    }
    let words = [lanes.0, lanes.1, lanes.0 ^ lanes.1, lanes.0 &+ lanes.1]
    return Digest(words.flatMap { word in (0..<8).map { UInt8(truncatingIfNeeded: word >> (56 - $0 * 8)) } }) ?? .zero
}

/// The data folder that is not part of the repository: `CARICC_DATA`, or `../shared/data` beside the package.
enum TestMaterial {
    static let folder: String = {
        if let named = getenv("CARICC_DATA") { return String(cString: named) }
        let root = #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(3)
        return (root + ["..", "shared", "data"]).joined(separator: "/")
    }()

    static let seizures = folder + "/seizures/unodc-ids-2011-2015.csv"
    static let hasSeizures = access(seizures, R_OK) == 0
    static let hasHostileFiles = access(folder + "/hostile", R_OK) == 0
    static let absence = "No data folder: set CARICC_DATA to it. Nothing was tested on real files."

    /// The files of a folder of the data, by name, with their bytes.
    static func files(in subfolder: String) throws -> [(name: String, bytes: [UInt8])] {
        let path = folder + "/" + subfolder
        guard let directory = opendir(path) else { return [] }
        defer { closedir(directory) }
        var names: [String] = []
        while let entry = readdir(directory) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if !name.hasPrefix(".") { names.append(name) }
        }
        return try names.sorted().map { ($0, try SafeFile.read(path + "/" + $0)) }
    }
}

/// Chance that can be repeated: print the seed with a failure and put it in again (SplitMix64).
struct SeededChance: RandomNumberGenerator {
    private var state: UInt64
    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}
