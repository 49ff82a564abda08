//! The phone, call by call.

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
#[cfg(not(target_os = "ios"))]
use tauri::ipc::Channel;
use tauri::plugin::PluginApi;
use tauri::{AppHandle, Runtime};
use zeroize::Zeroizing;

use crate::key::{Answered, Prompted};
use crate::{Ask, Error, KeyState, Shared};

/// How much memory the device has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
pub struct Memory {
    /// All of it, in bytes.
    pub total: u64,
    /// Is the system short of it, so that it may end apps?
    pub low: bool,
}

/// The phone that the app runs on. A PC has none: there every call but [`Phone::key_state`] answers [`Error::NotHere`].
pub struct Phone<R: Runtime> {
    #[cfg(mobile)]
    other_half: tauri::plugin::PluginHandle<R>,
    #[cfg(target_os = "ios")]
    inbox: crate::inbox::Inbox,
    #[cfg(not(mobile))]
    none: std::marker::PhantomData<fn() -> R>,
}

#[cfg(target_os = "ios")]
tauri::ios_plugin_binding!(init_plugin_phone);

/// On or off.
#[derive(Serialize)]
struct Switch {
    on: bool,
}

impl<R: Runtime> Phone<R> {
    #[cfg(target_os = "android")]
    pub(crate) fn new<C: DeserializeOwned>(
        _: &AppHandle<R>,
        api: PluginApi<R, C>,
    ) -> Result<Self, Box<dyn std::error::Error>> {
        Ok(Self { other_half: api.register_android_plugin("nl.houvast.phone", "PhonePlugin")? })
    }

    #[cfg(target_os = "ios")]
    pub(crate) fn new<C: DeserializeOwned>(
        app: &AppHandle<R>,
        api: PluginApi<R, C>,
    ) -> Result<Self, Box<dyn std::error::Error>> {
        use tauri::Manager;

        let inbox = crate::inbox::Inbox::new(app.path().document_dir()?.join("Inbox"));
        Ok(Self { other_half: api.register_ios_plugin(init_plugin_phone)?, inbox })
    }

    #[cfg(not(mobile))]
    #[expect(clippy::unnecessary_wraps, reason = "as on a phone")]
    pub(crate) fn new<C: DeserializeOwned>(
        _: &AppHandle<R>,
        _: PluginApi<R, C>,
    ) -> Result<Self, Box<dyn std::error::Error>> {
        Ok(Self { none: std::marker::PhantomData })
    }

    /// One call to the other half, and its answer.
    #[cfg(mobile)]
    fn call<T: DeserializeOwned>(&self, command: &str, words: impl Serialize) -> Result<T, Error> {
        Ok(self.other_half.run_mobile_plugin(command, words)?)
    }

    #[cfg(not(mobile))]
    #[expect(clippy::unused_self, reason = "as on a phone")]
    fn call<T: DeserializeOwned>(&self, _: &str, _: impl Serialize) -> Result<T, Error> {
        Err(Error::NotHere)
    }

    /// What other apps shared since the last call, in the order in which it came. It is handed over once. On iOS it is a copy
    /// in the app's own folder, which comes again at the next start until [`Phone::done_with`] took it away.
    pub fn shared(&self) -> Result<Vec<Shared>, Error> {
        #[cfg(target_os = "ios")]
        return self.inbox.shared();
        #[cfg(not(target_os = "ios"))]
        {
            #[derive(Deserialize)]
            struct Answer {
                shared: Vec<Shared>,
            }
            self.call("shared", ()).map(|Answer { shared }| shared)
        }
    }

    /// Calls `told` whenever something is shared while the app runs, on a thread of its own: [`Phone::shared`] may be asked
    /// right there. What started the app was there before: ask once at the start as well. A second call takes the first one's
    /// place.
    pub fn on_shared(&self, told: impl Fn() + Send + Sync + 'static) -> Result<(), Error> {
        #[cfg(target_os = "ios")]
        {
            self.inbox.on_shared(told);
            Ok(())
        }
        #[cfg(not(target_os = "ios"))]
        {
            #[derive(Serialize)]
            struct Words {
                channel: Channel<()>,
            }
            let told = std::sync::Arc::new(told);
            let channel = Channel::new(move |_| {
                // It comes in on the main thread, which gives every answer.
                let told = std::sync::Arc::clone(&told);
                std::thread::spawn(move || told());
                Ok(())
            });
            self.call("onShared", Words { channel })
        }
    }

    /// The system opened the app with a file.
    #[cfg(target_os = "ios")]
    pub(crate) fn came(&self) {
        drop(self.inbox.came());
    }

