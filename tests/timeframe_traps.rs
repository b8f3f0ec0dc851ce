//! Timeframes that look like something else, and what they are understood to say.

mod timeframe_cases;

use jalon::kind::plan::timeframe::Calendar;
use jalon::lang::Lang;
use timeframe_cases::{check, period};

/// The calendar of a plan of three years, from April 2025 to March 2028.
fn plan_2025() -> Calendar {
    Calendar { period: period((2025, 4, 1), (2028, 3, 31)), ..Calendar::default() }
}

/// The calendar of a plan of one autumn.
fn plan_of_an_autumn() -> Calendar {
    Calendar { period: period((2025, 9, 1), (2025, 12, 31)), ..Calendar::default() }
}

#[test]
fn a_date_whose_year_nothing_settles_is_no_quantity() {
    check(
        Lang::Fr,
        &plan_2025(),
        r#"
        13 juin = opaque = (nothing) = (nothing) ! YearUnknown(Several)
        15 mai = opaque = (nothing) = (nothing) ! YearUnknown(Several)
        12 décembre = opaque = (nothing) = (nothing) ! YearUnknown(Several)
        Juin et décembre = opaque = (nothing) = (nothing) ! YearUnknown(Several)
        "#,
    );
    check(
        Lang::Fr,
        &plan_of_an_autumn(),
        r#"
        13 juin = opaque = (nothing) = (nothing) ! YearUnknown(Outside)
        15 octobre = day 2025-10-15 = 15 octobre 2025 = October 15, 2025
        "#,
    );
    check(
        Lang::En,
        &plan_2025(),
        r#"
        13 June = opaque = (nothing) = (nothing) ! YearUnknown(Several)
        "#,
    );
}
