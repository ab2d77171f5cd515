interface MarkdownNode {
  readonly type: string;
  readonly value?: string;
  readonly children?: MarkdownNode[];
}

/** `<br>` is the only way to break a line in a table, so it is the one tag that means something. */
export function remarkLineBreaks() {
  return replaceLineBreaks;
}

function replaceLineBreaks({ children }: MarkdownNode): void {
  children?.forEach((child, index) => {
    if (isLineBreak(child)) children[index] = { type: "break" };
    else replaceLineBreaks(child);
  });
}

function isLineBreak({ type, value }: MarkdownNode): boolean {
  return type === "html" && value !== undefined && /^<br\s*\/?>$/i.test(value);
}
