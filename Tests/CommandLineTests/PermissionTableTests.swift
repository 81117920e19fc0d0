import EventLog
import Foundation
import Model
import TestSupport
import Testing
import Wording

@testable import caricc

/// The manual's table of roles and records, as it is printed, against the model and against what the store takes.
@Suite struct PermissionTableTests {
    /// The letters of a row by role, and those of the desk.
    struct Row: Equatable {
        var roles: [OfficerRole: String] = [:]
        var desk = ""
        var words = ""
    }

    /// Read from the page itself, with nothing of what made it.
    private static func page() throws -> [String] {
        let tool = try #require(CommandInfo.describing(Caricc.self))
        let text = ManualPage(of: tool, version: "0.0.0", date: "2026-01-01").text
        return text.replacing("\\-", with: "-").replacing("\\e", with: "\\").split(separator: "\n").map(String.init)
    }

    static func table() throws -> [String: Row] {
        let lines = try page()
        let start = try #require(lines.firstIndex { $0.hasPrefix("record ") && $0.hasSuffix("what is done") })
        var rows: [String: Row] = [:]
        for line in lines[(start + 1)...].prefix(while: { !$0.hasPrefix(".") }) {
            let parts = line.split(separator: " ", maxSplits: 6, omittingEmptySubsequences: true).map(String.init)
            try #require(parts.count == 7, "\(line)")
            #expect(rows[parts[0]] == nil, "\(parts[0]) stands there twice")
            rows[parts[0]] = Row(
                roles: [.dutyOfficer: parts[1], .supervisor: parts[2], .trainer: parts[3], .observer: parts[4]],
                desk: parts[5], words: parts[6])
        }
        return rows
    }

    private static let followers = Set(FourEyesEvent.kinds.map(\.name)).subtracting([CountersignatureAsked.kind])

    private static func letters(_ role: OfficerRole, _ kind: String) -> String {
        if followers.contains(kind) { return "*" }
        if kind == CountersignatureAsked.kind { return "." }
        let rule = Rules.standard.actions[kind]
        var text = ""
        if Permission.mayWrite(role, kind) { text += rule?.mode == .before ? "p" : "w" }
        if let rule, rule.mode != .alone, rule.approvers.contains(role) { text += "a" }
        return text.isEmpty ? "." : text
    }

    @Test func theManualSaysWhatTheModelSays() throws {
        let table = try Self.table()
        #expect(Set(table.keys) == Set(Event.knownKinds))
        for kind in Event.knownKinds {
            let row = try #require(table[kind])
            for role in OfficerRole.allCases { #expect(row.roles[role] == Self.letters(role, kind), "\(kind) \(role)") }
            #expect(row.words != kind && row.words.contains(" "), "\(kind) has no words; name it in Message.action")
            let isOfExercises = ExerciseEvent.kinds.contains { $0.name == kind }
            let desk =
                kind == CountersignatureAsked.kind
                ? "*" : Permission.desk.contains(kind) || isOfExercises ? "w" : "."
            #expect(row.desk == desk, "\(kind) by the desk")
        }
    }

    @Test func theManualHasTheStandingRules() throws {
        let lines = try Self.page()
        let start = try #require(lines.firstIndex { $0.hasPrefix("record ") && $0.hasSuffix("by whom") })
        var rules: [String: ActionRule] = [:]
        for line in lines[(start + 1)...].prefix(while: { !$0.hasPrefix(".") }) {
            let parts = line.split(separator: " ", maxSplits: 5).map(String.init)
            try #require(parts.count == 6 && parts[3] == "min", "\(line)")
            let approvers = parts[5].split(separator: ",").map(\.trimmed).compactMap { OfficerRole(argument: $0) }
            rules[parts[0]] = ActionRule(
                try #require(ActionRule.Mode(rawValue: parts[1])), approvers: approvers,
                minutes: try #require(Int(parts[2])), byTelephone: parts[4] == "yes")
        }
        #expect(rules == Rules.standard.actions)
    }

    /// Every kind in every role: the store takes what the table says, and nothing else.
    @Test func theStoreTakesWhatTheManualSays() throws {
        let table = try Self.table()
        let (folder, other) = (try TemporaryFolder(), try TemporaryFolder())
        let sampler = try KindSampler(in: folder, drillIn: other)
        for kind in Event.knownKinds.sorted() where !Self.followers.contains(kind) {
            let row = try #require(table[kind])
            for role in OfficerRole.allCases {
                try check(kind, role, row, sampler)
            }
        }
        sampler.expectWhole()
    }

    private func check(_ kind: String, _ role: OfficerRole, _ row: Row, _ sampler: KindSampler) throws {
        let letters = try #require(row.roles[role])
        let written = try sampler.write(kind, as: role)
        // What one person may do is not proposed; on a watch a proposal would only be in the way.
        let proposed = letters.contains("w") ? KindSampler.Attempt() : try sampler.propose(kind, as: role)
        if letters.contains("w") {
            #expect(written.refusal == nil, "\(kind) as \(role)")
        } else if letters.contains("p") {
            #expect(written.refusal == .needsSecondPerson(kind), "\(kind) as \(role)")
            #expect(proposed.refusal == nil, "\(kind) as \(role)")
        } else {
            #expect(written.refusal != nil && proposed.refusal != nil, "\(kind) as \(role)")
        }
        if letters.contains("p") {
            for second in OfficerRole.allCases {
                let mayAgree = row.roles[second]?.contains("a") == true
                let approved = try sampler.approve(kind, proposedAs: role, as: second)
                #expect((approved == nil) == mayAgree, "\(kind) approved as \(second): \(String(describing: approved))")
                if !mayAgree { #expect(approved == .roleMayNotApprove(second, kind: kind)) }
                let declined = try sampler.decline(kind, proposedAs: role, as: second)
                #expect((declined == nil) == mayAgree, "\(kind) declined as \(second)")
            }
        } else if letters == "wa" || letters == "w", row.roles.values.contains(where: { $0.contains("a") }) {
            for second in OfficerRole.allCases {
                let mayAgree = row.roles[second]?.contains("a") == true
                for isRefused in [false, true] {
                    let signed = try sampler.countersign(kind, writtenAs: role, as: second, refusing: isRefused)
                    #expect((signed == nil) == mayAgree, "\(kind) countersigned as \(second)")
                }
            }
        }
    }
}

extension Substring {
    fileprivate var trimmed: String { String(self).trimmingCharacters(in: .whitespaces) }
}
