//! What a state says by itself, and its name in settings and data files.

use super::StatusKey;

impl StatusKey {
    /// Whether no deadline matters any more: done, dropped or ongoing.
    pub fn is_settled(self) -> bool {
        match self {
            StatusKey::Done | StatusKey::Dropped | StatusKey::Ongoing => true,
            StatusKey::Partial
            | StatusKey::InProgress
            | StatusKey::Preparing
            | StatusKey::Planned
            | StatusKey::Postponed
            | StatusKey::OnHold
            | StatusKey::Noted
            | StatusKey::NotStated => false,
        }
    }

    /// Whether it is a state that its words say, one of those that are known.
    pub fn is_stated(self) -> bool {
        match self {
            StatusKey::Noted | StatusKey::NotStated => false,
            StatusKey::Done
            | StatusKey::Partial
            | StatusKey::InProgress
            | StatusKey::Preparing
            | StatusKey::Planned
            | StatusKey::Postponed
            | StatusKey::OnHold
            | StatusKey::Ongoing
            | StatusKey::Dropped => true,
        }
    }

    /// Every key, in order.
    pub const ALL: [StatusKey; 11] = [
        StatusKey::Done,
        StatusKey::Partial,
        StatusKey::InProgress,
        StatusKey::Preparing,
        StatusKey::Planned,
        StatusKey::Postponed,
        StatusKey::OnHold,
        StatusKey::Ongoing,
        StatusKey::Noted,
        StatusKey::NotStated,
        StatusKey::Dropped,
    ];

    /// Their keys, in the same order.
    pub const KEYS: [&'static str; 11] = {
        let mut keys = [""; 11];
        let mut at = 0;
        while at < keys.len() {
            keys[at] = StatusKey::ALL[at].key();
            at += 1;
        }
        keys
    };

    /// The key in data files: `in-progress`.
    pub const fn key(self) -> &'static str {
        self.label_key().split_at("status.".len()).1
    }

    /// The key of its name, among the words that visitors read.
    pub const fn label_key(self) -> &'static str {
        match self {
            StatusKey::Done => "status.done",
            StatusKey::Partial => "status.partial",
            StatusKey::InProgress => "status.in-progress",
            StatusKey::Preparing => "status.preparing",
            StatusKey::Planned => "status.planned",
            StatusKey::Postponed => "status.postponed",
            StatusKey::OnHold => "status.on-hold",
            StatusKey::Ongoing => "status.ongoing",
            StatusKey::Noted => "status.noted",
            StatusKey::NotStated => "status.not-stated",
            StatusKey::Dropped => "status.dropped",
        }
    }

    /// The state whose key this is, as `jalon.toml` and a plan's header name it.
    pub fn from_key(key: &str) -> Option<StatusKey> {
        StatusKey::ALL.into_iter().find(|status| status.key() == key)
    }
}
