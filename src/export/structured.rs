//! What a page says of itself to search engines, in the vocabulary of schema.org, as JSON-LD.
//!
//! Only what the site states is said: nothing is guessed, and no visitor sees it.

use serde::Serialize;

use crate::config::Config;
use crate::front_matter::WrittenKind;
use crate::json;
use crate::kind::Body;
use crate::kind::plan::Plan;
use crate::site::{Entry, Role};

/// A page, for those who describe it.
pub struct Described<'a> {
    pub config: &'a Config,
    pub entry: &'a Entry,
    /// Absolute.
    pub url: &'a str,
    /// The tag of its language.
    pub lang: &'a str,
    pub title: &'a str,
    pub description: Option<&'a str>,
    /// The name of the site in that language, and the absolute address of its home page.
    pub site: Named,
    /// Absolute.
    pub logo: Option<String>,
    pub image: Option<String>,
    /// From the home page to the parent of the page.
    pub above: Vec<Named>,
}

/// A name and an absolute address.
#[derive(Debug, Clone, Serialize)]
pub struct Named {
    #[serde(rename = "@type")]
    pub kind: &'static str,
    pub name: String,
    pub url: String,
}

#[derive(Serialize)]
struct Graph<'a> {
    #[serde(rename = "@context")]
    context: &'static str,
    #[serde(rename = "@graph")]
    graph: Vec<Node<'a>>,
}

#[derive(Serialize)]
#[serde(untagged)]
enum Node<'a> {
    Page(Box<Page<'a>>),
    Organization(Organization<'a>),
    Breadcrumb(Breadcrumb),
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Page<'a> {
    #[serde(rename = "@type")]
    kind: &'static str,
    name: &'a str,
    url: &'a str,
    in_language: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    description: Option<&'a str>,
    /// What Google asks of news, besides the name.
    #[serde(skip_serializing_if = "Option::is_none")]
    headline: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    date_published: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    date_modified: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    image: Option<&'a str>,
    /// As written: whether a name is that of a person or of a team is not known.
    #[serde(skip_serializing_if = "Option::is_none")]
    credit_text: Option<String>,
    /// The days a plan goes over, as ISO 8601 writes an interval.
    #[serde(skip_serializing_if = "Option::is_none")]
    temporal_coverage: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    about: Option<Event<'a>>,
    publisher: Named,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Event<'a> {
    #[serde(rename = "@type")]
    kind: &'static str,
    name: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    start_date: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    location: Option<Place<'a>>,
}

#[derive(Serialize)]
struct Place<'a> {
    #[serde(rename = "@type")]
    kind: &'static str,
    name: &'a str,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Organization<'a> {
    #[serde(rename = "@type")]
    kind: &'static str,
    name: &'a str,
    url: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    logo: Option<&'a str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    same_as: Vec<&'a str>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Breadcrumb {
    #[serde(rename = "@type")]
    kind: &'static str,
    item_list_element: Vec<Step>,
}

#[derive(Serialize)]
struct Step {
    #[serde(rename = "@type")]
    kind: &'static str,
    position: usize,
    name: String,
    item: String,
}

/// The description of a page, ready to stand in a `<script>`: it holds no `<`.
pub fn page(described: &Described<'_>) -> String {
    let mut graph = vec![Node::Page(Box::new(of_page(described)))];
    if described.entry.role == Role::Home {
        graph.push(Node::Organization(organization(described)));
    }
    if !described.above.is_empty() {
        graph.push(Node::Breadcrumb(breadcrumb(described)));
    }
    let graph = Graph { context: "https://schema.org", graph };
    let json = json::on_one_line(&graph);
    if json.contains('<') { json.replace('<', "\\u003c") } else { json }
}

fn of_page<'a>(described: &'a Described<'_>) -> Page<'a> {
    let Described { entry, url, lang, title, description, site, image, .. } = described;
    let document = entry.document.as_deref();
    let is_news = document.is_some_and(|document| document.kind == WrittenKind::News);
    let body = document.map(|document| &document.body);
    let kind = match (entry.role, body) {
        (Role::Home, _) => "WebSite",
        (Role::Section, _) => "CollectionPage",
        (Role::Page, Some(Body::Plan(_) | Body::Synthesis(_))) => "Report",
        (Role::Page, Some(Body::Mission(_))) => "AboutPage",
        (Role::Page, Some(Body::Article(_)) | None) if is_news => "NewsArticle",
        (Role::Page, Some(Body::Article(_)) | None) => "WebPage",
    };
    let header = document.map(|document| &document.header);
    let authors = header.map(|header| header.authors.as_slice()).unwrap_or_default();
    Page {
        kind,
        name: title,
        url,
        in_language: lang,
        description: *description,
        headline: is_news.then_some(*title),
        date_published: entry.date.map(|date| date.to_string()),
        date_modified: header.and_then(|header| header.updated).map(|date| date.to_string()),
        image: image.as_deref(),
        credit_text: (!authors.is_empty()).then(|| authors.join(", ")),
        temporal_coverage: entry.plan().and_then(coverage),
        about: event(entry),
        publisher: Named { kind: "Organization", ..site.clone() },
    }
}

/// `2025-07-01/2026-06-30`; an end that is not known is two points.
fn coverage(plan: &Plan) -> Option<String> {
    let range = plan.period.as_ref()?.span()?;
    let end = range.end.map_or("..".to_owned(), |end| end.to_string());
    Some(format!("{}/{end}", range.start?))
}

/// The workshop a synthesis tells of.
fn event(entry: &Entry) -> Option<Event<'_>> {
    let synthesis = entry.synthesis()?;
    Some(Event {
        kind: "Event",
        name: synthesis.event.as_deref()?,
        start_date: entry.date.map(|date| date.to_string()),
        location: synthesis.place.as_deref().map(|name| Place { kind: "Place", name }),
    })
}

fn organization<'a>(described: &'a Described<'_>) -> Organization<'a> {
    Organization {
        kind: "Organization",
        name: &described.site.name,
        url: &described.site.url,
        logo: described.logo.as_deref(),
        same_as: described.config.look.social.iter().map(|social| social.url.as_str()).collect(),
    }
}

fn breadcrumb(described: &Described<'_>) -> Breadcrumb {
    let here = (described.title.to_owned(), described.url.to_owned());
    let above = described.above.iter().map(|above| (above.name.clone(), above.url.clone()));
    let steps = above.chain([here]).enumerate().map(|(at, (name, item))| Step {
        kind: "ListItem",
        position: at + 1,
        name,
        item,
    });
    Breadcrumb { kind: "BreadcrumbList", item_list_element: steps.collect() }
}
