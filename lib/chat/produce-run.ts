import type { PublishEvent } from "./chat-events";
import type { ChatMessage } from "./chat-message";
import type { ChatModel } from "./chat-model";
import type { ChatTool } from "./chat-tool";
import { generateReply } from "./generate-reply";
import { MessageBuilder } from "./message-builder";
import type { Run } from "./run";
import { RunReporter } from "./run-reporter";
import type { RunDefaults, StartRun } from "./start-run";
import type { StreamLog } from "./stream-log";
import type { StreamingChunk } from "./streaming-chunk";
import { toFailure } from "./to-failure";
import { UNKNOWN_USAGE } from "./usage";

export interface ProduceRunOptions {
  readonly tools: readonly ChatTool[];
  readonly log: StreamLog;
  readonly publish: PublishEvent;
  readonly defaults: RunDefaults;
  readonly run: Run;
  readonly model: ChatModel;
  readonly start: StartRun;
  readonly messages: readonly ChatMessage[];
}

/** Writes a run's answer into the log, batch by batch, to its end. Never rejects. */
export async function produceRun(
  options: ProduceRunOptions,
  controller: AbortController,
): Promise<void> {
  const { run, model, start, messages, defaults, log } = options;
  const { requestId } = start;
  const reporter = new RunReporter(run, requestId, options.publish);
  const builder = new MessageBuilder(run.id);
  const batches = generateReply(
    {
      model,
      messageId: run.messageId,
      createdAt: run.createdAt,
      requestId,
      maxSteps: defaults.maxSteps,
      toolTimeoutMs: defaults.toolTimeoutMs,
      onError: (error) => reporter.reportError(error),
      request: {
        system: start.system ?? defaults.system,
        messages,
        tools: options.tools,
        temperature: start.temperature ?? defaults.temperature,
        maxOutputTokens: start.maxOutputTokens ?? defaults.maxOutputTokens,
      },
    },
    controller.signal,
  );
  const keep = async (chunks: readonly StreamingChunk[]) => {
    const message = builder.pushAll(chunks);
    if (message === null) await log.append(run.id, chunks);
    else await log.end(run.id, { chunks, message });
    reporter.report(chunks);
  };
  try {
    for await (const batch of batches) await keep(batch);
  } catch (error) {
    // The answer can't be kept. If the log still takes that, readers hear it.
    controller.abort(error);
    reporter.reportError(error);
    const { messageId } = run;
    try {
      await keep(toFailure(error, { messageId, requestId, usage: UNKNOWN_USAGE }));
    } catch (failure) {
      reporter.reportError(failure);
      reporter.reportLoss();
    }
  }
}
