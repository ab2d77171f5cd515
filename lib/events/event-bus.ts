/**
 * Delivers events to subscribers in the order of publishing, but never during `publish`: a
 * subscriber that is slow, throws or rejects can neither break nor hold up the publisher.
 */
export class EventBus<Event> {
  readonly #subscribers = new Set<(event: Event) => unknown>();
  readonly #onSubscriberError: (error: unknown) => void;
  #queue: Event[] = [];

  constructor(options: { readonly onSubscriberError: (error: unknown) => void }) {
    this.#onSubscriberError = options.onSubscriberError;
  }

  /** Returns the way to unsubscribe. */
  subscribe(subscriber: (event: Event) => unknown): () => void {
    this.#subscribers.add(subscriber);
    return () => this.#subscribers.delete(subscriber);
  }

  publish(event: Event): void {
    if (this.#queue.push(event) === 1) setImmediate(() => this.#deliver());
  }

  #deliver(): void {
    const events = this.#queue;
    this.#queue = [];
    for (const event of events) {
      for (const subscriber of this.#subscribers) this.#call(subscriber, event);
    }
  }

  #call(subscriber: (event: Event) => unknown, event: Event): void {
    try {
      const result = subscriber(event);
      if (result instanceof Promise) result.catch(this.#onSubscriberError);
    } catch (error) {
      this.#onSubscriberError(error);
    }
  }
}
