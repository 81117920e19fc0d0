import Model

extension LogStore {
    /// The numbers of the entries that are withdrawn, as the log stood before `size`. A withdrawal that was itself
    /// withdrawn withdraws nothing.
    package func withdrawnEntries(before size: Int64 = .max) throws(LogFault) -> Set<Int64> {
        do {
            var withdrawn: Set<Int64> = []
            for number in try index.markedNumbers(EntryWithdrawn.kind, before: size)
            where !withdrawn.contains(number) {
                guard case .logKeeping(.withdrawn(let body))? = try entry(number)?.event else { continue }
                withdrawn.insert(body.index)
            }
            return withdrawn
        } catch {
            throw fault(error)
        }
    }
}
