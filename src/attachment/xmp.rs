//! XMP: what programs write of a file into it, as XML (ISO 16684-1).

/// The names in `dc:creator` of a packet.
pub(super) fn creators(packet: &[u8]) -> impl Iterator<Item = String> {
    let packet = String::from_utf8_lossy(packet);
    let within =
        packet.split_once("<dc:creator").and_then(|(_, rest)| rest.split_once("</dc:creator>"));
    let items = within.map(|(within, _)| within.to_owned()).unwrap_or_default();
    let items: Vec<String> = items
        .split("<rdf:li")
        .skip(1)
        .filter_map(|item| Some(item.split_once('>')?.1.split_once("</rdf:li>")?.0.to_owned()))
        .collect();
    items.into_iter()
}

/// Whether the packet tells of a person in another way than [`creators`] reads.
pub(super) fn tells_more(packet: &[u8]) -> bool {
    let packet = String::from_utf8_lossy(packet);
    let persons = packet.matches("creator").count() - packet.matches("creatortool").count();
    let read = packet.matches("dc:creator>").count() + packet.matches("<dc:creator ").count();
    persons > read || packet.contains("Author=") || packet.contains(":Author>")
}

/// Whether the packet tells a place.
pub(super) fn tells_a_place(packet: &[u8]) -> bool {
    packet.windows(11).any(|window| window == b"GPSLatitude")
}
