import Model

/// What can be wrong with a log or a write to it. Facts only; the sentence is made where it is shown.
package enum LogFault: Error, Equatable, Sendable {
    case noSuchFolder(String)
    case alreadyExists(String)
    /// The folder or its database is not a log of ours.
    case notALog(path: String, reason: String)
    case newerFormat(path: String, version: Int)
    /// The log is of the other kind: live where an exercise is wanted, or the reverse.
    case wrongPurpose(path: String, isExercise: Bool)
    case badName(String)
    case networkFileSystem(path: String, name: String)
    case keyUnreadable(path: String, reason: String)
    case schemaChanged(path: String, object: String)
    case readOnly(path: String)
    /// The log ends before the head that was written after its last commit.
    case short(by: Int64, head: Int64)
    case damaged(index: Int64)
    case headDiffers(size: Int64)
    case locked(holder: Int32?, waited: Span)
    case diskFull(path: String)
    /// The disk or SQLite failed in a way that leaves nothing saved.
    case notSaved(reason: String)
    /// It is not known whether the entry was saved; asked again after opening anew, still not known.
    case notSure(reason: String)
    /// Somebody wrote about the subject first.
    case moved(SubjectName, expected: Int64, found: Int64)
    case refused(Refusal, position: Int)
    case body(BodyFault)
    case payloadMismatch(Digest)
    case noSuchEntry(Int64)
    /// No checkpoint of this size, or none at all that covers it.
    case noCheckpoint(size: Int64)
    /// The line is not a cosignature of that checkpoint by another key.
    case badCosignature(size: Int64)
    /// A copy that was just made does not verify; it was not kept.
    case copyNotWhole(VerifyReport.Verdict)
    case failed(reason: String)
}
