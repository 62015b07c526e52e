//! Reads and works on postings with several threads, and gives the results in the order of the postings.
//!
//! One thread finds entries and hands them out in batches; the workers read and work on them; this thread puts the results in order. No more batches are
//! under way than there are tickets, so that a file of any number of rows needs the same memory, and one slow posting holds up no more than those.

use quals::read::{Document, Entries, Entry, ReadError};
use std::{
    collections::BTreeMap,
    num::NonZero,
    sync::{
        Mutex,
        mpsc::{Receiver, Sender, SyncSender, channel, sync_channel},
    },
    thread,
};

/// The most entries of a batch.
const MOST: usize = 64;
/// A batch is full with so many bytes.
const FULL: usize = 512 << 10;

/// Entries that were found, with their number.
type Batch = (usize, Vec<Result<Entry, ReadError>>);
/// What became of them.
type Done<T> = (usize, Vec<Result<T, ReadError>>);

/// Calls `work` on every document, on `threads` threads, and `take` with each result, in order.
///
/// Stops at the first error that `take` gives.
pub(crate) fn in_order<T: Send, E>(
    mut entries: Entries,
    threads: NonZero<usize>,
    work: impl Fn(Document) -> T + Sync,
    mut take: impl FnMut(Result<T, ReadError>) -> Result<(), E>,
) -> Result<(), E> {
    let (batches, to_do) = sync_channel(threads.get());
    let (tickets, free) = sync_channel(threads.get() * 2 + 1);
    let (done, results) = channel();
    let to_do = Mutex::new(to_do);
    thread::scope(|scope| {
        for _ in 0..threads.get() {
            let (done, to_do, work) = (done.clone(), &to_do, &work);
            scope.spawn(move || work_off(to_do, work, &done));
        }
        drop(done);
        for _ in 0..threads.get() * 2 + 1 {
            let _ = tickets.send(()); // there is room for all of them
        }
        scope.spawn(move || hand_out(&mut entries, &free, &batches));
        put_in_order(results, tickets, &mut take)
    })
}

/// Finds entries, a batch for each ticket.
fn hand_out(entries: &mut Entries, tickets: &Receiver<()>, batches: &SyncSender<Batch>) {
    for (number, ()) in tickets.iter().enumerate() {
        let batch = next_batch(entries);
        if batch.is_empty() || batches.send((number, batch)).is_err() {
            break;
        }
    }
}

/// Works on batches until there are none, or nobody wants the results.
fn work_off<T>(to_do: &Mutex<Receiver<Batch>>, work: &impl Fn(Document) -> T, done: &Sender<Done<T>>) {
    // A thread never panics while it holds the lock, so that it cannot be poisoned.
    while let Some((number, batch)) = to_do.lock().ok().and_then(|to_do| to_do.recv().ok()) {
        let read = |entry: Result<Entry, ReadError>| entry.map_or_else(|error| vec![Err(error)], Entry::documents);
        let results = batch.into_iter().flat_map(read).map(|document| document.map(work)).collect();
        if done.send((number, results)).is_err() {
            break;
        }
    }
}

/// Takes the results in the order of their numbers, and gives a ticket back for each batch. Once this ends, there are no more tickets, and all threads end.
fn put_in_order<T, E>(
    results: Receiver<Done<T>>,
    tickets: SyncSender<()>,
    take: &mut impl FnMut(Result<T, ReadError>) -> Result<(), E>,
) -> Result<(), E> {
    let mut early = BTreeMap::new();
    let mut next = 0;
    for (number, batch) in results {
        early.insert(number, batch);
        while let Some(batch) = early.remove(&next) {
            batch.into_iter().try_for_each(&mut *take)?;
            next += 1;
            let _ = tickets.send(()); // nobody is there to take it once all entries are found
        }
    }
    Ok(())
}

fn next_batch(entries: &mut Entries) -> Vec<Result<Entry, ReadError>> {
    let mut batch = Vec::new();
    let mut bytes = 0;
    while batch.len() < MOST && bytes < FULL {
        let Some(entry) = entries.next() else { break };
        bytes += entry.as_ref().map_or(0, Entry::size);
        batch.push(entry);
    }
    batch
}
