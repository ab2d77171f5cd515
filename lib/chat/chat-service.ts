import { ChatError } from "./chat-error";
import type { PublishEvent } from "./chat-events";
import type { ChatHistory, StoredChat } from "./chat-history";
import type { ChatMessage } from "./chat-message";
import type { ChatModel, ChatModels } from "./chat-model";
import type { ChatTool } from "./chat-tool";
import { isVisibleTo } from "./is-visible-to";
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
  readonly stop: () => void;
  readonly ended: Promise<void>;
}

/** How long a stop waits for an instance that produces the run and may be gone. */
const STOP_TIMEOUT_MS = 8_000;

/** A reader from here gets nothing of a run but waits for its end. */
const AFTER_ALL_CHUNKS = Number.MAX_SAFE_INTEGER;

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
    const { log } = this.#options;
    const model = await this.#findModel(start.model);
    const previousMessages = await this.#previousMessages(start);
    const controller = new AbortController();
    const stop = () => controller.abort(new DOMException("The run was stopped.", "AbortError"));
    const { run, isNew } = await log.open(this.#createRun(start, model.id), {
      isRegeneration: start.isRegeneration,
      userMessage: start.userMessage,
      previousMessages,
      onStopRequested: stop,
    });
    const active = this.#activeRuns.get(run.id);
    if (!isNew) return { run, ended: active?.ended ?? Promise.resolve() };

    const messages = [...previousMessages, start.userMessage];
    const ended = produceRun({ ...this.#options, run, model, start, messages }, controller).finally(
      () => this.#activeRuns.delete(run.id),
    );
    this.#activeRuns.set(run.id, { stop, ended });
    return { run, ended };
  }

  /** `not-found` for an id that leads to no run, or to somebody else's. */
  async findRun(runId: string, ownerId: string | null): Promise<Run> {
    const run = await this.#options.log.find(runId);
    if (run === null || !isVisibleTo(ownerId, run)) {
      throw new ChatError("not-found", "There is no such run.");
    }
    return run;
  }

  /** `null` when the chat has none, or is somebody else's. */
  async findLiveRun(chatId: string, ownerId: string | null): Promise<Run | null> {
    const run = await this.#options.log.findLive(chatId);
    return run !== null && isVisibleTo(ownerId, run) ? run : null;
  }

  /** See `StreamLog.read`. */
  readRun(runId: string, after: number, signal: AbortSignal): AsyncIterable<LogBatch> {
    return this.#options.log.read(runId, after, signal);
  }

  /** Resolves when the chat's run, if it has one, has ended. Stopping twice is like stopping once. */
  async stopRun(chatId: string, ownerId: string | null): Promise<void> {
    const run = await this.findLiveRun(chatId, ownerId);
    if (run === null) return;
    this.#activeRuns.get(run.id)?.stop();
    await this.#options.log.requestStop(run.id);
    const timeout = AbortSignal.timeout(STOP_TIMEOUT_MS);
    await Array.fromAsync(this.#options.log.read(run.id, AFTER_ALL_CHUNKS, timeout));
    if (timeout.aborted) throw new ChatError("internal", "The run has not stopped yet.");
  }

  /** `null` when the chat is unknown, or somebody else's. */
  async loadChat(
    chatId: string,
    ownerId: string | null,
  ): Promise<{ chat: StoredChat; liveRun: Run | null } | null> {
    // In this order: a run that ends in between is in the messages, and a reader of it finds its end.
    const liveRun = await this.#options.log.findLive(chatId);
    const chat = await this.#options.history.load(chatId);
    return chat === null || !isVisibleTo(ownerId, chat) ? null : { chat, liveRun };
  }

  async #findModel(id: string | null): Promise<ChatModel> {
    const model = await this.#options.models.find(id);
    if (model !== null) return model;
    const message = id === null ? "No model is configured." : "There is no model of this name.";
    throw new ChatError("invalid-request", message, { details: [{ path: "model", message }] });
  }

  /** What the history holds counts more than what a client says was said. */
  async #previousMessages(start: StartRun): Promise<readonly ChatMessage[]> {
    const { previousMessages, chatId, ownerId, userMessage } = start;
    const chat = chatId === null ? null : await this.#options.history.load(chatId);
    if (chat !== null && !isVisibleTo(ownerId, chat)) {
      throw new ChatError("not-found", "There is no such chat.");
    }
    const stored = chat?.messages ?? [];
    if (previousMessages !== null) {
      const storedById = new Map(stored.map((message) => [message.id, message]));
      return previousMessages.map((message) => storedById.get(message.id) ?? message);
    }
    const index = stored.findIndex(({ id }) => id === userMessage.id);
    return index === -1 ? stored : stored.slice(0, index);
  }

  #createRun(start: StartRun, model: string): Run {
    const { createId } = this.#options;
    return {
      id: createId(),
      chatId: start.chatId,
      ownerId: start.ownerId,
      userMessageId: start.userMessage.id,
      messageId: createId(),
      model,
      createdAt: new Date().toISOString(),
      state: "running",
    };
  }
}
