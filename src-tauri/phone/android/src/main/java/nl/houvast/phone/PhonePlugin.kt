package nl.houvast.phone

import android.app.Activity
import android.app.ActivityManager
import android.content.ActivityNotFoundException
import android.content.Context
import android.content.Intent
import android.net.Uri
import android.os.StatFs
import android.view.WindowManager
import app.tauri.annotation.Command
import app.tauri.annotation.InvokeArg
import app.tauri.annotation.TauriPlugin
import app.tauri.plugin.Channel
import app.tauri.plugin.Invoke
import app.tauri.plugin.JSObject
import app.tauri.plugin.Plugin
import app.tauri.plugin.PluginManager
import kotlin.concurrent.thread

@InvokeArg
class OnSharedWords {
    lateinit var channel: Channel
}

@InvokeArg
class SwitchWords {
    var on: Boolean = true
}

@InvokeArg
class DialWords {
    lateinit var number: String
}

@InvokeArg
class PromptWords {
    lateinit var title: String
    lateinit var cancel: String
    lateinit var key: String
}

/**
 * The Kotlin half of the crate `houvast-phone`: each command is one call of its `Phone`, and the words that go over are
 * written down there.
 *
 * A command comes in on the main thread, so whatever asks another app or the Keystore goes on in a thread of its own. A
 * refusal carries a [Refusal]'s code and nothing that somebody wrote.
 */
@TauriPlugin
class PhonePlugin(private val first: Activity) : Plugin(first) {
    /** The activity that is there now: Android may have made another since this was made. */
    private val activity: Activity
        get() = PluginManager.activity ?: first

    init {
        thread { Leftovers.sweep(first) }
    }

    @Command
    fun shared(invoke: Invoke) {
        thread { answer(invoke) { JSObject().put("shared", Shares.handOver(activity.contentResolver)) } }
    }

    @Command
    fun onShared(invoke: Invoke) {
        answer(invoke) {
            val channel = invoke.parseArgs(OnSharedWords::class.java).channel
            Shares.told = { channel.send(JSObject()) }
            null
        }
    }

    /** There is no copy here to take away, and the other app's permission ends with the activity. */
    @Command
    fun doneWith(invoke: Invoke) = invoke.resolve()

    /** What shared something lies right behind this app's task. */
    @Command
    fun backToOtherApp(invoke: Invoke) {
        answer(invoke) {
            if (!activity.moveTaskToBack(true)) throw Refusal(Refusal.FAILED)
            null
        }
    }

    @Command
    fun protect(invoke: Invoke) {
        answer(invoke) {
            Cover.set(activity, invoke.parseArgs(SwitchWords::class.java).on)
            null
        }
    }

    /** The screen stays on while this window is in front; nothing else is kept awake, and no permission is needed. */
    @Command
    fun keepAwake(invoke: Invoke) {
        answer(invoke) {
            val on = invoke.parseArgs(SwitchWords::class.java).on
            activity.runOnUiThread {
                if (on) {
                    activity.window.addFlags(WindowManager.LayoutParams.FLAG_KEEP_SCREEN_ON)
                } else {
                    activity.window.clearFlags(WindowManager.LayoutParams.FLAG_KEEP_SCREEN_ON)
                }
            }
            null
        }
    }

    /** Only shows the number: no permission, and the person makes the call. */
    @Command
    fun dial(invoke: Invoke) {
        answer(invoke) {
            val number = invoke.parseArgs(DialWords::class.java).number
            if (!NUMBER.matches(number)) throw Refusal(Refusal.FAILED)
            try {
                activity.startActivity(Intent(Intent.ACTION_DIAL, Uri.fromParts("tel", number, null)))
            } catch (_: ActivityNotFoundException) {
                throw Refusal(Refusal.NOT_HERE)
            }
            null
        }
    }

    @Command
    fun memory(invoke: Invoke) {
        answer(invoke) {
            val memory = ActivityManager.MemoryInfo()
            (activity.getSystemService(Context.ACTIVITY_SERVICE) as ActivityManager).getMemoryInfo(memory)
            JSObject().put("total", memory.totalMem).put("low", memory.lowMemory)
        }
    }

    @Command
    fun freeSpace(invoke: Invoke) {
        answer(invoke) { JSObject().put("bytes", StatFs(activity.filesDir.path).availableBytes) }
    }

    @Command
    fun leave(invoke: Invoke) {
        answer(invoke) {
            val home = Intent(Intent.ACTION_MAIN).addCategory(Intent.CATEGORY_HOME)
            activity.startActivity(home.addFlags(Intent.FLAG_ACTIVITY_NEW_TASK))
            null
        }
    }

    @Command
    fun sweep(invoke: Invoke) {
        thread { answer(invoke) { JSObject().put("files", Leftovers.sweep(activity)) } }
    }

    @Command
    fun keyState(invoke: Invoke) {
        answer(invoke) { JSObject().put("state", DeviceKey.state(activity)) }
    }

    @Command
    fun sealKey(invoke: Invoke) {
        val words = invoke.parseArgs(PromptWords::class.java)
        thread { prompted(invoke) { done -> DeviceKey.seal(activity, words, done) } }
    }

    @Command
    fun openKey(invoke: Invoke) {
        val words = invoke.parseArgs(PromptWords::class.java)
        thread { prompted(invoke) { done -> DeviceKey.open(activity, words, done) } }
    }

    @Command
    fun forgetKey(invoke: Invoke) {
        thread {
            answer(invoke) {
                DeviceKey.forget()
                null
            }
        }
    }

    /** Answers with what [work] gives, or with why it gave nothing. */
    private fun answer(invoke: Invoke, work: () -> JSObject?) {
        try {
            val answer = work()
            if (answer == null) invoke.resolve() else invoke.resolve(answer)
        } catch (refusal: Refusal) {
            refuse(invoke, refusal)
        } catch (_: Exception) {
            refuse(invoke, Refusal(Refusal.FAILED))
        }
    }

    /** As [answer], for work that ends when the person has touched the reader. */
    private fun prompted(invoke: Invoke, work: (Done) -> Unit) {
        val done =
            object : Done {
                override fun key(base64: String) = invoke.resolve(JSObject().put("key", base64))

                override fun refused(refusal: Refusal) = refuse(invoke, refusal)
            }
        try {
            work(done)
        } catch (refusal: Refusal) {
            refuse(invoke, refusal)
        } catch (_: Exception) {
            refuse(invoke, Refusal(Refusal.FAILED))
        }
    }

    private fun refuse(invoke: Invoke, refusal: Refusal) = invoke.reject(refusal.code, refusal.code)

    private companion object {
        /** What can be in a telephone number, so that nothing else gets into the dialler. */
        val NUMBER = Regex("[0-9+*#(). -]{1,40}")
    }
}
