import ArgumentParser

/// Where a command takes passphrases from: never from its arguments or the environment, which others can read.
struct PassphraseOptions: ParsableArguments {
    @Option(
        name: .customLong("passphrase-fd"),
        help: ArgumentHelp(
            """
            Read a passphrase from this descriptor, up to the end of a line; repeat it where several are asked for (default: \
            ask on the terminal).
            """, valueName: "number"))
    var descriptors: [Int32] = []

    func validate() throws {
        if let wrong = descriptors.first(where: { $0 < 0 }) {
            throw ValidationError("--passphrase-fd takes the number of an open descriptor, not \(wrong).")
        }
    }

    func source(_ voice: Voice) -> PassphraseSource { PassphraseSource(descriptors: descriptors, voice: voice) }
}
