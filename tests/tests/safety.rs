//! The app in its real window: writing while locked, erasing, backup and restore.

#![allow(clippy::unwrap_used, reason = "a test that fails says where")]

mod common;

use common::app::App;
use common::desktop::Desktop;
use common::{dialog, files, finish, program, until};

const PASSPHRASE: &str = "vier woorden paars kasteel onder regenjas";

async fn record(app: &App, what: &str) {
    app.click("record-button").await;
    app.type_into("what", what).await;
    app.click("save").await;
    app.see_text("incident", what).await;
}

const PIN: &str = "604813";

/// Sets a PIN, from the timeline, and comes back there.
async fn set_pin(app: &App) {
    app.click("nav-settings").await;
    app.click("settings-ways-in").await;
    app.type_into("pin-passphrase", PASSPHRASE).await;
    app.type_into("pin-new", PIN).await;
    app.type_into("pin-again", PIN).await;
    app.click("pin-set").await;
    app.see("pin-holds").await;
    app.click("nav-timeline").await;
    app.see("timeline").await;
}

async fn lock(app: &App) {
    app.click("nav-settings").await;
    app.lock().await;
}

async fn open_with_pin(app: &App, pin: &str) {
    let held = app.see("unlock-pin").await.prop("value").await.unwrap().unwrap_or_default();
    app.type_into("unlock-pin", &format!("\u{e010}{}{pin}", "\u{e003}".repeat(held.len()))).await;
    app.click("unlock-by-pin").await;
}

#[test]
fn what_another_app_shares_is_safe_before_the_logbook_is_opened_and_says_so() {
    finish(async {
        let desktop = Desktop::start();
        let photo = files::file(desktop.home(), "gedeeld.bmp", &files::picture(300, 200, [20, 80, 120]));
        let gone = desktop.home().join("weg.jpg");
        let app = App::start(&desktop).await;
        app.make_logbook(PASSPHRASE).await;
        app.close().await;

        let app = App::start_with_shared(&desktop, &[photo, gone]).await;
        app.see_text("shared", "Bewaard").await;
        app.see_text("shared", "op slot gebleven").await;
        app.see_text("refused", "weg.jpg").await;
        // A PC cannot lead back, and says so.
        app.click("shared-back").await;
        app.see_text("shared", "Ga zelf terug").await;
        app.click("shared-stay").await;
        app.unlock(PASSPHRASE).await;
        app.see_text("inbox-note", "1 bestand").await;
        app.click("nav-evidence").await;
        app.see_count("evidence", 1).await;
        app.close().await;
    });
}

#[test]
fn a_note_and_a_file_put_in_while_locked_are_there_after_opening() {
    finish(async {
        let desktop = Desktop::start();
        let photo = files::file(desktop.home(), "straat.bmp", &files::picture(300, 200, [90, 40, 10]));
        let app = App::start(&desktop).await;
        // Before there is a logbook, nothing can be put in.
        app.click("nav-emergency").await;
        app.see("emergency-panel").await;
        assert_eq!(app.count("emergency-record").await, 0);
        app.close().await;
        let app = App::start(&desktop).await;
        app.make_logbook(PASSPHRASE).await;
        app.click("quick-exit").await;
        app.see("unlock-passphrase").await;
        // From the emergency panel, and from the screen that opens the logbook.
        app.click("nav-emergency").await;
        app.click("emergency-record").await;
        app.type_into("put-text", "Hij staat nu voor de deur.").await;
        app.click("put-note").await;
        app.see_text("put-told", "Bewaard").await;
        app.see_value("put-text", "").await;
        app.choose(&desktop, "put-files", &photo).await;
        app.see_text("put-told", "1 bestand").await;
        app.crash().await;

        let app = App::start(&desktop).await;
        app.see("put-open").await;
        app.unlock(PASSPHRASE).await;
        app.see_text("inbox-note", "2 bestanden").await;
        app.click("record-button").await;
        app.see_count("evidence", 2).await;
        app.type_into("what", "Van toen het logboek op slot was.").await;
        app.click("save").await;
        app.see_text("incident", "straat.bmp").await;
        app.click("nav-timeline").await;
        app.see_count("entry", 1).await;
        assert_eq!(app.count("inbox-note").await, 0);
        app.close().await;
    });
}

