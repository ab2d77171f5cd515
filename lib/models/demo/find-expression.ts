const FUNCTIONS =
  "sqrt|cbrt|abs|round|floor|ceil|min|max|log10|log2|log|ln|exp|a?sin|a?cos|a?tan|factorial|pow|mod|gcd|lcm";
const RUN = new RegExp(
  String.raw`(?:\d+e[-+]?\d+|\b(?:${FUNCTIONS}|pi|tau|phi|e)\b|[\d.,+\-*/^%!()×÷−√π²³ \t])+`,
  "gi",
);
const BINARY = /[\d)!%π²³ei]\s*(?:[-+*/^%×÷−]|mod\b)[\s\-(√]*[\d.(√πa-z]/i;
const CALL = new RegExp(String.raw`\b(?:${FUNCTIONS})\s*\(.*\d|√\s*\d|\d[²³]|^\d+!$`, "i");
const NOT_ARITHMETIC =
  /https?:\/\/\S+|\b\d{4}[-/.]\d{1,2}[-/.]\d{1,2}\b|\b0\d{1,2}-\d{3,4}-\d{4}\b|\d+\.\d+\.\d[\d./-]*/g;
const FULL_WIDTH = /[\uff01-\uff5e]/g;
const MAX_LENGTH = 500;

const SPOKEN: ReadonlyArray<readonly [RegExp, string]> = [
  [/(?<=\d)\s*(?:곱하기|multiplied by|times)\s*(?=-?\d)/gi, " * "],
  [/(?<=\d)\s*(?:더하기|plus)\s*(?=-?\d)/gi, " + "],
  [/(?<=\d)\s*(?:빼기|minus)\s*(?=-?\d)/gi, " - "],
  [/(?<=\d)\s*(?:나누기|divided by)\s*(?=-?\d)/gi, " / "],
  [/(?<=\d)\s*to the power of\s*(?=-?\d)/gi, "^"],
  [/(?<=\d)\s*의\s*(\d+)\s*제곱(?!근)/g, "^$1"],
  [/([\d.]*\d)\s*의\s*제곱근/g, "sqrt($1)"],
  [/(?<=\d)\s*(?:의\s*제곱|squared)/gi, "^2"],
  [/(?:루트|square root of)\s*([\d.]*\d)/gi, "sqrt($1)"],
  [/\b(\d+)\s*(?:팩토리얼|factorial)/gi, "factorial($1)"],
  [/%\s*of\s+(?=\d)/gi, "% * "],
  [/(?<=\d)\s*의\s*(?=[\d.]+\s*%)/g, " * "],
];

/** The longest arithmetic in a message, as it was typed, or `null`. Dates and versions are none. */
export function findExpression(message: string): string | null {
  const ascii = message.replace(FULL_WIDTH, (character) =>
    String.fromCharCode(character.charCodeAt(0) - 0xfee0),
  );
  const typed = SPOKEN.reduce(
    (text, [words, symbol]) => text.replaceAll(words, symbol),
    ascii.replaceAll(NOT_ARITHMETIC, ";"),
  );
  const found = [...typed.matchAll(RUN)]
    .filter(({ 0: run, index }) => isByItself(typed, index, run.length))
    .flatMap(({ 0: run }) => run.split(run.includes("(") ? /\.\s+/ : /[.,]\s+/))
    .map(trim)
    .filter((text) => text.length <= MAX_LENGTH && (BINARY.test(text) || CALL.test(text)))
    .toSorted((a, b) => b.length - a.length);
  return found[0] ?? null;
}

/** `gpt-4-1` and `2+2a` are names. */
function isByItself(text: string, start: number, length: number): boolean {
  const around = text.slice(Math.max(start - 1, 0), start + length + 1);
  return !/^[a-z_][^\sa-z.,()]|[^\sa-z.,()][a-z_]$/i.test(around);
}

function trim(run: string): string {
  const text = run
    .replace(/^(?:[\s,)*/^%!]|\.(?!\d)|[-+]\s+)+/, "")
    .replace(/[\s.,+\-*/^(×÷−√]+$/, "");
  const surplus = count(text, "(") - count(text, ")");
  if (surplus > 0 && text.startsWith("(")) return text.slice(1);
  if (surplus < 0 && text.endsWith(")")) return text.slice(0, -1);
  return text;
}

function count(text: string, character: string): number {
  return text.split(character).length - 1;
}
