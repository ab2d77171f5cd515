import { APICallError } from "@ai-sdk/provider";

/** What a provider's package would throw when its server answers 500. */
export function createDemoFailure(): APICallError {
  return new APICallError({
    message: "demo failure",
    url: "demo:",
    requestBodyValues: {},
    statusCode: 500,
  });
}