#[test]
fn an_incident_is_erased_only_on_purpose() {
    finish(async {
        let desktop = Desktop::start();
        let app = App::start(&desktop).await;
        app.make_logbook(PASSPHRASE).await;
        record(&app, "Dit moet voorgoed weg.").await;
        app.click("erase-open-incident").await;
        assert!(!app.see("erase-do-incident").await.is_enabled().await.unwrap());
        app.click("erase-sure-incident").await;
        app.type_into("erase-reason", "Te persoonlijk").await;
        app.click("erase-do-incident").await;
        app.see("timeline").await;
        app.see_count("entry", 0).await;
        app.click("nav-settings").await;
        app.click("settings-about").await;
        app.see_text("erased", "Te persoonlijk").await;
        app.close().await;
        let app = App::start(&desktop).await;
        app.unlock(PASSPHRASE).await;
        app.see_count("entry", 0).await;
        app.close().await;
    });
}

#[test]
fn the_window_is_called_what_was_chosen_and_locks_when_it_is_minimised() {
    finish(async {
        let desktop = Desktop::start();
        let app = App::start(&desktop).await;
        app.make_logbook(PASSPHRASE).await;
        record(&app, "Alleen voor mij.").await;
        app.click("nav-settings").await;
        app.see_text("protect-cannot", "schermafdrukken niet tegenhouden").await;
        app.see_text("settings-safety", "2 minuten").await;
        app.see("window-name").await.select_by_value("notes").await.unwrap();
        let window = until("the window's other name", || {
            let found = desktop.xdotool(&["search", "--onlyvisible", "--name", "^Notities$"]);
            found.lines().next().map(str::to_owned)
        });
        app.click("settings-proof").await;
        app.click("check").await;
        app.see_text("check-told", "Alles klopt").await;
        desktop.xdotool(&["windowminimize", "--sync", &window]);
        app.see("unlock-passphrase").await;
        desktop.xdotool(&["windowactivate", "--sync", &window]);
        app.unlock(PASSPHRASE).await;
        app.see_count("entry", 1).await;
        app.close().await;
        // It is called so from the start the next time.
        let app = App::start(&desktop).await;
        app.see("unlock-passphrase").await;
        assert!(!desktop.xdotool(&["search", "--onlyvisible", "--name", "^Notities$"]).is_empty());
        app.close().await;
    });
}

#[test]
fn a_backup_is_made_and_put_back_without_losing_what_came_after() {
    finish(async {
        let desktop = Desktop::start();
        let app = App::start(&desktop).await;
        made_and_put_back(&desktop, app).await;
    });
}

#[test]
fn a_backup_goes_to_an_address_and_comes_back_from_one_and_nothing_of_it_stays_beside_the_logbook() {
    finish(async {
        let desktop = Desktop::start();
        let photo = files::file(desktop.home(), "straat.bmp", &files::picture(300, 200, [90, 40, 10]));
        let app = App::start_with_addresses(&desktop).await;
        made_and_put_back(&desktop, app).await;
        assert!(!desktop.logbook().with_file_name("kopie.db").exists());
        // What is chosen is read from there, and saved there.
        let app = App::start_with_addresses(&desktop).await;
        app.unlock(PASSPHRASE).await;
        app.click("nav-evidence").await;
        app.choose(&desktop, "add-files", &photo).await;
        app.see_count("evidence", 1).await;
        app.click("view-picture").await;
        let saved = desktop.home().join("terug.bmp");
        app.choose(&desktop, "save-original", &saved).await;
        app.see_text("about-told", "terug.bmp").await;
        assert!(std::fs::read(&saved).unwrap() == std::fs::read(&photo).unwrap());
        app.close().await;
    });
}

async fn made_and_put_back(desktop: &Desktop, app: App) {
    let copy = desktop.home().join("kopie.db");
    app.make_logbook(PASSPHRASE).await;
    record(&app, "Staat in de reservekopie.").await;
    app.click("nav-settings").await;
    app.click("settings-backup").await;
    app.see_text("backup", "nog geen reservekopie").await;
    app.choose(desktop, "backup-make", &copy).await;
    app.see_text("backup-told", "kopie.db").await;
    app.see_text("backup", "De laatste is gemaakt").await;
    app.click("nav-timeline").await;
    record(&app, "Kwam er later bij.").await;
    app.click("nav-settings").await;
    app.lock().await;

    app.click("restore-open").await;
    app.type_into("restore-secret", "een andere zin dan de goede").await;
    app.choose(desktop, "restore-choose", &copy).await;
    app.see_text("error", "past niet op dit logboek").await;
    app.see("restore-secret").await.clear().await.unwrap();
    app.type_into("restore-secret", PASSPHRASE).await;
    app.choose(desktop, "restore-choose", &copy).await;
    app.see_text("restore-found", "1 incident").await;
    app.see_text("restore-lacks", "Kwam er later bij.").await;
    assert!(!app.see("restore-do").await.is_enabled().await.unwrap(), "not without saying so");
    app.click("restore-sure").await;
    app.click("restore-do").await;
    app.see_text("restored", "houvast-1.db").await;
    app.unlock(PASSPHRASE).await;
    app.see_count("entry", 1).await;
    app.click("entry").await;
    app.see_text("incident", "Staat in de reservekopie.").await;
    app.close().await;
    // What was there before is still on the device, whole.
    let aside = desktop.logbook().with_file_name("houvast-1.db");
    let ports = houvast_vault::system::ports();
    let book = houvast_logbook::Book::open(&aside, &houvast_logbook::Unlock::Passphrase(PASSPHRASE), ports).unwrap();
    assert_eq!(book.count(), 2);
}

