//! The three questions of `jalon init`: the name of the association, its language, its host.

use std::io::BufRead;

use super::{Options, words};
use crate::lang::{Lang, fold};
use crate::starter::site::{Hosting, untold_title};

/// What is known once the questions are answered.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Answers {
    pub(super) title: Option<String>,
    pub(super) lang: Lang,
    pub(super) hosting: Hosting,
}

/// What nobody is there to answer: the language of the messages, and no host.
pub(super) fn unasked(lang: Lang, options: &Options) -> Answers {
    Answers {
        title: options.title.clone(),
        lang: options.lang.unwrap_or(lang),
        hosting: options.hosting.unwrap_or(Hosting::None),
    }
}

/// What to ask: only what the command line did not say.
pub(super) struct Questions<'a> {
    /// The language of the questions.
    pub(super) lang: Lang,
    pub(super) options: &'a Options,
}

impl Questions<'_> {
    /// Asks, and asks again what is not understood. An empty line takes what is proposed, and so
    /// does the end of the input.
    pub(super) fn ask(&self, input: &mut dyn BufRead, say: &mut dyn FnMut(&str)) -> Answers {
        let Options { folder: _, title, lang, sample: _, hosting } = self.options;
        let title = title.clone().or_else(|| {
            say(&words::ask_title(self.lang, untold_title(self.lang)));
            line(input)
        });
        let lang = lang.unwrap_or_else(|| {
            self.until(input, say, &words::ask_language(self.lang), language).unwrap_or(self.lang)
        });
        let hosting = hosting.unwrap_or_else(|| {
            self.until(input, say, &words::ask_hosting(self.lang), hosting_of).unwrap_or(Hosting::None)
        });
        Answers { title, lang, hosting }
    }

    fn until<T>(
        &self,
        input: &mut dyn BufRead,
        say: &mut dyn FnMut(&str),
        question: &str,
        read: fn(&str) -> Option<T>,
    ) -> Option<T> {
        loop {
            say(question);
            let answer = line(input)?;
            if let Some(answer) = read(&answer) {
                return Some(answer);
            }
            say(&words::not_understood(self.lang, &answer));
        }
    }
}

/// What was typed; none for an empty line and for the end of the input.
fn line(input: &mut dyn BufRead) -> Option<String> {
    let mut line = Vec::new();
    // A terminal that cannot be read any more answers nothing: what is proposed is taken.
    let _n_read = input.read_until(b'\n', &mut line).ok()?;
    Some(String::from_utf8_lossy(&line).trim().to_owned()).filter(|line| !line.is_empty())
}

fn language(answer: &str) -> Option<Lang> {
    match fold(answer).as_str() {
        "fr" | "f" | "francais" | "french" => Some(Lang::Fr),
        "en" | "e" | "a" | "anglais" | "english" => Some(Lang::En),
        _ => None,
    }
}

/// A number of the list, or the word.
fn hosting_of(answer: &str) -> Option<Hosting> {
    let folded = fold(answer);
    let by_number = folded.parse::<usize>().ok().and_then(|n| Hosting::ALL.get(n.checked_sub(1)?).copied());
    let by_name = || {
        // « GitHub Pages » says more than the word we wait for.
        let first = folded.split(' ').next().unwrap_or_default();
        Hosting::ALL.into_iter().find(|hosting| hosting.name() == first)
    };
    by_number.or_else(by_name)
}

#[cfg(test)]
mod tests {
    use super::{Answers, Questions, unasked};
    use crate::cli::init::Options;
    use crate::lang::Lang;
    use crate::starter::site::{Hosting, Sample};

    fn nothing_said() -> Options {
        Options { folder: "a".into(), title: None, lang: None, sample: Sample::Full, hosting: None }
    }

    #[track_caller]
    fn check(options: &Options, typed: &str, n_asked: usize, expected: (Option<&str>, Lang, Hosting)) {
        let (mut asked, mut input) = (Vec::new(), typed.as_bytes());
        let answers = Questions { lang: Lang::Fr, options }
            .ask(&mut input, &mut |question: &str| asked.push(question.to_owned()));
        let (title, lang, hosting) = expected;
        assert_eq!(answers, Answers { title: title.map(str::to_owned), lang, hosting }, "{asked:#?}");
        assert_eq!(asked.len(), n_asked, "{asked:#?}");
    }

    #[test]
    fn three_questions_are_asked_in_order() {
        check(&nothing_said(), "La Ruche\nanglais\n1\n", 3, (Some("La Ruche"), Lang::En, Hosting::Github));
        check(
            &nothing_said(),
            "  La Ruche \r\nfr\nGitLab Pages\n",
            3,
            (Some("La Ruche"), Lang::Fr, Hosting::Gitlab),
        );
    }

    #[test]
    fn an_empty_line_takes_what_is_proposed() {
        check(&nothing_said(), "\n\n\n", 3, (None, Lang::Fr, Hosting::None));
        check(&nothing_said(), "", 3, (None, Lang::Fr, Hosting::None));
    }

    #[test]
    fn what_is_not_understood_is_asked_again() {
        check(&nothing_said(), "A\nespagnol\nen\n9\n0\n5\n", 9, (Some("A"), Lang::En, Hosting::Ftp));
    }

    #[test]
    fn what_the_command_line_said_is_not_asked() {
        let said = Options {
            title: Some("La Ruche".to_owned()),
            lang: Some(Lang::En),
            hosting: Some(Hosting::Ftp),
            ..nothing_said()
        };
        check(&said, "autre chose\n", 0, (Some("La Ruche"), Lang::En, Hosting::Ftp));
        check(
            &Options { hosting: None, ..said },
            "4\n",
            1,
            (Some("La Ruche"), Lang::En, Hosting::Cloudflare),
        );
    }

    #[test]
    fn without_anybody_to_ask_the_messages_give_the_language() {
        let expected = Answers { title: None, lang: Lang::En, hosting: Hosting::None };
        assert_eq!(unasked(Lang::En, &nothing_said()), expected);
    }
}
