import { ENVIRONMENT_VARIABLES } from "./environment-variables";
import type { DemoTopic } from "./find-topic";

export const KOREAN_TOPICS: Readonly<Record<DemoTopic, string>> = {
  hello:
    "안녕하세요! 저는 여울(Yeoul)의 내장 **데모 모델**입니다. AI가 아니라 짧은 각본을 따르는 프로그램이며, " +
    "실제 모델을 연결하기 전에 이 애플리케이션을 써 보실 수 있도록 돕습니다.\n\n" +
    "`12*34+5`, `지금 몇 시야?`, `마크다운`을 입력해 보시거나, 실제 모델을 연결하는 **설정** 방법을 물어보세요.",
  thanks: "천만에요! 실제 모델을 연결하고 싶으실 때는 언제든지 **설정** 방법을 물어보세요.",
  abilities: `저는 AI가 아니라 내장 **데모 모델**입니다. 제가 할 수 있는 일은 다음과 같습니다.

- 계산기 도구로 **계산하기**: \`12*34+5\`, \`1234 곱하기 5678\`
- 시계 도구로 **시각 알려 드리기**: \`지금 뉴욕은 몇 시야?\`
- **서식 보여 드리기**: \`마크다운\`
- **추론 과정 보여 드리기**: \`생각해 줘\`
- **사용법 안내하기**: \`설정\`, \`API\`, \`형식\`, \`이어받기\`, \`중지\`, \`모델\`, \`도구\`, \`환경 변수\`
- 시험용 **문제 상황 만들기**: \`/help\`로 명령어를 볼 수 있습니다

그 밖의 질문에는 실제 모델이 필요합니다. 연결 방법은 **설정**이라고 물어보시면 알려 드립니다.`,
  configuration: `실제 모델을 연결하려면 다음 중 하나를 \`.env.local\`에 적고 서버를 다시 시작해 주세요.

**OpenAI**

\`\`\`bash
OPENAI_API_KEY=sk-...
OPENAI_MODELS=모델-이름,다른-모델
\`\`\`

**OpenAI 호환 서버** (Ollama, LM Studio, vLLM, llama.cpp, OpenRouter 등)

\`\`\`bash
OPENAI_BASE_URL=http://localhost:11434/v1   # Ollama
OPENAI_MODELS=모델-이름
\`\`\`

\`OPENAI_BASE_URL\`을 설정하면 키가 없어도 됩니다. 다만 OpenRouter 같은 외부 서비스는 키를 요구합니다. \`OPENAI_MODELS\`의 첫 번째 이름이 기본 모델입니다.`,
  environment: `다음 변수를 \`.env.local\`에 설정할 수 있습니다. 모두 선택 사항입니다.

${ENVIRONMENT_VARIABLES.map(({ name, ko }) => `- \`${name}\`: ${ko}`).join("\n")}`,
  models:
    "지금은 AI가 아닌 내장 데모 모델 `demo`와 대화하고 계십니다. 실제 모델의 이름은 `OPENAI_MODELS`에 쉼표로 구분해 적으며, " +
    "첫 번째가 기본 모델입니다. 모델 서버의 주소는 `OPENAI_BASE_URL`로 정하고, 정하지 않으면 OpenAI를 사용합니다. " +
    "사용할 수 있는 모델은 페이지 위쪽의 목록에서 볼 수 있습니다.",
  tools:
    "내장 도구는 두 가지입니다. `calculator`는 정확하게 계산하고, `current_time`은 모든 시간대의 날짜와 시각을 알려 줍니다. " +
    "모델은 필요할 때 도구를 호출합니다. `12*34+5`를 입력해 보세요. `2^64은 얼마고 지금 서울은 몇 시야?`라고 물으시면 두 도구를 한꺼번에 호출합니다.",
  formats: `\`POST /api/chat/stream\`은 네 가지 형식을 지원합니다. \`?format=\`으로 고를 수 있습니다.

| 형식 | 이벤트 |
| --- | --- |
| \`simple\` | 글 조각마다 \`{"chunk":"…"}\`, 끝에 \`{"done":true}\` |
| \`typed\` | \`content\`, \`tool_call\`, \`tool_result\`, \`error\`, \`complete\`, 끝에 \`[DONE]\` |
| \`text\` | 글만 그대로, 끝에 \`[DONE]\` |
| \`ui\` | \`useChat\`이 읽는 AI SDK의 UI 메시지 스트림 |`,
  resuming:
    "답변은 연결이 아니라 서버에 속합니다. 탭을 닫아도 답변은 계속 만들어집니다. 모든 이벤트에는 `id`가 있습니다. " +
    "마지막으로 받은 값을 `Last-Event-ID` 헤더(또는 `?lastEventId=`)에 담아 다시 연결하면, 그다음 이벤트부터 빠지거나 겹치는 것 없이 이어집니다. " +
    "더 받을 것이 없으면 `204`를 돌려줍니다.",
  stopping:
    "답변 멈추기 버튼이나 `DELETE /api/chat/{chatId}/stream`은 답변을 근본에서 멈춥니다. 모델로 보낸 요청을 닫고, " +
    "그때까지 쓴 내용은 멈춘 답변으로 표시해 보관합니다. 탭을 닫는 것만으로는 멈추지 않습니다.",
  api: `**스트리밍**은 curl로 이렇게 받습니다.

\`\`\`bash
curl -N http://localhost:3000/api/chat/stream \\
  -H 'Content-Type: application/json' \\
  -d '{"message":"안녕하세요"}'
\`\`\`

**브라우저**에서는 \`EventSource\`를 쓸 수 있습니다.

\`\`\`js
const source = new EventSource("/api/chat/stream?message=" + encodeURIComponent("안녕하세요"));
source.onmessage = ({ data }) => {
  const { chunk, done } = JSON.parse(data);
  if (chunk) console.log(chunk);
  if (done) source.close();
};
\`\`\`

**답변을 한 번에** 받으려면 \`POST /api/chat\`에 \`{"question":"안녕하세요"}\`를 보내세요. 자세한 내용은 소스 코드의 \`docs/protocol.md\`에 있습니다.`,
};
