import Model
import Testing

/// What becomes of a message: CAP 1.2, section 3.2.1, and the rules of the watch.
@Suite struct IntakeDecisionTests {
    private let first = SubjectName("AL-2026-0001")
    private let second = SubjectName("AL-2026-0002")

    private func found(
        _ name: SubjectName?, party: String = "UZB", _ direction: MessageDirection = .received,
        originator: String = "UZB"
    ) throws -> IntakeQuestion.Found {
        IntakeQuestion.Found(
            subject: try #require(name), party: party, direction: direction, originator: originator)
    }

    @Test func newsBeginsAThread() {
        #expect(IntakeQuestion(.alert, party: "UZB").decision == .raise(.warning))
        #expect(IntakeQuestion(.alert, kind: .seizureReport, party: "UZB").decision == .raise(.seizureReport))
        #expect(IntakeQuestion(.alert, party: "UZB", usualKind: .bulletin).decision == .raise(.bulletin))
    }

    @Test func anUpdateSupersedesWhatItsSenderBegan() throws {
        let update = IntakeQuestion(.update, kind: .lookout, party: "UZB", found: [try found(first)])
        #expect(
            update.decision == .file(.lookout, on: [.init(try #require(first), isSuperseded: true)]))
    }

    @Test func anUpdateOfAnAnswerLeavesTheThreadOfAnotherAsItIs() throws {
        let update = IntakeQuestion(.update, kind: .feedback, party: "KAZ", found: [try found(first, party: "KAZ")])
        #expect(update.decision == .file(.feedback, on: [.init(try #require(first))]))
    }

    @Test func aChainOfUpdatesIsOneThread() throws {
        let chain = try [found(first), found(first), found(first)]
        let update = IntakeQuestion(.update, party: "UZB", found: chain)
        #expect(update.decision == .file(.warning, on: [.init(try #require(first), isSuperseded: true)]))
    }

    @Test func oneMessageMayConcernSeveralThreads() throws {
        let cancel = IntakeQuestion(.cancel, party: "UZB", found: [try found(first), try found(second)])
        #expect(
            cancel.decision
                == .file(.cancellation, on: [.init(try #require(first)), .init(try #require(second))]))
    }

    @Test func nobodyTakesBackOrChangesTheMessageOfAnother() throws {
        for act in [IntakeQuestion.Act.update, .cancel] {
            let question = IntakeQuestion(act, party: "TJK", found: [try found(first)])
            #expect(question.decision == .hold(.notTheirs), "\(act)")
            let ours = IntakeQuestion(act, party: "UZB", found: [try found(first, .sent)])
            #expect(ours.decision == .hold(.notTheirs), "\(act)")
        }
        // As plain text a cancellation is a kind of message, and the rule is the same.
        let word = IntakeQuestion(.alert, kind: .cancellation, party: "TJK", found: [try found(first)])
        #expect(word.decision == .hold(.notTheirs))
    }

    @Test func confirmationsAndRejectionsGoToTheThreadOfWhatWeSent() throws {
        let sent = try found(first, party: "KAZ", .sent)
        #expect(
            IntakeQuestion(.acknowledgement, party: "KAZ", found: [sent]).decision
                == .file(.acknowledgement, on: [.init(try #require(first))]))
        #expect(
            IntakeQuestion(.error, party: "KAZ", found: [sent]).decision
                == .file(.rejection, on: [.init(try #require(first))]))
    }

    @Test func whatSpeaksOfAMessageThatHasNotComeWaits() {
        for act in [IntakeQuestion.Act.update, .cancel, .acknowledgement, .error] {
            #expect(IntakeQuestion(act, party: "UZB").decision == .hold(.referenceMissing), "\(act)")
        }
        for kind in [MessageKind.feedback, .answer, .cancellation, .acknowledgement, .rejection] {
            #expect(IntakeQuestion(.alert, kind: kind, party: "UZB").decision == .hold(.referenceMissing), "\(kind)")
        }
    }

    @Test func whatNamesNoMessageIsNotWaitedFor() {
        for act in [IntakeQuestion.Act.update, .cancel, .acknowledgement, .error] {
            let question = IntakeQuestion(act, party: "UZB", refersToSomething: false)
            #expect(question.decision == .hold(.referenceUnsaid), "\(act)")
        }
    }

    @Test func aSeizureIsNewsAndBelongsToItsWarningWhereThatIsKnown() throws {
        #expect(IntakeQuestion(.alert, kind: .seizureReport, party: "UZB").decision == .raise(.seizureReport))
        let known = IntakeQuestion(.alert, kind: .seizureReport, party: "KAZ", found: [try found(first)])
        #expect(known.decision == .file(.seizureReport, on: [.init(try #require(first))]))
    }

    @Test func aNumberIsUsedOnce() throws {
        func decision(_ namesake: IntakeQuestion.Namesake, _ act: IntakeQuestion.Act) throws -> IntakeDecision {
            IntakeQuestion(act, party: "UZB", found: [try found(first)], namesake: namesake).decision
        }
        #expect(try decision(.init(hasSameTime: true, isReferredTo: false), .alert) == .hold(.conflicting))
        #expect(try decision(.init(hasSameTime: false, isReferredTo: false), .alert) == .hold(.conflicting))
        #expect(try decision(.init(hasSameTime: true, isReferredTo: true), .update) == .hold(.conflicting))
        // Under its old number, sent later, and it says which one it replaces.
        guard case .file = try decision(.init(hasSameTime: false, isReferredTo: true), .update) else {
            Issue.record("an update under its own number was held")
            return
        }
    }

    @Test func theRealmsNeverMix() {
        typealias Case = (IntakeQuestion.Status, Bool, IntakeDecision)
        let cases: [Case] = [
            (.actual, false, .raise(.warning)), (.actual, true, .hold(.otherRealm)),
            (.exercise, true, .raise(.warning)), (.exercise, false, .hold(.otherRealm)),
            (.test, false, .hold(.test)), (.test, true, .hold(.test)), (.system, false, .hold(.system)),
            (.system, true, .hold(.system)), (.draft, false, .hold(.draft)), (.draft, true, .hold(.draft)),
        ]
        for (status, isExercise, decision) in cases {
            for act in IntakeQuestion.Act.allCases where act == .alert || decision != .raise(.warning) {
                let question = IntakeQuestion(act, status, party: "UZB", isExerciseLog: isExercise)
                #expect(question.decision == decision, "\(status) \(isExercise) \(act)")
            }
        }
    }
}
