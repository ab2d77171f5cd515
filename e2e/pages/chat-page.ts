import type { Locator, Page } from "@playwright/test";
import type { UiText } from "@/components/ui-text";
import { expect } from "../fixtures/patient-expect";

/** The chat as a person meets it: found by roles and labels, in the language of `text`. */
export class ChatPage {
  readonly page: Page;
  readonly text: UiText;
  readonly input: Locator;
  readonly sendButton: Locator;
  readonly stopButton: Locator;
  readonly status: Locator;
  readonly conversation: Locator;
  readonly questions: Locator;
  readonly answers: Locator;
  readonly alert: Locator;
  readonly requestId: Locator;
  readonly retryButton: Locator;
  readonly copyAnswerButton: Locator;
  readonly answerAgainButton: Locator;
  readonly copyCodeButton: Locator;
  readonly scrollToEndButton: Locator;
  readonly suggestions: Locator;
  readonly homeLink: Locator;
  readonly newChatLink: Locator;
  readonly modelSelect: Locator;

  constructor(page: Page, text: UiText) {
    const button = (name: string) => page.getByRole("button", { name, exact: true });
    this.page = page;
    this.text = text;
    this.input = page.getByRole("textbox", { name: text.input.label });
    this.sendButton = button(text.input.send);
    this.stopButton = button(text.input.stop);
    this.status = page.getByRole("status");
    this.conversation = page.getByRole("log", { name: text.conversation });
    this.questions = page.getByRole("article", { name: text.userSaid });
    this.answers = page.getByRole("article", { name: text.assistantSaid });
    this.retryButton = button(text.retry);
    this.alert = page.getByRole("alert").filter({ has: this.retryButton });
    this.requestId = this.alert.getByRole("code");
    this.copyAnswerButton = button(text.copyAnswer);
    this.answerAgainButton = button(text.answerAgain);
    this.copyCodeButton = button(text.copy);
    this.scrollToEndButton = button(text.scrollToEnd);
    this.suggestions = page.getByRole("list", { name: text.empty.suggestionsLabel });
    this.homeLink = page.getByRole("link", { name: text.home });
    this.newChatLink = page.getByRole("link", { name: text.newChat });
    this.modelSelect = page.getByRole("combobox", { name: text.model });
  }

  async open(path = "/"): Promise<void> {
    await this.page.goto(path);
    await this.expectAlive();
  }

  async reload(): Promise<void> {
    await this.page.reload();
    await this.expectAlive();
  }

  /** The input takes the height of its text as soon as the page reacts to anything. */
  async expectAlive(): Promise<void> {
    await expect(this.input).toHaveAttribute("style", /height/);
  }

  async write(message: string): Promise<void> {
    await this.input.fill(message);
    await expect(this.sendButton).toBeEnabled();
  }

  async send(message: string): Promise<void> {
    await this.write(message);
    await this.input.press("Enter");
  }

  async expectWholeAnswers(count: number): Promise<void> {
    await expect(this.answers).toHaveCount(count);
    await expect(this.status).toHaveText(this.text.finished);
  }

  async expectStopped(): Promise<void> {
    await expect(this.status).toHaveText(this.text.phases.stopped);
    await expect(this.answers.last()).toContainText(this.text.outcomes.stopped);
  }

  /** The last answer's markdown, as a person gets hold of it. */
  async copyLastAnswer(): Promise<string> {
    await this.page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
    const { copied } = this.text;
    await this.copyAnswerButton.last().click();
    await expect(this.page.getByRole("button", { name: copied, exact: true })).toBeVisible();
    return this.page.evaluate(() => navigator.clipboard.readText());
  }

  /** The address of the chat's live run: `204` when nothing is running. */
  runUrl(): string {
    return `/api${new URL(this.page.url()).pathname}/stream`;
  }

  async expectNoLiveRun(): Promise<void> {
    expect((await this.page.request.get(this.runUrl())).status()).toBe(204);
  }

  async scrollDistanceFromEnd(): Promise<number> {
    return this.conversation.evaluate(
      ({ scrollHeight, scrollTop, clientHeight }) => scrollHeight - scrollTop - clientHeight,
    );
  }
}
