//! Countries by code or by name: `ch`, `CH` and `Switzerland` are `CH`.
//!
//! The codes of ISO 3166-1 are a standard and stand here; names are vocabulary and come from the taxonomy.

use crate::taxonomy::{Family, Taxonomy};

/// The alpha-2 codes of ISO 3166-1.
const CODES: &str = "AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ \
    CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG \
    GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ \
    LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR \
    NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ \
    TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW";

/// The code of a country or of the `EU`, given by code or by name.
pub(super) fn country(taxonomy: &Taxonomy, name: &str) -> Option<String> {
    let code = name.trim().to_ascii_uppercase();
    if code == "EU" || is_code(&code) {
        return Some(code);
    }
    if code == "UK" {
        return Some("GB".to_owned()); // reserved for it, and what people write
    }
    let place = taxonomy.concept(taxonomy.named(Family::Place, name)?);
    place.code.clone().map(|code| code.to_ascii_uppercase()).filter(|code| code == "EU" || is_code(code))
}

fn is_code(code: &str) -> bool {
    CODES.split_ascii_whitespace().any(|known| known == code)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::taxonomy::Concept;

    fn place(label: &str, code: &str) -> (Family, Concept) {
        (Family::Place, Concept { id: label.to_lowercase(), label: label.to_owned(), code: Some(code.to_owned()), ..Concept::default() })
    }

    #[test]
    fn codes_and_names_become_codes() {
        let taxonomy = Taxonomy::new(vec![place("Switzerland", "CH"), place("California", "US-CA")]);
        for (name, code) in [
            ("CH", Some("CH")),
            ("ch", Some("CH")),
            ("UK", Some("GB")),
            ("EU", Some("EU")),
            ("switzerland", Some("CH")),
            ("XX", None),
            ("California", None),
            ("", None),
        ] {
            assert_eq!(country(&taxonomy, name).as_deref(), code, "{name}");
        }
        assert_eq!(CODES.split_ascii_whitespace().count(), 249);
    }
}
