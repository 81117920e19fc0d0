import CSystem
import Glibc

extension OfficerKeyFile {
    /// Makes a key for `name` and its file; both are there when it returns, and neither is where it throws.
    ///
    /// - Returns: the key, open
    package static func create(name: OfficerKeyName, in places: OfficerKeyPlaces, passphrase: Secret)
        throws(KeyFileFault) -> OfficerKey
    {
        try create(name: name, in: places, passphrase: passphrase, costLog2: PassphraseStretching.shippedCostLog2)
    }

    static func create(name: OfficerKeyName, in places: OfficerKeyPlaces, passphrase: Secret, costLog2: Int)
        throws(KeyFileFault) -> OfficerKey
    {
        if let fault = passphrase.passphraseFault { throw .badPassphrase(fault) }
        try places.prepare()
        let path = places.path(of: name)
        guard access(path, F_OK) != 0 else { throw .existsAlready }
        let key = try OfficerKey.generated(name: name)
        try write(key, to: path, passphrase: passphrase, costLog2: costLog2, replacing: false)
        return key
    }

    /// Seals the key anew, with new salt and nonce, in a new file that takes the place of the old one. What the disk still holds
    /// of the old one can be opened with the old passphrase: where that was told to somebody, the key itself is to be replaced.
    package static func changePassphrase(
        _ path: String, expecting name: OfficerKeyName, from old: Secret, to new: Secret, acceptingCopy: Bool = false
    ) throws(KeyFileFault) {
        try changePassphrase(
            path, expecting: name, from: old, to: new, acceptingCopy: acceptingCopy,
            costLog2: PassphraseStretching.shippedCostLog2)
    }

    static func changePassphrase(
        _ path: String, expecting name: OfficerKeyName, from old: Secret, to new: Secret, acceptingCopy: Bool,
        costLog2: Int
    ) throws(KeyFileFault) {
        if let fault = new.passphraseFault { throw .badPassphrase(fault) }
        let key = try open(path, expecting: name, passphrase: old, acceptingCopy: acceptingCopy, least: costLog2)
        defer { key.drop() }
        try write(key, to: path, passphrase: new, costLog2: costLog2, replacing: true)
    }

    static func write(_ key: OfficerKey, to path: String, passphrase: Secret, costLog2: Int, replacing: Bool)
        throws(KeyFileFault)
    {
        try KeyFileAccess.write(path, replacing: replacing) { home throws(KeyFileFault) in
            let bytes = try key.withSeed { seed throws(KeyFileFault) in
                try OfficerKeyFile.bytes(
                    sealing: seed, name: key.name, key: key.verifier, home: home, passphrase: passphrase,
                    stretching: PassphraseStretching(costLog2: costLog2))
            }
            guard let bytes else { throw .otherKeyInside }
            return bytes
        }
    }
}

extension OfficerKey {
    /// A new key; its seed comes from the system's random numbers straight into locked memory.
    static func generated(name: OfficerKeyName) throws(KeyFileFault) -> OfficerKey {
        let seed = Secret()
        seed.fill { room in
            var random = SystemRandomNumberGenerator()
            for offset in stride(from: 0, to: 32, by: 8) {
                room.storeBytes(of: random.next() as UInt64, toByteOffset: offset, as: UInt64.self)
            }
            return 32
        }
        let signing = try? seed.withBytes { bytes throws(KeyFault) in try SigningKey(name: name.text, seed: bytes) }
        guard let signing, let key = OfficerKey(name: name, verifier: signing.verifier, seed: seed) else {
            throw .otherKeyInside
        }
        return key
    }
}
