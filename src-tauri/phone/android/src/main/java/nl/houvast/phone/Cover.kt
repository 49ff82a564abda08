package nl.houvast.phone

import android.app.Activity
import android.os.Build
import android.view.WindowManager.LayoutParams.FLAG_SECURE
import java.io.File
import java.io.IOException

/**
 * Keeps what the window shows out of screenshots, recordings, casts and the list of recent apps.
 *
 * The first picture is drawn before Rust has read a setting, so the choice is kept here as well: a file that is there means
 * that the person took the cover off. Whatever goes wrong, the cover is on.
 */
object Cover {
    private const val OFF = "cover-off"

    /** Call it before the window is first drawn. */
    @JvmStatic
    fun begin(activity: Activity) {
        show(activity, !file(activity).exists())
        if (Build.VERSION.SDK_INT >= Build.VERSION_CODES.TIRAMISU) {
            // No picture in the list of recent apps, whatever was chosen for screenshots.
            activity.setRecentsScreenshotEnabled(false)
        }
    }

    internal fun set(activity: Activity, on: Boolean) {
        val file = file(activity)
        if (on) {
            file.delete()
        } else {
            try {
                file.createNewFile()
            } catch (_: IOException) {
                // It is off until the next start, and on from then.
            }
        }
        activity.runOnUiThread { show(activity, on) }
    }

    private fun show(activity: Activity, on: Boolean) {
        if (on) activity.window?.addFlags(FLAG_SECURE) else activity.window?.clearFlags(FLAG_SECURE)
    }

    private fun file(activity: Activity) = File(activity.noBackupFilesDir, OFF)
}
