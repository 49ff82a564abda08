//! The table that is printed.

/// A figure and what it is held against.
pub(crate) struct Row {
    what: String,
    figure: String,
    against: String,
    reached: Option<bool>,
}

impl Row {
    /// A figure that is only written down.
    pub(crate) fn told(what: &str, figure: String, against: &str) -> Self {
        Self { what: what.into(), figure, against: against.into(), reached: None }
    }

    /// A figure that must be reached.
    pub(crate) fn held(what: &str, figure: String, against: &str, reached: bool) -> Self {
        Self { what: what.into(), figure, against: against.into(), reached: Some(reached) }
    }
}

const WIDTHS: (usize, usize) = (58, 20);

pub(crate) fn heading() {
    println!("{:<what$} {:>figure$}   to reach", "what", "here", what = WIDTHS.0, figure = WIDTHS.1);
}

pub(crate) fn print(rows: &[Row]) {
    for row in rows {
        let mark = match row.reached {
            Some(true) => "  reached",
            Some(false) => "  NOT REACHED",
            None => "",
        };
        let (what, figure) = (&row.what, &row.figure);
        println!("{what:<0$} {figure:>1$}   {2}{mark}", WIDTHS.0, WIDTHS.1, row.against);
    }
}

/// "1.23 s" or "45.6 ms"
pub(crate) fn time(seconds: f64) -> String {
    if seconds < 1.0 { format!("{:.1} ms", seconds * 1e3) } else { format!("{seconds:.2} s") }
}

/// The middle one.
pub(crate) fn median(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    values[values.len() / 2]
}

/// Runs something and says how many seconds it took.
pub(crate) fn clock<T>(work: impl FnOnce() -> T) -> (T, f64) {
    let begin = std::time::Instant::now();
    let made = work();
    (made, begin.elapsed().as_secs_f64())
}
