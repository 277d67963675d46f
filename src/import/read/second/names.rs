//! Names of elements and values of attributes, as the file calls them, by what their standards call them.

use quick_xml::events::BytesStart;
use quick_xml::{NsReader, XmlVersion};

use super::super::xml::usual_name;

pub(crate) fn name_of(reader: &NsReader<&[u8]>, start: &BytesStart<'_>) -> String {
    let (space, local) = reader.resolver().resolve_element(start.name());
    usual_name(&space, local.as_ref())
}

pub(crate) fn attribute(
    reader: &NsReader<&[u8]>,
    start: &BytesStart<'_>,
    name: &str,
) -> Option<String> {
    let own = start.attributes().flatten().find(|attribute| {
        let (space, local) = reader.resolver().resolve_attribute(attribute.key);
        usual_name(&space, local.as_ref()) == name
    });
    own?.normalized_value(XmlVersion::Implicit1_0).ok().map(std::borrow::Cow::into_owned)
}
