import { Agent, fetch as undiciFetch } from "undici";

/**
 * A `fetch` for upstreams: it gives up connecting after `connectTimeoutMs`, and leaves the waiting
 * for headers and body to the run's own patience. Without an API key, no `Authorization` goes out.
 */
export function createUpstreamFetch(options: {
  readonly connectTimeoutMs: number;
  readonly hasApiKey: boolean;
}): typeof fetch {
  const dispatcher = new Agent({
    connect: { timeout: options.connectTimeoutMs },
    headersTimeout: 0,
    bodyTimeout: 0,
  });
  const upstreamFetch = async (url: string, init: RequestInit = {}) => {
    const headers = new Headers(init.headers);
    if (!options.hasApiKey) headers.delete("authorization");
    const { method, body, signal } = init;
    return undiciFetch(url, {
      method: method ?? "GET",
      headers: [...headers],
      body: typeof body === "string" ? body : null,
      signal: signal ?? null,
      dispatcher,
    });
  };
  return upstreamFetch as unknown as typeof fetch;
}
