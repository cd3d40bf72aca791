//! SVG pictures, read by a closed list and written again from what was read: what is published is ours, whatever the file held.
//!
//! An SVG is a document that a browser opens by itself, with the site's origin: it can hold scripts, forms, frames and styles that load.
//! Only elements and attributes in [`lists`] are written; what is not on the list is an error, but for what drawing programs leave beside
//! the picture.

mod css;
mod lists;

use diagnostics::{Code, Diagnostic, Location, nearest};
use roxmltree::{Attribute, Document, Node, NodeType};
use std::ops::Range;

const SVG: &str = "http://www.w3.org/2000/svg";
const XLINK: &str = "http://www.w3.org/1999/xlink";
/// How deep elements may be in each other.
const DEEPEST: usize = 100;
/// After so many errors it is clear what is wrong with the file.
const MOST: usize = 20;

/// A picture that can do no harm.
#[derive(Debug)]
pub struct Svg {
    /// The file as it is published.
    pub text: String,
    /// Width in CSS pixels.
    pub width: u32,
    /// Height in CSS pixels.
    pub height: u32,
}

/// Reads the SVG `text` of the file that messages name `path`.
///
/// # Errors
/// Everything in it that may not be there.
pub fn read(path: &str, text: &str) -> Result<Svg, Vec<Diagnostic>> {
    let bad = |why: String, hint: &str, span: Range<usize>| {
        Diagnostic::new(
            Code::BadPicture,
            format!("this picture cannot be used: {why}"),
        )
        .hint(hint)
        .at(Location::new(path, text, span))
    };
    let tree = Document::parse(text).map_err(|error| {
        let at = byte_of(text, error.pos());
        let (why, hint) = match error {
            roxmltree::Error::DtdDetected => (
                "it has a DOCTYPE".to_owned(),
                "delete the line that begins with `<!DOCTYPE`",
            ),
            error => (
                error.to_string(),
                "open it in a drawing program and save it again as plain SVG",
            ),
        };
        vec![bad(why, hint, at..at + 1)]
    })?;
    let mut writer = Writer {
        tree: &tree,
        written: String::new(),
        faults: Vec::new(),
    };
    writer.document();
    let size = size(tree.root_element());
    if size.is_none() && writer.faults.is_empty() {
        let root = name_span(tree.root_element());
        writer.fault(
            root,
            "it has no `viewBox`",
            "write its size into the first element: `viewBox=\"0 0 420 300\"`",
        );
    }
    match size {
        Some((width, height)) if writer.faults.is_empty() => Ok(Svg {
            text: writer.written,
            width,
            height,
        }),
        _ => {
            writer.faults.truncate(MOST);
            let faults = writer.faults.into_iter();
            Err(faults.map(|f| bad(f.what, f.hint, f.span)).collect())
        }
    }
}

struct Fault {
    span: Range<usize>,
    what: String,
    hint: &'static str,
}

struct Writer<'t, 'i> {
    tree: &'t Document<'i>,
    written: String,
    faults: Vec<Fault>,
}

impl<'t, 'i> Writer<'t, 'i> {
    fn fault(&mut self, span: Range<usize>, what: impl Into<String>, hint: &'static str) {
        let what = what.into();
        self.faults.push(Fault { span, what, hint });
    }

    fn document(&mut self) {
        for node in self.tree.root().children() {
            match node.node_type() {
                NodeType::PI => self.instruction(node),
                NodeType::Element => {
                    let name = node.tag_name();
                    if (name.namespace(), name.name()) == (Some(SVG), "svg") {
                        self.element(node, 0);
                    } else {
                        let what = format!(
                            "it begins with `<{}>`, not with `<svg>` of SVG",
                            name.name()
                        );
                        let hint = "the first element is `<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"…\">`";
                        self.fault(name_span(node), what, hint);
                    }
                }
                NodeType::Root | NodeType::Comment | NodeType::Text => {}
            }
        }
        self.written.push('\n');
    }

