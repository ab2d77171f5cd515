"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import { stopRun } from "./stop-run";

const endTimeoutMs = 5_000;

export interface RunStop {
  readonly isStopping: boolean;
  /** `onNoEnd` is called when the server has not ended the run a few seconds later. */
  readonly start: (onNoEnd: () => void) => void;
  /** The server has taken a message: a stop that came too early for it is asked for again. */
  readonly repeat: () => void;
  readonly finish: () => void;
}

export function useRunStop(chatId: string): RunStop {
  const [isStopping, setIsStopping] = useState(false);
  const stopping = useRef<{ requests: AbortController; timer: number } | null>(null);

  const request = useCallback(() => {
    const signal = stopping.current?.requests.signal;
    if (signal === undefined) return;
    stopRun(chatId, signal).catch((error: unknown) => {
      if (!signal.aborted) console.error("The stop did not reach the server.", error);
    });
  }, [chatId]);

  const finish = useCallback(() => {
    window.clearTimeout(stopping.current?.timer);
    stopping.current = null;
    setIsStopping(false);
  }, []);

  useEffect(() => finish, [finish]);

  const start = useCallback(
    (onNoEnd: () => void) => {
      if (stopping.current !== null) return;
      const timer = window.setTimeout(onNoEnd, endTimeoutMs);
      stopping.current = { requests: new AbortController(), timer };
      setIsStopping(true);
      request();
    },
    [request],
  );

  return { isStopping, start, repeat: request, finish };
}
