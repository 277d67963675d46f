use jiff::civil::date;

use super::*;

#[track_caller]
fn check(text: &str, expected: Result<Date, DateFault>) {
    assert_eq!(parse_date(text), expected, "{text}");
}

#[test]
fn both_forms_are_read() {
    for text in ["2015-07-30", "30/7/2015", "30/07/2015", " 30/7/2015 "] {
        check(text, Ok(date(2015, 7, 30)));
    }
    check("29/02/2016", Ok(date(2016, 2, 29)));
}

#[test]
fn each_fault_has_its_name() {
    let no_such = |day, month, year| Err(DateFault::NoSuchDay { day, month, year });
    check("31/02/2016", no_such(31, 2, 2016));
    check("2015-02-29", no_such(29, 2, 2015));
    check("0/7/2015", no_such(0, 7, 2015));
    check("30/13/2015", Err(DateFault::NoSuchMonth(13)));
    check("30/7/0015", Err(DateFault::NoSuchYear(15)));
    check("30/7/15", Err(DateFault::ShortYear));
    check("2015-7-30", Err(DateFault::Unpadded));
    for text in ["30.7.2015", "30-7-2015", "2015/07/30", "30/7-2015", "30 7 2015"] {
        check(text, Err(DateFault::OtherSeparator));
    }
    for text in
        ["", "2015", "hôm qua", "30/7", "1/2/3/4", "12345/7/2015", "３0/7/2015", "+1/7/2015"]
    {
        check(text, Err(DateFault::NotADate));
    }
}

#[test]
fn a_fault_reads_as_a_sentence() {
    let fault = parse_date("31/2/2016").expect_err("no such day");
    assert_eq!(fault.to_string(), "tháng 2 năm 2016 không có ngày 31");
}

#[test]
fn a_partial_date_spans_the_days_it_may_mean() {
    let span = |text: &str| {
        let date = PartialDate::parse(text).expect("it is there");
        format!("{} {} {} {date}", date.first_day(), date.last_day(), date.iso())
    };
    assert_eq!(span("2018"), "2018-01-01 2018-12-31 2018 2018");
    assert_eq!(span("2016-02"), "2016-02-01 2016-02-29 2016-02 02/2016");
    assert_eq!(span("2018-05-20"), "2018-05-20 2018-05-20 2018-05-20 20/05/2018");
    assert_eq!(span("20/5/2018"), "2018-05-20 2018-05-20 2018-05-20 20/05/2018");
    assert_eq!(PartialDate::parse("2018-13"), Err(DateFault::NoSuchMonth(13)));
    assert_eq!(PartialDate::parse("2018-5"), Err(DateFault::NotADate));
    assert_eq!(PartialDate::parse("0000"), Err(DateFault::NoSuchYear(0)));
}

#[test]
fn zeros_stand_where_the_decree_puts_them() {
    assert_eq!(short(date(2015, 7, 30)), "30/07/2015");
    assert_eq!(long(date(2015, 7, 30)), "ngày 30 tháng 7 năm 2015");
    assert_eq!(long(date(2016, 2, 5)), "ngày 05 tháng 02 năm 2016");
    assert_eq!(long(date(2016, 3, 9)), "ngày 09 tháng 3 năm 2016");
    assert_eq!(long(date(2016, 1, 12)), "ngày 12 tháng 01 năm 2016");
}

#[test]
fn days_are_counted_across_leap_years() {
    assert_eq!(days_between(date(2016, 2, 28), date(2016, 3, 1)), 2);
    assert_eq!(days_between(date(2016, 12, 31), date(2016, 12, 31)), 0);
    assert_eq!(days_between(date(2017, 1, 1), date(2016, 12, 31)), -1);
    assert_eq!(days_between(date(1000, 1, 1), date(9999, 12, 31)), 3_287_181);
}
