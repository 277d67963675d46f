//! What is asked about the head of a document.

use super::answered::answer;
use crate::editor::starter::{self, PlanNumber};
use crate::import::answers::Answers;
use crate::import::found::Found;
use crate::import::question::Question;
use crate::text::parse_date;

/// Asks about the head, and takes what was answered.
pub(crate) fn head(found: &mut Found, answers: &Answers) {
    let mut questions = Vec::new();
    if found.head.number.is_none() {
        let mut question = Question {
            id: "so-hieu".to_owned(),
            asked: "Số hiệu của văn bản là gì?".to_owned(),
            words: found
                .head
                .symbol
                .as_ref()
                .map(|symbol| format!("Số: … {symbol}"))
                .unwrap_or_default(),
            taken: "chưa có số, để là bản nháp".to_owned(),
            how: "số và ký hiệu, như 12/KH-UBND".to_owned(),
            ..Question::default()
        };
        answer(&mut question, answers, |answer| match PlanNumber::read(answer) {
            Ok(number) => {
                found.head.number = Some(number.to_string());
                Ok(())
            }
            Err(fault) => Err(fault.to_string()),
        });
        questions.push(question);
    }
    if found.head.day.is_none() {
        let mut question = Question {
            id: "ngay".to_owned(),
            asked: "Văn bản ban hành ngày nào?".to_owned(),
            words: found
                .head
                .year
                .map(|year| format!("ngày … tháng … năm {year}"))
                .unwrap_or_default(),
            taken: "chưa có ngày, để là bản nháp".to_owned(),
            how: "ngày/tháng/năm, như 15/01/2026".to_owned(),
            ..Question::default()
        };
        answer(&mut question, answers, |answer| match parse_date(answer) {
            Ok(day) => {
                found.head.day = Some(day);
                Ok(())
            }
            Err(fault) => Err(fault.to_string()),
        });
        questions.push(question);
    }
    if found.head.kind.is_none() {
        found.head.kind =
            found.head.number.as_deref().and_then(|number| PlanNumber::read(number).ok()?.kind());
    }
    if found.head.kind.is_none() {
        let mut question = Question {
            id: "loai".to_owned(),
            asked: "Văn bản thuộc loại nào?".to_owned(),
            taken: "kế hoạch".to_owned(),
            others: vec![
                "quyết định".to_owned(),
                "chương trình".to_owned(),
                "nghị quyết".to_owned(),
            ],
            how: "tên loại văn bản, như Kế hoạch".to_owned(),
            ..Question::default()
        };
        answer(&mut question, answers, |answer| match starter::kind(answer) {
            Ok(kind) => {
                found.head.kind = Some(kind);
                Ok(())
            }
            Err(fault) => Err(fault.to_string()),
        });
        questions.push(question);
    }
    if found.head.issuer.is_none() {
        let mut question = Question {
            id: "co-quan-ban-hanh".to_owned(),
            asked: "Cơ quan nào ban hành văn bản?".to_owned(),
            taken: "chưa rõ".to_owned(),
            how: "tên cơ quan, như UBND tỉnh Lam Giang".to_owned(),
            ..Question::default()
        };
        answer(&mut question, answers, |answer| match starter::Issuer::read(answer) {
            Ok(issuer) => {
                found.head.issuer = Some(issuer.name);
                Ok(())
            }
            Err(fault) => Err(fault.to_string()),
        });
        questions.push(question);
    }
    found.questions.splice(0..0, questions);
}
