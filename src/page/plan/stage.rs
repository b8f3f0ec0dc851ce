//! What is said at the top of a plan that is not simply in force.

use super::Shower;
use crate::kind::plan::Stage;
use crate::kind::plan::timeframe::Timeframe;
use crate::view::StageView;

impl Shower<'_> {
    pub(super) fn stage(&self) -> Option<StageView> {
        let key = match self.plan.stage {
            Stage::Adopted => return self.over(),
            Stage::Proposed => "proposed",
            Stage::Closed => "closed",
            Stage::Replaced => "replaced",
        };
        Some(StageView {
            key: key.to_owned(),
            title: self.words.say(&format!("stage.{key}.title"), &[]),
            text: self.words.say(&format!("stage.{key}.text"), &[]),
        })
    }

    /// What is said of a plan in force whose period has ended by the day it is looked at.
    fn over(&self) -> Option<StageView> {
        let span = self.plan.period.as_ref().and_then(Timeframe::span)?;
        let end = span.end.filter(|end| *end < self.reference)?;
        let (period, end) = (self.words.locale.range(span)?, self.words.locale.date(end));
        let text = self.words.say("stage.over.text", &[("period", &period), ("end", &end)]);
        Some(StageView { key: "over".to_owned(), title: self.words.say("stage.over.title", &[]), text })
    }
}
