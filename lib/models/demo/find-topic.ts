export type DemoTopic =
  | "hello"
  | "thanks"
  | "abilities"
  | "configuration"
  | "environment"
  | "models"
  | "tools"
  | "formats"
  | "resuming"
  | "stopping"
  | "api";

const TOPICS: ReadonlyArray<readonly [DemoTopic, RegExp]> = [
  ["environment", /\benv(?:ironment)?\b|\.env\b|환경\s*변수/i],
  ["formats", /\bformats?\b|\b(?:simple|typed) format\b|포맷|형식/i],
  [
    "resuming",
    /\bresum(?:e|es|ing|able)\b|\breconnect|last-event-id|이어\s*(?:받|서|보)|재개|재연결/i,
  ],
  ["stopping", /\bstop(?:s|ped|ping)?\b|\bcancel|중지|멈추|멈춰|정지|취소/i],
  ["api", /\bapi\b(?!\s*(?:keys?|키))|\bcurl\b|\beventsource\b|\bendpoints?\b|\bsse\b|엔드포인트/i],
  ["tools", /\btools?\b|도구|계산기/i],
  ["models", /\bmodels?\b|모델/i],
  [
    "configuration",
    /\bconfig|\bset\s?up\b|\bsettings?\b|\bkeys?\b|\bopenai\b|\bollama\b|\blm studio\b|\bvllm\b|\bllama\.cpp\b|\bopenrouter\b|설정|설치|연결하|api\s*키|키를\s*(?:어디|어떻게)|올라마/i,
  ],
  [
    "abilities",
    /\bhelp\b|\bwhat can you do\b|\bwho are you\b|도움말|도와|뭘 할|무엇을 할|할 수 있|누구(?:야|세요|니|예요|인가요)|사용법/i,
  ],
  ["thanks", /\bthanks?\b|\bthank you\b|\bthx\b|고마워|고맙|감사/i],
  [
    "hello",
    /^\s*(?:hi|hello|hey|good (?:morning|afternoon|evening))\b|안녕|반가|^\s*하이(?![가-힣])/i,
  ],
];

/** The first topic of the application that a message touches, or `null`. */
export function findTopic(message: string): DemoTopic | null {
  return TOPICS.find(([, keywords]) => keywords.test(message))?.[0] ?? null;
}
