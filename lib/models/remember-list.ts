import type { ChatModel } from "@/lib/chat/chat-model";

/**
 * A list that is asked for once. Where nobody answers (`null`), `fallback` stands in, and the question
 * is put again after `againMs` at the earliest, with nobody waiting for it.
 */
export function rememberList(
  ask: () => Promise<readonly ChatModel[] | null>,
  fallback: readonly ChatModel[],
  againMs: number,
): () => Promise<readonly ChatModel[]> {
  let known: readonly ChatModel[] | null = null;
  let asking: Promise<void> | null = null;
  let askedAtMs = 0;

  const askNow = async () => {
    askedAtMs = Date.now();
    known = await ask();
  };
  return async () => {
    if (known !== null) return known;
    if (asking === null) await (asking = askNow());
    else if (Date.now() - askedAtMs < againMs) await asking;
    else asking = askNow();
    return known ?? fallback;
  };
}
