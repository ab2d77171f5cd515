import { headers } from "next/headers";
import { notFound } from "next/navigation";
import { ChatContainer } from "@/components/chat-container";
import { toModelOptions } from "@/components/model-option";
import { toUiMessages } from "@/lib/protocol/ui-message";
import { getChatApp } from "@/lib/server/chat-app";

export const dynamic = "force-dynamic";

export interface ChatPageProps {
  readonly params: Promise<{ readonly chatId: string }>;
}

export default async function ChatPage({ params }: ChatPageProps) {
  const { chatId } = await params;
  const app = await getChatApp();
  const ownerId = app.sessions.read((await headers()).get("cookie"));
  const [found, available] = await Promise.all([
    app.service.loadChat(chatId, ownerId),
    app.models.list(),
  ]);
  if (found === null) notFound();
  const { chat, liveRun } = found;
  const models = toModelOptions(available);

  return (
    <ChatContainer
      key={`${chatId} ${liveRun?.id ?? ""}`}
      chatId={chatId}
      initialMessages={toUiMessages(chat.messages)}
      models={models}
      defaultModelId={models[0]?.id ?? null}
      resume={liveRun !== null}
    />
  );
}
