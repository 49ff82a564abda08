package nl.houvast.phone

import android.content.Context
import java.io.File

/**
 * What others may leave behind in the app's folders: a photo that the system's camera took for the webview, a copy that a
 * file chooser made. Nothing of ours is ever put there.
 */
internal object Leftovers {
    /** Throws it away, and says how many files it was. */
    fun sweep(context: Context): Long {
        val shared = context.getExternalFilesDirs(null).toList() + context.externalCacheDirs
        val own = context.cacheDir.listFiles().orEmpty().filter { it.isFile }
        return shared.filterNotNull().sumOf(::empty) + own.count { it.delete() }
    }

    private fun empty(folder: File): Long =
        folder.walkBottomUp().filter { it != folder && it.isFile && it.delete() }.count().toLong()
}
