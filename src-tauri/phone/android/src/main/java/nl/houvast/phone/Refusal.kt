package nl.houvast.phone

/** Why a command did not do it: one of the codes that `houvast-phone`'s `Error` knows. */
internal class Refusal(val code: String) : Exception(code) {
    companion object {
        const val NOT_HERE = "not-here"
        const val CANCELLED = "cancelled"
        const val KEY_GONE = "key-gone"
        const val TOO_MANY_TRIES = "too-many-tries"
        const val FAILED = "failed"
    }
}
