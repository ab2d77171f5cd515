import { readTokens } from "./read-tokens";

const PARAGRAPHS = [
  "스트리밍은 답변이 다 만들어지기를 기다리지 않고 **만들어지는 대로(as it comes)** 보여 줍니다. 😀",
  "A stream is only as good as its worst moment: the lost token, the doubled word, the silent end.",
  "- 목록의 첫째 항목은 `run`이고, 둘째 항목은 *position*입니다.\n- The list goes on in English. 👩‍👩‍👧‍👦",
  "> 연결이 끊어져도 실행(run)은 계속되고, 다시 연결하면 끊어진 곳부터 이어집니다.",
  "`Last-Event-ID`를 보내면 **그다음 이벤트부터** 빠짐없이 다시 받습니다.",
  "```ts\nfor await (const chunk of stream) {\n  process.stdout.write(chunk); // 한 조각씩\n}\n```",
  "| 항목 | value |\n| --- | ---: |\n| 토큰(token) | 1 |\n| 글자 | 3 |",
  "가나다라마바사아자차카타파하, the quick brown fox jumps over the lazy dog, 1234567890.",
];
const PARAGRAPHS_PER_SECTION = PARAGRAPHS.length;

/**
 * Endless, the same every time. Each paragraph begins with the number of tokens before it, such as
 * `[128]`, so that a loss is seen in the text itself.
 */
export function* readLongText(): Generator<string, void> {
  let count = 0;
  for (let index = 0; ; index += 1) {
    const section = index / PARAGRAPHS_PER_SECTION + 1;
    const heading = Number.isInteger(section) ? `## 제${section}절 · Section ${section}\n\n` : "";
    const paragraph = PARAGRAPHS[index % PARAGRAPHS.length] ?? "";
    for (const token of readTokens(`${heading}[${count}]\n\n${paragraph}\n\n`)) {
      count += 1;
      yield token;
    }
  }
}
