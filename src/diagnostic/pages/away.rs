//! Links to other sites that lead to nothing any more.

use crate::diagnostic::Wording;
use crate::lang::{Lang, list, number};

/// An address of another site, as the page has it, and what became of it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct DeadAway {
    pub written: String,
    pub silence: Silence,
}

/// Why nobody can follow a link to another site.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Silence {
    /// The site answers that it has no such page.
    NoSuchPage { status: u16 },
    /// The site answers that something is wrong with it.
    OutOfOrder { status: u16 },
    /// No site has this name.
    NoSuchSite,
    /// The answer took too long.
    TooSlow,
    /// Nothing answers there.
    NoAnswer,
    /// It sends from one address to another without end.
    GoesRound,
    /// It does not prove that it is the site it says.
    NotTrusted,
}

impl DeadAway {
    pub(super) fn wording(&self) -> Wording {
        let (fr, en) = match self.silence {
            Silence::NoSuchPage { status } => (
                format!("mène à une page qui n’existe plus (réponse {status} du site)"),
                format!("leads to a page that is no longer there (the site answers {status})"),
            ),
            Silence::OutOfOrder { status } => (
                format!("mène à un site en panne (réponse {status})"),
                format!("leads to a site that is out of order (it answers {status})"),
            ),
            Silence::NoSuchSite => (
                "mène à un site qui n’existe pas".to_owned(),
                "leads to a site that does not exist".to_owned(),
            ),
            Silence::TooSlow => (
                "mène à un site qui n’a pas répondu à temps".to_owned(),
                "leads to a site that did not answer in time".to_owned(),
            ),
            Silence::NoAnswer => (
                "mène à un site qui ne répond pas".to_owned(),
                "leads to a site that does not answer".to_owned(),
            ),
            Silence::GoesRound => (
                "mène à une page qui renvoie sans fin à une autre".to_owned(),
                "leads to a page that sends to another without end".to_owned(),
            ),
            Silence::NotTrusted => (
                "mène à un site dont le certificat n’est pas valable : les navigateurs le refuseront"
                    .to_owned(),
                "leads to a site whose certificate is not valid: browsers will refuse it".to_owned(),
            ),
        };
        let written = &self.written;
        let wording = Wording::new(
            "dead-external-link",
            format!("le lien « {written} » {fr}"),
            format!("the link “{written}” {en}"),
        );
        match self.silence {
            Silence::NoSuchPage { .. } | Silence::NoSuchSite | Silence::GoesRound => wording.help(
                "cherchez où la page se trouve maintenant, ou retirez le lien",
                "look for where the page is now, or remove the link",
            ),
            Silence::OutOfOrder { .. } | Silence::TooSlow | Silence::NoAnswer | Silence::NotTrusted => {
                wording.help(
                    "ouvrez l’adresse dans un navigateur; si elle ne répond toujours pas demain, changez-la",
                    "open the address in a browser; if it still does not answer tomorrow, change it",
                )
            }
        }
    }
}

/// No other site answered, and all for the same reason: what is out of order is more likely on this side.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct OutOfReach {
    /// The sites that were asked, each once; two or more.
    pub hosts: Vec<String>,
}

/// Sites that are named, for who wants to try one.
const MOST_NAMED: usize = 5;

impl OutOfReach {
    pub fn wording(&self) -> Wording {
        let named = &self.hosts[..self.hosts.len().min(MOST_NAMED)];
        let n = |lang| number(lang, self.hosts.len());
        let and_so_on = if self.hosts.len() > MOST_NAMED { "…" } else { "" };
        let named = |lang| format!("{}{and_so_on}", list(lang, named));
        Wording::new(
            "network-out-of-reach",
            format!(
                "aucun des {} autres sites n’a répondu\u{a0}: le réseau semble hors d’atteinte",
                n(Lang::Fr)
            ),
            format!("none of the {} other sites answered: the network seems out of reach", n(Lang::En)),
        )
        .help(
            format!(
                "vérifiez votre connexion, puis relancez la commande; sites demandés\u{a0}: {}",
                named(Lang::Fr)
            ),
            format!("check your connection, then run the command again; sites asked: {}", named(Lang::En)),
        )
    }
}

#[cfg(test)]
mod tests {
    use super::OutOfReach;
    use crate::diagnostic::samples::rules::faults_beside;

    #[test]
    fn a_network_out_of_reach_is_well_told() {
        for n in [2, 9] {
            let hosts = (0..n).map(|at| format!("s{at}.example.org")).collect();
            assert_eq!(faults_beside(&OutOfReach { hosts }.wording(), &[]), [""; 0]);
        }
    }
}
