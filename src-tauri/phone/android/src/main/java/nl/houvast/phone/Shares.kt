package nl.houvast.phone

import android.app.Activity
import android.content.ContentResolver
import android.content.Context
import android.content.Intent
import android.net.Uri
import android.os.Build
import android.os.Bundle
import android.os.Parcelable
import android.provider.OpenableColumns
import app.tauri.plugin.JSArray
import app.tauri.plugin.JSObject

/**
 * What other apps share, from the moment it comes in until Rust asks for it.
 *
 * It outlives the activity, not the process. When Android makes the activity anew it hands in the intent that started it
 * again, so it is noted in the activity's saved state whether that was handed over ([remember]): if not, because the process
 * was ended in between, it is taken then. An app that is opened from the list of recent apps takes nothing in a second time.
 * Nothing is read here: the files stay where they are, and the other app's permission to read them lasts as long as the
 * activity.
 */
object Shares {
    private const val HANDED_OVER = "nl.houvast.phone.handedOver"

    /** More than a person shares at once; an app that sends more gets what comes first taken in. */
    private const val MOST = 500

    private class Share(val uri: Uri?, val text: String?, val name: String?, val kind: String?)

    private val waiting = ArrayDeque<Share>()

    /** Has what the activity was started with been handed over, or was there nothing? */
    private var handedOver = true

    /** Called when something came in. */
    @Volatile
    internal var told: () -> Unit = {}

    /** What the activity was started with. Call it in `onCreate`. */
    @JvmStatic
    fun begin(activity: Activity, saved: Bundle?) {
        val seen =
            saved?.getBoolean(HANDED_OVER) ?: (activity.intent.flags and Intent.FLAG_ACTIVITY_LAUNCHED_FROM_HISTORY != 0)
        if (seen) return
        // An activity that is made anew before it was handed over has brought it already.
        val brought = synchronized(waiting) { waiting.isNotEmpty().also { handedOver = false } }
        if (brought) return
        take(activity, activity.intent)
    }

    /** What came to an activity that was there already. Call it in `onNewIntent`. */
    @JvmStatic
    fun take(context: Context, intent: Intent) {
        val came = read(context, intent)
        if (came.isEmpty()) return
        synchronized(waiting) { waiting.addAll(came) }
        told()
    }

    /** Call it in `onSaveInstanceState`. */
    @JvmStatic
    fun remember(saved: Bundle) = saved.putBoolean(HANDED_OVER, synchronized(waiting) { handedOver })

    /** All that came in since the last call. */
    internal fun handOver(resolver: ContentResolver): JSArray {
        val came =
            synchronized(waiting) {
                handedOver = true
                waiting.toList().also { waiting.clear() }
            }
        val list = JSArray()
        for (share in came) list.put(describe(resolver, share))
        return list
    }

    private fun read(context: Context, intent: Intent): List<Share> {
        val uris =
            when (intent.action) {
                Intent.ACTION_SEND -> listOfNotNull(stream(intent))
                Intent.ACTION_SEND_MULTIPLE -> streams(intent)
                else -> return emptyList()
            }
        val files =
            uris.filter {
                isForeign(context, it)
            }.take(MOST).map { Share(uri = it, text = null, name = null, kind = intent.type) }
        val texts = listOfNotNull(intent.getCharSequenceExtra(Intent.EXTRA_TEXT)) +
            intent.getCharSequenceArrayListExtra(Intent.EXTRA_TEXT).orEmpty()
        val text = texts.joinToString("\n\n")
        if (text.isBlank()) return files
        return files + Share(uri = null, text = text, name = intent.getStringExtra(Intent.EXTRA_SUBJECT), kind = "text/plain")
    }

    /**
     * Only what another app holds ready. A `file:` address or one of our own would let that app make us copy our own files;
     * a part before `@` names a user of the device and not the holder.
     */
    private fun isForeign(context: Context, uri: Uri): Boolean {
        val holder = uri.authority?.substringAfterLast('@').orEmpty()
        return uri.scheme == ContentResolver.SCHEME_CONTENT && holder.isNotEmpty() && !holder.startsWith(context.packageName)
    }

    @Suppress("DEPRECATION")
    private fun stream(intent: Intent): Uri? = if (Build.VERSION.SDK_INT >= Build.VERSION_CODES.TIRAMISU) {
        intent.getParcelableExtra(Intent.EXTRA_STREAM, Uri::class.java)
    } else {
        intent.getParcelableExtra<Parcelable>(Intent.EXTRA_STREAM) as? Uri
    }

    @Suppress("DEPRECATION")
    private fun streams(intent: Intent): List<Uri> = if (Build.VERSION.SDK_INT >= Build.VERSION_CODES.TIRAMISU) {
        intent.getParcelableArrayListExtra(Intent.EXTRA_STREAM, Uri::class.java).orEmpty()
    } else {
        intent.getParcelableArrayListExtra<Parcelable>(Intent.EXTRA_STREAM).orEmpty().filterIsInstance<Uri>()
    }

    private fun describe(resolver: ContentResolver, share: Share): JSObject {
        val about = JSObject().put("name", share.name).put("kind", share.kind).put("text", share.text)
        val uri = share.uri ?: return about
        about.put("uri", uri.toString())
        try {
            resolver.getType(uri)?.let { about.put("kind", it) }
            resolver.query(uri, arrayOf(OpenableColumns.DISPLAY_NAME, OpenableColumns.SIZE), null, null, null)?.use { row ->
                if (row.moveToFirst()) {
                    val name = row.getColumnIndex(OpenableColumns.DISPLAY_NAME)
                    val size = row.getColumnIndex(OpenableColumns.SIZE)
                    if (name >= 0 && !row.isNull(name)) about.put("name", row.getString(name))
                    if (size >= 0 && !row.isNull(size) && row.getLong(size) >= 0) about.put("size", row.getLong(size))
                }
            }
        } catch (_: Exception) {
            // The other app does not say, or throws: the file can be read all the same, or its reading says why not.
        }
        return about
    }
}
