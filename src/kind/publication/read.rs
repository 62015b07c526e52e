//! How postings ask for published work: "publication record at top conferences such as CVPR", "first-author papers".

use super::Publication;
use crate::{
    kind::{Mention, Predicate},
    line::Line,
    taxonomy::Family,
};

const HEADS: &[&str] = &[
    "strong|proven|solid|excellent|good|demonstrated? track? record? of? peer? -? reviewed? publication|publications record|records|track? record?",
    "published _4 papers|research|articles|work|publications",
    "track record of publishing|publications|publication",
    "first -? author|authored papers|publications|paper|publication",
    "one|two|three|# or? more? +? publications|papers",
    "publishing _3 in|at",
    "peer -? reviewed papers|articles|publications",
];

/// Finds the published work that a line asks for.
pub(crate) fn read(line: &Line<'_>, out: &mut Vec<Mention>) {
    let head = line
        .likely(HEADS, |pattern| pattern)
        .filter_map(|p| line.search(p, 0..line.len()))
        .min_by_key(|r| (r.start, std::cmp::Reverse(r.len())));
    let Some(head) = head.filter(|h| {
        line.find(h.clone(), &["publication", "publications", "papers", "paper", "published", "publishing", "articles"]).is_some()
    }) else {
        return;
    };
    if line
        .find(
            0..head.start,
            &["patents", "grants", "support", "prepare", "preparing", "write", "writing", "assist", "assisting", "develop", "contribute"],
        )
        .is_some()
    {
        return;
    }
    let venues: Vec<_> = line.labels_of(Family::Venue).collect();
    let named = head.len() > 1
        || head.start == 0
        || line.matches("at|in|to _4 conferences|conference|journals|journal|venues|venue", head.end).is_some()
        || venues.iter().any(|v| v.words.start >= head.end && v.words.start <= head.end + 8);
    if !named {
        return;
    }
    let place = line.matches("at|in|to|for|of _4 conferences|conference|journals|journal|venues|venue", head.end);
    let last = venues.iter().filter(|v| v.words.start >= head.start).map(|v| v.words.end).max();
    let named_end = place.unwrap_or(head.end);
    let mut end = last.unwrap_or(named_end).max(named_end);
    end = line
        .matches(",? etc", end)
        .or_else(|| line.matches(",? and|or _3 similar|other|equivalent _2 conferences|venues|journals", end))
        .unwrap_or(end);
    end = line.matches(")", end).unwrap_or(end);
    let open = line.find(head.end..end.max(head.end), &["such", "eg", "e.g", "like", "including", "etc", "similar", "other"]).is_some()
        || (place.is_some() && venues.is_empty())
        || line.find(head.end..end.max(head.end), &["("]).is_some();
    let count = head.clone().filter(|at| line.is_number(*at)).find_map(|at| line.word(at).parse().ok());
    let publication = Publication {
        text: line.phrase(&(head.start..named_end)).to_owned(),
        venues: venues.iter().filter(|v| v.words.start >= head.start).map(|v| line.phrase(&v.words).to_owned()).collect(),
        open: open && !venues.is_empty(),
        min_count: count,
    };
    out.push(Mention::of("publication", head.start..end, Predicate::Publication(publication)));
}
