package nl.houvast.phone

import android.app.Activity
import android.content.pm.PackageManager
import android.hardware.biometrics.BiometricManager
import android.hardware.biometrics.BiometricManager.Authenticators.BIOMETRIC_STRONG
import android.hardware.biometrics.BiometricPrompt
import android.os.Build
import android.os.CancellationSignal
import android.security.keystore.KeyGenParameterSpec
import android.security.keystore.KeyPermanentlyInvalidatedException
import android.security.keystore.KeyProperties
import android.util.Base64
import androidx.annotation.RequiresApi
import java.security.GeneralSecurityException
import java.security.KeyStore
import java.security.ProviderException
import java.security.SecureRandom
import java.security.UnrecoverableKeyException
import javax.crypto.Cipher
import javax.crypto.KeyGenerator
import javax.crypto.SecretKey
import javax.crypto.spec.GCMParameterSpec

/** Hears how it went, once the person has touched the reader or chosen not to. */
internal interface Done {
    fun key(base64: String)

    fun refused(refusal: Refusal)
}

/**
 * A key that opens behind a finger or a face. The logbook's key is sealed with AES-256-GCM under a key that is made in the
 * Keystore and never leaves it; the Keystore lets it be used for one sealing or opening after one strong biometric
 * authentication of that very operation, and throws it away when another finger or face is added.
 *
 * Sealed: version (1) ‖ name of the Keystore's key (16) ‖ nonce (12) ‖ sealed key and tag (48).
 *
 * From Android 11: before that, an app can neither ask for a strong reader nor keep the prompt to one. The passphrase works
 * everywhere.
 */
internal object DeviceKey {
    private const val STORE = "AndroidKeyStore"
    private const val PREFIX = "nl.houvast.key."
    private const val CIPHER = "AES/GCM/NoPadding"
    private const val VERSION: Byte = 1
    private const val NAME = 16
    private const val NONCE = 12
    private const val KEY = 32
    private const val TAG = 16

    fun state(activity: Activity): String {
        if (Build.VERSION.SDK_INT < Build.VERSION_CODES.R) return "absent"
        return when (activity.getSystemService(BiometricManager::class.java)?.canAuthenticate(BIOMETRIC_STRONG)) {
            BiometricManager.BIOMETRIC_SUCCESS -> "ready"
            BiometricManager.BIOMETRIC_ERROR_NONE_ENROLLED -> "nothing-enrolled"
            else -> "absent"
        }
    }

    /** Seals under a new key; the former one goes when that has worked, so that calling it off changes nothing. */
    fun seal(activity: Activity, words: PromptWords, done: Done) {
        if (Build.VERSION.SDK_INT < Build.VERSION_CODES.R || state(activity) != "ready") throw Refusal(Refusal.NOT_HERE)
        val key = Base64.decode(words.key, Base64.NO_WRAP)
        if (key.size != KEY) throw Refusal(Refusal.FAILED)
        val name = ByteArray(NAME).also(SecureRandom()::nextBytes)
        val alias = alias(name)
        val cipher = Cipher.getInstance(CIPHER).apply { init(Cipher.ENCRYPT_MODE, make(activity, alias)) }
        prompt(activity, words, cipher, onEnd = { key.fill(0) }) { result ->
            result.onFailure {
                forget(alias)
                done.refused(it as? Refusal ?: Refusal(Refusal.FAILED))
            }
            result.onSuccess { ready ->
                val sealed = ready.doFinal(key)
                val whole = byteArrayOf(VERSION) + name + ready.iv + sealed
                forgetAllBut(alias)
                done.key(Base64.encodeToString(whole, Base64.NO_WRAP))
            }
        }
    }

    fun open(activity: Activity, words: PromptWords, done: Done) {
        if (Build.VERSION.SDK_INT < Build.VERSION_CODES.R) throw Refusal(Refusal.NOT_HERE)
        val sealed = Base64.decode(words.key, Base64.NO_WRAP)
        if (sealed.size != 1 + NAME + NONCE + KEY + TAG || sealed[0] != VERSION) throw Refusal(Refusal.KEY_GONE)
        val name = sealed.copyOfRange(1, 1 + NAME)
        val nonce = sealed.copyOfRange(1 + NAME, 1 + NAME + NONCE)
        val cipher = opening(alias(name), nonce)
        prompt(activity, words, cipher, onEnd = {}) { result ->
            result.onFailure { done.refused(it as? Refusal ?: Refusal(Refusal.FAILED)) }
            result.onSuccess { ready ->
                val key = ready.doFinal(sealed, 1 + NAME + NONCE, KEY + TAG)
                val base64 = Base64.encodeToString(key, Base64.NO_WRAP)
                key.fill(0)
                done.key(base64)
            }
        }
    }

    fun forget() = forgetAllBut(null)

    private fun alias(name: ByteArray) = PREFIX + name.joinToString("") { "%02x".format(it) }

    private fun store() = KeyStore.getInstance(STORE).apply { load(null) }

    private fun forget(alias: String) = store().deleteEntry(alias)

