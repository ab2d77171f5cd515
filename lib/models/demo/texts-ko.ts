import { CITIES } from "./cities";
import type { DemoTexts } from "./demo-texts";
import { MARKDOWN_SAMPLE_KO } from "./markdown-sample-ko";
import { KOREAN_TOPICS } from "./topics-ko";

const WEEKDAYS: ReadonlyMap<string, string> = new Map([
  ["Monday", "월요일"],
  ["Tuesday", "화요일"],
  ["Wednesday", "수요일"],
  ["Thursday", "목요일"],
  ["Friday", "금요일"],
  ["Saturday", "토요일"],
  ["Sunday", "일요일"],
]);

const COMMANDS = `내장 데모 모델의 명령어입니다. 메시지 맨 앞에 적어 주세요.

| 명령어 | 동작 |
| --- | --- |
| \`/help\` | 이 목록을 보여 줍니다 |
| \`/echo <글>\` | 보낸 글을 그대로 돌려줍니다 |
| \`/long [토큰 수=4000] [초당 토큰 수=50]\` | 문단마다 번호가 붙은 아주 긴 답변입니다. 속도 0은 최대 속도입니다 |
| \`/slow [초=5]\` | 첫 토큰이 늦게 나옵니다 |
| \`/stall [초=60]\` | 답변 도중에 한동안 조용해집니다 |
| \`/hang\` | 아무것도 오지 않습니다 |
| \`/error\` | 첫 토큰 전에 요청이 실패합니다 |
| \`/error after [n=20]\` | 토큰 n개 뒤에 오류가 납니다 |
| \`/cut [n=20]\` | 토큰 n개 뒤에 말없이 연결이 끊깁니다 |
| \`/tool error\` | 실패하는 도구를 호출합니다 |
| \`/loop\` | 허용되는 동안 단계마다 도구를 호출합니다 |`;

export const KOREAN_TEXTS: DemoTexts = {
  topics: KOREAN_TOPICS,
  commands: COMMANDS,
  markdownSample: MARKDOWN_SAMPLE_KO,
  thoughts:
    "생각해 보라는 메시지입니다. 저는 내장 데모 모델이라 실제로 생각하지는 않습니다. " +
    "이 글은 모델의 추론 과정이 답변보다 먼저 스트리밍되는 모습을 보여 주기 위한 것입니다. " +
    "이제 키워드나 계산식, 시간에 관한 질문이 있는지 살펴보고 답변을 고르겠습니다.",
  afterThoughts:
    "이 답변 위에 보이는 부분이 모델의 **추론 과정**이 나타나는 자리입니다. 저는 AI가 아니라 내장 데모 모델이므로, " +
    "제 추론은 미리 써 둔 글입니다. 실제 모델을 연결하는 방법은 **설정**이라고 물어보시면 알려 드립니다.",
  afterSlowStart:
    "오래 기다리셨습니다. `/slow` 명령에 따라 첫 토큰을 늦게 보냈습니다. 이제부터는 평소 속도로 나옵니다.",
  beforeStall: "이 답변은 평소처럼 시작하지만, `/stall` 명령에 따라 이제 잠시 조용해집니다. ",
  afterStall: "다시 이어집니다. 그사이에 잃어버린 내용은 없습니다.",
  fallback: (quote) =>
    `“${quote}”라고 쓰셨네요. 저는 AI가 아니라 내장 **데모 모델**이라서 이 말씀에는 제대로 답해 드릴 수 없습니다.\n\n` +
    "대신 이런 것을 할 수 있습니다.\n\n" +
    "- 계산: `12*34+5`\n" +
    "- 시각 안내: `지금 뉴욕은 몇 시야?`\n" +
    "- 서식 예시: `마크다운`\n" +
    "- 사용 안내: `도움말`, `설정`, `API`\n\n" +
    "실제 답변을 받으시려면 `.env.local`에 `OPENAI_API_KEY`를 설정해 주세요. 직접 운영하는 서버를 쓰신다면 `OPENAI_BASE_URL`을 설정하시면 됩니다.",
  unknownCommand: (name) => `\`${name}\` 명령어는 없습니다.\n\n${COMMANDS}`,
  environmentVariable: ({ name, ko }) =>
    `\`${name}\`: ${ko}.\n\n\`.env.local\`에 설정한 뒤 서버를 다시 시작해 주세요.`,
  calculated: (expression, result) =>
    `\`${expression}\` = **${result}**\n\n(계산기 도구로 계산한 결과입니다.)`,
  currentTime: ({ timeZone, date, time, weekday, utcOffset }) => {
    const place = CITIES.find((city) => city.timeZone === timeZone)?.ko ?? timeZone;
    const [year, month, day] = date.split("-").map(Number);
    const [hours, minutes] = time.split(":").map(Number);
    const calendar = `${year}년 ${month}월 ${day}일 ${WEEKDAYS.get(weekday) ?? weekday}`;
    return `**${place}** 현재 시각은 ${calendar} ${hours}시 ${minutes}분입니다. (${timeZone}, UTC${utcOffset})`;
  },
  toolAnswered: (toolName, output) => `\`${toolName}\` 도구의 답입니다: ${output}`,
  toolFailed: (toolName, message) => `\`${toolName}\` 도구가 실패했습니다: ${message}`,
  toolMissing: (toolName) =>
    `답하려면 \`${toolName}\` 도구가 필요한데, 지금은 사용할 수 없습니다. 저는 내장 데모 모델이라 결과를 짐작해서 말씀드리지 않습니다.`,
  loopEnded: (calls) => `도구를 ${calls}번 호출하고 반복을 마쳤습니다. 더는 호출할 수 없습니다.`,
  longTextEnd: (tokens) => `\n\n답변 끝, 토큰 ${tokens}개입니다.`,
};
