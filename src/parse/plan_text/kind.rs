//! The kinds of nodes of a text.

/// What a node of the text is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum NodeKind {
    /// “Phần I”, “Phần thứ nhất”, `# A.`: phần of a whole.
    Division,
    /// “Chương I”.
    Chapter,
    /// “Mục 1” within a chapter.
    Heading,
    /// “Tiểu mục 1”.
    Subheading,
    /// “Điều 1.”.
    Article,
    /// `# I.`: phần.
    Part,
    /// `## 1.`: mục; within an article: khoản.
    Section,
    /// `### 1.1.`: a section's own sections, to any depth.
    Subsection,
    /// `a)`: điểm.
    Point,
    /// `-`: gạch đầu dòng.
    Dash,
    /// `+`: dấu cộng, below a dash.
    Plus,
    /// Any other block: đoạn.
    Paragraph,
    /// Rows between `|`: a table that is text.
    Table,
    /// `[^1]:`: a footnote.
    Footnote,
    /// `# I.` in the appendix: khoản của phụ lục.
    Clause,
}

impl NodeKind {
    /// Whether its words are a heading above what it holds.
    pub fn is_heading(self) -> bool {
        match self {
            Self::Division
            | Self::Chapter
            | Self::Heading
            | Self::Subheading
            | Self::Article
            | Self::Part
            | Self::Section
            | Self::Subsection => true,
            Self::Point
            | Self::Dash
            | Self::Plus
            | Self::Paragraph
            | Self::Table
            | Self::Footnote
            | Self::Clause => false,
        }
    }
}
