//! What a file says of itself. Anyone can write anything there: these are claims, and shown as such.

use exif::{Exif, In, Tag, Value};
use serde::{Deserialize, Serialize};

/// Longest text that is taken from metadata, in characters.
const LONGEST: usize = 200;

/// What a file's own metadata says. Every field may be missing.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Claims {
    /// When it was taken, never when it was last changed: RFC 3339 if the file names an offset, else the local time without one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub taken: Option<String>,
    /// Degrees north in WGS 84.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub latitude: Option<f64>,
    /// Degrees east in WGS 84.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub longitude: Option<f64>,
    /// Maker of the device.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub maker: Option<String>,
    /// Model of the device.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub model: Option<String>,
    /// Program that wrote the file.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub software: Option<String>,
}

impl Claims {
    /// Does the file say nothing of itself?
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// Reads the EXIF data of a picture (CIPA DC-008). What cannot be read is left out.
    pub(crate) fn of(exif: &Exif) -> Self {
        let (latitude, longitude) = place(exif).unzip();
        Self {
            taken: taken(exif),
            latitude,
            longitude,
            maker: text(exif, Tag::Make),
            model: text(exif, Tag::Model),
            software: text(exif, Tag::Software),
        }
    }
}

fn ascii(exif: &Exif, tag: Tag) -> Option<String> {
    match &exif.get_field(tag, In::PRIMARY)?.value {
        Value::Ascii(parts) => Some(String::from_utf8_lossy(parts.first()?).into_owned()),
        _ => None,
    }
}

/// A text without control characters, not too long, not empty.
fn text(exif: &Exif, tag: Tag) -> Option<String> {
    let text: String = ascii(exif, tag)?
        .chars()
        .filter(|c| !c.is_control() && !('\u{202a}'..='\u{202e}').contains(c) && !('\u{2066}'..='\u{2069}').contains(c))
        .take(LONGEST)
        .collect();
    let text = text.trim();
    (!text.is_empty()).then(|| text.to_owned())
}

fn taken(exif: &Exif) -> Option<String> {
    // DateTime is when the file was last changed: a wrong day in evidence is worse than none.
    let (when, offset) =
        [(Tag::DateTimeOriginal, Tag::OffsetTimeOriginal), (Tag::DateTimeDigitized, Tag::OffsetTimeDigitized)]
            .into_iter()
            .find_map(|(when, offset)| Some((ascii(exif, when)?, ascii(exif, offset))))?;
    let mut time = exif::DateTime::from_ascii(when.as_bytes()).ok()?;
    let real = (1826..=2200).contains(&time.year)
        && (1..=12).contains(&time.month)
        && (1..=31).contains(&time.day)
        && time.hour < 24
        && time.minute < 60
        && time.second <= 60;
    if !real {
        return None;
    }
    if let Some(offset) = offset {
        // An offset that cannot be read leaves the local time standing.
        let _ = time.parse_offset(offset.as_bytes());
    }
    let zone = time.offset.filter(|minutes| minutes.abs() <= 14 * 60).map_or_else(String::new, |minutes| {
        let sign = if minutes < 0 { '-' } else { '+' };
        format!("{sign}{:02}:{:02}", minutes.abs() / 60, minutes.abs() % 60)
    });
    Some(format!(
        "{:04}-{:02}-{:02}T{:02}:{:02}:{:02}{zone}",
        time.year, time.month, time.day, time.hour, time.minute, time.second
    ))
}

/// Latitude and longitude, if both are there, in range, and not the nought of a device without a fix.
fn place(exif: &Exif) -> Option<(f64, f64)> {
    let latitude = degrees(exif, Tag::GPSLatitude, Tag::GPSLatitudeRef, 'S')?;
    let longitude = degrees(exif, Tag::GPSLongitude, Tag::GPSLongitudeRef, 'W')?;
    let real = latitude.abs() <= 90.0 && longitude.abs() <= 180.0 && (latitude.abs() > 1e-6 || longitude.abs() > 1e-6);
    real.then_some((latitude, longitude))
}

fn degrees(exif: &Exif, tag: Tag, reference: Tag, negative: char) -> Option<f64> {
    let Value::Rational(parts) = &exif.get_field(tag, In::PRIMARY)?.value else {
        return None;
    };
    let [degrees, minutes, seconds] = parts.get(..3)? else {
        return None;
    };
    let sum = degrees.to_f64() + minutes.to_f64() / 60.0 + seconds.to_f64() / 3600.0;
    let sign = if ascii(exif, reference)?.trim_end_matches('\0').starts_with(negative) { -1.0 } else { 1.0 };
    // A denominator of nought gives no number. Seven digits are a centimetre.
    sum.is_finite().then(|| (sign * sum * 1e7).round() / 1e7)
}