    fn instruction(&mut self, node: Node) {
        let target = node.pi().map_or("", |pi| pi.target);
        self.fault(
            node.range(),
            format!("it contains an instruction, `<?{target} …?>`"),
            "delete it: a picture here has no style sheet or program beside it",
        );
    }

    fn element(&mut self, node: Node<'t, 'i>, depth: usize) {
        let name = node.tag_name().name();
        match node.tag_name().namespace() {
            Some(SVG) => {}
            Some(namespace) if lists::is_left_by_editors(namespace) => return,
            _ => {
                let what = format!("it contains `<{name}>`, which is not SVG");
                self.fault(
                    name_span(node),
                    what,
                    "delete it, or draw it with the shapes of SVG",
                );
                return;
            }
        }
        if name == "metadata" {
            return;
        }
        if !lists::is_element(name) {
            self.fault(
                name_span(node),
                format!("it contains `<{name}>`"),
                hint(name),
            );
            return;
        }
        if depth > DEEPEST {
            self.fault(
                name_span(node),
                "its elements are nested too deep",
                "draw it with fewer groups",
            );
            return;
        }
        if name == "use" {
            self.copy(node);
        }
        self.written.push('<');
        self.written.push_str(name);
        if depth == 0 {
            self.written.push_str(&format!(" xmlns=\"{SVG}\""));
        }
        for attribute in node.attributes() {
            self.attribute(&attribute);
        }
        let start = self.written.len();
        self.written.push('>');
        self.contents(node, name, depth);
        if self.written.len() == start + 1 {
            self.written.truncate(start);
            self.written.push_str("/>");
        } else {
            self.written.push_str(&format!("</{name}>"));
        }
    }

    fn contents(&mut self, node: Node<'t, 'i>, name: &str, depth: usize) {
        if name == "style" {
            let text: String = node.children().filter_map(|child| child.text()).collect();
            match css::sheet(&text) {
                Ok(sheet) => self.written.push_str(&escaped(&sheet)),
                Err(what) => self.fault(
                    name_span(node),
                    format!("its styles contain {what}"),
                    STYLE_HINT,
                ),
            }
            return;
        }
        let shows_text = matches!(name, "text" | "tspan" | "textPath" | "title" | "desc");
        for child in node.children() {
            match child.node_type() {
                NodeType::Element => self.element(child, depth + 1),
                NodeType::Text if shows_text => {
                    self.written
                        .push_str(&escaped(child.text().unwrap_or_default()));
                }
                NodeType::PI => self.instruction(child),
                NodeType::Root | NodeType::Comment | NodeType::Text => {}
            }
        }
    }

    /// A copy of a copy can be a thousand million shapes in a few lines.
    fn copy(&mut self, node: Node<'t, 'i>) {
        let href = node.attributes().find(|a| a.name() == "href");
        let target = href.and_then(|a| a.value().strip_prefix('#').map(str::to_owned));
        let copied = self
            .tree
            .descendants()
            .find(|n| n.attribute("id") == target.as_deref());
        let nested = copied.is_some_and(|n| n.descendants().any(|d| d.tag_name().name() == "use"));
        if target.is_some() && nested {
            let hint = "unlink the clone in the drawing program, or draw it again";
            self.fault(
                name_span(node),
                "it contains a copy (`<use>`) of what contains a copy",
                hint,
            );
        }
    }

