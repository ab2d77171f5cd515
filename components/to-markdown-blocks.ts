import { Lexer } from "marked";

/** A markdown text cut into pieces that can be rendered one by one. */
export interface MarkdownBlocks {
  readonly text: string;
  readonly blocks: readonly string[];
  /** `[name]: url` lines: every block may refer to them. */
  readonly definitions: string;
}

export const noMarkdownBlocks: MarkdownBlocks = { text: "", blocks: [], definitions: "" };

/** The last block may still grow, and the one before it may still grow together with it. */
const unsettledBlocks = 2;

/** `previous` saves work when `source` continues the text that it was made from. */
export function toMarkdownBlocks(source: string, previous: MarkdownBlocks): MarkdownBlocks {
  const text = source.replace(/\r\n?/g, "\n");
  if (text === previous.text) return previous;
  if (/^\[\^[^\]\s]+\]:/m.test(text)) return { text, blocks: [text], definitions: "" };

  const settled = text.startsWith(previous.text) ? previous.blocks.slice(0, -unsettledBlocks) : [];
  const settledLength = settled.reduce((length, block) => length + block.length, 0);
  const blocks = [...settled, ...lexBlocks(text.slice(settledLength))];
  const definitions = blocks.filter(isDefinition).join("\n");
  return { text, blocks, definitions };
}

function lexBlocks(text: string): string[] {
  const blocks: string[] = [];
  for (const token of new Lexer({ gfm: true }).lex(text)) {
    if (token.type === "space" && blocks.length > 0) blocks.push((blocks.pop() ?? "") + token.raw);
    else blocks.push(token.raw);
  }
  return blocks;
}

function isDefinition(block: string): boolean {
  return /^ {0,3}\[[^\]^][^\]]*\]:\s*\S+/.test(block);
}
