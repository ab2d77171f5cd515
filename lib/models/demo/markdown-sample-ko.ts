/** Everything that a chat has to render, and what renderers get wrong: emphasis next to particles. */
export const MARKDOWN_SAMPLE_KO = `# 마크다운 예시

저는 내장 데모 모델이고, 이 글은 미리 써 둔 예시입니다. **마크다운(Markdown)**을 화면에 올바르게 그리는지 살펴보세요. 🎨

## 글자 꾸미기

**굵은 글씨**와 *기울인 글씨*, ***굵고 기울인 글씨***, ~~취소선(strikethrough)~~을 쓸 수 있고, \`inline code\`도 문장 안에 넣을 수 있습니다. 한국어에서는 강조 바로 뒤에 조사가 붙습니다. **스트리밍(streaming)**은 답변을 조각내어 보내고, **서버 전송 이벤트(SSE)**를 통해 *실시간(real-time)*으로 전달하며, **"따옴표"**가 들어가도 별표가 그대로 보여서는 안 됩니다.

여러 문단에 걸친 글도 확인해 보겠습니다. 강물은 여울을 지나며 소리를 내고, 글은 조각조각 흘러와 문장이 됩니다. 긴 문장이 화면 너비를 넘어가면 낱말 사이에서 자연스럽게 줄이 바뀌어야 하며, 글이 늘어나는 동안에도 이미 그려진 부분이 흔들리지 않아야 합니다.

### 조사와 강조

한국어 글에서 자주 보는 모양을 모았습니다. **모델(model)**이 답하고, **사용자(user)**에게 보이고, **기록(log)**으로 남고, **색인(index)**까지 만들어집니다. **"작은따옴표와 큰따옴표"**도, **(괄호로 둘러싼 말)**도, **50%**를 넘는 값도, **\`code\`**가 들어간 말도 굵게 보여야 합니다. ~~지운 말(deleted)~~은 줄이 그어져야 하고, *기울인 말(italic)*과 나란히 있어도 서로 섞이지 않아야 합니다.

### 이모지

가족 👨‍👩‍👧‍👦, 국기 🇰🇷, 피부색 👍🏽, 하트 ❤️‍🔥, 그리고 평범한 웃음 😀까지 모두 한 글자로 보여야 합니다.

## 코드

TypeScript로 스트림을 읽는 방법입니다.

\`\`\`ts
export async function* readChunks(url: string): AsyncGenerator<string> {
  const response = await fetch(url);
  if (response.body === null) return;
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    yield value; // 한 조각씩 넘깁니다
  }
}
\`\`\`

Python으로는 이렇게 씁니다.

\`\`\`python
import json
import urllib.request

request = urllib.request.Request(
    "http://localhost:3000/api/chat/stream",
    data=json.dumps({"message": "안녕하세요"}).encode(),
    headers={"Content-Type": "application/json"},
)
with urllib.request.urlopen(request) as response:
    for line in response:
        print(line.decode().rstrip())
\`\`\`

터미널에서는 한 줄이면 충분합니다.

\`\`\`bash
curl -N 'http://localhost:3000/api/chat/stream?message=hello' | grep '^data:'
\`\`\`

## 표

| 형식 | 쓰임새 | 끝맺음 |
| :--- | :---: | ---: |
| \`simple\` | **EventSource**로 읽는 페이지 | \`{"done":true}\` |
| \`typed\` | 도구 호출까지 보는 프로그램 | \`[DONE]\` |
| \`text\` | curl과 셸 스크립트 | \`[DONE]\` |
| \`ui\` | AI SDK의 *useChat* | \`[DONE]\` |

## 목록

1. 메시지를 보냅니다.
   - 질문은 짧아도 되고 길어도 됩니다.
   - 여러 줄로 써도 됩니다.
     - 세 번째 단계까지 들여 쓴 항목입니다.
2. 답변이 흘러나옵니다.
   1. 먼저 첫 토큰이 도착합니다.
   2. 나머지가 차례로 이어집니다.
3. 필요하면 답변을 멈춥니다.

할 일 목록도 있습니다.

- [x] 데모 모델과 대화하기
- [x] **마크다운(Markdown)** 예시 보기
- [ ] \`.env.local\`에 실제 모델 설정하기
- [ ] 친구에게 보여 주기 🎉

## 인용과 링크

> 천 리 길도 한 걸음부터 시작합니다.
>
> > 인용문 안의 인용문도 그릴 수 있습니다.
> >
> > - 그 안에 **목록(list)**을 넣을 수도 있습니다.

자세한 문법은 [CommonMark](https://commonmark.org)에서 볼 수 있고, <https://github.github.com/gfm/>에는 표와 할 일 목록, ~~취소선~~의 규칙이 있습니다.

---

특수 문자도 확인합니다. 꺾쇠 \`<div>\`, 앰퍼샌드 &, 별표 \\*, 밑줄 \\_, 달러 기호 $100, 말줄임표…

끝으로 조금 긴 문단 하나를 더 보여 드립니다. 여울은 강이나 바다의 바닥이 얕거나 폭이 좁아 물살이 세게 흐르는 곳을 뜻하는 순우리말입니다. 답변이 조각조각 흘러와도 한 방울도 잃지 않겠다는 뜻을 이 이름에 담았습니다. 연결이 끊기면 끊긴 자리부터 다시 이어지고, 서버가 멈추면 멈추었다고 알려 드립니다.

여기까지가 예시입니다. **끝(end)**까지 읽어 주셔서 고맙습니다.
`;
