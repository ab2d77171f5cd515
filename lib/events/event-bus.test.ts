import { setImmediate as nextTurn } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { EventBus } from "./event-bus";

function createBus() {
  const errors: unknown[] = [];
  const bus = new EventBus<number>({ onSubscriberError: (error) => errors.push(error) });
  return { bus, errors };
}

function collect(bus: EventBus<number>): number[] {
  const events: number[] = [];
  bus.subscribe((event) => events.push(event));
  return events;
}

describe("EventBus", () => {
  it("delivers every event to every subscriber in the order of publishing", async () => {
    const { bus } = createBus();
    const first = collect(bus);
    const second = collect(bus);
    for (const event of [1, 2, 3]) bus.publish(event);
    await nextTurn();
    bus.publish(4);
    await nextTurn();
    expect(first).toEqual([1, 2, 3, 4]);
    expect(second).toEqual([1, 2, 3, 4]);
  });

  it("delivers nothing during publish", async () => {
    const { bus } = createBus();
    const events = collect(bus);
    bus.publish(1);
    await Promise.resolve();
    expect(events).toEqual([]);
    await nextTurn();
    expect(events).toEqual([1]);
  });

  it("goes on when a subscriber throws or rejects, and tells of it", async () => {
    const { bus, errors } = createBus();
    const thrown = new Error("thrown");
    const rejected = new Error("rejected");
    bus.subscribe(() => {
      throw thrown;
    });
    bus.subscribe(() => Promise.reject(rejected));
    const events = collect(bus);
    for (const event of [1, 2]) bus.publish(event);
    await nextTurn();
    expect(events).toEqual([1, 2]);
    expect(errors).toEqual([thrown, thrown, rejected, rejected]);
  });

  it("waits for no subscriber", async () => {
    const { bus } = createBus();
    bus.subscribe(() => new Promise(() => {}));
    const events = collect(bus);
    for (const event of [1, 2]) bus.publish(event);
    await nextTurn();
    expect(events).toEqual([1, 2]);
  });

  it("delivers what a subscriber publishes after what was published before", async () => {
    const { bus } = createBus();
    bus.subscribe((event) => event === 1 && bus.publish(3));
    const events = collect(bus);
    for (const event of [1, 2]) bus.publish(event);
    await nextTurn();
    await nextTurn();
    expect(events).toEqual([1, 2, 3]);
  });

  it("delivers nothing more to whoever has unsubscribed", async () => {
    const { bus } = createBus();
    const events: number[] = [];
    const unsubscribe = bus.subscribe((event) => events.push(event));
    bus.publish(1);
    await nextTurn();
    bus.publish(2);
    unsubscribe();
    await nextTurn();
    expect(events).toEqual([1]);
  });

  it("does nothing with an event that nobody wants", async () => {
    const { bus, errors } = createBus();
    bus.publish(1);
    await nextTurn();
    expect(collect(bus)).toEqual([]);
    expect(errors).toEqual([]);
  });
});
