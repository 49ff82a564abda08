package nl.houvast.phone

import android.content.res.Configuration
import android.os.Build
import android.view.View
import android.view.ViewGroup.MarginLayoutParams
import android.webkit.CookieManager
import android.webkit.WebSettings
import android.webkit.WebView
import androidx.core.graphics.Insets
import androidx.core.view.ViewCompat
import androidx.core.view.WindowInsetsCompat
import androidx.core.view.WindowInsetsCompat.Type
import androidx.webkit.ScriptHandler
import androidx.webkit.WebViewCompat
import androidx.webkit.WebViewFeature

/**
 * The webview, as a logbook needs it: it keeps nothing, it reaches nothing but what the app hands it, and the page knows what
 * the system draws over it.
 */
object Page {
    private const val PERCENT = 100

    /** What tells a page, from its first line on, how far the system's bars reach into it. */
    private var atStart: ScriptHandler? = null

    /** Call it in `onWebViewCreate`, before anything is loaded. */
    @JvmStatic
    fun begin(webView: WebView) {
        keepNothing(webView)
        scale(webView, webView.resources.configuration)
        atStart = null
        ViewCompat.setOnApplyWindowInsetsListener(webView) { view, insets -> edges(view as WebView, insets) }
    }

    /** Letters as large as the person set them for the whole phone. Call it in `onConfigurationChanged`. */
    @JvmStatic
    fun scale(webView: WebView, configuration: Configuration) {
        webView.settings.textZoom = (configuration.fontScale * PERCENT).toInt()
    }

    private fun keepNothing(webView: WebView) {
        val settings = webView.settings
        settings.cacheMode = WebSettings.LOAD_NO_CACHE
        settings.domStorageEnabled = false
        settings.allowFileAccess = false
        settings.allowContentAccess = false
        settings.setGeolocationEnabled(false)
        settings.javaScriptCanOpenWindowsAutomatically = false
        CookieManager.getInstance().setAcceptCookie(false)
        if (Build.VERSION.SDK_INT >= Build.VERSION_CODES.O) {
            // No address leaves the phone to be looked up, and no other app fills in or remembers what is typed.
            settings.safeBrowsingEnabled = false
            webView.importantForAutofill = View.IMPORTANT_FOR_AUTOFILL_NO_EXCLUDE_DESCENDANTS
        }
    }

    /**
     * The page reaches under the system's bars and the camera, and learns how far they reach as `--edge-top` and so on: what
     * `env(safe-area-inset-*)` says as well from WebView 144, and older ones do not. The keyboard makes the page shorter;
     * only from WebView 139 would it do so by itself, so the webview is kept out of it and told nothing of it.
     */
    private fun edges(webView: WebView, insets: WindowInsetsCompat): WindowInsetsCompat {
        val bars = insets.getInsets(Type.systemBars() or Type.displayCutout())
        val keyboard = insets.getInsets(Type.ime()).bottom
        (webView.layoutParams as? MarginLayoutParams)?.let {
            if (it.bottomMargin != keyboard) {
                it.bottomMargin = keyboard
                webView.layoutParams = it
            }
        }
        tell(webView, Insets.of(bars.left, bars.top, bars.right, maxOf(0, bars.bottom - keyboard)))
        val rest = WindowInsetsCompat.Builder(insets).setInsets(Type.ime(), Insets.NONE).build()
        return ViewCompat.onApplyWindowInsets(webView, rest)
    }

    private fun tell(webView: WebView, edges: Insets) {
        val density = webView.resources.displayMetrics.density
        val sides = mapOf("top" to edges.top, "right" to edges.right, "bottom" to edges.bottom, "left" to edges.left)
        val set = sides.entries.joinToString("") { (side, pixels) ->
            "style.setProperty('--edge-$side','${pixels / density}px');"
        }
        // At its very beginning a page may not have a root yet.
        val script = "(()=>{const set=()=>{const style=document.documentElement.style;$set};" +
            "document.documentElement?set():addEventListener('DOMContentLoaded',set)})()"
        webView.evaluateJavascript(script, null)
        if (WebViewFeature.isFeatureSupported(WebViewFeature.DOCUMENT_START_SCRIPT)) {
            // Locking throws the page away and loads it anew.
            atStart?.remove()
            atStart = WebViewCompat.addDocumentStartJavaScript(webView, script, setOf("*"))
        }
    }
}
