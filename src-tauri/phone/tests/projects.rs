//! What cannot be built here can still be read: the Kotlin and the Swift half know every call, and the projects for Android and
//! iOS ask for what is written down in docs/phone.md and nothing else.
#![allow(clippy::unwrap_used, reason = "a test")]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use roxmltree::{Document, Node, ParsingOptions};

const ANDROID: &str = "http://schemas.android.com/apk/res/android";
const TOOLS: &str = "http://schemas.android.com/tools";

fn shell() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap().to_owned()
}

fn text(path: &str) -> String {
    let path = shell().join(path);
    fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// All text files below a folder that end so.
fn below(folder: &Path, endings: &[&str]) -> Vec<(PathBuf, String)> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(below(&path, endings));
        } else if endings.iter().any(|ending| path.to_string_lossy().ends_with(ending)) {
            found.push((path.clone(), fs::read_to_string(&path).unwrap()));
        }
    }
    found
}

fn joined(folder: &str, ending: &str) -> String {
    below(&shell().join(folder), &[ending]).into_iter().map(|(_, text)| text).collect()
}

/// What stands between two marks, wherever both are.
fn between<'a>(text: &'a str, before: &str, after: &str) -> BTreeSet<&'a str> {
    text.split(before).skip(1).filter_map(|rest| rest.split_once(after).map(|(inner, _)| inner)).collect()
}

/// The commands that Rust asks for.
fn commands() -> BTreeSet<String> {
    let phone = text("phone/src/phone.rs");
    let plain = between(&phone, "self.call(\"", "\"");
    let typed = between(&phone, "self.call::<Answered>(\"", "\"");
    plain.union(&typed).map(ToString::to_string).collect()
}

#[test]
fn the_kotlin_half_has_every_command_and_no_other() {
    let kotlin = text("phone/android/src/main/java/nl/houvast/phone/PhonePlugin.kt");
    let there: BTreeSet<String> =
        kotlin.split("@Command\n    fun ").skip(1).map(|rest| rest.split('(').next().unwrap().to_owned()).collect();
    assert_eq!(there, commands());
    assert!(there.len() > 10);
}

#[test]
fn the_swift_half_has_every_command_but_those_about_sharing_which_rust_does_there() {
    let swift = text("phone/ios/Sources/PhonePlugin.swift");
    let mut there: BTreeSet<String> =
        between(&swift, "@objc public func ", "(_ invoke: Invoke)").into_iter().map(str::to_owned).collect();
    there.extend(["shared", "onShared", "doneWith"].map(str::to_owned));
    assert_eq!(there, commands());
}

#[test]
fn what_the_activity_and_the_plugin_begin_with_is_there() {
    let activity = text("gen/android/app/src/main/java/nl/houvast/app/MainActivity.kt");
    // Out of the list of recent apps before anything is drawn.
    let (before, _) = activity.split_once("super.onCreate").unwrap();
    assert!(before.contains("Cover.begin(this)"));
    for hook in ["Shares.begin(", "Shares.take(", "Shares.remember(", "Page.begin(", "Page.scale("] {
        assert!(activity.contains(hook), "{hook}");
    }
    let plugin = text("phone/ios/Sources/PhonePlugin.swift");
    for begun in ["NoBackup.exclude()", "Leftovers.sweep()", "cover.watch()", "letters.lead(webview)"] {
        assert!(plugin.contains(begun), "{begun}");
    }
    assert!(text("phone/build.rs").contains("NSFileProtectionComplete"));
}

#[test]
fn both_halves_refuse_with_the_codes_that_rust_knows() {
    let rust = text("phone/src/error.rs");
    let mut known = between(&rust, "Some(\"", "\") =>");
    known.insert("failed");
    assert_eq!(between(&text("phone/android/src/main/java/nl/houvast/phone/Refusal.kt"), " = \"", "\""), known);
    assert_eq!(between(&text("phone/ios/Sources/Refusal.swift"), " = \"", "\""), known);
}

#[test]
fn both_halves_know_the_plugin_by_the_name_that_rust_looks_for() {
    let (rust, kotlin) = (text("phone/src/phone.rs"), joined("phone/android/src", ".kt"));
    assert!(rust.contains("register_android_plugin(\"nl.houvast.phone\", \"PhonePlugin\")"));
    assert!(kotlin.contains("@TauriPlugin\nclass PhonePlugin") && kotlin.contains("package nl.houvast.phone\n"));
    assert!(rust.contains("ios_plugin_binding!(init_plugin_phone)"));
    assert!(joined("phone/ios/Sources", ".swift").contains("@_cdecl(\"init_plugin_phone\")"));
}

