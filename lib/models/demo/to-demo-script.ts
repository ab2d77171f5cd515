import type { LanguageModelV4CallOptions } from "@ai-sdk/provider";
import { toCommandScript } from "./command-script";
import { toDemoConversation } from "./demo-conversation";
import type { DemoScript } from "./demo-script";
import { DEMO_TEXTS } from "./demo-texts";
import { toReplyScript } from "./reply-script";

export function toDemoScript(
  options: LanguageModelV4CallOptions,
  tokensPerSecond: number,
): DemoScript {
  const conversation = toDemoConversation(options);
  const texts = DEMO_TEXTS[conversation.language];
  return (
    toCommandScript(conversation, texts, tokensPerSecond) ?? toReplyScript(conversation, texts)
  );
}
