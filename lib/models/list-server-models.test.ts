import type { ServerResponse } from "node:http";
import { describe, expect, it } from "vitest";
import { listServerModels } from "./list-server-models";
import { findClosedBaseUrl, startFakeUpstream } from "./testing/fake-upstream";

const PATIENT = { timeoutMs: 2_000 };

function startListing(names: readonly string[]) {
  const data = names.map((id) => ({ id, object: "model", owned_by: "library" }));
  return startFakeUpstream((response) => response.end(JSON.stringify({ object: "list", data })));
}

describe("listServerModels", () => {
  it("gives the names that the server offers, in its order", async () => {
    const { baseUrl, requests } = await startListing(["qwen3:8b", "exaone3.5:7.8b"]);
    expect(await listServerModels(baseUrl, PATIENT)).toEqual(["qwen3:8b", "exaone3.5:7.8b"]);
    expect(requests).toMatchObject([{ method: "GET", path: "/v1/models" }]);
  });

  it("leaves out the models that only embed", async () => {
    const names = [
      "nomic-embed-text:latest",
      "qwen3:8b",
      "text-embedding-3-small",
      "Qwen3-Embedding",
    ];
    const { baseUrl } = await startListing(names);
    expect(await listServerModels(baseUrl, PATIENT)).toEqual(["qwen3:8b"]);
  });

  it("shows the key when there is one, and no Authorization otherwise", async () => {
    const { baseUrl, requests } = await startListing([]);
    expect(await listServerModels(baseUrl, { ...PATIENT, apiKey: "sk-1" })).toEqual([]);
    await listServerModels(baseUrl, PATIENT);
    expect(requests[0]?.headers.authorization).toBe("Bearer sk-1");
    expect(requests[1]?.headers).not.toHaveProperty("authorization");
  });

  it.each<[string, (response: ServerResponse) => unknown]>([
    ["refuses", (response) => response.writeHead(401).end('{"error":{"message":"no"}}')],
    [
      "refuses in the shape of a list",
      (response) => response.writeHead(500).end('{"data":[{"id":"ghost"}]}'),
    ],
    ["shows a web page", (response) => response.end("<!doctype html>")],
    ["says something else", (response) => response.end('{"models":["a"]}')],
    ["says null", (response) => response.end("null")],
    ["breaks the connection", (response) => response.destroy()],
    ["never answers", () => {}],
    ["never ends its answer", (response) => response.write('{"data":[')],
  ])("knows no models of a server that %s", async (_name, respond) => {
    const { baseUrl } = await startFakeUpstream(respond);
    expect(await listServerModels(baseUrl, { timeoutMs: 150 })).toBeNull();
  });

  it("knows no models where nobody listens", async () => {
    expect(await listServerModels(await findClosedBaseUrl(), PATIENT)).toBeNull();
  });
});
