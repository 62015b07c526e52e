//! Works on documents with all cores, and gives the results in the order of the documents.
//!
//! Documents are read in batches; while one batch is worked on, the next is read. No more than two batches are held, so that a file of any number of
//! rows needs the same memory.

use quals::read::{Document, Documents, ReadError};
use std::{
    panic::resume_unwind,
    sync::Mutex,
    thread::{self, ScopedJoinHandle},
};

/// The most documents of a batch.
const MOST: usize = 256;
/// A batch is full with so many bytes of text.
const FULL: usize = 4 << 20;

type Batch<T> = Vec<Result<T, ReadError>>;

/// Calls `work` on every document, on several threads, and `take` with each result, in order.
///
/// Stops at the first error that `take` gives.
pub(crate) fn in_order<T: Send, E>(
    mut documents: Documents,
    work: impl Fn(Document) -> T + Sync,
    mut take: impl FnMut(Result<T, ReadError>) -> Result<(), E>,
) -> Result<(), E> {
    let mut batch = next_batch(&mut documents);
    while !batch.is_empty() {
        let (done, next) = run(batch, &work, &mut documents);
        done.into_iter().try_for_each(&mut take)?;
        batch = next;
    }
    Ok(())
}

/// Works on one batch while the next is read.
fn run<T: Send>(batch: Batch<Document>, work: &(impl Fn(Document) -> T + Sync), documents: &mut Documents) -> (Batch<T>, Batch<Document>) {
    let threads = thread::available_parallelism().map_or(1, usize::from).min(batch.len());
    let queue = Mutex::new(batch.into_iter().enumerate());
    let (mut done, next) = thread::scope(|scope| {
        let workers: Vec<_> = (0..threads).map(|_| scope.spawn(|| drain(&queue, work))).collect();
        let next = next_batch(documents);
        (workers.into_iter().flat_map(join).collect::<Vec<_>>(), next)
    });
    done.sort_by_key(|(at, _)| *at);
    (done.into_iter().map(|(_, result)| result).collect(), next)
}

/// Takes documents off the queue until it is empty.
fn drain<T>(
    queue: &Mutex<impl Iterator<Item = (usize, Result<Document, ReadError>)>>,
    work: &impl Fn(Document) -> T,
) -> Vec<(usize, Result<T, ReadError>)> {
    let mut done = Vec::new();
    // A thread never panics while it holds the lock, so that it cannot be poisoned.
    while let Some((at, document)) = queue.lock().ok().and_then(|mut queue| queue.next()) {
        done.push((at, document.map(work)));
    }
    done
}

/// What a thread has done; its panic goes on in this one.
fn join<T>(worker: ScopedJoinHandle<'_, Vec<T>>) -> Vec<T> {
    worker.join().unwrap_or_else(|panic| resume_unwind(panic))
}

fn next_batch(documents: &mut Documents) -> Batch<Document> {
    let mut batch = Vec::new();
    let mut bytes = 0;
    while batch.len() < MOST && bytes < FULL {
        let Some(document) = documents.next() else { break };
        bytes += document.as_ref().map_or(0, |document| document.source.text().len());
        batch.push(document);
    }
    batch
}
