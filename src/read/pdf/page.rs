//! A page: where on it which text is painted.
//!
//! Only what moves and shows text is obeyed: matrices, fonts, spacing, strings, and forms within the page.

use super::LARGEST_STREAM;
use super::font::{Font, dictionary, number};
use lopdf::{Dictionary, Document, Object, ObjectId, content::Content};
use std::collections::BTreeMap;

/// The most operations that are obeyed in a document.
const MOST_OPERATIONS: usize = 400_000;
/// How deep forms may stand in forms.
const DEEPEST: usize = 3;
/// A shift of so many thousandths of the size between two strings is a space.
const SPACE: f32 = 180.0;

/// A text in one place.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Run {
    pub(super) x: f32,
    /// Upwards.
    pub(super) y: f32,
    /// Where the text ends.
    pub(super) end: f32,
    pub(super) size: f32,
    pub(super) is_bold: bool,
    pub(super) text: String,
}

/// What may still be spent on a document.
pub(super) struct Budget {
    operations: usize,
}

impl Default for Budget {
    fn default() -> Self {
        Self { operations: MOST_OPERATIONS }
    }
}

/// `a b c d e f` of a change of coordinates.
#[derive(Debug, Clone, Copy)]
struct Matrix([f32; 6]);

impl Matrix {
    const UNIT: Self = Self([1.0, 0.0, 0.0, 1.0, 0.0, 0.0]);

    /// First this change, then the other.
    fn then(self, other: Self) -> Self {
        let ([a, b, c, d, e, f], [g, h, i, j, k, l]) = (self.0, other.0);
        Self([a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + l])
    }

    fn moved(self, x: f32, y: f32) -> Self {
        Self([1.0, 0.0, 0.0, 1.0, x, y]).then(self)
    }
}

/// The texts of a page, in the order in which they are painted; none where it cannot be read.
pub(super) fn runs(pdf: &Document, page: ObjectId, budget: &mut Budget) -> Vec<Run> {
    let mut painter = Painter { pdf, budget, runs: Vec::new() };
    let (Ok(bytes), Ok(fonts)) = (pdf.get_page_content_with_limit(page, LARGEST_STREAM), pdf.get_page_fonts(page)) else {
        return Vec::new();
    };
    let fonts = fonts.into_iter().map(|(name, font)| (name, Font::new(font, pdf))).collect();
    let resources = pdf.get_page_resources(page).ok();
    let mut dictionaries: Vec<&Dictionary> = resources.iter().filter_map(|(own, _)| *own).collect();
    dictionaries.extend(resources.iter().flat_map(|(_, ids)| ids).filter_map(|id| pdf.get_dictionary(*id).ok()));
    painter.paint(&bytes, &fonts, &dictionaries, Matrix::UNIT, 0);
    painter.runs
}

struct Painter<'d, 'b> {
    pdf: &'d Document,
    budget: &'b mut Budget,
    runs: Vec<Run>,
}

/// What is set between one string and the next.
#[derive(Clone)]
struct State {
    outer: Matrix,
    line: Matrix,
    text: Matrix,
    font: Vec<u8>,
    size: f32,
    leading: f32,
    between_signs: f32,
    between_words: f32,
    stretch: f32,
}

impl State {
    fn new(outer: Matrix) -> Self {
        let (line, text) = (Matrix::UNIT, Matrix::UNIT);
        Self { outer, line, text, font: Vec::new(), size: 1.0, leading: 0.0, between_signs: 0.0, between_words: 0.0, stretch: 1.0 }
    }

    fn next_line(&mut self, x: f32, y: f32) {
        self.line = self.line.moved(x, y);
        self.text = self.line;
    }
}

type Fonts<'d> = BTreeMap<Vec<u8>, Font<'d>>;

