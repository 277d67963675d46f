//! All names of agencies and groups, to be found in running text.

use std::collections::BTreeMap;

use super::tokens::{Token, tokens};
use crate::model::{AgencyId, GroupId, Record};

/// Who bears a name.
#[derive(Clone, Debug, Default)]
pub(super) struct Bearers<'a> {
    pub(super) agencies: Vec<&'a AgencyId>,
    pub(super) groups: Vec<&'a GroupId>,
}

/// The names by their tokens; node 0 is where every name begins.
pub(super) struct Names<'a> {
    nodes: Vec<Node<'a>>,
}

#[derive(Default)]
struct Node<'a> {
    next: BTreeMap<String, usize>,
    bearers: Bearers<'a>,
}

impl<'a> Names<'a> {
    pub(super) fn of(record: &'a Record) -> Self {
        let mut names = Self { nodes: vec![Node::default()] };
        for (id, agency) in &record.agencies {
            let full = agency.names.iter().map(|name| name.full.as_str());
            let short = agency.names.iter().filter_map(|name| name.short.as_deref());
            for name in full.chain(short).chain(agency.aliases.iter().map(String::as_str)) {
                add(&mut names.bearers(name).agencies, id);
            }
        }
        for (id, group) in &record.groups {
            let aliases = group.aliases.iter().map(String::as_str);
            for name in std::iter::once(group.name.as_str()).chain(aliases) {
                add(&mut names.bearers(name).groups, id);
            }
        }
        names
    }

    /// The longest name that the tokens begin with: how many tokens it has, and who bears it.
    pub(super) fn longest(&self, tokens: &[Token]) -> Option<(usize, &Bearers<'a>)> {
        let mut node = &self.nodes[0];
        let mut longest = None;
        for (index, token) in tokens.iter().enumerate() {
            let Some(next) = node.next.get(&token.key) else { break };
            node = &self.nodes[*next];
            if !(node.bearers.agencies.is_empty() && node.bearers.groups.is_empty()) {
                longest = Some((index + 1, &node.bearers));
            }
        }
        longest
    }

    fn bearers(&mut self, name: &str) -> &mut Bearers<'a> {
        let mut at = 0;
        for token in tokens(name) {
            let fresh = self.nodes.len();
            let next = *self.nodes[at].next.entry(token.key).or_insert(fresh);
            if next == fresh {
                self.nodes.push(Node::default());
            }
            at = next;
        }
        &mut self.nodes[at].bearers
    }
}

fn add<'a, T: PartialEq>(ids: &mut Vec<&'a T>, id: &'a T) {
    if !ids.contains(&id) {
        ids.push(id);
    }
}
