import type { DemoTopic } from "./find-topic";
import { ENVIRONMENT_VARIABLES } from "./environment-variables";

export const ENGLISH_TOPICS: Readonly<Record<DemoTopic, string>> = {
  hello:
    "Hello! I am the built-in **demo model** of Yeoul. I am not an AI: I follow a small script, so that " +
    "you can try the application before a real model is connected.\n\n" +
    "Try `12*34+5`, `What time is it in Seoul?` or `markdown`, or ask how to **configure** a real model.",
  thanks: "You're welcome! Ask me how to **configure** a real model whenever you are ready.",
  abilities: `I am the built-in **demo model**, not an AI. This much I can do:

- **Calculate** with the calculator tool: \`12*34+5\`, \`2^64\`, \`sqrt(2)\`
- **Tell the time** with the clock tool: \`What time is it in New York?\`
- **Show rich text**: \`markdown\`
- **Show reasoning**: \`think\`
- **Explain this application**: \`configure\`, \`api\`, \`formats\`, \`resume\`, \`stop\`, \`models\`, \`tools\`, \`environment\`
- **Make trouble** for tests: \`/help\` lists the commands

For everything else, connect a real model: ask me how to **configure** one.`,
  configuration: `To connect a real model, write one of these into \`.env.local\` and restart the server.

**OpenAI**

\`\`\`bash
OPENAI_API_KEY=sk-...
OPENAI_MODELS=model-name,another-model
\`\`\`

**Any OpenAI-compatible server**, such as Ollama, LM Studio, vLLM, llama.cpp or OpenRouter

\`\`\`bash
OPENAI_BASE_URL=http://localhost:11434/v1   # Ollama
OPENAI_MODELS=model-name
\`\`\`

With \`OPENAI_BASE_URL\` the key is optional; OpenRouter and other hosted services ask for one. The first name in \`OPENAI_MODELS\` is the default model.`,
  environment: `These variables go into \`.env.local\`. All of them are optional.

${ENVIRONMENT_VARIABLES.map(({ name, en }) => `- \`${name}\`: ${en}`).join("\n")}`,
  models:
    "You are talking to `demo`, the built-in demo model, which is not an AI. Real models are named in " +
    "`OPENAI_MODELS`, separated by commas; the first one is the default. Where their server is, " +
    "`OPENAI_BASE_URL` says (OpenAI itself when it is not set). The list at the top of the page shows what is on offer.",
  tools:
    "Two tools are built in: `calculator` calculates exactly, and `current_time` knows date and time in " +
    "every time zone. A model calls them when they help. Try `12*34+5`, or " +
    "`What is 2^64, and what time is it in Seoul?` for two calls at once.",
  formats: `\`POST /api/chat/stream\` speaks four formats; \`?format=\` chooses one.

| Format | Events |
| --- | --- |
| \`simple\` | \`{"chunk":"…"}\` per piece of text, \`{"done":true}\` at the end |
| \`typed\` | \`content\`, \`tool_call\`, \`tool_result\`, \`error\`, \`complete\`; \`[DONE]\` at the end |
| \`text\` | the bare text; \`[DONE]\` at the end |
| \`ui\` | the AI SDK's UI message stream, which \`useChat\` reads |`,
  resuming:
    "An answer belongs to the server, not to the connection: it goes on when you close the tab. Every event " +
    "has an `id`. Come back with it in the `Last-Event-ID` header (or `?lastEventId=`) and the stream " +
    "continues right after that event, with nothing lost and nothing twice. `204` means that nothing is missing.",
  stopping:
    "The stop button, or `DELETE /api/chat/{chatId}/stream`, stops the answer at its source: the request to " +
    "the model is closed and what has been written so far is kept, marked as stopped. Closing the tab stops nothing.",
  api: `**Streaming**, with curl:

\`\`\`bash
curl -N http://localhost:3000/api/chat/stream \\
  -H 'Content-Type: application/json' \\
  -d '{"message":"Hello"}'
\`\`\`

**In the browser**, with \`EventSource\`:

\`\`\`js
const source = new EventSource("/api/chat/stream?message=" + encodeURIComponent("Hello"));
source.onmessage = ({ data }) => {
  const { chunk, done } = JSON.parse(data);
  if (chunk) console.log(chunk);
  if (done) source.close();
};
\`\`\`

**The whole answer at once**: \`POST /api/chat\` with \`{"question":"Hello"}\`. The reference is \`docs/protocol.md\` in the source code.`,
};
