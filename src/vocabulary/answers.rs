//! The first screen of a task: four questions in people's words, and their answers.

use super::patterns;
use super::standings::StandingKind;

patterns! {
    /// The head of a standing: a completion that was confirmed, or that needs no confirmation.
    done = "Đã xong";
    /// The same, where no more than a report tells it.
    done_as_reported = "Đã xong, theo báo cáo";
    /// A completion that waits for a confirmation.
    reported = "Được báo là đã xong";
    /// Ended, finished in part.
    in_part = "Xong một phần";
    /// Told to be under way.
    not_done = "Chưa xong, theo tin gần nhất";
    /// Told as not begun.
    not_begun = "Chưa bắt đầu, theo tin gần nhất";
    /// Halted.
    halted = "Đang tạm dừng, theo tin gần nhất";
    /// Work without an end.
    ongoing = "Việc làm thường xuyên";
    /// Work that comes again.
    by_turns = "Việc làm theo kỳ";
    /// Cancelled.
    cancelled = "Không làm nữa";
    /// It goes on in another plan.
    carried_over = "Chuyển sang kế hoạch khác";
    /// Nobody told, or the word is old, or older than the end of the time.
    unknown = "Chưa rõ";
}

/// The answer to “Đã xong chưa?” in a few words: what the last word allows, and nothing of deadlines.
///
/// `is_old` where the last word is older than the site's threshold, `is_confirmed` where somebody confirmed.
pub fn head(kind: StandingKind, is_old: bool, is_confirmed: bool) -> &'static str {
    match kind {
        StandingKind::ConfirmedOnTime
        | StandingKind::ConfirmedAfterAdjustment
        | StandingKind::ConfirmedLate
        | StandingKind::ConfirmedUnknown
        | StandingKind::Confirmed => match is_confirmed {
            true => done(),
            false => done_as_reported(),
        },
        StandingKind::ReportedDone => reported(),
        StandingKind::PartlyDone => in_part(),
        StandingKind::Cancelled => cancelled(),
        StandingKind::CarriedOver => carried_over(),
        StandingKind::Overdue => not_done(),
        kind if is_old && kind != StandingKind::Ongoing => unknown(),
        StandingKind::UnderWay | StandingKind::OnTrack | StandingKind::DueSoon => not_done(),
        StandingKind::NotYetDue | StandingKind::NotStarted => not_begun(),
        StandingKind::Ongoing => ongoing(),
        StandingKind::Turns => by_turns(),
        StandingKind::Paused | StandingKind::PausedPastDue => halted(),
        StandingKind::NoInformation
        | StandingKind::NoInformationPastDue
        | StandingKind::NoInformationPeriodOver
        | StandingKind::PastDue
        | StandingKind::PeriodOver => unknown(),
    }
}

/// Whether nothing is known, or no more than what was told before the end of the time; a sentence beside it says so.
pub fn is_silent(kind: StandingKind) -> bool {
    matches!(
        kind,
        StandingKind::NoInformation
            | StandingKind::NoInformationPastDue
            | StandingKind::NoInformationPeriodOver
            | StandingKind::PastDue
            | StandingKind::PeriodOver
    )
}

patterns! {
    /// What the last word is, where the standing has no sentence of its own.
    last_word(told, kind) = "Tin gần nhất về tình trạng ({told}): {kind}.";
    /// Above a piece that comes with a completion nobody confirmed.
    beside_report = "Tài liệu kèm báo cáo, trang chưa có xác nhận:";
    /// Above the pieces behind a word that does not say that it is done.
    source_of_word = "Chưa có chứng cứ là đã xong. Nguồn của tin gần nhất:";
    /// The same, of work that has no end to be proved.
    source_of_last_word = "Nguồn của tin gần nhất:";
    /// Above a piece that reports the completion and shows no document or product of it.
    only_told = "Chưa có văn bản, sản phẩm; việc đã xong được kể trong:";
    /// Above what ends a task without its being done.
    basis = "Căn cứ:";
    /// Nothing proves anything.
    no_proof = "Trang chưa có chứng cứ nào.";
    /// Nothing proves anything, and a word came without a source to open.
    no_source = "Trang chưa có chứng cứ; tin gần nhất không kèm tài liệu để mở.";
    /// What there is may not be seen.
    withheld(reason) = "Có tài liệu, không công khai: {reason}";
    /// Where the pieces of each result stand.
    by_results = "Chứng cứ của từng kết quả ở phần lịch sử.";
    /// A piece by kind and number.
    piece(kind, number) = "{kind} {number}";
    /// A piece with its date.
    dated(piece, date) = "{piece}, {date}";
    /// Whose it is.
    of(issuer) = "của {issuer}";
    /// Nobody says whose it is.
    of_nobody = "chưa rõ của cơ quan nào";
    /// Where it lies: on a site that this program can tell to be a private one of laws.
    on_law_portal(host) = "bản trên trang luật tư nhân {host}";
    /// Where it lies.
    on_host(host) = "bản trên {host}";
    /// It has no address.
    no_address = "không có địa chỉ để mở";
    /// There is a copy on this site.
    kept = "có bản lưu ở trang này";
    /// There is no copy on this site.
    not_kept = "chưa có bản lưu";
    /// The deadline in force.
    deadline(deadline) = "Thời hạn: {deadline}";
    /// By which document it was moved or set.
    by_document(basis) = "theo {basis}";
    /// Before words of the document.
    opening = "“";
    /// After words of the document.
    closing = "”";
    /// The plan names a time for each result.
    times_of_results = "Thời gian ghi ở từng kết quả";
    /// The document names no time.
    no_time = "Văn bản không nêu thời gian";
}

/// Private sites that publish laws: what lies there is no agency's copy.
const LAW_PORTALS: &[&str] =
    &["hethongphapluat.com", "lawnet.vn", "luatvietnam.vn", "thuvienphapluat.vn"];

/// Where a piece lies.
pub fn lies_on(host: &str) -> String {
    let host = host.trim_start_matches("www.");
    match LAW_PORTALS.iter().any(|portal| host == *portal || host.ends_with(&format!(".{portal}")))
    {
        true => on_law_portal(host),
        false => on_host(host),
    }
}