    private fun forgetAllBut(kept: String?) {
        val store = store()
        store.aliases().toList().filter { it.startsWith(PREFIX) && it != kept }.forEach(store::deleteEntry)
    }

    /** In the phone's own secure chip where there is one, else in its protected part. */
    @RequiresApi(Build.VERSION_CODES.R)
    private fun make(activity: Activity, alias: String): SecretKey {
        val chip = activity.packageManager.hasSystemFeature(PackageManager.FEATURE_STRONGBOX_KEYSTORE)
        return try {
            make(alias, chip)
        } catch (error: ProviderException) {
            // The chip has no room, or does not do this after all.
            if (chip) make(alias, false) else throw error
        }
    }

    @RequiresApi(Build.VERSION_CODES.R)
    private fun make(alias: String, chip: Boolean): SecretKey {
        val rules =
            KeyGenParameterSpec
                .Builder(alias, KeyProperties.PURPOSE_ENCRYPT or KeyProperties.PURPOSE_DECRYPT)
                .setBlockModes(KeyProperties.BLOCK_MODE_GCM)
                .setEncryptionPaddings(KeyProperties.ENCRYPTION_PADDING_NONE)
                .setKeySize(KEY * 8)
                .setUserAuthenticationRequired(true)
                // Nought seconds: each use is authenticated by itself.
                .setUserAuthenticationParameters(0, KeyProperties.AUTH_BIOMETRIC_STRONG)
                .setInvalidatedByBiometricEnrollment(true)
                .setIsStrongBoxBacked(chip)
                .build()
        return KeyGenerator.getInstance(KeyProperties.KEY_ALGORITHM_AES, STORE).apply { init(rules) }.generateKey()
    }

    /** A cipher that waits for the person, or why there can be none: the key went when a finger was added or the lock taken off. */
    private fun opening(alias: String, nonce: ByteArray): Cipher {
        try {
            val key = store().getKey(alias, null) as? SecretKey ?: throw Refusal(Refusal.KEY_GONE)
            return Cipher.getInstance(CIPHER).apply { init(Cipher.DECRYPT_MODE, key, GCMParameterSpec(TAG * 8, nonce)) }
        } catch (_: KeyPermanentlyInvalidatedException) {
            throw Refusal(Refusal.KEY_GONE)
        } catch (_: UnrecoverableKeyException) {
            throw Refusal(Refusal.KEY_GONE)
        }
    }

    /** Shows the system's prompt; [then] gets the cipher, good for one use, or the reason why not. */
    @RequiresApi(Build.VERSION_CODES.R)
    private fun prompt(
        activity: Activity,
        words: PromptWords,
        cipher: Cipher,
        onEnd: () -> Unit,
        then: (Result<Cipher>) -> Unit
    ) {
        val ended: (Result<Cipher>) -> Unit = { result ->
            try {
                then(result)
            } catch (_: GeneralSecurityException) {
                // What was handed in is not what this key sealed.
                then(Result.failure(Refusal(Refusal.KEY_GONE)))
            } catch (_: RuntimeException) {
                then(Result.failure(Refusal(Refusal.FAILED)))
            } finally {
                onEnd()
            }
        }
        val heard =
            object : BiometricPrompt.AuthenticationCallback() {
                override fun onAuthenticationSucceeded(result: BiometricPrompt.AuthenticationResult) {
                    val ready = result.cryptoObject?.cipher
                    ended(if (ready == null) Result.failure(Refusal(Refusal.FAILED)) else Result.success(ready))
                }

                override fun onAuthenticationError(code: Int, text: CharSequence) = ended(Result.failure(Refusal(why(code))))
            }
        activity.runOnUiThread {
            BiometricPrompt
                .Builder(activity)
                .setTitle(words.title)
                .setAllowedAuthenticators(BIOMETRIC_STRONG)
                // The way out tells its own listener and not the callback.
                .setNegativeButton(words.cancel, activity.mainExecutor) { _, _ ->
                    ended(Result.failure(Refusal(Refusal.CANCELLED)))
                }.build()
                .authenticate(BiometricPrompt.CryptoObject(cipher), CancellationSignal(), activity.mainExecutor, heard)
        }
    }

    private fun why(code: Int): String = when (code) {
        BiometricPrompt.BIOMETRIC_ERROR_USER_CANCELED,
        BiometricPrompt.BIOMETRIC_ERROR_CANCELED,
        BiometricPrompt.BIOMETRIC_ERROR_TIMEOUT
        -> Refusal.CANCELLED

        BiometricPrompt.BIOMETRIC_ERROR_LOCKOUT,
        BiometricPrompt.BIOMETRIC_ERROR_LOCKOUT_PERMANENT
        -> Refusal.TOO_MANY_TRIES

        BiometricPrompt.BIOMETRIC_ERROR_NO_BIOMETRICS,
        BiometricPrompt.BIOMETRIC_ERROR_HW_NOT_PRESENT,
        BiometricPrompt.BIOMETRIC_ERROR_HW_UNAVAILABLE,
        BiometricPrompt.BIOMETRIC_ERROR_NO_DEVICE_CREDENTIAL
        -> Refusal.NOT_HERE

        else -> Refusal.FAILED
    }
}
