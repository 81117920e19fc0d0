import Model

extension LogStore {
    /// How information is to be handled, of every subject that bears a code; as the log stood before `size`.
    package func handlings(before size: Int64 = .max) throws(LogFault) -> [SubjectName: Handling] {
        do {
            var handlings: [SubjectName: Handling] = [:]
            for number in try index.markedNumbers(HandlingSet.kind, before: size) {
                guard let name = try entry(number)?.subject, handlings[name] == nil else { continue }
                handlings[name] = try history(of: name, before: size).subject?.trail.handling
            }
            return handlings
        } catch {
            throw fault(error)
        }
    }
}
