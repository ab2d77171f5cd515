import type { UIMessageChunk } from "ai";
import { connect } from "./connect";
import { readUiChunks } from "./read-ui-chunks";
import type { RetryPolicy } from "./retry-policy";

export type ConnectionState = "connected" | "reconnecting";

export interface FollowRunOptions {
  /** Asks for what comes after the event with this id. */
  readonly resume: (lastEventId: string, signal: AbortSignal) => Promise<Response>;
  /** Asks for everything again; used when the connection broke before the first event. */
  readonly restart: (signal: AbortSignal) => Promise<Response>;
  readonly signal: AbortSignal;
  readonly policy: RetryPolicy;
  readonly silenceLimitMs: number;
  readonly onConnectionChange: (state: ConnectionState) => void;
}

/** The chunks of one run, over as many connections as it takes: none lost, none twice. */
export async function* followRun(
  first: Response,
  options: FollowRunOptions,
): AsyncGenerator<UIMessageChunk, void> {
  const { signal, policy, silenceLimitMs, onConnectionChange } = options;
  let response = first;
  let lastEventId: string | null = null;
  let failures = 0;

  while (response.body !== null && response.status !== 204) {
    onConnectionChange("connected");
    for await (const batch of readUiChunks(response.body, { silenceLimitMs, signal })) {
      if (batch.chunks.length > 0) failures = 0;
      lastEventId = batch.lastEventId ?? lastEventId;
      yield* batch.chunks;
      if (batch.isDone) return;
    }

    const resumeFrom = lastEventId;
    const connected = await connect(
      (requestSignal) =>
        resumeFrom === null
          ? options.restart(requestSignal)
          : options.resume(resumeFrom, requestSignal),
      {
        policy,
        signal,
        failures: failures + 1,
        onRetry: () => onConnectionChange("reconnecting"),
      },
    );
    response = connected.response;
    failures = connected.failures;
  }
  onConnectionChange("connected");
}
