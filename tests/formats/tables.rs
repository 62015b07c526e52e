//! Parquet tables, where the program is built to read them.
#![cfg(feature = "parquet")]

use crate::{documents, extract};
use parquet::{
    basic::Compression,
    data_type::{ByteArray, ByteArrayType, Int32Type},
    file::{properties::WriterProperties, writer::SerializedFileWriter},
    schema::parser::parse_message_type,
};
use quals::read::{ReadOptions, read};
use std::{fs, sync::Arc};

/// A table with titles, texts and days; the second row has no text.
fn table(compression: Compression) -> Vec<u8> {
    let schema =
        "message jobs { required binary title (UTF8); optional binary job_description (UTF8); required int32 date_posted (DATE); }";
    let properties = WriterProperties::builder().set_compression(compression).build();
    let mut bytes = Vec::new();
    let mut writer = SerializedFileWriter::new(&mut bytes, Arc::new(parse_message_type(schema).unwrap()), Arc::new(properties)).unwrap();
    let mut group = writer.next_row_group().unwrap();
    let texts = |texts: &[&str]| texts.iter().map(|text| ByteArray::from(*text)).collect::<Vec<_>>();
    let mut titles = group.next_column().unwrap().unwrap();
    titles.typed::<ByteArrayType>().write_batch(&texts(&["Nurse", "Cook", "Guard"]), None, None).unwrap();
    titles.close().unwrap();
    let mut descriptions = group.next_column().unwrap().unwrap();
    let values = texts(&["Requirements\n- RN license", "<ul><li>Must be 18 or over</li></ul>"]);
    descriptions.typed::<ByteArrayType>().write_batch(&values, Some(&[1, 0, 1]), None).unwrap();
    descriptions.close().unwrap();
    let mut days = group.next_column().unwrap().unwrap();
    days.typed::<Int32Type>().write_batch(&[20_759, 20_760, 20_761], None, None).unwrap();
    days.close().unwrap();
    group.close().unwrap();
    writer.close().unwrap();
    bytes
}

#[test]
fn rows_of_a_file_and_of_a_stream() {
    for compression in [Compression::UNCOMPRESSED, Compression::SNAPPY, Compression::ZSTD(Default::default())] {
        let bytes = table(compression);
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("jobs.parquet");
        fs::write(&path, &bytes).unwrap();
        let of_file: Vec<_> = read(&[path.clone().into()], &ReadOptions::default()).collect();
        for found in [of_file, documents("jobs.parquet", bytes)] {
            assert_eq!(found.len(), 3);
            let first = found[0].as_ref().unwrap();
            assert!(first.source.name().ends_with("jobs.parquet:1"));
            assert_eq!((first.facts.title.as_deref(), first.facts.posted), (Some("Nurse"), "2026-11-02".parse().ok()));
            assert_eq!(first.source.text_of().unwrap().to_string(), "column:job_description");
            assert_eq!(extract(first).requirements[0].quote, "RN license");
            assert!(found[1].as_ref().unwrap_err().to_string().contains("jobs.parquet:2` has no column for the posting's text"));
            assert_eq!(found[2].as_ref().unwrap().source.text().trim(), "• Must be 18 or over");
        }
    }
}

#[test]
fn damaged_tables() {
    let whole = table(Compression::SNAPPY);
    for len in [4, 20, whole.len() / 2, whole.len() - 1] {
        let found = documents("cut.parquet", &whole[..len]);
        assert!(found[0].as_ref().is_err_and(|error| error.to_string().contains("damaged Parquet table")), "{len}");
    }
    for at in (4..whole.len()).step_by(7) {
        let mut bytes = whole.clone();
        bytes[at] ^= 0x55;
        let _ = documents("flipped.parquet", bytes);
    }
}
