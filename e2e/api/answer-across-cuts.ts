import type { QuestionUpstream } from "../fixtures/question-upstream";
import type { TcpProxy } from "../fixtures/tcp-proxy";
import { expect } from "./test";

const STREAM_PATH = "/api/chat/stream";
const CUT_AFTER_BYTES = [1_500, 1_111] as const;

export const PARTS = ["처음 🌱", "가운데 🌊", "끝 🏁"].map((name) =>
  Array.from({ length: 40 }, (_, index) => `${name} ${index + 1}번째 조각입니다.\n`),
);

/** What a client has to show after the cuts. */
export const WHOLE_TEXT = PARTS.flat().join("");

/** Loses the connection in the middle of each part but the last, in the middle of an event. */
export function cutConnections(proxy: TcpProxy): void {
  for (const afterBytes of CUT_AFTER_BYTES) proxy.cutNext(STREAM_PATH, afterBytes);
}

/** Says a part, waits until the client has lost it and come back, says the next one. */
export async function answerAcrossCuts(
  upstream: QuestionUpstream,
  question: string,
  proxy: TcpProxy,
): Promise<void> {
  const exchange = await upstream.receive(question);
  for (const [index, pieces] of PARTS.entries()) {
    await expect
      .poll(() => streamRequests(proxy).length, { timeout: 15_000 })
      .toBeGreaterThanOrEqual(index + 1);
    for (const piece of pieces) exchange.sendText(piece);
  }
  exchange.finish();
}

export function streamRequests(proxy: TcpProxy): readonly string[] {
  return proxy.requests.filter((head) => head.split(" ")[1]?.startsWith(STREAM_PATH));
}
