//! Shapes of lists: how "A, B and/or C (D or E), such as F" is put together.
//!
//! Coordination is read here, once, for every kind: commas take the conjunction that closes their list; a conjunction without a
//! comma binds closer than one with a comma; `/` binds closest; words such as "e.g." and "such as" open a list of examples
//! whose class stands before them; a list in parentheses belongs to the phrase before it.
//!
//! `Java or Scala, SQL, and Python or R` is all[any[Java, Scala], SQL, any[Python, R]].

mod joins;

use joins::{Join, combine, merge};
use std::ops::Range;

/// What the words of a list are to its shape. The caller says, since only it knows what counts as one thing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Token {
    /// A word of an item.
    Word,
    /// `,`
    Comma,
    /// `;`
    Semicolon,
    /// "and", "&", "as well as", "plus".
    And,
    /// "or", "and/or", "or/and".
    Or,
    /// `/` between two alternatives.
    Slash,
    /// "such as", "e.g.", "like", "including": examples follow.
    Example,
    /// "i.e.", "specifically", "namely": the whole of the class follows.
    Namely,
    /// `(` or `[`.
    Open,
    /// `)` or `]`.
    Close,
}

/// A token and the words it stands for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Piece {
    /// What it is.
    pub token: Token,
    /// The words of the line.
    pub words: Range<usize>,
}

/// How a list is put together, over ranges of words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Shape {
    /// One thing.
    Item(Range<usize>),
    /// Every one.
    All(Vec<Shape>),
    /// One is enough.
    Any(Vec<Shape>),
    /// A class and what is said of its members.
    Class {
        /// The phrase that names the class.
        name: Range<usize>,
        /// The members named.
        members: Box<Shape>,
        /// They are examples; other members count too.
        examples: bool,
        /// A word for examples ("such as") introduced them; without one, members joined by "and" are all needed.
        said: bool,
    },
}

impl Shape {
    /// Whether a class with members is anywhere in it.
    #[must_use]
    pub fn has_class(&self) -> bool {
        match self {
            Self::Item(_) => false,
            Self::All(parts) | Self::Any(parts) => parts.iter().any(Shape::has_class),
            Self::Class { .. } => true,
        }
    }

    /// The ranges of the items, from left to right.
    #[must_use]
    pub fn items(&self) -> Vec<Range<usize>> {
        match self {
            Self::Item(range) => vec![range.clone()],
            Self::All(parts) | Self::Any(parts) => parts.iter().flat_map(Shape::items).collect(),
            Self::Class { members, .. } => members.items(),
        }
    }
}

/// Reads the shape of a list; `None` where there is no item at all.
#[must_use]
pub fn read_list(pieces: &[Piece]) -> Option<Shape> {
    match (Reader { pieces, at: 0 }).list(false)? {
        Shape::Class { name, members, .. } if name.is_empty() => Some(*members), // "such as A and B" with nothing before it
        shape => Some(shape),
    }
}

struct Reader<'p> {
    pieces: &'p [Piece],
    at: usize,
}

impl Reader<'_> {
    fn peek(&self) -> Option<Token> {
        self.pieces.get(self.at).map(|p| p.token)
    }

    /// Items and joins up to the end, or to the closing parenthesis when `inside`.
    fn list(&mut self, inside: bool) -> Option<Shape> {
        let mut items: Vec<Shape> = Vec::new();
        let mut joins: Vec<Join> = Vec::new();
        let mut join: Option<Join> = None;
        while let Some(token) = self.peek() {
            match token {
                Token::Close if inside => break,
                Token::Close => self.at += 1,
                Token::Comma | Token::Semicolon | Token::And | Token::Or | Token::Slash => {
                    join = Some(merge(join, token));
                    self.at += 1;
                }
                Token::Example | Token::Namely => {
                    self.at += 1;
                    let examples = token == Token::Example;
                    if let Some(members) = self.list(inside) {
                        let class = items.pop().unwrap_or(Shape::Item(0..0));
                        items.push(class_of(class, members, examples, true));
                    }
                    break;
                }
                Token::Open => {
                    self.at += 1;
                    let members = self.list(true);
                    self.at += 1; // the closing sign, or the end
                    match (members, items.pop()) {
                        (Some(members), Some(class)) if join.is_none() => items.push(parenthesis(class, members)),
                        (Some(members), class) => {
                            items.extend(class);
                            push(&mut items, &mut joins, join.take(), members);
                        }
                        (None, class) => items.extend(class),
                    }
                }
                Token::Word => {
                    let item = Shape::Item(self.run_of_words());
                    push(&mut items, &mut joins, join.take(), item);
                }
            }
        }
        combine(items, joins)
    }

    /// Neighbouring words make one item.
    fn run_of_words(&mut self) -> Range<usize> {
        let start = self.pieces.get(self.at).map_or(0, |p| p.words.start);
        let mut end = start;
        while let Some(piece) = self.pieces.get(self.at).filter(|p| p.token == Token::Word) {
            end = piece.words.end;
            self.at += 1;
        }
        start..end
    }
}

