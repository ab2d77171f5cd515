/**
 * What a stream delivered within one turn of the event loop, as one batch: a promise a batch, not one
 * an item. When `signal` aborts, the stream is cancelled and the batches end early.
 */
export async function* readBatches<Item>(
  stream: ReadableStream<Item>,
  signal: AbortSignal,
): AsyncGenerator<readonly Item[], void> {
  const reader = stream.getReader();
  let items: Item[] = [];
  let end: { readonly error?: unknown } | null = null;
  let wake: (() => void) | null = null;

  const notify = () => {
    if (wake === null) return;
    setImmediate(wake);
    wake = null;
  };
  const pump = async () => {
    try {
      for (;;) {
        const { done, value } = await reader.read();
        if (done) break;
        items.push(value);
        notify();
      }
      end = {};
    } catch (error) {
      end = { error };
    }
    notify();
  };
  const cancel = () => {
    reader.cancel(signal.reason).catch((error: unknown) => {
      end ??= { error };
      notify();
    });
  };

  signal.addEventListener("abort", cancel);
  if (signal.aborted) cancel();
  const pumped = pump();
  try {
    while (items.length > 0 || end === null) {
      if (items.length === 0) await new Promise<void>((resolve) => (wake = resolve));
      const batch = items;
      items = [];
      if (batch.length > 0) yield batch;
    }
    throwIfFailed(end);
  } finally {
    signal.removeEventListener("abort", cancel);
    if (end === null) cancel();
    await pumped;
  }
}

function throwIfFailed(end: { readonly error?: unknown } | null): void {
  if (end !== null && "error" in end) throw end.error;
}
