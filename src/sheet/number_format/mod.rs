//! What a spreadsheet shows of a number, a day or an hour, by the format of its cell: « 1 200,50 $ », « mai 2026 ».
//!
//! The words and the marks are those of a language, as a spreadsheet takes those of its reader. A format that is not
//! known here shows nothing, and the value is written as it is held.

pub mod code;
pub mod day;
mod decimal;
mod fraction;
pub mod number;

#[cfg(test)]
mod tests {
    use super::code::Code;
    use super::day::{Moment, elapsed, moment, settled};
    use super::number::number;
    use crate::date::Date;
    use crate::lang::Lang;

    fn check(value: f64, code: &str, fr: &str, en: &str) {
        let shown = |lang| number(value, &Code::read(code)?, lang);
        let plain = |text: String| text.replace('\u{a0}', "_");
        assert_eq!(shown(Lang::Fr).map(plain).as_deref(), Some(fr), "{value} {code}");
        assert_eq!(shown(Lang::En).as_deref(), Some(en), "{value} {code}");
    }

    #[test]
    fn a_format_may_show_nothing() {
        check(0.0, "#,##0;-#,##0;", "", "");
        check(0.0, "#,##0 \"$\";-#,##0 \"$\";", "", "");
        check(-5.0, "0;;", "", "");
        check(1200.0, ";;;", "", "");
    }

    #[test]
    fn newer_files_name_a_language_by_its_tag() {
        check(1200.5, "[$$-en-CA]#,##0.00", "$1_200,50", "$1,200.50");
        check(1200.5, "#,##0.00 [$$-fr-CA]", "1_200,50_$", "1,200.50 $");
        check(1200.5, "#,##0.00\\ [$€-fr-FR]", "1_200,50_€", "1,200.50 €");
    }

    #[test]
    fn a_section_for_numbers_below_zero_writes_their_sign() {
        check(-5.0, "[<0]-0;0", "-5", "-5");
        check(-5.0, "[<0](0);0", "(5)", "(5)");
        check(-1200.0, "[>=0]#,##0;[<0](#,##0)", "(1_200)", "(1,200)");
        check(-5.0, "[>=100]0\"+\";0", "-5", "-5");
        check(-5.0, "[<=0]0", "-5", "-5");
    }

    #[test]
    fn no_figure_before_the_mark_is_let_go() {
        check(12_345_678_901.5, "General", "12345678901,5", "12345678901.5");
        check(98_765_432_109.75, "@", "98765432109,75", "98765432109.75");
        check(1.0 / 3.0, "General", "0,3333333333", "0.3333333333");
        check(1200.0, "#,##0.-", "1_200,-", "1,200.-");
    }

    #[test]
    fn numbers_are_written_as_they_are_shown() {
        check(1200.5, "#,##0.00 [$$-C0C]", "1_200,50_$", "1,200.50 $");
        check(1200.5, "\"$\"#,##0.00", "$1_200,50", "$1,200.50");
        check(
            1200.5,
            "_ * #,##0.00_) [$$-C0C]_ ;_ * (#,##0.00) [$$-C0C]_ ;_ @_ ",
            "1_200,50_$",
            "1,200.50 $",
        );
        check(-1200.5, "_($* #,##0.00_);_($* (#,##0.00);_($* \"-\"??_);_(@_)", "$(1_200,50)", "$(1,200.50)");
        check(0.0, "_($* #,##0.00_);_($* (#,##0.00);_($* \"-\"??_);_(@_)", "$-", "$-");
        check(0.45, "0%", "45_%", "45%");
        check(0.4567, "0.0 %", "45,7_%", "45.7 %");
        check(7.0, "000", "007", "007");
        check(1_234_567.0, "#,##0", "1_234_567", "1,234,567");
        check(1_234_567.0, "#,##0.0,,\" M$\"", "1,2 M$", "1.2 M$");
        check(-12.0, "#,##0;[Red](#,##0)", "(12)", "(12)");
        check(-12.0, "0", "-12", "-12");
        check(-0.2, "0", "0", "0");
        check(2.675, "0.00", "2,68", "2.68");
        check(0.5, "0.##", "0,5", "0.5");
        check(3.0, "0.##", "3", "3");
        check(2.0, "\"T\"0", "T2", "T2");
        check(2.0, "\"Axe \"0\\.", "Axe 2.", "Axe 2.");
        check(4_185_551_234.0, "(###) ###-####", "(418) 555-1234", "(418) 555-1234");
        check(150.0, "[>=100]0\"+\";0", "150+", "150+");
        check(15.0, "[>=100]0\"+\";0", "15", "15");
        check(3.5, "General\" h\"", "3,5 h", "3.5 h");
        check(-3.5, "General", "-3,5", "-3.5");
        check(1e18, "#,##0", "1_000_000_000_000_000_000", "1,000,000,000,000,000,000");
        check(9.99, "0.0", "10,0", "10.0");
    }

