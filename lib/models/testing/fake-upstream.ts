import { once } from "node:events";
import { createServer } from "node:http";
import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from "node:http";
import { text as readText } from "node:stream/consumers";
import { onTestFinished } from "vitest";

export interface ReceivedRequest {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  /** The parsed JSON body, `null` without one. */
  readonly body: unknown;
  /** Resolves when the client goes away before the answer has ended. */
  readonly abandoned: Promise<void>;
}

export interface FakeUpstream {
  /** Such as `http://127.0.0.1:40123/v1`. */
  readonly baseUrl: string;
  readonly requests: readonly ReceivedRequest[];
  /** Resolves with the next request that comes. */
  nextRequest(): Promise<ReceivedRequest>;
}

type Respond = (response: ServerResponse, request: ReceivedRequest) => unknown;

/** An HTTP server for one test, whose answer to each request is a function. One that does nothing hangs. */
export async function startFakeUpstream(respond: Respond): Promise<FakeUpstream> {
  const requests: ReceivedRequest[] = [];
  let arrival = Promise.withResolvers<ReceivedRequest>();
  const serve = async (message: IncomingMessage, response: ServerResponse) => {
    const request = await receive(message, response);
    requests.push(request);
    arrival.resolve(request);
    arrival = Promise.withResolvers();
    await respond(response, request);
  };
  const server = createServer((message, response) => {
    serve(message, response).catch((error: unknown) => {
      response.destroy(error instanceof Error ? error : new Error(String(error)));
    });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => {
    server.close();
    server.closeAllConnections();
  });
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no TCP port");
  return {
    baseUrl: `http://127.0.0.1:${address.port}/v1`,
    requests,
    nextRequest: () => arrival.promise,
  };
}

/** A base URL at which nobody listens. */
export async function findClosedBaseUrl(): Promise<string> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  await once(server, "close");
  if (address === null || typeof address === "string") throw new Error("no TCP port");
  return `http://127.0.0.1:${address.port}/v1`;
}

async function receive(
  message: IncomingMessage,
  response: ServerResponse,
): Promise<ReceivedRequest> {
  const sent = await readText(message);
  const abandoned = new Promise<void>((resolve) => {
    response.once("close", () => {
      if (!response.writableFinished) resolve();
    });
  });
  return {
    method: message.method ?? "",
    path: message.url ?? "",
    headers: message.headers,
    body: sent === "" ? null : JSON.parse(sent),
    abandoned,
  };
}
