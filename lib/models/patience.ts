import { ChatError } from "@/lib/chat/chat-error";

/** How long an upstream may keep a run waiting. */
export interface PatienceLimits {
  /** From the request to the first token. */
  readonly firstTokenTimeoutMs: number;
  /** From one sign of life to the next, once tokens have come. */
  readonly idleTimeoutMs: number;
}

/** Aborts `signal` when the run is stopped, or with a `model-timeout` when the upstream is silent too long. */
export class Patience {
  readonly #controller = new AbortController();
  readonly #limits: PatienceLimits;
  readonly #outer: AbortSignal;
  readonly #handleOuterAbort = () => {
    this.end();
    this.#controller.abort(this.#outer.reason);
  };
  #timer: NodeJS.Timeout;
  #hasToken = false;

  constructor(limits: PatienceLimits, outer: AbortSignal) {
    this.#limits = limits;
    this.#outer = outer;
    this.#timer = this.#startTimer(limits.firstTokenTimeoutMs);
    outer.addEventListener("abort", this.#handleOuterAbort);
    if (outer.aborted) this.#handleOuterAbort();
  }

  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  hear({ isToken }: { readonly isToken: boolean }): void {
    if (this.#hasToken) {
      this.#timer.refresh();
    } else if (isToken) {
      this.#hasToken = true;
      clearTimeout(this.#timer);
      this.#timer = this.#startTimer(this.#limits.idleTimeoutMs);
    }
  }

  end(): void {
    clearTimeout(this.#timer);
    this.#outer.removeEventListener("abort", this.#handleOuterAbort);
  }

  #startTimer(timeoutMs: number): NodeJS.Timeout {
    return setTimeout(() => {
      const message = this.#hasToken
        ? "The model fell silent in the middle of its answer."
        : "The model did not answer in time.";
      this.#controller.abort(new ChatError("model-timeout", message));
    }, timeoutMs);
  }
}