    fn attribute(&mut self, attribute: &Attribute) {
        let (name, value) = (attribute.name(), attribute.value());
        let refuse =
            |writer: &mut Self, what: String, hint| writer.fault(attribute.range(), what, hint);
        match attribute.namespace() {
            None => {}
            Some(XLINK) if name == "href" => {}
            Some(roxmltree::NS_XML_URI) if matches!(name, "space" | "lang") => {
                self.write(&format!("xml:{name}"), value);
                return;
            }
            Some(namespace) if lists::is_left_by_editors(namespace) => return,
            Some(_) => {
                refuse(
                    self,
                    format!("it contains the attribute `{name}`, which is not SVG"),
                    "delete it",
                );
                return;
            }
        }
        let checked = match name {
            "href" if css::is_fragment(value) => Ok(value.to_owned()),
            "href" => {
                let what = format!("it leads out of itself: `{name}=\"{value}\"`");
                refuse(
                    self,
                    what,
                    "a picture here contains all that it shows: only `href=\"#…\"`",
                );
                return;
            }
            "style" => css::declarations(value),
            name if lists::is_property(name) || name.ends_with("Transform") => css::value(value),
            name if lists::is_attribute(name) => Ok(value.to_owned()),
            name if lists::is_without_effect(name) || lists::is_property_of_editors(name) => return,
            name => {
                let hint = match name.starts_with("on") {
                    true => "delete it: nothing runs in a picture",
                    false => "delete it",
                };
                refuse(self, format!("it contains the attribute `{name}`"), hint);
                return;
            }
        };
        match checked {
            Ok(value) => self.write(name, &value),
            Err(what) => refuse(
                self,
                format!("its attribute `{name}` contains {what}"),
                STYLE_HINT,
            ),
        }
    }

    fn write(&mut self, name: &str, value: &str) {
        self.written
            .push_str(&format!(" {name}=\"{}\"", escaped(value)));
    }
}

const STYLE_HINT: &str = "a picture here contains all that it shows: plain colours and lines, and `url(#…)` of its own parts";

fn hint(element: &str) -> &'static str {
    match element {
        "script" | "handler" | "listener" => "delete it: nothing runs in a picture",
        "a" => "delete it, and write the link into the page's text",
        "image" | "feImage" => "delete it, and add the photograph as a picture of its own",
        "foreignObject" | "iframe" | "video" | "audio" | "canvas" => {
            "delete it, or draw it with the shapes of SVG"
        }
        "animate" | "animateColor" | "animateMotion" | "animateTransform" | "set" => {
            "delete it: pictures here do not move"
        }
        other if nearest(other, lists::elements()).is_some() => {
            "the names of SVG's elements are written with capitals as in `linearGradient`"
        }
        _ => "save it as plain SVG in the drawing program, or as a PNG",
    }
}

/// Where an element's name is in the file, with the `<` before it.
fn name_span(node: Node) -> Range<usize> {
    let start = node.range().start;
    let source = &node.document().input_text()[node.range()];
    let end = source.find(|c: char| c.is_whitespace() || matches!(c, '>' | '/'));
    start..start + end.unwrap_or(1)
}

/// The size in CSS pixels, from the `viewBox`.
fn size(root: Node) -> Option<(u32, u32)> {
    let numbers: Option<Vec<f64>> = root
        .attribute("viewBox")?
        .split([' ', ',', '\t', '\n', '\r'])
        .filter(|n| !n.is_empty())
        .map(|n| n.parse().ok())
        .collect();
    match numbers?[..] {
        // Truncation is meant: sizes are whole CSS pixels.
        [_, _, w, h] if w >= 1.0 && h >= 1.0 && w < 1e5 && h < 1e5 => Some((w as u32, h as u32)),
        _ => None,
    }
}

fn byte_of(text: &str, place: roxmltree::TextPos) -> usize {
    let row = usize::try_from(place.row).unwrap_or(1).max(1);
    let line = text
        .split_inclusive('\n')
        .take(row - 1)
        .map(str::len)
        .sum::<usize>();
    let column = usize::try_from(place.col).unwrap_or(1).max(1);
    let rest = text.get(line..).unwrap_or_default();
    line + rest.char_indices().nth(column - 1).map_or(0, |(at, _)| at)
}

fn escaped(text: &str) -> String {
    let mut written = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => written.push_str("&amp;"),
            '<' => written.push_str("&lt;"),
            '>' => written.push_str("&gt;"),
            '"' => written.push_str("&quot;"),
            '\n' | '\r' | '\t' => written.push(' '),
            c => written.push(c),
        }
    }
    written
}

#[cfg(test)]
mod tests;
