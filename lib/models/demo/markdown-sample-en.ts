/** Everything that a chat has to render, Korean emphasis next to particles included. */
export const MARKDOWN_SAMPLE_EN = `# A markdown sample

I am the built-in demo model, and this text was written in advance. Look at how the **headings**, *lists* and \`code\` are rendered while they arrive. 🎨

## Emphasis

There is **bold**, *italic*, ***both at once***, ~~struck through~~ and \`inline code\`. In Korean a particle follows right after the emphasis, which many renderers get wrong: **마크다운(Markdown)**을 쓰면 **강조(emphasis)**가 조사 앞에서도 제대로 보여야 합니다. *실시간(real-time)*으로 흘러오는 글도 마찬가지입니다.

A longer paragraph shows how lines wrap. A stream brings its words one after the other, and what has already been drawn must not jump about while more of it arrives. Line breaks fall between words, long links break where they must, and the page stays readable on a narrow screen.

### Emoji

A family 👨‍👩‍👧‍👦, a flag 🇰🇷, a skin tone 👍🏽, a burning heart ❤️‍🔥 and a plain smile 😀 are one character each.

## Code

Reading a stream in TypeScript:

\`\`\`ts
export async function* readChunks(url: string): AsyncGenerator<string> {
  const response = await fetch(url);
  if (response.body === null) return;
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    yield value;
  }
}
\`\`\`

The same in Python:

\`\`\`python
import json
import urllib.request

request = urllib.request.Request(
    "http://localhost:3000/api/chat/stream",
    data=json.dumps({"message": "Hello"}).encode(),
    headers={"Content-Type": "application/json"},
)
with urllib.request.urlopen(request) as response:
    for line in response:
        print(line.decode().rstrip())
\`\`\`

In a terminal one line is enough:

\`\`\`bash
curl -N 'http://localhost:3000/api/chat/stream?message=hello' | grep '^data:'
\`\`\`

## A table

| Format | Made for | Ends with |
| :--- | :---: | ---: |
| \`simple\` | pages that use **EventSource** | \`{"done":true}\` |
| \`typed\` | programs that follow tool calls | \`[DONE]\` |
| \`text\` | curl and shell scripts | \`[DONE]\` |
| \`ui\` | the AI SDK's *useChat* | \`[DONE]\` |

## Lists

1. Send a message.
   - It may be short or long.
   - It may have several lines.
     - This item is on the third level.
2. Watch the answer arrive.
   1. First comes the first token.
   2. The others follow in order.
3. Stop it when you have seen enough.

A task list:

- [x] Talk to the demo model
- [x] See the **markdown** sample
- [ ] Configure a real model in \`.env.local\`
- [ ] Show it to a friend 🎉

## Quotes and links

> A journey of a thousand miles begins with a single step.
>
> > A quote may hold another quote,
> >
> > - and that one may hold a **list**.

The syntax is described at [CommonMark](https://commonmark.org), and <https://github.github.com/gfm/> has the rules of tables, task lists and ~~strikethrough~~.

---

Some special characters: an angle bracket \`<div>\`, an ampersand &, an asterisk \\*, an underscore \\_, a price of $100, an ellipsis…

That is the end of the sample. 여기까지 읽어 주셔서 고맙습니다.
`;
