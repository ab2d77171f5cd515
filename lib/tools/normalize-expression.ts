import { CALCULATOR_FUNCTIONS } from "./calculator-functions";
import { markPercentages } from "./mark-percentages";

const FULL_WIDTH = /[\uff01-\uff5e]/g;
const FULL_WIDTH_OFFSET = 0xfee0;
const REPLACEMENTS: ReadonlyArray<readonly [RegExp, string]> = [
  [/\u3000/g, " "],
  [/\*\*|\u2227/g, "^"],
  [/[×✕✖·∙⋅]/g, "*"],
  [/[÷∕]/g, "/"],
  [/[−–—]/g, "-"],
  [/²/g, "^2"],
  [/³/g, "^3"],
  [/π/g, "pi"],
  [/τ/g, "tau"],
  [/[φϕ]/g, "phi"],
  [/√\s*(\d+(?:\.\d+)?)/g, "sqrt($1)"],
  [/√/g, "sqrt"],
];
const PIECE = /([a-z]\w*)\s*\(|\(|\)|(?<![\w.])\d{1,3}(?:,\d{3})+(?!\d)/gi;

/** What people type, as the parser wants it: `１，２３４ × ２` becomes `1234 * 2`. */
export function normalizeExpression(expression: string): string {
  const ascii = expression.replace(FULL_WIDTH, (character) =>
    String.fromCharCode(character.charCodeAt(0) - FULL_WIDTH_OFFSET),
  );
  const typed = REPLACEMENTS.reduce((text, [from, to]) => text.replaceAll(from, to), ascii);
  return markPercentages(withoutThousandsSeparators(typed.trim()));
}

/** Where a function takes several arguments, a comma separates them: `max(1,234)` is 234. */
function withoutThousandsSeparators(expression: string): string {
  const isArgumentList: boolean[] = [];
  return expression.replace(PIECE, (piece, name: string | undefined) => {
    if (piece.endsWith("(")) {
      const maxArguments = CALCULATOR_FUNCTIONS.get(name ?? "")?.maxArguments ?? 1;
      isArgumentList.push(maxArguments > 1 || isArgumentList.at(-1) === true);
      return piece;
    }
    if (piece === ")") {
      isArgumentList.pop();
      return piece;
    }
    return isArgumentList.at(-1) === true ? piece : piece.replaceAll(",", "");
  });
}
