import { CITIES } from "./cities";
import type { DemoTexts } from "./demo-texts";
import { MARKDOWN_SAMPLE_EN } from "./markdown-sample-en";
import { ENGLISH_TOPICS } from "./topics-en";

const COMMANDS = `Commands of the built-in demo model. Each one stands at the start of a message.

| Command | What happens |
| --- | --- |
| \`/help\` | This list |
| \`/echo <text>\` | The text comes back exactly as it was sent |
| \`/long [tokens=4000] [tokensPerSecond=50]\` | A very long answer with numbered paragraphs; a rate of 0 is as fast as possible |
| \`/slow [seconds=5]\` | The first token takes its time |
| \`/stall [seconds=60]\` | Silence in the middle of an answer |
| \`/hang\` | Nothing ever comes |
| \`/error\` | The request fails before the first token |
| \`/error after [n=20]\` | An error after n tokens |
| \`/cut [n=20]\` | The connection ends after n tokens, without a word |
| \`/tool error\` | A tool call that fails |
| \`/loop\` | A tool call in every step, for as long as that is allowed |`;

export const ENGLISH_TEXTS: DemoTexts = {
  topics: ENGLISH_TOPICS,
  commands: COMMANDS,
  markdownSample: MARKDOWN_SAMPLE_EN,
  thoughts:
    "The message asks me to think. I am the built-in demo model, so there is no thinking here; " +
    "these lines only show how a model's reasoning is streamed before its answer. " +
    "Next I look for keywords, arithmetic or a question about the time, and pick a reply.",
  afterThoughts:
    "What you saw above this answer is where the **reasoning** of a model appears. I am the built-in " +
    "demo model, not an AI, so mine was written in advance. Ask me how to **configure** a real model.",
  afterSlowStart:
    "Sorry to keep you waiting: `/slow` asked for a late first token. From here on everything comes at the usual pace.",
  beforeStall:
    "This answer begins as usual, and now it falls silent for a while, as `/stall` asked. ",
  afterStall: "Here it goes on again. Nothing was lost in between.",
  fallback: (quote) =>
    (quote === "" ? "Your message has no text that I can read. " : `You wrote: “${quote}”. `) +
    "I am the built-in **demo model**, not an AI, so I can't really answer that.\n\n" +
    "Here is what I can do:\n\n" +
    "- calculate: `12*34+5`\n" +
    "- tell the time: `What time is it in Seoul?`\n" +
    "- show rich text: `markdown`\n" +
    "- explain this application: `help`, `configure`, `api`\n\n" +
    "For real answers, set `OPENAI_API_KEY`, or `OPENAI_BASE_URL` for a server of your own, in `.env.local`.",
  unknownCommand: (name) => `There is no command \`${name}\`.\n\n${COMMANDS}`,
  environmentVariable: ({ name, en }) =>
    `\`${name}\`: ${en}.\n\nSet it in \`.env.local\` and restart the server.`,
  calculated: (expression, result) =>
    `\`${expression}\` = **${result}**\n\n(Calculated with the calculator tool.)`,
  currentTime: ({ timeZone, date, time, weekday, utcOffset }) => {
    const place = CITIES.find((city) => city.timeZone === timeZone)?.en ?? timeZone;
    return `**${place}**: ${weekday}, ${date}, ${time} (${timeZone}, UTC${utcOffset})`;
  },
  toolAnswered: (toolName, output) => `The tool \`${toolName}\` answered: ${output}`,
  toolFailed: (toolName, message) => `The tool \`${toolName}\` failed: ${message}`,
  toolMissing: (toolName) =>
    `That would take the tool \`${toolName}\`, which is not available here. I am the built-in demo model and don't guess results.`,
  loopEnded: (calls) => `The loop is over after ${calls} tool calls: no more of them are allowed.`,
  longTextEnd: (tokens) => `\n\nEnd of the answer: ${tokens} tokens.`,
};
