//! Every rule with its wording, one file each.
//!
//! The code, `congkhai explain` and the editors' guide read the same list; a test holds them together.

use super::Rule;

pub mod ck001;
pub mod ck002;
pub mod ck003;
pub mod ck004;
pub mod ck005;
pub mod ck006;
pub mod ck007;
pub mod ck008;
pub mod ck009;
pub mod ck010;
pub mod ck011;
pub mod ck012;
pub mod ck013;
pub mod ck014;
pub mod ck100;
pub mod ck101;
pub mod ck102;
pub mod ck103;
pub mod ck104;
pub mod ck105;
pub mod ck106;
pub mod ck107;
pub mod ck108;
pub mod ck109;
pub mod ck110;
pub mod ck111;
pub mod ck112;
pub mod ck113;
pub mod ck114;
pub mod ck120;
pub mod ck121;
pub mod ck122;
pub mod ck123;
pub mod ck124;
pub mod ck125;
pub mod ck126;
pub mod ck130;
pub mod ck131;
pub mod ck132;
pub mod ck140;
pub mod ck141;
pub mod ck142;
pub mod ck143;
pub mod ck150;
pub mod ck151;
pub mod ck152;
pub mod ck153;
pub mod ck154;
pub mod ck155;
pub mod ck156;
pub mod ck157;
pub mod ck158;
pub mod ck159;
pub mod ck160;
pub mod ck161;
pub mod ck162;
pub mod ck170;
pub mod ck171;
pub mod ck180;
pub mod ck181;
pub mod ck190;
pub mod ck200;
pub mod ck220;
pub mod ck221;
pub mod ck230;
pub mod ck231;
pub mod ck232;
pub mod ck233;
pub mod ck240;
pub mod ck241;
pub mod ck242;
pub mod ck243;
pub mod ck244;
pub mod ck250;
pub mod ck251;
pub mod ck252;
pub mod ck253;
pub mod ck254;
pub mod ck260;
pub mod ck261;
pub mod ck262;
pub mod ck263;
pub mod ck264;
pub mod ck265;
pub mod ck266;
pub mod ck267;
pub mod ck268;
pub mod ck270;
pub mod ck271;
pub mod ck272;
pub mod pages;

/// Every rule, by code.
pub static ALL: &[&Rule] = &[
    &ck001::RULE,
    &ck002::RULE,
    &ck003::RULE,
    &ck004::RULE,
    &ck005::RULE,
    &ck006::RULE,
    &ck007::RULE,
    &ck008::RULE,
    &ck009::RULE,
    &ck010::RULE,
    &ck011::RULE,
    &ck012::RULE,
    &ck013::RULE,
    &ck014::RULE,
    &ck100::RULE,
    &ck101::RULE,
    &ck102::RULE,
    &ck103::RULE,
    &ck104::RULE,
    &ck105::RULE,
    &ck106::RULE,
    &ck107::RULE,
    &ck108::RULE,
    &ck109::RULE,
    &ck110::RULE,
    &ck111::RULE,
    &ck112::RULE,
    &ck113::RULE,
    &ck114::RULE,
    &ck120::RULE,
    &ck121::RULE,
    &ck122::RULE,
    &ck123::RULE,
    &ck124::RULE,
    &ck125::RULE,
    &ck126::RULE,
    &ck130::RULE,
    &ck131::RULE,
    &ck132::RULE,
    &ck140::RULE,
    &ck141::RULE,
    &ck142::RULE,
    &ck143::RULE,
    &ck150::RULE,
    &ck151::RULE,
    &ck152::RULE,
    &ck153::RULE,
    &ck154::RULE,
    &ck155::RULE,
    &ck156::RULE,
    &ck157::RULE,
    &ck158::RULE,
    &ck159::RULE,
    &ck160::RULE,
    &ck161::RULE,
    &ck162::RULE,
    &ck170::RULE,
    &ck171::RULE,
    &ck180::RULE,
    &ck181::RULE,
    &ck190::RULE,
    &ck200::RULE,
    &ck220::RULE,
    &ck221::RULE,
    &ck230::RULE,
    &ck231::RULE,
    &ck232::RULE,
    &ck233::RULE,
    &ck240::RULE,
    &ck241::RULE,
    &ck242::RULE,
    &ck243::RULE,
    &ck244::RULE,
    &ck250::RULE,
    &ck251::RULE,
    &ck252::RULE,
    &ck253::RULE,
    &ck254::RULE,
    &ck260::RULE,
    &ck261::RULE,
    &ck262::RULE,
    &ck263::RULE,
    &ck264::RULE,
    &ck265::RULE,
    &ck266::RULE,
    &ck267::RULE,
    &ck268::RULE,
    &ck270::RULE,
    &ck271::RULE,
    &ck272::RULE,
];
