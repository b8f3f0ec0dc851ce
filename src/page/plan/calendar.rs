//! The calendar of a plan: a drawing on months, then the same as a list by date.

use super::lines::Placed;
use super::{FollowUp, Shower};
use crate::address::Address;
use crate::chart::{Bar, Scale, Tick, Unit};
use crate::date::{Date, Range};
use crate::kind::plan::Action;
use crate::kind::plan::status::StatusKey;
use crate::kind::plan::timeframe::{Ending, Timeframe, TimeframeKind};
use crate::page::frame::date_view;
use crate::page::{Page, View, progress};
use crate::site::plan::Side;
use crate::view::StatusView;
use crate::view::sides::{BarView, CalendarView, ChartRow, ChartView, DatedAction, MonthView, TickView};

/// The drawing: its width, where months start, the height of a line, the room above for months.
const WIDTH: u32 = 1160;
const LEFT: u32 = 420;
const RIGHT: u32 = 1150;
const LINE: u32 = 32;
const TOP: u32 = 64;
/// How thick a bar is: the stroke of the theme's segments.
const THICK: u32 = 16;
/// How long the point of an approximate end is.
const POINT: u32 = 12;
/// How many letters of a title stand left of the bars, and how many of an orientation's.
const TITLE: usize = 38;
const GROUP: usize = 50;

/// Where an action stands in the calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Place {
    /// It ends that day.
    Ends(Date),
    /// It starts, and does not end.
    Open,
    Undated(Undated),
}

/// Sorts of timeframes without date, in the order they are listed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Undated {
    Continuous,
    Recurring,
    OnDemand,
    Undetermined,
    Other,
    Nothing,
}

impl Undated {
    const ALL: [Undated; 6] = [
        Undated::Continuous,
        Undated::Recurring,
        Undated::OnDemand,
        Undated::Undetermined,
        Undated::Other,
        Undated::Nothing,
    ];

    fn key(self) -> &'static str {
        match self {
            Undated::Continuous => "continuous",
            Undated::Recurring => "recurring",
            Undated::OnDemand => "on-demand",
            Undated::Undetermined => "undetermined",
            Undated::Other => "other",
            Undated::Nothing => "nothing",
        }
    }
}

