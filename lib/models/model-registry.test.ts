import { describe, expect, it } from "vitest";
import type { ChatModel } from "@/lib/chat/chat-model";
import { ModelRegistry } from "./model-registry";
import { createUpstreamModel } from "./testing/upstream-model";

function model(id: string): ChatModel {
  return createUpstreamModel({ baseUrl: "http://127.0.0.1:9/v1", models: [id] });
}

const [a, b, otherA, demo] = [model("a"), model("b"), model("a"), model("demo")];

describe("ModelRegistry", () => {
  it("lists the models of all sources in the order of preference", async () => {
    const registry = new ModelRegistry([async () => [a, b], async () => [], async () => [demo]]);
    expect(await registry.list()).toEqual([a, b, demo]);
  });

  it("has the first model of the first source that has one as the default", async () => {
    expect(await new ModelRegistry([async () => [b, a], async () => [demo]]).find(null)).toBe(b);
    expect(await new ModelRegistry([async () => [], async () => [demo]]).find(null)).toBe(demo);
    expect(await new ModelRegistry([async () => []]).find(null)).toBeNull();
  });

  it("finds a model by its whole name only", async () => {
    const registry = new ModelRegistry([async () => [a, b], async () => [demo]]);
    expect(await registry.find("demo")).toBe(demo);
    expect(await registry.find("DEMO")).toBeNull();
    expect(await registry.find("dem")).toBeNull();
    expect(await registry.find("")).toBeNull();
  });

  it("takes the earlier one of two models with the same name", async () => {
    const registry = new ModelRegistry([async () => [a], async () => [otherA, demo]]);
    expect(await registry.find("a")).toBe(a);
    expect(await registry.list()).toEqual([a, demo]);
  });

  it("asks its sources anew each time", async () => {
    const models = [demo];
    const registry = new ModelRegistry([async () => [...models]]);
    await registry.list();
    models.unshift(a);
    expect(await registry.find(null)).toBe(a);
  });
});
