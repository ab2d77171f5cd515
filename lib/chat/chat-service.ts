import { ChatError } from "./chat-error";
import type { PublishEvent } from "./chat-events";
import type { ChatHistory } from "./chat-history";
import type { ChatMessage } from "./chat-message";
import type { ChatModel, ChatModels } from "./chat-model";
import type { ChatTool } from "./chat-tool";
import { produceRun } from "./produce-run";
import type { Run } from "./run";
import type { RunDefaults, StartedRun, StartRun } from "./start-run";
import type { LogBatch, StreamLog } from "./stream-log";

export interface ChatServiceOptions {
  readonly models: ChatModels;
  readonly tools: readonly ChatTool[];
  readonly log: StreamLog;
  readonly history: ChatHistory;
  readonly publish: PublishEvent;
  readonly defaults: RunDefaults;
  /** Unguessable, URL-safe. */
  readonly createId: () => string;
}

interface ActiveRun {
  readonly controller: AbortController;
  readonly ended: Promise<void>;
}

/** What a chat is, without any wire: starting, reading and stopping runs. */
export class ChatService {
  readonly #options: ChatServiceOptions;
  readonly #activeRuns = new Map<string, ActiveRun>();

  constructor(options: ChatServiceOptions) {
    this.#options = options;
  }

  /**
   * Starts to answer a message, or finds the run that answers it already. Throws a `ChatError`:
   * `invalid-request` for an unknown model, `conflict` while the chat is busy with another message.
   */
  async startRun(start: StartRun): Promise<StartedRun> {
    const { log, history } = this.#options;
    const model = await this.#findModel(start.model);
    const messages = await this.#messagesFor(start);
    const opened = await log.open(this.#createRun(start, model.id), start);
    const { run } = opened;
    if (!opened.isNew)
      return { run, ended: this.#activeRuns.get(run.id)?.ended ?? Promise.resolve() };
    if (run.chatId !== null) await history.replace(run.chatId, messages);

    const controller = new AbortController();
    const ended = produceRun({ ...this.#options, run, model, start, messages }, controller).finally(
      () => this.#activeRuns.delete(run.id),
    );
    this.#activeRuns.set(run.id, { controller, ended });
    return { run, ended };
  }

  /** `not-found` for an id that leads to no run. */
  async findRun(runId: string): Promise<Run> {
    const run = await this.#options.log.find(runId);
    if (run === null) throw new ChatError("not-found", "There is no such run.");
    return run;
  }

  findLiveRun(chatId: string): Promise<Run | null> {
    return this.#options.log.findLive(chatId);
  }

  /** See `StreamLog.read`. */
  readRun(runId: string, after: number, signal: AbortSignal): AsyncIterable<LogBatch> {
    return this.#options.log.read(runId, after, signal);
  }

  /** Resolves when the chat's run, if it has one, has ended. Stopping twice is like stopping once. */
  async stopRun(chatId: string): Promise<void> {
    const run = await this.#options.log.findLive(chatId);
    const active = run === null ? undefined : this.#activeRuns.get(run.id);
    active?.controller.abort(new DOMException("The run was stopped.", "AbortError"));
    await active?.ended;
  }

  /** `null` when the chat is unknown. */
  async loadChat(
    chatId: string,
  ): Promise<{ messages: readonly ChatMessage[]; liveRun: Run | null } | null> {
    const messages = await this.#options.history.load(chatId);
    return messages === null ? null : { messages, liveRun: await this.findLiveRun(chatId) };
  }

  async #findModel(id: string | null): Promise<ChatModel> {
    const model = await this.#options.models.find(id);
    if (model !== null) return model;
    const message = id === null ? "No model is configured." : "There is no model of this name.";
    throw new ChatError("invalid-request", message, { details: [{ path: "model", message }] });
  }

  /** What the history holds counts more than what a client says was said. */
  async #messagesFor(start: StartRun): Promise<readonly ChatMessage[]> {
    const { previousMessages, chatId, userMessage } = start;
    const stored = (chatId === null ? null : await this.#options.history.load(chatId)) ?? [];
    if (previousMessages !== null) {
      const storedById = new Map(stored.map((message) => [message.id, message]));
      const previous = previousMessages.map((message) => storedById.get(message.id) ?? message);
      return [...previous, userMessage];
    }
    const index = stored.findIndex(({ id }) => id === userMessage.id);
    return [...(index === -1 ? stored : stored.slice(0, index)), userMessage];
  }

  #createRun(start: StartRun, model: string): Run {
    const { createId } = this.#options;
    return {
      id: createId(),
      chatId: start.chatId,
      userMessageId: start.userMessage.id,
      messageId: createId(),
      model,
      createdAt: new Date().toISOString(),
      state: "running",
    };
  }
}
