import Model

extension LogStore {
    /// The subject that rules were last set on, or are proposed on; nil while nobody has set any.
    package func rulesSubject() throws(LogFault) -> SubjectName? {
        do {
            return try index.openSubject(in: .rules)
        } catch {
            throw fault(error)
        }
    }
}
