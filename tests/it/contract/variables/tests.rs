//! The fields that templates read.

use super::*;

/// Checks the template `page` among `page` and others, given as `name: source`.
#[track_caller]
fn check_with(page: &str, others: &[(&str, &str)], expected: &str) {
    let mut sources: BTreeMap<&str, &str> = others.iter().copied().collect();
    sources.insert("con/page", page);
    let found = of("page", &sources, &["con/".to_owned(), "cha/".to_owned()]);
    assert_eq!(found.into_iter().collect::<Vec<_>>().join(" "), expected, "{page}");
}

#[track_caller]
fn check(page: &str, expected: &str) {
    check_with(page, &[], expected);
}

#[test]
fn fields_are_read_in_expressions() {
    check("{{ a.b }}{{ c?.d[\"e\"] }}{{ f[g] }}{{ h[0].i }}", "a.b c.d.e f[] g h[].i");
    check("{{ a ~ b == 1 and not c.d }}", "a b c.d");
    check(
        "{% if a is defined and b is divisible_by(divisor=c) %}{% elif d in e %}{% endif %}",
        "a b c d e",
    );
    check("{{ x if y else z }}{{ range(end=n) }}{{ \"a.b\" }}{{ 1.5 }}", "n x y z");
    check("{{ [p.q for p in r if p.s] | join(sep=t) }}", "r r[].q r[].s t");
    check("{{ {\"k\": a, ...b} | json_ld }}{{ (c or d).e }}", "a b c c.e d d.e");
    check("{{ a | default(value=b) }}{{ -c }}{{ a[1:n] }}", "a b c n");
}

#[test]
fn loops_and_sets_bind() {
    check(
        "{% for x in a.b %}{{ x.c }}{{ loop.index }}{% else %}{{ x }}{% endfor %}{{ x.d }}",
        "a.b a.b[].c x x.d",
    );
    check("{% for k, v in a %}{{ k }}{{ v.b }}{% endfor %}", "a a[].b");
    check(
        "{% for x in a | sort(attribute=\"s.t\") | reverse %}{{ x.b }}{% endfor %}",
        "a a[].b a[].s.t",
    );
    check(
        "{% for k, v in a | group_by(attribute=\"g\") %}{% for x in v %}{{ x.b }}{% endfor %}{% endfor %}",
        "a a[].b a[].g",
    );
    check("{% set x = a.b %}{{ x.c }}{% set y %}{{ d }}{% endset %}{{ y }}", "a.b a.b.c d");
    check("{{ (a | first).b }}{{ a | get(key=\"k\") }}", "a a.k a[].b");
    check("{% set x = a | first %}{{ x.b }}", "a a[].b");
}

#[test]
fn parents_includes_and_components_are_followed() {
    check_with(
        "{% extends \"base\" %}{% block b %}{{ b }}{{ super() }}{% endblock %}",
        &[(
            "cha/base",
            "{{ a }}{% block b %}{{ c }}{% endblock %}{% block d %}{{ d }}{% endblock %}",
        )],
        "a b c d",
    );
    check_with(
        "{% extends \"base\" %}{% block b %}{{ b }}{% endblock %}",
        &[("cha/base", "{% block b %}{{ c }}{% endblock %}")],
        "b",
    );
    check_with(
        "{% for x in a %}{% include \"part\" %}{% endfor %}",
        &[("cha/part", "{{ x.b }}")],
        "a a[].b",
    );
    let components = "{% component tag(to, @frame, more=[]) %}{{ to.c }}{{ frame.d }}{{ frame2 }}{{ body }}{% endcomponent tag %}\
                      {% component tree(node) %}{{ node.n }}{% for k in node.k %}{{ <tree node={k} /> }}{% endfor %}{% endcomponent %}";
    check_with("{{ <tag to={a.b} more=\"x\" /> }}", &[("cha/c", components)], "a.b a.b.c frame.d");
    check_with(
        "{{ <tag to /> }}{% <tag {...z}> %}{{ y }}{% </tag> %}",
        &[("cha/c", components)],
        "frame.d to to.c y z z.to.c",
    );
    check_with(
        "{{ a.b < c.d }}{{ <tag to={\"x\"} /> }}",
        &[("cha/c", components)],
        "a.b c.d frame.d",
    );
}

#[test]
fn a_component_that_calls_itself_ends() {
    let tree = "{% component tree(node) %}{{ node.n }}{% for k in node.k %}{{ <tree node={k} /> }}{% endfor %}{% endcomponent %}";
    let found = of(
        "p",
        &BTreeMap::from([("con/p", "{{ <tree node={a} /> }}"), ("con/c", tree)]),
        &["con/".to_owned()],
    );
    assert!(found.contains("a.n") && found.contains("a.k[].n"));
}

#[test]
fn variables_are_those_of_the_whole_page() {
    check_with(
        "{% extends \"base.html\" %}{% block b %}{% for x in rows %}{{ x.n }}{% endfor %}{% endblock %}",
        &[("cha/base.html", "{{ frame.title }}{% block b %}{% endblock %}")],
        "frame.title rows rows[].n",
    );
}
