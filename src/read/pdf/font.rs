//! Fonts: what the bytes of a string mean, and how wide they are.

use super::LARGEST_STREAM;
use lopdf::{Dictionary, Document, Encoding, Object};
use std::collections::HashMap;

/// How wide a sign is of which the font does not say it, in thousandths of its size.
const USUAL_WIDTH: f32 = 500.0;

/// A font of a page.
pub(super) struct Font<'d> {
    encoding: Option<Encoding<'d>>,
    /// Codes take two bytes.
    is_wide: bool,
    widths: HashMap<u32, f32>,
    usual: f32,
    pub(super) is_bold: bool,
}

impl<'d> Font<'d> {
    /// Reads the dictionary of a font.
    pub(super) fn new(font: &'d Dictionary, pdf: &'d Document) -> Self {
        let name = font.get(b"BaseFont").and_then(Object::as_name).unwrap_or_default().to_ascii_lowercase();
        let descendant = font.get_deref(b"DescendantFonts", pdf).and_then(Object::as_array).ok();
        let descendant = descendant.and_then(|fonts| dictionary(fonts.first()?, pdf));
        let (widths, usual) = match descendant {
            Some(inner) => (wide_widths(inner, pdf), inner.get_deref(b"DW", pdf).and_then(Object::as_float).unwrap_or(1_000.0)),
            None => (plain_widths(font, pdf), USUAL_WIDTH),
        };
        let has = |word: &[u8]| memchr::memmem::find(&name, word).is_some();
        Self {
            encoding: font.get_font_encoding_with_limit(pdf, LARGEST_STREAM).ok(),
            is_wide: descendant.is_some(),
            widths,
            usual,
            is_bold: has(b"bold") || has(b"black") || has(b"heavy"),
        }
    }

    /// What a string says.
    pub(super) fn text(&self, bytes: &[u8]) -> String {
        let text = self.encoding.as_ref().and_then(|encoding| Document::decode_text(encoding, bytes).ok()).unwrap_or_default();
        text.chars().filter(|c| !c.is_control() || *c == '\t').map(|c| if c == '\t' { ' ' } else { c }).collect()
    }

    /// How wide a string is in a size of 1, with how many codes and how many of them spaces.
    pub(super) fn width(&self, bytes: &[u8]) -> (f32, f32, f32) {
        let (mut width, mut codes, mut spaces) = (0.0, 0.0, 0.0);
        for code in bytes.chunks(if self.is_wide { 2 } else { 1 }) {
            let number = code.iter().fold(0_u32, |number, byte| number << 8 | u32::from(*byte));
            width += self.widths.get(&number).copied().unwrap_or(self.usual) / 1_000.0;
            codes += 1.0;
            spaces += if code == b" " { 1.0 } else { 0.0 };
        }
        (width, codes, spaces)
    }
}

/// A dictionary, or what a reference to one leads to.
pub(super) fn dictionary<'d>(object: &'d Object, pdf: &'d Document) -> Option<&'d Dictionary> {
    match object {
        Object::Reference(id) => pdf.get_dictionary(*id).ok(),
        Object::Dictionary(dictionary) => Some(dictionary),
        _ => None,
    }
}

fn plain_widths(font: &Dictionary, pdf: &Document) -> HashMap<u32, f32> {
    let first = font.get_deref(b"FirstChar", pdf).and_then(Object::as_i64).ok().and_then(|first| u32::try_from(first).ok()).unwrap_or(0);
    let widths = font.get_deref(b"Widths", pdf).and_then(Object::as_array).map(Vec::as_slice).unwrap_or_default();
    widths.iter().zip(first..).take(256).filter_map(|(width, code)| Some((code, number(width, pdf)?))).collect()
}

/// `[3 [250 333] 7 9 500]`: a list from a code on, or one width for a range.
fn wide_widths(font: &Dictionary, pdf: &Document) -> HashMap<u32, f32> {
    const MOST: u32 = 20_000;
    let mut widths = HashMap::new();
    let entries = font.get_deref(b"W", pdf).and_then(Object::as_array).map(Vec::as_slice).unwrap_or_default();
    let code = |object: &Object| u32::try_from(number(object, pdf)? as i64).ok();
    let mut rest = entries;
    while let [first, second, behind @ ..] = rest {
        let Some(first) = code(first) else { break };
        let list = match second {
            Object::Reference(id) => pdf.get_object(*id).and_then(Object::as_array).ok(),
            other => other.as_array().ok(),
        };
        rest = if let Some(list) = list {
            widths.extend(list.iter().zip(first..).filter_map(|(width, code)| Some((code, number(width, pdf)?))));
            behind
        } else {
            let [width, behind @ ..] = behind else { break };
            let (Some(last), Some(width)) = (code(second), number(width, pdf)) else { break };
            widths.extend((first..=last.min(first.saturating_add(MOST))).map(|code| (code, width)));
            behind
        };
        if widths.len() > 100_000 {
            break;
        }
    }
    widths
}

/// A number, or what a reference to one leads to.
pub(super) fn number(object: &Object, pdf: &Document) -> Option<f32> {
    match object {
        Object::Reference(id) => pdf.get_object(*id).ok()?.as_float().ok(),
        other => other.as_float().ok(),
    }
}
