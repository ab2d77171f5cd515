/** What the AI SDK's client sends for one message of a chat. */
export function toUiBody(chat: { chatId: string; text: string; messageId?: string }) {
  const { chatId, text, messageId = `message-of-${chatId}` } = chat;
  return {
    id: chatId,
    trigger: "submit-message",
    messages: [{ id: messageId, role: "user", parts: [{ type: "text", text }] }],
  };
}