fn push(items: &mut Vec<Shape>, joins: &mut Vec<Join>, join: Option<Join>, item: Shape) {
    if !items.is_empty() {
        joins.push(join.unwrap_or(Join::Comma));
    }
    items.push(item);
}

/// A class and its examples; the class is the last item before the example word.
fn class_of(class: Shape, members: Shape, examples: bool, said: bool) -> Shape {
    match class {
        Shape::Item(name) => Shape::Class { name, members: Box::new(members), examples, said },
        Shape::All(mut parts) => match parts.pop() {
            Some(last) => {
                parts.push(class_of(last, members, examples, said));
                Shape::All(parts)
            }
            None => members,
        },
        other => Shape::All(vec![other, members]),
    }
}

/// "Microsoft Office (Word, Excel)": what a parenthesis is to the item before it.
fn parenthesis(item: Shape, inner: Shape) -> Shape {
    match inner {
        Shape::Class { name, members, examples, said } if name.is_empty() => class_of(item, *members, examples, said), // "(e.g. …)"
        inner => class_of(item, inner, true, false),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The words and signs of a list of capital letters, with spaces between them.
    fn cut(text: &str) -> Vec<String> {
        let mut spaced = text.replace("and/or", "andor");
        for sign in [",", ";", "(", ")", "/"] {
            spaced = spaced.replace(sign, &format!(" {sign} "));
        }
        spaced.split_whitespace().map(str::to_owned).collect()
    }

    /// Reads a list of capital letters: "A, B and/or C".
    fn shape(text: &str) -> String {
        let words = cut(text);
        let token = |word: &str| match word {
            "," => Token::Comma,
            ";" => Token::Semicolon,
            "and" => Token::And,
            "or" | "andor" => Token::Or,
            "/" => Token::Slash,
            "eg" => Token::Example,
            "ie" => Token::Namely,
            "(" => Token::Open,
            ")" => Token::Close,
            _ => Token::Word,
        };
        let pieces: Vec<Piece> = words.iter().enumerate().map(|(i, word)| Piece { token: token(word), words: i..i + 1 }).collect();
        read_list(&pieces).map_or_else(String::new, |s| show(&s, &words))
    }

    fn show(shape: &Shape, words: &[String]) -> String {
        let many = |parts: &[Shape]| parts.iter().map(|p| show(p, words)).collect::<Vec<_>>().join(" ");
        match shape {
            Shape::Item(range) => words[range.clone()].join("_"),
            Shape::All(parts) => format!("all[{}]", many(parts)),
            Shape::Any(parts) => format!("any[{}]", many(parts)),
            Shape::Class { name, members, examples, .. } => {
                format!("{}{}<{}>", words[name.clone()].join("_"), if *examples { "*" } else { "" }, show(members, words))
            }
        }
    }

    #[test]
    fn one_conjunction() {
        assert_eq!(shape("A, B and C"), "all[A B C]");
        assert_eq!(shape("A, B, or C"), "any[A B C]");
        assert_eq!(shape("A, B, C, and/or D"), "any[A B C D]");
        assert_eq!(shape("A, B, C"), "all[A B C]");
        assert_eq!(shape("A/B"), "any[A B]");
        assert_eq!(shape("A a b"), "A_a_b");
    }

    #[test]
    fn conjunctions_without_a_comma_bind_closer() {
        assert_eq!(shape("A or B, C, and D or E"), "all[any[A B] C any[D E]]");
        assert_eq!(shape("A and B, or C and D"), "any[all[A B] all[C D]]");
        assert_eq!(shape("A and B or C"), "all[A any[B C]]");
        assert_eq!(shape("A or B, C and D"), "all[any[A B] C D]");
    }

    #[test]
    fn examples_belong_to_the_class_before_them() {
        assert_eq!(shape("A and B, eg C, D"), "all[A B*<all[C D]>]");
        assert_eq!(shape("A (ie B)"), "A<B>");
        assert_eq!(shape("A (B, C), D"), "all[A*<all[B C]> D]");
        assert_eq!(shape("A eg B or C"), "A*<any[B C]>");
    }

    #[test]
    fn semicolons_part_lists() {
        assert_eq!(shape("A; B; or C"), "any[A B C]");
        assert_eq!(shape("A; B; and C"), "all[A B C]");
    }
}
