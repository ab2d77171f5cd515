export interface EnvironmentVariable {
  readonly name: string;
  readonly en: string;
  readonly ko: string;
}

export const ENVIRONMENT_VARIABLES: readonly EnvironmentVariable[] = [
  {
    name: "OPENAI_API_KEY",
    en: "the key of the model provider",
    ko: "모델 제공자의 API 키",
  },
  {
    name: "OPENAI_BASE_URL",
    en: "the address of any OpenAI-compatible server; with it, a key is optional",
    ko: "OpenAI 호환 서버의 주소. 이 값이 있으면 키는 없어도 됩니다",
  },
  {
    name: "OPENAI_API",
    en: "`responses` or `chat`; by default `responses` for OpenAI itself, `chat` with a base URL",
    ko: "`responses` 또는 `chat`. 기본값은 OpenAI에서는 `responses`, 주소를 따로 정했을 때는 `chat`입니다",
  },
  {
    name: "OPENAI_MODELS",
    en: "the names of the models, separated by commas; the first one is the default",
    ko: "쉼표로 구분한 모델 이름. 첫 번째가 기본 모델입니다",
  },
  {
    name: "SYSTEM_PROMPT",
    en: "the instructions that every answer follows by default",
    ko: "모든 답변이 기본으로 따르는 지시문",
  },
  {
    name: "TEMPERATURE",
    en: "how varied answers are by default (0.7)",
    ko: "답변의 다양성 기본값(0.7)",
  },
  {
    name: "MAX_OUTPUT_TOKENS",
    en: "how long an answer may become by default (1000)",
    ko: "답변의 최대 토큰 수 기본값(1000)",
  },
  {
    name: "ALLOWED_ORIGINS",
    en: "other origins that may call this server, separated by commas",
    ko: "이 서버를 호출할 수 있는 다른 출처(origin). 쉼표로 구분합니다",
  },
  {
    name: "CONNECT_TIMEOUT_MS",
    en: "how long to wait for the connection to the model",
    ko: "모델에 연결될 때까지 기다리는 시간",
  },
  {
    name: "FIRST_TOKEN_TIMEOUT_MS",
    en: "how long to wait for the first token",
    ko: "첫 토큰을 기다리는 시간",
  },
  {
    name: "IDLE_TIMEOUT_MS",
    en: "how long a model may stay silent in the middle of an answer",
    ko: "답변 도중에 모델의 침묵을 허용하는 시간",
  },
  {
    name: "LOG_LEVEL",
    en: "how much is logged (`info`)",
    ko: "로그를 얼마나 자세히 남길지(기본값 `info`)",
  },
  {
    name: "DATA_DIR",
    en: "where chats and answers are kept (`.data`)",
    ko: "대화와 답변을 보관하는 폴더(기본값 `.data`)",
  },
  {
    name: "SESSION_SECRET",
    en: "signs the cookies of guests; made once and kept in `DATA_DIR` when not set",
    ko: "손님 쿠키에 서명하는 비밀 값. 없으면 한 번 만들어 `DATA_DIR`에 보관합니다",
  },
  {
    name: "LOG_CONTENT",
    en: "whether the log may quote what people and models wrote where an error does (`false`)",
    ko: "오류가 인용하는 대화 내용까지 로그에 남길지(기본값 `false`)",
  },
];

/** The variable that a message names, or `null`. */
export function findEnvironmentVariable(message: string): EnvironmentVariable | null {
  const isNamed = ({ name }: EnvironmentVariable) => {
    return new RegExp(`(?<![A-Z_])${name}(?![A-Z_])`).test(message);
  };
  return ENVIRONMENT_VARIABLES.find(isNamed) ?? null;
}