/// The names of the permissions that a manifest asks for, without those that it takes away from others.
fn permissions(manifest: &Document) -> BTreeSet<String> {
    manifest
        .descendants()
        .filter(|node| node.has_tag_name("uses-permission") && node.attribute((TOOLS, "node")) != Some("remove"))
        .map(|node| node.attribute((ANDROID, "name")).unwrap().replace("android.permission.", ""))
        .collect()
}

fn one<'a>(document: &'a Document, tag: &str) -> Node<'a, 'a> {
    document.descendants().find(|node| node.has_tag_name(tag)).unwrap()
}

const MAIN: &str = "gen/android/app/src/main/AndroidManifest.xml";

#[test]
fn android_is_asked_for_what_is_explained_and_the_release_has_no_network() {
    let (app, library) = (text(MAIN), text("phone/android/src/main/AndroidManifest.xml"));
    let asked = &permissions(&Document::parse(&app).unwrap()) | &permissions(&Document::parse(&library).unwrap());
    let right = ["CAMERA", "MODIFY_AUDIO_SETTINGS", "RECORD_AUDIO", "USE_BIOMETRIC"].map(str::to_owned);
    assert_eq!(asked, BTreeSet::from(right));
    let explained = fs::read_to_string(shell().join("../docs/phone.md")).unwrap();
    for permission in asked {
        assert!(explained.contains(&format!("| `{permission}` |")), "docs/phone.md does not explain {permission}");
    }

    let release = text("gen/android/app/src/release/AndroidManifest.xml");
    let release = Document::parse(&release).unwrap();
    assert_eq!(permissions(&release), BTreeSet::new());
    for network in ["INTERNET", "ACCESS_NETWORK_STATE"] {
        let name = format!("android.permission.{network}");
        let removes = |node: &Node| {
            node.attribute((ANDROID, "name")) == Some(&name) && node.attribute((TOOLS, "node")) == Some("remove")
        };
        assert!(release.descendants().any(|node| removes(&node)), "{network}");
    }
}

#[test]
fn android_keeps_no_copy_and_lets_nobody_in_but_the_home_screen_and_what_shares() {
    let manifest = text(MAIN);
    let manifest = Document::parse(&manifest).unwrap();
    let application = one(&manifest, "application");
    assert_eq!(application.attribute((ANDROID, "allowBackup")), Some("false"));
    for (attribute, file) in
        [("dataExtractionRules", "data_extraction_rules"), ("fullBackupContent", "full_backup_content")]
    {
        assert_eq!(application.attribute((ANDROID, attribute)), Some(format!("@xml/{file}").as_str()));
        let rules = text(&format!("gen/android/app/src/main/res/xml/{file}.xml"));
        let rules = Document::parse(&rules).unwrap();
        assert!(rules.descendants().all(|node| !node.has_tag_name("include")), "{file}");
        let places = rules.descendants().filter(|node| node.has_tag_name("exclude"));
        assert_eq!(places.filter(|node| node.attribute("path").is_none()).count() % 9, 0, "{file}: every place, whole");
    }
    let gradle = text("gen/android/app/build.gradle.kts");
    let release_default = gradle.split("buildTypes").next().unwrap();
    assert!(release_default.contains("manifestPlaceholders[\"usesCleartextTraffic\"] = \"false\""));

    let ways_in: Vec<_> = ["activity", "activity-alias", "service", "receiver", "provider"]
        .iter()
        .flat_map(|tag| manifest.descendants().filter(move |node| node.has_tag_name(*tag)))
        .collect();
    assert_eq!(ways_in.len(), 1);
    assert_eq!(ways_in[0].attribute((ANDROID, "taskAffinity")), Some(""));
    assert_eq!(ways_in[0].attribute((ANDROID, "launchMode")), Some("singleTask"));
    let actions: BTreeSet<_> = manifest
        .descendants()
        .filter(|node| node.has_tag_name("action"))
        .map(|node| node.attribute((ANDROID, "name")).unwrap().replace("android.intent.action.", ""))
        .collect();
    assert_eq!(actions, BTreeSet::from(["MAIN", "SEND", "SEND_MULTIPLE"].map(str::to_owned)));
}

/// Apple's property lists name a document type.
fn with_dtd<'a>() -> ParsingOptions<'a> {
    ParsingOptions { allow_dtd: true, ..ParsingOptions::default() }
}

