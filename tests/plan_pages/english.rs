//! The pages in English, the equal of the French.

use crate::{Sample, visible};

pub const SAMPLE: Sample = Sample {
    config: "title = \"The Table\"\ndefault_language = \"en\"\n[languages.en]\n",
    plan: r#"+++
kind = "plan"
title = "Plan 2025-2026"
updated = 2026-03-27

[plan]
period = "July 2025 to June 2026"
+++

## Goal 1: Housing

| Action | Timeframe | Responsible | Status |
|---|---|---|---|
| Visit the towns | Fall 2025 | Housing committee | In progress |
| Keep the list | Ongoing | | Ongoing |
| Hold the forum | April 23, 2026 | Board | |
"#,
    log: &[["1.1", "2026-03-20", "", "45", "Four visits.", "Minutes of March 18"]],
};

#[test]
fn the_sheet() {
    insta::assert_snapshot!(visible(&SAMPLE, "/plan/1.1/"), @"
    Action 1.1 Visit the towns
    Status as of March 27, 2026
    Number
    1.1
    Status
    In progress 45% Late
    Timeframe
    Fall 2025 September to December 2025
    Deadline passed
    December 31, 2025 86 days ago, as of March 27, 2026
    Responsible
    Housing committee
    Action plan
    Plan 2025-2026
    Priority
    Goal 1: Housing
    History
    Newest first.
    March 20, 2026 45%
    Four visits.
    Evidence – Minutes of March 18
    Next 1.2 Keep the list
    ");
}

#[test]
fn the_report() {
    insta::assert_snapshot!(visible(&SAMPLE, "/plan/report/"), @"
    Plan 2025-2026 Progress report
    Status as of March 27, 2026 Period – July 2025 to June 2026
    Other views of this plan
    The plan
    All the actions
    Progress report
    Calendar
    Who is responsible
    What has changed
    Where do we stand?
    0 of 2 completed; 1 ongoing
    In progress 1
    Ongoing 1
    Status not stated 1
    3 actions Completion rate: 0% 1 late
    How we measure
    In this report
    What is done 0
    What has changed since December 27, 2025 1
    What is late 1
    What is coming up by May 26, 2026 1
    What is postponed, on hold or dropped 0
    What has no stated status 1
    What is done 0
    No action has been completed yet.
    What has changed since December 27, 2025 1
    Updates received in the 90 days before the date of this status.
    1.1 Visit the towns
    Late Housing committee
    March 20, 2026 45%
    Four visits.
    Evidence – Minutes of March 18
    What is late 1
    The deadline has passed, and the action is not completed, ongoing or dropped.
    1.1 Visit the towns
    In progress 45% Late Fall 2025 September to December 2025 Housing committee
    Four visits.
    What is coming up by May 26, 2026 1
    Actions due within the next 60 days.
    1.3 Hold the forum
    Status not stated April 23, 2026 Board
    What is postponed, on hold or dropped 0
    No action is postponed, on hold or dropped.
    What has no stated status 1
    Actions whose status has not been given.
    1.3 Hold the forum
    Status not stated April 23, 2026 Board
    ");
}

#[test]
fn the_calendar() {
    insta::assert_snapshot!(visible(&SAMPLE, "/plan/calendar/"), @"
    Plan 2025-2026 Calendar
    Status as of March 27, 2026 Period – July 2025 to June 2026
    Other views of this plan
    The plan
    All the actions
    Progress report
    Calendar
    Who is responsible
    What has changed
    Overview
    In progress
    Status not stated
    A bar with pointed ends covers approximate dates: a season, “mid-March”, “late 2026”.
    By deadline
    Each action is listed under the month in which it is due.
    December 2025
    1.1 Visit the towns
    December 31, 2025 In progress 45% Late Fall 2025 September to December 2025 Housing committee
    Four visits.
    April 2026
    1.3 Hold the forum
    April 23, 2026 Status not stated Board
    No date
    These timeframes give no date; they are grouped by type.
    Ongoing
    1.2 Keep the list
    Ongoing Ongoing
    ");
}

#[test]
fn who_is_responsible() {
    insta::assert_snapshot!(visible(&SAMPLE, "/plan/responsible/"), @"
    Plan 2025-2026 Who is responsible
    Status as of March 27, 2026 Period – July 2025 to June 2026
    Other views of this plan
    The plan
    All the actions
    Progress report
    Calendar
    Who is responsible
    What has changed
    People and organizations
    No one named 1 action
    Board 1 action
    Housing committee 1 action
    No one named
    The plan does not say which person or organization is responsible for these actions.
    1 ongoing
    Filter the list: No one named
    1.2 Keep the list
    Ongoing Ongoing
    Board
    1 action
    Filter the list: Board
    1.3 Hold the forum
    Status not stated April 23, 2026
    Housing committee
    0 of 1 completed
    Filter the list: Housing committee
    1.1 Visit the towns
    In progress 45% Late Fall 2025 September to December 2025
    Four visits.
    ");
}

#[test]
fn what_has_changed() {
    insta::assert_snapshot!(visible(&SAMPLE, "/plan/changes/"), @"
    Plan 2025-2026 What has changed
    All updates to the plan, newest first.
    Status as of March 27, 2026 Period – July 2025 to June 2026
    Other views of this plan
    The plan
    All the actions
    Progress report
    Calendar
    Who is responsible
    What has changed
    March 2026
    1.1 Visit the towns
    March 20, 2026 45%
    Four visits.
    Evidence – Minutes of March 18
    ");
}

#[test]
fn the_method() {
    insta::assert_snapshot!(visible(&SAMPLE, "/method/"), @"
    How we measure
    Every action is counted exactly once, by its status. No percentage is made up.
    Statuses
    A status comes from the words of the plan and of its updates. Those words remain on display when they say something other than the name of the status.
    Completed
    It is done.
    Partially completed
    Part of it is done; the rest is not yet, or will not be.
    In progress
    Work has begun.
    In preparation
    Work is being prepared: organizing, consulting, finding the means.
    Planned
    Nothing has begun, but it is still planned.
    Postponed
    It has been put off until later.
    On hold
    It has been stopped for a time, with no new date.
    Ongoing
    The action continues with no planned end; it is not part of the rate.
    Other status
    The plan says something specific that is none of these statuses, such as a number of meetings. Its words are shown as they are, and the action counts in the total.
    Status not stated
    No status is given. The action counts in the total, without assuming that nothing has been done.
    Dropped
    The action will not be done; it is not part of the rate, but remains on display.
    The completion rate
    The rate is the share of actions completed, out of those that can be: dropped actions, and ongoing ones, which have no end, are taken out of the total. The rate is always shown with the numbers it comes from. A plan that does not state the status of any action has no rate.
    completed actions ÷ (all actions − dropped − ongoing)
    The rate is rounded to a whole number, but shows 0% or 100% only when that is exactly the case. A partially completed action is not counted as completed. A percentage written in the plan stays with its action and is not part of the calculation.
    The calculation, plan by plan
    Plan 2025-2026
    Status as of March 27, 2026 0 of 2 completed; 1 ongoing 0 ÷ (3 − 0 − 1) = 0%
    What counts as late
    An action is late when the last day of its timeframe has passed and it is not completed, ongoing or dropped. No one marks an action as late: the dates do. An action whose timeframe has no end date (ongoing, on request, to be determined) is never late.
    The date of the status
    The status of a plan is always given as of a date, shown on its pages: the date of its last update or, if it gives none, the date the site was built. A plan that is no longer updated therefore does not fall further behind with each passing day.
    Seasons
    In a timeframe such as “fall 2025”, the seasons cover the following months, except in a plan that has seasons of its own:
    Winter
    January to March
    Spring
    April to June
    Summer
    July to August
    Fall
    September to December
    ");
}
