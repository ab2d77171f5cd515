import { once } from "node:events";
import type { IncomingMessage, Server, ServerResponse } from "node:http";
import { createServer } from "node:http";

export interface RecordedEvent {
  readonly id: string;
  readonly data: string;
}

/** What happens to the next connection. Those that nothing is planned for are served whole. */
export type Mishap =
  | { readonly type: "cut"; readonly afterBytes: number; readonly how: "end" | "destroy" }
  | { readonly type: "no-head" }
  | { readonly type: "silence"; readonly afterBytes: number }
  | { readonly type: "refuse"; readonly status: number; readonly body: string };

export interface ReceivedRequest {
  readonly method: string;
  readonly url: string;
  readonly lastEventId: string | null;
  readonly body: string;
}

/** A server that holds one run and replays it from wherever a client left off. */
export class FakeRunServer implements AsyncDisposable {
  readonly requests: ReceivedRequest[] = [];
  readonly mishaps: Mishap[] = [];
  readonly #events: readonly RecordedEvent[];
  readonly #server: Server;

  private constructor(events: readonly RecordedEvent[]) {
    this.#events = events;
    this.#server = createServer((request, response) => void this.#answer(request, response));
  }

  static async start(events: readonly RecordedEvent[]): Promise<FakeRunServer> {
    const fake = new FakeRunServer(events);
    fake.#server.listen(0, "127.0.0.1");
    await once(fake.#server, "listening");
    return fake;
  }

  get baseUrl(): string {
    const address = this.#server.address();
    if (address === null || typeof address === "string") throw new Error("The server is closed.");
    return `http://127.0.0.1:${address.port}`;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#server.closeAllConnections();
    this.#server.close();
    await once(this.#server, "close");
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const received = await toReceivedRequest(request);
    this.requests.push(received);
    const mishap = this.mishaps.shift();
    if (mishap?.type === "no-head") {
      request.socket.destroy();
      return;
    }
    if (mishap?.type === "refuse") {
      response.writeHead(mishap.status, { "Content-Type": "application/json" }).end(mishap.body);
      return;
    }
    const bytes = this.#toBytes(received.lastEventId);
    if (received.method === "DELETE" || bytes === null) {
      response.writeHead(204).end();
      return;
    }
    response.writeHead(200, { "Content-Type": "text/event-stream; charset=utf-8" });
    serve(response, bytes, mishap);
  }

  /** `null`: nothing is missing. */
  #toBytes(lastEventId: string | null): Buffer | null {
    const known = this.#events.findIndex(({ id }) => id === lastEventId) + 1;
    return known === this.#events.length ? null : toSseBytes(this.#events.slice(known));
  }
}

export function toSseBytes(events: readonly RecordedEvent[]): Buffer {
  return Buffer.from(
    `: hello\n\n${events.map(({ id, data }) => `id: ${id}\ndata: ${data}\n\n`).join("")}`,
  );
}

function serve(response: ServerResponse, bytes: Buffer, mishap: Mishap | undefined): void {
  if (mishap?.type === "cut") {
    const finish = () => (mishap.how === "end" ? response.end() : response.destroy());
    response.write(bytes.subarray(0, mishap.afterBytes), finish);
  } else if (mishap?.type === "silence") {
    response.write(bytes.subarray(0, mishap.afterBytes));
  } else {
    response.end(bytes);
  }
}

async function toReceivedRequest(request: IncomingMessage): Promise<ReceivedRequest> {
  const body = await request.toArray();
  const lastEventId = request.headers["last-event-id"];
  return {
    method: request.method ?? "",
    url: request.url ?? "",
    lastEventId: typeof lastEventId === "string" ? lastEventId : null,
    body: Buffer.concat(body).toString("utf8"),
  };
}
