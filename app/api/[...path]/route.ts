import { ChatError } from "@/lib/chat/chat-error";
import { handleRequest } from "@/lib/server/handle-request";

export const dynamic = "force-dynamic";

/** What is not there says so in the shape that clients of the interface read. */
function answerNotFound(request: Request): Promise<Response> {
  return handleRequest(request, async () => {
    throw new ChatError("not-found", "There is nothing here.");
  });
}

export {
  answerNotFound as DELETE,
  answerNotFound as GET,
  answerNotFound as PATCH,
  answerNotFound as POST,
  answerNotFound as PUT,
};
