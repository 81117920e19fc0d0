import Model

/// Crypto has a protocol of this name; in this target the word means the model's SHA-256 value.
package typealias Digest = Model.Digest
