const graphemes = new Intl.Segmenter(undefined, { granularity: "grapheme" });

const MAX_WEIGHT = 12;
const HANGUL = /^[\u1100-\u11ff\u3130-\u318f\uac00-\ud7a3]/;
const LINE_BREAK = /^[\r\n]/;
const SPACE = /^[^\S\r\n]/;

type Kind = "space" | "line-break" | "visible";

/**
 * Pieces the size of a model's tokens: up to six Hangul syllables or twelve letters, a word with the
 * space before it. Joined they are the text again; none begins or ends inside a grapheme cluster.
 */
export function* readTokens(text: string): Generator<string, void> {
  let token = "";
  let weight = 0;
  let lastKind: Kind = "visible";
  for (const { segment } of graphemes.segment(text)) {
    const kind = kindOf(segment);
    const beginsWord = kind !== lastKind && lastKind !== "space";
    if (token !== "" && (beginsWord || weight >= MAX_WEIGHT)) {
      yield token;
      token = "";
      weight = 0;
    }
    token += segment;
    weight += HANGUL.test(segment) ? 2 : 1;
    lastKind = kind;
  }
  if (token !== "") yield token;
}

function kindOf(grapheme: string): Kind {
  if (LINE_BREAK.test(grapheme)) return "line-break";
  return SPACE.test(grapheme) ? "space" : "visible";
}