    /// What was shared from here is safe now. On iOS this takes away the copy that the system put into the app's own folder;
    /// on Android there is none, and the other app's permission ends with the activity.
    pub fn done_with(&self, uri: &str) -> Result<(), Error> {
        #[cfg(target_os = "ios")]
        return self.inbox.done_with(uri);
        #[cfg(not(target_os = "ios"))]
        {
            #[derive(Serialize)]
            struct Words<'a> {
                uri: &'a str,
            }
            self.call("doneWith", Words { uri })
        }
    }

    /// Goes back to the app that shared something. iOS has no way to ([`Error::NotHere`]): the person touches its name in the
    /// corner.
    pub fn back_to_other_app(&self) -> Result<(), Error> {
        self.call("backToOtherApp", ())
    }

    /// Keeps what is on the screen out of screenshots, recordings and the list of recent apps (Android), or puts a cover
    /// over it whenever the app is not in front (iOS, which lets nobody forbid a screenshot).
    pub fn protect(&self, on: bool) -> Result<(), Error> {
        self.call("protect", Switch { on })
    }

    /// Keeps the screen on, or lets it go off again as the person has set it.
    pub fn keep_awake(&self, on: bool) -> Result<(), Error> {
        self.call("keepAwake", Switch { on })
    }

    /// Opens the dialler with this number in it; the person makes the call.
    ///
    /// In: the number as it is read out: digits, and `+`, `*`, `#`, spaces, dots, brackets or hyphens.
    pub fn dial(&self, number: &str) -> Result<(), Error> {
        #[derive(Serialize)]
        struct Words<'a> {
            number: &'a str,
        }
        self.call("dial", Words { number })
    }

    /// How much memory there is.
    pub fn memory(&self) -> Result<Memory, Error> {
        self.call("memory", ())
    }

    /// How many bytes can still be stored where the logbook is.
    pub fn free_space(&self) -> Result<u64, Error> {
        #[derive(Deserialize)]
        struct Answer {
            bytes: u64,
        }
        self.call("freeSpace", ()).map(|Answer { bytes }| bytes)
    }

    /// Leaves for the home screen; the app stays as it is behind it. iOS has no way to: [`Error::NotHere`].
    pub fn leave(&self) -> Result<(), Error> {
        self.call("leave", ())
    }

    /// Throws away what the system's own camera and file chooser left behind in the app's folders. Done at the start too.
    ///
    /// Out: how many files there were.
    pub fn sweep(&self) -> Result<u64, Error> {
        #[derive(Deserialize)]
        struct Answer {
            files: u64,
        }
        self.call("sweep", ()).map(|Answer { files }| files)
    }

    /// Can a key be kept behind a finger or a face?
    pub fn key_state(&self) -> KeyState {
        #[derive(Deserialize)]
        struct Answer {
            state: KeyState,
        }
        self.call("keyState", ()).map_or(KeyState::Absent, |Answer { state }| state)
    }

    /// Seals a key, so that only this phone opens it again, after a finger or a face. Shows the system's prompt on Android;
    /// iOS seals without one. What was sealed before opens no more.
    ///
    /// Out: what to keep beside the logbook. It holds the key under one that never leaves the phone (Android), or only says
    /// where it is (iOS). Never the only way in: adding a finger ends it.
    pub fn seal_key(&self, key: &[u8; 32], ask: &Ask) -> Result<Vec<u8>, Error> {
        self.call::<Answered>("sealKey", Prompted::new(key, ask))?.sealed()
    }

    /// Opens what [`Phone::seal_key`] gave. Shows the system's prompt and waits for the person.
    pub fn open_key(&self, sealed: &[u8], ask: &Ask) -> Result<Zeroizing<[u8; 32]>, Error> {
        self.call::<Answered>("openKey", Prompted::new(sealed, ask))?.opened()
    }

    /// Forgets the key with which the phone seals: what was sealed opens no more. It need not be there.
    pub fn forget_key(&self) -> Result<(), Error> {
        self.call("forgetKey", ())
    }
}

#[cfg(test)]
mod tests {
    use super::Phone;
    use crate::{Ask, Error, KeyState};

    fn pc() -> Phone<tauri::Wry> {
        Phone { none: std::marker::PhantomData }
    }

    #[test]
    fn a_pc_says_that_it_is_no_phone() {
        let ask = Ask { title: String::new(), cancel: String::new() };
        assert_eq!(pc().shared(), Err(Error::NotHere));
        assert_eq!(pc().dial("112"), Err(Error::NotHere));
        assert_eq!(pc().memory(), Err(Error::NotHere));
        assert_eq!(pc().seal_key(&[0; 32], &ask), Err(Error::NotHere));
        assert_eq!(pc().open_key(&[], &ask), Err(Error::NotHere));
        assert_eq!(pc().key_state(), KeyState::Absent);
    }
}
