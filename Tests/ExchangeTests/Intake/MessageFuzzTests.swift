import TestSupport
import Testing

@testable import Exchange

@Suite struct MessageFuzzTests {
    /// The large run is `campaign intake-fuzz`.
    @Test func mutatedMessagesAreReadOrRefused() throws {
        var random = RandomMessages(seed: 41)
        var seeds: [[UInt8]] = []
        for n in 0..<20 {
            let message = random.message(form: .cap)
            seeds.append(try CAPWriter.bytes(of: n % 2 == 0 ? random.cap() : CAPMessage(message)))
            let language = MessageLabel.Language.allCases[n % 3]
            seeds.append(Array(LabelledText.write(LabelledMessage(message, language), language).utf8))
        }
        var mutation = MessageMutation(seed: 42)
        let reader = MessageReader(digest: testDigest)
        var taken = 0
        for n in 0..<2_000 {
            let bytes = mutation.mutated(seeds[n % seeds.count], among: seeds)
            let answer = reader.read(bytes)
            // What crosses to the other process is what was read.
            #expect(try MessageAnswer(reading: answer.bytes) == answer)
            if case .message = answer { taken += 1 }
        }
        #expect(taken > 20)
    }
}
