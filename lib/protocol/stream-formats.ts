import { simpleFormat } from "./simple-format";
import type { StreamFormat, StreamFormatName } from "./stream-format";
import { textFormat } from "./text-format";
import { typedFormat } from "./typed-format";
import { uiFormat } from "./ui-format";

export const STREAM_FORMATS: Readonly<Record<StreamFormatName, StreamFormat>> = {
  simple: simpleFormat,
  typed: typedFormat,
  text: textFormat,
  ui: uiFormat,
};