impl<'d> Painter<'d, '_> {
    fn paint(&mut self, bytes: &[u8], fonts: &Fonts<'d>, resources: &[&'d Dictionary], outer: Matrix, depth: usize) {
        let Ok(content) = Content::decode(bytes) else { return };
        let mut state = State::new(outer);
        let mut saved: Vec<State> = Vec::new();
        for operation in &content.operations {
            let Some(left) = self.budget.operations.checked_sub(1) else { return };
            self.budget.operations = left;
            let operands = operation.operands.as_slice();
            match operation.operator.as_str() {
                "q" if saved.len() < 64 => saved.push(state.clone()),
                "Q" => state = saved.pop().unwrap_or(state),
                "cm" => state.outer = self.matrix(operands).map_or(state.outer, |matrix| matrix.then(state.outer)),
                "Do" if depth < DEEPEST => self.form(operands, resources, state.outer, depth),
                operator => self.text_operation(operator, operands, &mut state, fonts),
            }
        }
    }

    fn text_operation(&mut self, operator: &str, operands: &[Object], state: &mut State, fonts: &Fonts<'d>) {
        let number = |at: usize| operands.get(at).and_then(|object| number(object, self.pdf)).unwrap_or_default();
        match operator {
            "BT" => (state.line, state.text) = (Matrix::UNIT, Matrix::UNIT),
            "Tf" => {
                state.font = operands.first().and_then(|name| name.as_name().ok()).unwrap_or_default().to_vec();
                state.size = number(1);
            }
            "TL" => state.leading = number(0),
            "Tc" => state.between_signs = number(0),
            "Tw" => state.between_words = number(0),
            "Tz" => state.stretch = number(0) / 100.0,
            "Td" => state.next_line(number(0), number(1)),
            "TD" => {
                state.leading = -number(1);
                state.next_line(number(0), number(1));
            }
            "Tm" => {
                state.line = self.matrix(operands).unwrap_or(state.line);
                state.text = state.line;
            }
            "T*" => state.next_line(0.0, -state.leading),
            "Tj" => self.show(operands, state, fonts),
            "TJ" => self.show(operands.first().and_then(|list| list.as_array().ok()).map(Vec::as_slice).unwrap_or_default(), state, fonts),
            "'" => {
                state.next_line(0.0, -state.leading);
                self.show(operands, state, fonts);
            }
            "\"" => {
                (state.between_words, state.between_signs) = (number(0), number(1));
                state.next_line(0.0, -state.leading);
                self.show(operands.get(2..).unwrap_or_default(), state, fonts);
            }
            _ => {}
        }
    }

    fn matrix(&self, operands: &[Object]) -> Option<Matrix> {
        let numbers: Vec<f32> = operands.iter().filter_map(|object| number(object, self.pdf)).collect();
        numbers.try_into().ok().map(Matrix)
    }

    /// Shows strings, with shifts between them.
    fn show(&mut self, strings: &[Object], state: &mut State, fonts: &Fonts<'d>) {
        let Some(font) = fonts.get(&state.font) else { return };
        let before = state.text.then(state.outer);
        let mut text = String::new();
        let mut shift = 0.0;
        for object in strings {
            if let Ok(bytes) = object.as_str() {
                text.push_str(&font.text(bytes));
                let (width, codes, spaces) = font.width(bytes);
                shift += (width * state.size + codes * state.between_signs + spaces * state.between_words) * state.stretch;
            } else if let Some(back) = number(object, self.pdf) {
                shift -= back / 1_000.0 * state.size * state.stretch;
                if back < -SPACE && !text.ends_with(' ') && !text.is_empty() {
                    text.push(' ');
                }
            }
        }
        state.text = state.text.moved(shift, 0.0);
        let after = state.text.then(state.outer);
        let [_, _, c, d, x, y] = before.0;
        let size = (state.size * (c * c + d * d).sqrt()).abs();
        // Text that runs up or down a margin is none of the posting's.
        let is_level = (after.0[5] - y).abs() <= size.max(1.0) / 2.0;
        if !text.is_empty() && is_level && [x, y, size, after.0[4]].iter().all(|number| number.is_finite()) {
            self.runs.push(Run { x, y, end: after.0[4], size, is_bold: font.is_bold, text });
        }
    }

    /// Paints a form, which is a page within the page.
    fn form(&mut self, operands: &[Object], resources: &[&'d Dictionary], outer: Matrix, depth: usize) {
        let pdf = self.pdf;
        let Some(name) = operands.first().and_then(|name| name.as_name().ok()) else { return };
        let forms = resources.iter().filter_map(|known| dictionary(known.get(b"XObject").ok()?, pdf));
        let form = forms.filter_map(|forms| forms.get_deref(name, pdf).and_then(Object::as_stream).ok()).next();
        let Some(form) = form.filter(|form| form.dict.get(b"Subtype").and_then(Object::as_name).is_ok_and(|kind| kind == b"Form")) else {
            return;
        };
        let Ok(bytes) = form.get_plain_content_with_limit(LARGEST_STREAM) else { return };
        let own = form.dict.get(b"Resources").ok().and_then(|own| dictionary(own, pdf));
        let inner: Vec<&Dictionary> = own.into_iter().chain(resources.iter().copied()).collect();
        let mut fonts = Fonts::new();
        for known in inner.iter().filter_map(|known| dictionary(known.get(b"Font").ok()?, pdf)) {
            for (name, font) in known {
                if let (false, Some(font)) = (fonts.contains_key(name), dictionary(font, pdf)) {
                    fonts.insert(name.clone(), Font::new(font, pdf));
                }
            }
        }
        let matrix = form.dict.get_deref(b"Matrix", pdf).and_then(Object::as_array).ok().and_then(|matrix| self.matrix(matrix));
        self.paint(&bytes, &fonts, &inner, matrix.map_or(outer, |matrix| matrix.then(outer)), depth + 1);
    }
}
