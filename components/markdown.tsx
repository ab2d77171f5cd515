"use client";

import { memo, useState } from "react";
import type { Options } from "react-markdown";
import ReactMarkdown from "react-markdown";
import remarkCjkFriendly from "remark-cjk-friendly";
import remarkCjkFriendlyGfmStrikethrough from "remark-cjk-friendly-gfm-strikethrough";
import remarkGfm from "remark-gfm";
import remend from "remend";
import { CodeBlock } from "./code-block";
import { MarkdownImage } from "./markdown-image";
import { MarkdownLink } from "./markdown-link";
import { MarkdownTable } from "./markdown-table";
import { remarkLineBreaks } from "./remark-line-breaks";
import { TaskCheckbox } from "./task-checkbox";
import { noMarkdownBlocks, toMarkdownBlocks } from "./to-markdown-blocks";
import { toSafeUrl } from "./to-safe-url";

const remarkPlugins: NonNullable<Options["remarkPlugins"]> = [
  [remarkGfm, { singleTilde: false }],
  remarkCjkFriendly,
  remarkCjkFriendlyGfmStrikethrough,
  remarkLineBreaks,
];

const components: NonNullable<Options["components"]> = {
  a: ({ href, children }) => <MarkdownLink href={href}>{children}</MarkdownLink>,
  img: ({ src, alt }) => <MarkdownImage src={src} alt={alt} />,
  input: ({ checked }) => <TaskCheckbox isDone={checked === true} />,
  pre: ({ children }) => <CodeBlock>{children}</CodeBlock>,
  table: ({ children }) => <MarkdownTable>{children}</MarkdownTable>,
};

export interface MarkdownProps {
  readonly text: string;
  /** More text is coming: what is unfinished at the end is shown as if it were finished. */
  readonly isStreaming: boolean;
}

export function Markdown({ text, isStreaming }: MarkdownProps) {
  const [parsed, setParsed] = useState(noMarkdownBlocks);
  const current = toMarkdownBlocks(text, parsed);
  if (current !== parsed) setParsed(current);

  const { blocks, definitions } = current;
  return (
    <div className="markdown" data-streaming={isStreaming || undefined}>
      {blocks.map((block, index) => {
        const isTail = isStreaming && index === blocks.length - 1;
        const source = isTail ? remend(block, { linkMode: "text-only", katex: false }) : block;
        const needsDefinitions = definitions !== "" && block.includes("]");
        return (
          <MarkdownBlock
            key={index}
            source={needsDefinitions ? `${source}\n\n${definitions}` : source}
          />
        );
      })}
    </div>
  );
}

const MarkdownBlock = memo(function MarkdownBlock({ source }: { source: string }) {
  return (
    <ReactMarkdown remarkPlugins={remarkPlugins} components={components} urlTransform={toSafeUrl}>
      {source}
    </ReactMarkdown>
  );
});
