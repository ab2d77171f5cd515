import { ChatContainer } from "@/components/chat-container";
import { toModelOptions } from "@/components/model-option";
import { createId } from "@/lib/client/create-id";
import { getChatApp } from "@/lib/server/chat-app";

export const dynamic = "force-dynamic";

export default async function NewChatPage() {
  const app = await getChatApp();
  const models = toModelOptions(await app.models.list());
  const chatId = createId();

  return (
    <ChatContainer
      key={chatId}
      chatId={chatId}
      initialMessages={[]}
      models={models}
      defaultModelId={models[0]?.id ?? null}
    />
  );
}