#[test]
fn everything_in_xml_can_be_read() {
    let mut read = 0;
    for folder in ["android", "gen/android/app/src", "phone/android/src", "ios", "."] {
        let folder = shell().join(folder);
        let here = fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().path()).filter(|path| path.is_file());
        let flat = here.filter(|path| path.extension().is_some_and(|ending| ending == "plist"));
        let deep = if folder.ends_with(".") { Vec::new() } else { below(&folder, &[".xml", ".plist", ".xcprivacy"]) };
        for path in flat.chain(deep.into_iter().map(|(path, _)| path)) {
            let text = fs::read_to_string(&path).unwrap();
            if let Err(error) = Document::parse_with_options(&text, with_dtd()) {
                panic!("{}: {error}", path.display());
            }
            read += 1;
        }
    }
    assert!(read > 15, "{read}");
}

#[test]
fn the_icon_has_the_lines_of_the_app_s_own() {
    let (svg, drawn) =
        (text("icons/icon.svg"), text("gen/android/app/src/main/res/drawable/ic_launcher_foreground.xml"));
    let svg = Document::parse(&svg).unwrap();
    let lines: Vec<_> = svg.descendants().filter_map(|node| node.attribute("d")).collect();
    let drawn = Document::parse(&drawn).unwrap();
    let vector: Vec<_> = drawn.descendants().filter_map(|node| node.attribute((ANDROID, "pathData"))).collect();
    assert_eq!(vector, lines);
    // Every shape of a home screen is filled, and an icon in the wallpaper's colours has the same lines.
    let adaptive = text("gen/android/app/src/main/res/mipmap-anydpi-v26/ic_launcher.xml");
    let adaptive = Document::parse(&adaptive).unwrap();
    let layers: Vec<_> = adaptive
        .root_element()
        .children()
        .filter(Node::is_element)
        .map(|node| (node.tag_name().name(), node.attribute((ANDROID, "drawable")).unwrap()))
        .collect();
    let ours = "@drawable/ic_launcher_foreground";
    assert_eq!(layers, [("background", "@color/icon_ground"), ("foreground", ours), ("monochrome", ours)]);
    let colours = text("gen/android/app/src/main/res/values/colors.xml");
    for colour in svg.descendants().flat_map(|node| [node.attribute("fill"), node.attribute("stroke")]).flatten() {
        assert!(colour == "none" || colours.contains(colour), "{colour}");
    }
}

/// A property list's strings, by their key.
fn strings(plist: &Document) -> Vec<(String, String)> {
    let keys = plist.descendants().filter(|node| node.has_tag_name("key"));
    keys.filter_map(|key| {
        let value = key.next_siblings().skip(1).find(Node::is_element)?;
        value.has_tag_name("string").then(|| (key.text().unwrap().to_owned(), value.text().unwrap_or("").to_owned()))
    })
    .collect()
}

#[test]
fn ios_says_in_both_languages_why_it_asks() {
    let plist = text("Info.ios.plist");
    let plist = Document::parse_with_options(&plist, with_dtd()).unwrap();
    let mut asked = strings(&plist);
    asked.retain(|(key, _)| key.ends_with("UsageDescription"));
    asked.sort();
    let keys: Vec<_> = asked.iter().map(|(key, _)| key.replace("UsageDescription", "")).collect();
    assert_eq!(keys, ["NSCamera", "NSFaceID", "NSMicrophone"]);
    let explained = fs::read_to_string(shell().join("../docs/phone.md")).unwrap();
    let (nl, en) = (
        text("ios/overlay/houvast-app_iOS/nl.lproj/InfoPlist.strings"),
        text("ios/overlay/houvast-app_iOS/en.lproj/InfoPlist.strings"),
    );
    for (key, words) in asked {
        assert!(nl.contains(&format!("\"{key}\" = \"{words}\";")), "{key}");
        assert!(en.contains(&format!("\"{key}\" = \"To ")), "{key}");
        assert!(explained.contains(&format!("`{key}`")), "docs/phone.md does not explain {key}");
    }
    let privacy = text("ios/overlay/houvast-app_iOS/PrivacyInfo.xcprivacy");
    let reasons = between(&privacy, "<string>", "</string>").into_iter().filter(|reason| reason.contains('.'));
    for reason in reasons {
        assert!(explained.contains(&format!("`{reason}`")), "docs/phone.md does not explain {reason}");
    }
}