    #[test]
    fn fractions_have_the_nearest_denominator() {
        check(0.5, "# ?/?", "1/2", "1/2");
        check(3.25, "# ?/?", "3 1/4", "3 1/4");
        check(3.0, "# ??/??", "3", "3");
        check(0.312_5, "# ??/16", "5/16", "5/16");
        check(3.5, "?/?", "7/2", "7/2");
        check(-0.5, "# ?/?", "-1/2", "-1/2");
        check(0.3, "# ?/10", "3/10", "3/10");
        check(0.99, "# ?/?", "1", "1");
    }

    #[test]
    fn what_is_not_known_is_left_to_the_value() {
        check(1200.0, "0;\"", "1200", "1200");
        check(1200.0, "\"", "1200", "1200");
        let unknown = |value, code: &str| {
            let shown = Code::read(code).and_then(|code| number(value, &code, Lang::Fr));
            assert_eq!(shown, None, "{value} {code}");
        };
        unknown(1200.0, "0.00E+00");
        unknown(1200.0, "[DBNum1]0");
        unknown(1200.0, "yyyy");
        unknown(f64::NAN, "0");
        unknown(f64::MAX, "0");
    }

    fn check_day(code: &str, fr: &str, en: &str) {
        let at = Moment { year: 2026, month: 5, day: 1, hour: 13, minute: 30, second: 0 };
        let day = Date::new(2026, 5, 1).expect("a day");
        let shown = |lang| {
            let shown = moment(&at, &Code::read(code)?, lang)?;
            Some(settled(&shown, day))
        };
        assert_eq!(shown(Lang::Fr).unwrap_or_default(), fr, "{code}");
        assert_eq!(shown(Lang::En).unwrap_or_default(), en, "{code}");
    }

    #[test]
    fn days_are_as_precise_as_they_are_shown() {
        check_day("mmm-yy", "mai 2026", "May 2026");
        check_day("mmmm yyyy", "mai 2026", "May 2026");
        check_day("yyyy", "2026", "2026");
        check_day("mm/yyyy", "05/2026", "05/2026");
        check_day("d-mmm", "1 mai", "1 May");
        check_day("d-mmm-yy", "1 mai 2026", "1 May 2026");
        check_day("mm-dd-yy", "2026-05-01", "2026-05-01");
        check_day("yyyy\\-mm\\-dd;@", "2026-05-01", "2026-05-01");
        check_day("[$-C0C]d mmmm yyyy;@", "1 mai 2026", "1 mai 2026");
        check_day("[$-409]mmmm d, yyyy", "May 1, 2026", "May 1, 2026");
        check_day("[$-fr-CA]d mmmm yyyy;@", "1 mai 2026", "1 mai 2026");
        check_day("[$-en-CA]mmmm d, yyyy;@", "May 1, 2026", "May 1, 2026");
        check_day("[$-x-sysdate]dddd, mmmm dd, yyyy", "1er mai 2026", "May 1, 2026");
        check_day("[$-x-systime]h:mm:ss AM/PM", "1:30:00 PM", "1:30:00 PM");
        check_day("[$-F800]dddd, mmmm dd, yyyy", "1er mai 2026", "May 1, 2026");
        check_day("dddd d mmmm yyyy", "vendredi 1 mai 2026", "Friday 1 May 2026");
        check_day("dd/mm/yyyy hh:mm", "2026-05-01 13:30", "2026-05-01 13:30");
        check_day("h:mm", "13:30", "13:30");
        check_day("h:mm AM/PM", "1:30 PM", "1:30 PM");
        check_day("hh\" h \"mm", "13 h 30", "13 h 30");
        check_day("\"Printemps \"yyyy", "Printemps 2026", "Printemps 2026");
        check_day("ggge", "", "");
        check_day("mmmmm", "", "");
        check_day("ss.00", "", "");
    }

    #[test]
    fn words_for_a_day_keep_its_year() {
        let check = |shown: &str, settled_as: &str| {
            assert_eq!(settled(shown, Date::new(2026, 5, 15).expect("a day")), settled_as, "{shown}");
        };
        check("mai-26", "mai 2026");
        check("15-mai-26", "15 mai 2026");
        check("15/05/26", "2026-05-15");
        check("05/15/2026", "2026-05-15");
        check("15.05.26 00:00", "2026-05-15");
        check("2026-05-15", "2026-05-15");
        check("15 mai", "15 mai");
        check("vendredi 15 mai 2026", "vendredi 15 mai 2026");
        check("00:00", "00:00");
        check("2026", "2026");
        let day = Date::new(2026, 5, 26).expect("a day");
        assert_eq!(settled("May 26", day), "May 26");
        assert_eq!(settled("May 26, 26", day), "May 26, 2026");
    }

    #[test]
    fn elapsed_hours_go_past_a_day() {
        let check = |days: f64, code: &str, expected: &str| {
            let shown = Code::read(code).and_then(|code| elapsed(days, &code));
            assert_eq!(shown.as_deref(), Some(expected), "{code}");
        };
        check(1.5, "[h]:mm", "36:00");
        check(0.0625, "[mm]", "90");
        check(1.0 / 86_400.0 * 61.0, "[h]:mm:ss", "0:01:01");
    }
}