#[test]
fn a_file_dialog_goes_with_the_window_and_escape_twice_leaves_from_it() {
    finish(async {
        let desktop = Desktop::start();
        let app = App::start(&desktop).await;
        app.make_logbook(PASSPHRASE).await;
        app.click("record-button").await;
        for by_key in [false, true] {
            // The driver clicks on nothing that a dialog lies over.
            app.see("add-files").await;
            app.page.execute("document.querySelector('[data-testid=add-files]').click()", vec![]).await.unwrap();
            let shown = until("a file dialog", || dialog::open(&desktop).pop());
            if by_key {
                desktop.xdotool(&["windowactivate", "--sync", &shown]);
                desktop.xdotool(&["key", "Escape"]);
                until("the window to be in front", || {
                    let name = desktop.xdotool(&["getactivewindow", "getwindowname"]);
                    (name.trim() == "Houvast").then_some(())
                });
                desktop.xdotool(&["key", "Escape"]);
            } else {
                app.page.execute("document.querySelector('[data-testid=quick-exit]').click()", vec![]).await.unwrap();
            }
            until("all windows to go", || {
                desktop.xdotool(&["search", "--onlyvisible", "--class", "houvast"]).trim().is_empty().then_some(())
            });
            if !by_key {
                // Started a second time, it brings back the first.
                let second = desktop.command(program("houvast-app")).status().unwrap();
                assert!(second.success());
                app.unlock(PASSPHRASE).await;
                assert_eq!(dialog::open(&desktop), Vec::<String>::new());
                app.click("record-button").await;
            }
        }
        app.close().await;
    });
}

/// Goes round three places 40 times, as fast as they are drawn, and then leaves.
const HASTE: &str = "
    const done = arguments[0];
    const drawn = () => new Promise((then) => requestAnimationFrame(() => setTimeout(then)));
    (async () => {
        for (let n = 0; n < 120; n++) {
            const to = ['contacts', 'pattern', 'timeline'][n % 3];
            document.querySelector(`[data-testid=nav-${to}]`).click();
            await drawn();
            if (document.querySelector('[aria-current=page]')?.dataset.testid !== `nav-${to}`) return done(n);
        }
        // The driver gets no answer from a page that is thrown away.
        done(120);
        document.querySelector('[data-testid=quick-exit]').click();
    })();";

/// `WebKit` throws at the hundredth change of a page's history within half a minute.
#[test]
fn whoever_goes_round_in_haste_gets_everywhere_and_away() {
    finish(async {
        let desktop = Desktop::start();
        let app = App::start(&desktop).await;
        app.make_logbook(PASSPHRASE).await;
        let gone = app.page.execute_async(HASTE, vec![]).await.expect("a script runs");
        assert_eq!(gone, 120, "after so many places the app stays where it is");
        app.see("unlock-passphrase").await;
        app.close().await;
    });
}

#[test]
fn a_recovery_key_opens_the_logbook_and_sets_a_new_passphrase() {
    finish(async {
        let desktop = Desktop::start();
        let app = App::start(&desktop).await;
        let key = app.make_logbook(PASSPHRASE).await;
        record(&app, "Nog te lezen.").await;
        app.click("quick-exit").await;
        app.click("forgot").await;
        let digits: String = key.chars().filter(char::is_ascii_digit).collect();
        // A misread digit in the third group, and other spacing than on the screen.
        let mut wrong: Vec<char> = digits.chars().collect();
        wrong[13] = if wrong[13] == '5' { '6' } else { '5' };
        let spaced = |digits: &[char]| digits.chunks(4).map(String::from_iter).collect::<Vec<_>>().join(" ");
        app.type_into("recovery-input", &spaced(&wrong)).await;
        app.type_into("passphrase", "een nieuwe zin over groene ladders").await;
        app.type_into("passphrase-again", "een nieuwe zin over groene ladders").await;
        app.click("recover").await;
        app.see_text("error", "Groep 3").await;
        app.see("recovery-input").await.clear().await.unwrap();
        app.type_into("recovery-input", &spaced(&digits.chars().collect::<Vec<_>>())).await;
        app.click("recover").await;
        app.see_count("entry", 1).await;
        app.click("quick-exit").await;
        app.unlock("een nieuwe zin over groene ladders").await;
        app.see_count("entry", 1).await;
        app.close().await;
    });
}

