export interface RequestOptions {
  headers?: Record<string, string>;
  signal?: AbortSignal;
}

export function postJson(
  url: string,
  body: unknown,
  { headers = {}, signal }: RequestOptions = {},
): Promise<Response> {
  return fetch(url, {
    method: "POST",
    headers: { "Content-Type": "application/json", ...headers },
    body: JSON.stringify(body),
    ...(signal && { signal }),
  });
}
