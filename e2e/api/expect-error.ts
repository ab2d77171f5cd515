import { expect } from "./test";

/** The one shape of an error before the first byte, with nothing in it that is not for users. */
export async function expectError(
  response: Response,
  expected: { status: number; code: string; message?: string | RegExp; paths?: string[] },
): Promise<void> {
  const text = await response.text();
  expect({ status: response.status, text }).toMatchObject({ status: expected.status });
  expect(response.headers.get("content-type")).toMatch(/^application\/json\b/);
  expect(response.headers.get("cache-control")).toBe("no-store");
  const requestId = response.headers.get("x-request-id");
  expect(requestId).toMatch(/^[A-Za-z0-9._-]+$/);
  const { error, ...rest } = JSON.parse(text) as { error: Record<string, unknown> };
  const { details, ...named } = error;
  expect(rest).toEqual({});
  expect(named).toEqual({ code: expected.code, message: expect.any(String), requestId });
  expect(named["message"]).toMatch(expected.message ?? /^\S.*\S$/);
  expect(text).not.toMatch(/\bat .+:\d+|node_modules|\/(?:tmp|work|home|root)\/|ZodError/);
  if (expected.paths !== undefined) {
    expect(details).toEqual(
      expected.paths.map((path) => ({ path, message: expect.stringMatching(/\S/) })),
    );
  }
}
