import { connect } from "./connect";
import { sendRetryPolicy } from "./retry-policy";

/** Stops the chat's run on the server, if there is one. */
export async function stopRun(chatId: string, signal: AbortSignal, baseUrl = ""): Promise<void> {
  const url = `${baseUrl}/api/chat/${encodeURIComponent(chatId)}/stream`;
  await connect((requestSignal) => fetch(url, { method: "DELETE", signal: requestSignal }), {
    policy: sendRetryPolicy,
    signal,
    failures: 0,
    onRetry: () => {},
  });
}
