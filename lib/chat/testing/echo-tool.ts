import { z } from "zod";
import type { ChatTool } from "../chat-tool";

/** Gives its text back; the words `fail` and `hang` do what they say. */
export const echoTool: ChatTool<string> = {
  name: "echo",
  description: "Gives the text back.",
  inputSchema: z.string(),
  async execute(text) {
    if (text === "fail") throw new Error("The echo failed.");
    if (text === "hang") return new Promise(() => {});
    return { echoed: text };
  },
};
