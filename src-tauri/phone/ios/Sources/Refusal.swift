/// Why a command did not do it: one of the codes that `houvast-phone`'s `Error` knows.
enum Refusal: String, Error {
  case notHere = "not-here"
  case cancelled = "cancelled"
  case keyGone = "key-gone"
  case tooManyTries = "too-many-tries"
  case failed = "failed"
}
