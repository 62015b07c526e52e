//! Streams: looked into without being used up, unpacked, counted.
//!
//! gzip and zstd are known by their first bytes; what they hold is looked into in turn.

use super::format::HEAD;
use flate2::read::MultiGzDecoder;
use ruzstd::decoding::{FrameDecoder, StreamingDecoder};
use std::io::{self, BufRead, BufReader, Cursor, Read};
use std::sync::{
    Arc,
    atomic::{AtomicU64, Ordering},
};

/// What is packed may itself be packed, so many times.
const MOST_LAYERS: usize = 2;
/// The most that a zstd stream may ask to be kept at hand, in bytes: what `zstd --long` asks for.
const LARGEST_WINDOW: u64 = 128 << 20;

/// A stream with its first bytes, which are still in it.
pub(super) struct Prefix {
    /// The first bytes, up to a whole line of some length.
    pub(super) head: Vec<u8>,
    /// All of the stream.
    pub(super) stream: Box<dyn Read + Send>,
}

/// Looks at the first bytes of a stream.
pub(super) fn peek(mut stream: Box<dyn Read + Send>) -> io::Result<Prefix> {
    let mut head = Vec::new();
    let mut block = vec![0; HEAD];
    while head.len() < HEAD {
        let room = block.get_mut(..HEAD - head.len()).unwrap_or_default();
        let len = match stream.read(room) {
            Ok(0) => break,
            Ok(len) => len,
            Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
            Err(error) => return Err(error),
        };
        let block = block.get(..len).unwrap_or_default();
        head.extend_from_slice(block);
        // A slow pipe of rows is told by its first row.
        if block.contains(&b'\n') && head.trim_ascii_start().starts_with(b"{") {
            break;
        }
    }
    let whole = Cursor::new(head.clone()).chain(stream);
    Ok(Prefix { head, stream: Box::new(whole) })
}

/// Unpacks a stream that is packed.
pub(super) fn unpack(mut prefix: Prefix) -> io::Result<Prefix> {
    for _ in 0..MOST_LAYERS {
        prefix = match prefix.head.as_slice() {
            [0x1F, 0x8B, ..] => peek(Box::new(MultiGzDecoder::new(prefix.stream)))?,
            [0x28, 0xB5, 0x2F, 0xFD, ..] => peek(Box::new(Zstd::new(prefix.stream)?))?,
            _ => break,
        };
    }
    Ok(prefix)
}

type Frame = StreamingDecoder<BufReader<Box<dyn Read + Send>>, FrameDecoder>;

/// The frames of a zstd stream, one after the other.
struct Zstd {
    /// None behind the last frame.
    frame: Option<Box<Frame>>,
}

impl Zstd {
    fn new(stream: Box<dyn Read + Send>) -> io::Result<Self> {
        Ok(Self { frame: Some(frame(BufReader::new(stream))?) })
    }
}

fn frame(stream: BufReader<Box<dyn Read + Send>>) -> io::Result<Box<Frame>> {
    StreamingDecoder::new_with_max_window_size(stream, LARGEST_WINDOW)
        .map(Box::new)
        .map_err(|error| io::Error::new(io::ErrorKind::InvalidData, error.to_string()))
}

impl Read for Zstd {
    fn read(&mut self, room: &mut [u8]) -> io::Result<usize> {
        while let Some(current) = &mut self.frame {
            match current.read(room)? {
                0 if !room.is_empty() => {
                    let mut stream = self.frame.take().map(|frame| frame.into_inner());
                    let has_more = stream.as_mut().map(BufRead::fill_buf).transpose()?.is_some_and(|rest| !rest.is_empty());
                    self.frame = stream.filter(|_| has_more).map(frame).transpose()?;
                }
                len => return Ok(len),
            }
        }
        Ok(0)
    }
}

/// Counts what is read through it.
pub(super) struct Counted<R> {
    stream: R,
    count: Arc<AtomicU64>,
}

impl<R> Counted<R> {
    pub(super) fn new(stream: R, count: Arc<AtomicU64>) -> Self {
        Self { stream, count }
    }
}

impl<R: Read> Read for Counted<R> {
    fn read(&mut self, room: &mut [u8]) -> io::Result<usize> {
        let len = self.stream.read(room)?;
        self.count.fetch_add(u64::try_from(len).unwrap_or_default(), Ordering::Relaxed);
        Ok(len)
    }
}
