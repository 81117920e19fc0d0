import Model
import TestSupport
import Testing

/// Who may change a message, and what a message is told that speaks of none.
@Suite struct SenderTests {
    private func found(isOfSameSender: Bool) throws -> IntakeQuestion.Found {
        IntakeQuestion.Found(
            subject: try #require(SubjectName("AL-2026-0001")), party: "KAZ", direction: .received, originator: "KAZ",
            isOfSameSender: isOfSameSender)
    }

    @Test func anotherAddressOfTheSameStateChangesNothing() throws {
        for act in [IntakeQuestion.Act.update, .cancel] {
            let other = IntakeQuestion(act, party: "KAZ", found: [try found(isOfSameSender: false)])
            #expect(other.decision == .hold(.notTheirs), "\(act)")
            guard case .file = IntakeQuestion(act, party: "KAZ", found: [try found(isOfSameSender: true)]).decision
            else {
                Issue.record("the sender's own \(act) was held")
                return
            }
        }
        // Whoever has it may say so.
        let receipt = IntakeQuestion(.acknowledgement, party: "KAZ", found: [try found(isOfSameSender: false)])
        guard case .file(.acknowledgement, _) = receipt.decision else {
            Issue.record("a receipt of another desk was held")
            return
        }
    }

    @Test func whatIsThereWithAnotherTimeIsNotWaitedFor() {
        for act in [IntakeQuestion.Act.update, .cancel, .acknowledgement, .error] {
            let other = IntakeQuestion(act, party: "KAZ", isThereWithOtherTime: true)
            #expect(other.decision == .hold(.referenceOtherTime), "\(act)")
            let itself = IntakeQuestion(act, party: "KAZ", refersToItself: true)
            #expect(itself.decision == .hold(.referenceToItself), "\(act)")
        }
    }

    @Test func theSenderStandsInTheIdentity() {
        #expect(MessageHead(theirNumber: "W1", identity: "mes@kz,W1,2026").sender == "mes@kz")
        #expect(MessageHead(theirNumber: "W1", identity: "mes@kz,W1").sender == "mes@kz")
        #expect(MessageHead(theirNumber: "W1").sender == nil)
    }
}
