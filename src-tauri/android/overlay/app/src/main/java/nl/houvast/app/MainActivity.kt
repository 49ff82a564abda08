package nl.houvast.app

import android.content.Intent
import android.content.res.Configuration
import android.os.Bundle
import android.webkit.WebView
import androidx.activity.enableEdgeToEdge
import nl.houvast.phone.Cover
import nl.houvast.phone.Page
import nl.houvast.phone.Shares

/** The one activity. What it does on a phone is in the library `houvast-phone`. */
class MainActivity : TauriActivity() {
    private var page: WebView? = null

    override fun onCreate(savedInstanceState: Bundle?) {
        Cover.begin(this)
        enableEdgeToEdge()
        super.onCreate(savedInstanceState)
        Shares.begin(this, savedInstanceState)
    }

    override fun onNewIntent(intent: Intent) {
        super.onNewIntent(intent)
        Shares.take(this, intent)
    }

    override fun onSaveInstanceState(outState: Bundle) {
        super.onSaveInstanceState(outState)
        Shares.remember(outState)
    }

    override fun onWebViewCreate(webView: WebView) {
        page = webView
        Page.begin(webView)
    }

    override fun onConfigurationChanged(newConfig: Configuration) {
        super.onConfigurationChanged(newConfig)
        page?.let { Page.scale(it, newConfig) }
    }
}
