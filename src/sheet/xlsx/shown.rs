//! The cells of an `.xlsx` as they are shown.

use calamine::{DataRef, ExcelDateTime, Style};

use super::{Cell, DAYS, Value};
use crate::date::Date;
use crate::lang::Lang;
use crate::sheet::number_format::code::Code;
use crate::sheet::number_format::day::{self, Moment};
use crate::sheet::number_format::number;

/// How the cells of a style show what they hold, to readers of a language.
pub struct Look {
    code: Option<Code>,
    lang: Lang,
    pub is_struck: bool,
}

impl Look {
    pub fn of(style: &Style, lang: Lang) -> Look {
        let format = style.number_format.as_ref();
        let code = format.map_or("General", |it| code(&it.format_code, it.format_id, lang));
        let is_struck = style.font.as_ref().is_some_and(|font| font.has_strikethrough());
        Look { code: Code::read(code), lang, is_struck }
    }

    /// The cell of a number, a day or an hour, which may show nothing; none for words, and for what its format shows in
    /// a way that is not known here.
    pub fn cell(&self, column: usize, data: &DataRef<'_>) -> Option<Option<Cell>> {
        let code = self.code.as_ref()?;
        let cell = |shown: &str| Some(Cell::new(column, shown, Value::Text));
        match data {
            #[expect(clippy::cast_precision_loss, reason = "a spreadsheet holds every number as a float")]
            DataRef::Int(number) => self.number(column, *number as f64),
            DataRef::Float(number) => self.number(column, *number),
            DataRef::DateTime(moment) if moment.is_datetime() => cell(&self.moment(moment, code)?),
            DataRef::DateTime(duration) => cell(&day::elapsed(duration.as_f64(), code)?),
            // In the language of the program, as what the formats of numbers show.
            DataRef::Bool(truth) => cell(of_truth(*truth, self.lang)),
            DataRef::String(_)
            | DataRef::SharedString(_)
            | DataRef::DateTimeIso(_)
            | DataRef::DurationIso(_)
            | DataRef::Error(_)
            | DataRef::Empty => None,
        }
    }

    fn number(&self, column: usize, number: f64) -> Option<Option<Cell>> {
        let shown = number::number(number, self.code.as_ref()?, self.lang)?;
        Some(Cell::new(column, &shown, Value::Number(number)))
    }

    fn moment(&self, held: &ExcelDateTime, code: &Code) -> Option<String> {
        // Before the first day and after the last one, a spreadsheet shows no day; an empty cell that another one shows
        // is 0.
        let is_day = DAYS.contains(&held.as_f64());
        let is_hour = !code.shows_day() && (0.0..DAYS.start).contains(&held.as_f64());
        if !is_day && !is_hour {
            return None;
        }
        let (year, month, day, hour, minute, second, _) = held.to_ymd_hms_milli();
        let shown = day::moment(&Moment { year, month, day, hour, minute, second }, code, self.lang)?;
        let date = Date::new(i16::try_from(year).ok()?, i8::try_from(month).ok()?, i8::try_from(day).ok()?)?;
        Some(if held.as_f64() < 1.0 { shown } else { day::settled(&shown, date) })
    }
}

/// Formats that are shown as the system of the reader asks: the file names them by a number alone, or holds the form
/// of the United States.
fn code(code: &str, id: Option<u32>, lang: Lang) -> &str {
    match (id, lang) {
        (Some(5 | 6), Lang::Fr) if code == "General" => "#,##0 $;(#,##0 $)",
        (Some(7 | 8), Lang::Fr) if code == "General" => "#,##0.00 $;(#,##0.00 $)",
        (Some(5 | 6), Lang::En) if code == "General" => "$#,##0;($#,##0)",
        (Some(7 | 8), Lang::En) if code == "General" => "$#,##0.00;($#,##0.00)",
        (Some(42), Lang::Fr) if code.starts_with("_($*") => "#,##0 $;(#,##0 $);\"- $\"",
        (Some(44), Lang::Fr) if code.starts_with("_($*") => "#,##0.00 $;(#,##0.00 $);\"- $\"",
        _ => code,
    }
}

fn of_truth(truth: bool, lang: Lang) -> &'static str {
    match (truth, lang) {
        (true, Lang::Fr) => "VRAI",
        (false, Lang::Fr) => "FAUX",
        (true, Lang::En) => "TRUE",
        (false, Lang::En) => "FALSE",
    }
}
