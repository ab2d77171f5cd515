import type { DemoToolResult } from "./demo-conversation";
import type { DemoTexts } from "./demo-texts";

export function answerToolResults(results: readonly DemoToolResult[], texts: DemoTexts): string {
  return results.map((result) => answerToolResult(result, texts)).join("\n\n");
}

function answerToolResult(result: DemoToolResult, texts: DemoTexts): string {
  const { toolName, input, output, isError } = result;
  if (isError) return texts.toolFailed(toolName, describe(output));
  if (toolName === "calculator") {
    return texts.calculated(field(input, "expression"), field(output, "result"));
  }
  if (toolName === "current_time") {
    return texts.currentTime({
      timeZone: field(output, "timeZone"),
      date: field(output, "date"),
      time: field(output, "time"),
      weekday: field(output, "weekday"),
      utcOffset: field(output, "utcOffset"),
    });
  }
  return texts.toolAnswered(toolName, describe(output));
}

function field(value: unknown, name: string): string {
  const found = typeof value === "object" && value !== null ? Reflect.get(value, name) : undefined;
  return found === undefined ? "?" : describe(found);
}

function describe(value: unknown): string {
  return typeof value === "string" ? value : (JSON.stringify(value) ?? "?");
}
