/** `start` gets a signal that aborts when the reader cancels. */
export function toReadableStream<Value>(
  start: (closed: AbortSignal) => AsyncGenerator<Value, void>,
): ReadableStream<Value> {
  const closing = new AbortController();
  const values = start(closing.signal);
  return new ReadableStream<Value>({
    async pull(controller) {
      const result = await values.next();
      if (result.done === true) controller.close();
      else controller.enqueue(result.value);
    },
    async cancel(reason) {
      closing.abort(reason);
      await values.return();
    },
  });
}
