//! Ordered collections filled one entry at a time, for a program that stays small.

/// What comes, put into a collection.
pub trait Filled: Iterator + Sized {
    /// The same as `collect`, for maps and sets in order.
    ///
    /// `collect` sorts what comes first, with a sort of its own for each type: five kilobytes of the program for
    /// each. Collections that are small, or whose entries come nearly in order, are filled by insertion, which
    /// they know already.
    fn filled<C: Default + Extend<Self::Item>>(self) -> C {
        let mut all = C::default();
        all.extend(self);
        all
    }
}

impl<I: Iterator> Filled for I {}
