import { describe, expect, it } from "vitest";
import { isOriginAllowed, toCorsHeaders, toPreflightResponse } from "./cross-origin";

const LISTED = "https://chat.example.com";
const ALLOWED = [LISTED, "http://localhost:5173"];
const NAMES = ["host", "origin", "sec-fetch-site", "x-forwarded-host"] as const;

/** A request as its headers tell where it comes from. */
function request(headers: Partial<Record<(typeof NAMES)[number], string>>, method = "GET") {
  return new Request("http://internal:3000/api/chat", {
    method,
    headers: { host: "yeoul.example", ...headers },
  });
}

describe("isOriginAllowed", () => {
  it.each([
    ["a program, which says nothing", {}],
    ["a page of this application", { "sec-fetch-site": "same-origin" }],
    [
      "a page of this application that names its origin",
      { "sec-fetch-site": "same-origin", origin: "https://yeoul.example" },
    ],
    ["the address bar", { "sec-fetch-site": "none" }],
    ["an origin on the list", { "sec-fetch-site": "cross-site", origin: LISTED }],
    ["another origin on the list", { origin: "http://localhost:5173" }],
    ["an old browser's page of this application", { origin: "https://yeoul.example" }],
    [
      "an old browser's page behind a proxy",
      { origin: "https://public.example", "x-forwarded-host": "public.example" },
    ],
  ])("lets in %s", (_name, headers) => {
    expect(isOriginAllowed(request(headers), ALLOWED)).toBe(true);
    expect(isOriginAllowed(request(headers, "POST"), ALLOWED)).toBe(true);
  });

  it.each([
    ["another site", { "sec-fetch-site": "cross-site", origin: "https://evil.example" }],
    ["another site's image or link, which names no origin", { "sec-fetch-site": "cross-site" }],
    ["a sibling of this site", { "sec-fetch-site": "same-site" }],
    [
      "a sibling of this site that names its origin",
      { "sec-fetch-site": "same-site", origin: "https://blog.yeoul.example" },
    ],
    [
      "another site that pretends to know the host",
      { "sec-fetch-site": "cross-site", origin: "https://yeoul.example" },
    ],
    ["an old browser's page of another site", { origin: "https://evil.example" }],
    ["a page without an origin", { origin: "null" }],
    ["an origin that is none", { origin: "yeoul.example" }],
    ["another port of this host", { origin: "https://yeoul.example:8443" }],
    ["a listed origin with another scheme", { origin: "http://chat.example.com" }],
    ["an origin that begins like a listed one", { origin: `${LISTED}.evil.example` }],
  ])("keeps out %s", (_name, headers) => {
    expect(isOriginAllowed(request(headers), ALLOWED)).toBe(false);
    expect(isOriginAllowed(request(headers, "POST"), ALLOWED)).toBe(false);
  });

  it("lets in no other origin when the list is empty", () => {
    expect(isOriginAllowed(request({ origin: LISTED }), [])).toBe(false);
  });
});

describe("toCorsHeaders", () => {
  it("tells an origin on the list that it may read the answer", () => {
    const headers = toCorsHeaders(request({ origin: LISTED }), ALLOWED);
    expect(headers).toMatchObject({
      Vary: "Origin",
      "Access-Control-Allow-Origin": LISTED,
      "Access-Control-Allow-Credentials": "true",
    });
    expect(headers["Access-Control-Expose-Headers"]).toContain("X-Request-Id");
  });

  it.each([{}, { origin: "https://evil.example" }, { origin: "null" }, { origin: "*" }])(
    "tells %j nothing but that the answer depends on the origin",
    (headers) => {
      expect(toCorsHeaders(request(headers), ALLOWED)).toEqual({ Vary: "Origin" });
    },
  );
});

describe("toPreflightResponse", () => {
  it("permits an origin on the list what clients send", () => {
    const preflight = request({ origin: LISTED, "sec-fetch-site": "cross-site" }, "OPTIONS");
    const response = toPreflightResponse(preflight, ALLOWED, ["GET", "POST"]);
    expect(response.status).toBe(204);
    const { headers } = response;
    expect(headers.get("allow")).toBe("GET, POST, OPTIONS");
    expect(headers.get("access-control-allow-origin")).toBe(LISTED);
    expect(headers.get("access-control-allow-methods")).toBe("GET, POST, OPTIONS");
    const permitted = headers.get("access-control-allow-headers")?.toLowerCase().split(", ");
    for (const name of ["content-type", "last-event-id", "authorization"]) {
      expect(permitted).toContain(name);
    }
    expect(headers.get("vary")).toBe("Origin");
  });

  it("permits any other origin nothing", () => {
    const preflight = request({ origin: "https://evil.example" }, "OPTIONS");
    const response = toPreflightResponse(preflight, ALLOWED, ["GET"]);
    expect(response.status).toBe(204);
    expect([...response.headers.keys()].toSorted()).toEqual(["allow", "vary"]);
  });

  it("never says *", () => {
    const origins = [LISTED, "https://evil.example", "*", "null"];
    const responses = origins.map((origin) =>
      toPreflightResponse(request({ origin }, "OPTIONS"), ALLOWED, ["GET"]),
    );
    const values = responses.flatMap(({ headers }) => [...headers.values()]);
    expect(values.filter((value) => value.includes("*"))).toEqual([]);
  });
});
