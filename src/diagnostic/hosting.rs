//! Problems of what a site asks for its host.

use super::Wording;
use crate::lang::{Lang, quoted};

/// What can be wrong in `[hosting]`, and in what is written for hosts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum HostingProblem {
    /// `cname` holds something else than the name of a domain; `host` is that of the public address.
    NotADomain { read: String, host: Option<String> },
    /// `cname` and the public address name two domains.
    OtherDomain { read: String, host: String },
    /// The public address is in a folder of its domain, and `cname` gives the site the whole domain.
    DomainBelowPath { domain: String, path: String },
    /// A compression that is not known.
    UnknownCompression { read: String, meant: Option<&'static str> },
    /// This program was compiled without one of the compressions asked for, that of the copies with
    /// this end of name.
    CompressionNotBuilt { end: &'static str },
}

impl HostingProblem {
    pub fn wording(&self) -> Wording {
        match self {
            HostingProblem::NotADomain { read, host } => {
                let example = host.as_deref().unwrap_or("asso.exemple.org");
                Wording::new(
                    "not-a-domain",
                    format!("{} n’est pas un nom de domaine", quoted(Lang::Fr, read)),
                    format!("{} is not the name of a domain", quoted(Lang::En, read)),
                )
                .help(
                    format!("écrivez le nom seul, sans https:// ni barre oblique : `cname = \"{example}\"`"),
                    format!("write the name alone, without https:// nor a slash: `cname = \"{example}\"`"),
                )
            }
            HostingProblem::OtherDomain { read, host } => Wording::new(
                "other-domain",
                format!("« cname » donne le domaine {}, mais « base_url » donne {}", quoted(Lang::Fr, read), quoted(Lang::Fr, host)),
                format!("“cname” gives the domain {}, but “base_url” gives {}", quoted(Lang::En, read), quoted(Lang::En, host)),
            )
            .help(
                "écrivez le même nom aux deux endroits : celui que les gens tapent pour venir au site",
                "write the same name in both places: the one people type to come to the site",
            ),
            HostingProblem::DomainBelowPath { domain, path } => Wording::new(
                "domain-below-path",
                format!("« cname » donne au site tout le domaine {}, mais « base_url » le place dans le dossier {}", quoted(Lang::Fr, domain), quoted(Lang::Fr, path)),
                format!("“cname” gives the site the whole domain {}, but “base_url” puts it in the folder {}", quoted(Lang::En, domain), quoted(Lang::En, path)),
            )
            .help(
                format!("écrivez `base_url = \"https://{domain}/\"`, ou enlevez « cname »"),
                format!("write `base_url = \"https://{domain}/\"`, or remove “cname”"),
            ),
            HostingProblem::UnknownCompression { read, meant } => {
                let all = "`true` (gz et br), `false`, `\"gz\"`, `\"br\"`, `[\"gz\", \"br\"]`";
                let wording = Wording::new(
                    "unknown-compression",
                    format!("« precompress » n’a pas de valeur {}", quoted(Lang::Fr, read)),
                    format!("“precompress” has no value {}", quoted(Lang::En, read)),
                );
                let (fr, en) = meant.map_or_else(Default::default, |meant| {
                    (format!("écrivez `precompress = {meant}`; "), format!("write `precompress = {meant}`; "))
                });
                wording.help(
                    format!("{fr}valeurs possibles : {all}"),
                    format!("{en}possible values: {}", all.replace(" et ", " and ")),
                )
            }
            HostingProblem::CompressionNotBuilt { end } => Wording::new(
                "compression-not-built",
                format!("ce programme a été compilé sans la compression « {end} » : aucune copie « .{end} » n’est publiée"),
                format!("this program was compiled without the compression “{end}”: no “.{end}” copy is published"),
            )
            .help(
                format!("prenez le programme complet (docs/installation.md), ou enlevez « {end} » : `precompress = [\"gz\"]` ne demande que des copies « .gz », `precompress = false` aucune"),
                format!("take the whole program (docs/installation.md), or remove “{end}”: `precompress = [\"gz\"]` asks for “.gz” copies alone, `precompress = false` for none"),
            ),
        }
    }
}