impl Shower<'_> {
    pub(super) fn calendar(&self) -> Page {
        let page = self.side_address(Side::Calendar);
        let mut actions: Vec<(Place, &Action)> =
            self.plan.actions().map(|action| (place(action), action)).collect();
        // A stable sort: on one day, actions keep the order of the plan.
        actions.sort_by_key(|(place, _)| *place);
        let view = CalendarView {
            title: self.side_title(Side::Calendar),
            head: self.head_of_notes(&page, self.plan.actions()),
            chart: self.chart(),
            months: self.months(&actions, &page),
            undated: self.undated(&actions, &page),
        };
        self.side_page(Side::Calendar, page, View::Calendar(Box::new(view)))
    }

    fn months(&self, actions: &[(Place, &Action)], page: &Address) -> Vec<MonthView> {
        let mut months: Vec<MonthView> = Vec::new();
        for (place, action) in actions {
            let (id, title, end) = match place {
                Place::Ends(end) => {
                    let id = format!("{:04}-{:02}", end.year(), end.month());
                    (id, self.month(*end), Some(date_view(self.words, *end)))
                }
                Place::Open => ("open".to_owned(), self.words.say("calendar.open", &[]), None),
                Place::Undated(_) => continue,
            };
            let action = DatedAction { end, action: self.line(action, page) };
            match months.last_mut().filter(|month| month.id == id) {
                Some(month) => month.actions.push(action),
                None => months.push(MonthView { id, title, actions: vec![action] }),
            }
        }
        months
    }

    fn undated(&self, actions: &[(Place, &Action)], page: &Address) -> Vec<MonthView> {
        let groups = Undated::ALL.into_iter().map(|sort| {
            let inside = actions.iter().filter(|(place, _)| *place == Place::Undated(sort));
            MonthView {
                id: sort.key().to_owned(),
                title: self.words.say(&format!("calendar.kind.{}", sort.key()), &[]),
                actions: inside
                    .map(|(_, action)| DatedAction { end: None, action: self.line(action, page) })
                    .collect(),
            }
        });
        groups.filter(|group| !group.actions.is_empty()).collect()
    }

    fn chart(&self) -> Option<ChartView> {
        let dated: Vec<Placed<'_>> =
            self.placed().filter(|placed| !matches!(place(placed.action), Place::Undated(_))).collect();
        let ranges: Vec<Range> = dated.iter().flat_map(|placed| ranges(placed.action)).copied().collect();
        let period = self.plan.period.as_ref().and_then(Timeframe::span);
        let scale = Scale::covering(period, &ranges, (LEFT, RIGHT)).filter(|_| !dated.is_empty())?;
        let rows = self.rows(&dated, &scale);
        let height = rows.last().map_or(TOP, |row| row.y) + LINE / 2;
        let today = scale.holds(self.reference).then(|| scale.start_of(self.reference));
        let is_right = today.is_some_and(|x| x > (LEFT + RIGHT) / 2);
        let has_soft_ends = rows.iter().flat_map(|row| &row.bars).any(|bar| bar.cuts.is_some());
        Some(ChartView {
            width: WIDTH,
            height,
            left: LEFT,
            right: RIGHT,
            ticks: scale.ticks().iter().map(|tick| self.tick(tick)).collect(),
            rows,
            today,
            today_words: self.words.locale.date(self.reference),
            today_anchor: if is_right { "end" } else { "start" }.to_owned(),
            legend: self.legend(&dated),
            has_soft_ends,
        })
    }

    fn rows(&self, dated: &[Placed<'_>], scale: &Scale) -> Vec<ChartRow> {
        let mut rows: Vec<ChartRow> = Vec::new();
        let mut y = TOP;
        let mut group = None;
        for placed in dated {
            if group != Some(&placed.orientation.number) {
                group = Some(&placed.orientation.number);
                y += if rows.is_empty() { LINE } else { LINE + LINE / 2 };
                let words = progress::shortened(&self.full_title(placed.orientation), GROUP);
                let (number, key) = (String::new(), String::new());
                let lang = self.lang_of(placed.orientation.foreign.as_ref());
                rows.push(ChartRow { y, number, words, lang, is_group: true, key, bars: Vec::new() });
            }
            y += LINE;
            let action = placed.action;
            let middle = y - 6;
            let bars =
                ranges(action).iter().filter_map(|range| scale.bar(*range)).map(|bar| bar_view(bar, middle));
            let is_soft = action.timeframe.as_ref().is_some_and(Timeframe::is_approximate);
            let bars = bars.map(|bar| if is_soft { softened(bar, action) } else { bar });
            rows.push(ChartRow {
                y,
                number: action.number.clone(),
                words: progress::shortened(&action.title.plain, TITLE),
                lang: self.lang_of(action.foreign.as_ref()),
                is_group: false,
                key: self.drawn(action).key().to_owned(),
                bars: bars.collect(),
            });
        }
        rows
    }

    /// A plan without follow-up is drawn in one colour.
    fn drawn(&self, action: &Action) -> StatusKey {
        match self.follows_up {
            FollowUp::Published => action.status.key,
            FollowUp::Unpublished => StatusKey::Planned,
        }
    }

    fn legend(&self, dated: &[Placed<'_>]) -> Vec<StatusView> {
        if self.follows_up == FollowUp::Unpublished {
            return Vec::new();
        }
        let is_drawn = |key: &StatusKey| dated.iter().any(|placed| placed.action.status.key == *key);
        let keys = StatusKey::ALL.into_iter().filter(is_drawn);
        keys.map(|key| StatusView {
            key: key.key().to_owned(),
            words: self.words.say(key.label_key(), &[]),
            text: None,
            lang: None,
            measure: None,
        })
        .collect()
    }

    fn tick(&self, tick: &Tick) -> TickView {
        let month = self.words.locale.short_month(tick.month.month());
        let year = tick.month.year().to_string();
        let starts_year = tick.month.month() == 1 || tick.is_first;
        match tick.unit {
            Unit::Year => TickView { x: tick.x, label: year, year: String::new() },
            Unit::Month | Unit::Quarter => {
                TickView { x: tick.x, label: month, year: if starts_year { year } else { String::new() } }
            }
        }
    }
}

fn bar_view(bar: Bar, middle: u32) -> BarView {
    let Bar { x, width, open_from } = bar;
    let (top, bottom, end) = (middle - THICK / 2, middle + THICK / 2, x + width);
    BarView {
        x,
        width: open_from.unwrap_or(end) - x,
        y: top,
        middle,
        dashes: open_from.map(|from| format!("M{from} {top}H{end}M{from} {bottom}H{end}")),
        cuts: None,
        points: None,
    }
}

/// The same with pointed ends. « D’ici l’automne » starts with the plan: only its end is loose;
/// what has no end starts at a time that is.
fn softened(bar: BarView, action: &Action) -> BarView {
    let kind = action.timeframe.as_ref().map(|timeframe| timeframe.kind);
    // The outline of the bar is half outside it, and is cut too.
    let (top, bottom, middle) = (bar.y - 1, bar.y + THICK + 1, bar.middle);
    let (start, end) = (bar.x, bar.x + bar.width);
    let point = POINT.min(bar.width / 2);
    let (mut cuts, mut point_lines) = (String::new(), String::new());
    let mut cut = |from: u32, tip: u32| {
        cuts += &format!("M{from} {top}H{tip}V{bottom}H{from}L{tip} {middle}Z");
        point_lines += &format!("M{from} {top}L{tip} {middle}L{from} {bottom}");
    };
    if kind != Some(TimeframeKind::Deadline) {
        cut(start + point, start.saturating_sub(1));
    }
    if bar.dashes.is_none() {
        cut(end - point, end + 1);
    }
    BarView { cuts: Some(cuts), points: Some(point_lines), ..bar }
}

fn ranges(action: &Action) -> &[Range] {
    action.timeframe.as_ref().map_or(&[], |timeframe| &timeframe.ranges)
}

/// When an action ends, as a list by date needs it.
pub(super) enum When {
    Ends(Date),
    /// It starts, and does not end.
    Open,
    Undated,
}

pub(super) fn when(action: &Action) -> When {
    match place(action) {
        Place::Ends(end) => When::Ends(end),
        Place::Open => When::Open,
        Place::Undated(_) => When::Undated,
    }
}

fn place(action: &Action) -> Place {
    let Some(timeframe) = &action.timeframe else { return Place::Undated(Undated::Nothing) };
    if let Some(end) = timeframe.end() {
        return Place::Ends(end);
    }
    match timeframe.kind.ending() {
        Ending::Open if !timeframe.ranges.is_empty() => Place::Open,
        Ending::Continuous => Place::Undated(Undated::Continuous),
        Ending::Recurring => Place::Undated(Undated::Recurring),
        Ending::OnDemand => Place::Undated(Undated::OnDemand),
        Ending::Undetermined => Place::Undated(Undated::Undetermined),
        Ending::Dated | Ending::Open | Ending::Unknown => Place::Undated(Undated::Other),
    }
}