#[test]
fn a_pin_opens_the_logbook_after_a_lock_until_it_was_wrong_five_times_or_somebody_left() {
    finish(async {
        let desktop = Desktop::start();
        let app = App::start(&desktop).await;
        app.make_logbook(PASSPHRASE).await;
        record(&app, "Alleen voor mij.").await;
        // Off at first: a lock asks for the passphrase.
        lock(&app).await;
        app.unlock(PASSPHRASE).await;
        assert_eq!(app.count("unlock-pin").await, 0);
        set_pin(&app).await;
        lock(&app).await;
        open_with_pin(&app, "604814").await;
        app.see_text("error", "nog 4 keer").await;
        open_with_pin(&app, PIN).await;
        app.see_count("entry", 1).await;

        // It locks by itself when the window is minimised.
        let window = desktop.xdotool(&["search", "--onlyvisible", "--name", "^Houvast$"]);
        let window = window.lines().next().unwrap();
        desktop.xdotool(&["windowminimize", "--sync", window]);
        app.see("unlock-pin").await;
        desktop.xdotool(&["windowactivate", "--sync", window]);
        app.click("unlock-other").await;
        app.unlock(PASSPHRASE).await;
        lock(&app).await;
        for left in (1..5).rev() {
            open_with_pin(&app, "999999").await;
            app.see_text("error", &format!("nog {left} keer")).await;
            // A page that is loaded anew knows how many tries there are.
            app.reload().await;
            app.see_text("pin-left", &format!("nog {left} keer")).await;
        }
        open_with_pin(&app, "999999").await;
        app.see_text("error", "werkt niet meer").await;
        assert_eq!(app.count("unlock-pin").await, 0);
        app.unlock(PASSPHRASE).await;
        lock(&app).await;
        app.see("unlock-passphrase").await;
        assert_eq!(app.count("unlock-pin").await, 0);
        app.unlock(PASSPHRASE).await;

        set_pin(&app).await;
        app.click("quick-exit").await;
        app.see("unlock-passphrase").await;
        assert_eq!(app.count("unlock-pin").await, 0);
        app.unlock(PASSPHRASE).await;
        set_pin(&app).await;
        app.close().await;
        let app = App::start(&desktop).await;
        app.see("unlock-passphrase").await;
        assert_eq!(app.count("unlock-pin").await, 0);
        app.unlock(PASSPHRASE).await;
        app.see_count("entry", 1).await;
        app.close().await;
    });
}

#[test]
fn a_finger_opens_the_logbook_until_the_device_forgets_it() {
    finish(async {
        let desktop = Desktop::start();
        let app = App::start_with_devices(&desktop).await;
        app.make_logbook(PASSPHRASE).await;
        record(&app, "Alleen voor mij.").await;
        app.click("nav-settings").await;
        app.click("settings-ways-in").await;
        app.see_text("device-key", "Iemand kan je dwingen").await;
        app.type_into("device-key-passphrase", "een verkeerde zin").await;
        app.click("device-key-keep").await;
        app.see_text("error", "past niet op dit logboek").await;
        app.see("device-key-passphrase").await.clear().await.unwrap();
        app.type_into("device-key-passphrase", PASSPHRASE).await;
        app.click("device-key-keep").await;
        app.see("device-key-on").await;
        // Snel weg asks for it again like any lock.
        app.click("quick-exit").await;
        app.click("unlock-by-device").await;
        app.see_count("entry", 1).await;
        app.close().await;
        let kept = desktop.logbook().with_file_name("device-key.json");
        assert!(kept.exists());

        // What only seems to keep keys forgot it, as a phone does after a new finger.
        let app = App::start_with_devices(&desktop).await;
        app.click("unlock-by-device").await;
        app.see_text("error", "Open je logboek met je wachtzin").await;
        assert_eq!(app.count("unlock-by-device").await, 0);
        app.unlock(PASSPHRASE).await;
        app.see_count("entry", 1).await;
        assert!(!kept.exists());
        app.close().await;
        // On a PC as it is there is nothing to choose.
        let app = App::start(&desktop).await;
        app.unlock(PASSPHRASE).await;
        app.click("nav-settings").await;
        app.click("settings-ways-in").await;
        app.see("pin-form").await;
        assert_eq!(app.count("device-key").await, 0);
        app.close().await;
    });
}
