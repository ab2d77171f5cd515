import { expect, test } from "../../fixtures/ui-test";

const refusals = [
  { status: 409, code: "conflict", headers: {} },
  { status: 413, code: "payload-too-large", headers: {} },
  { status: 429, code: "rate-limited", headers: { "Retry-After": "7" } },
];

test.beforeEach(({ chat }) => chat.open());

test("a failure is told in words, with the request's id, and asked again by Try again", async ({
  chat,
}) => {
  await chat.send("/error");
  await expect(chat.alert).toContainText(chat.text.errors["model-error"] ?? "");
  await expect(chat.requestId).toHaveText(/\S{8,}/);
  await expect(chat.questions).toHaveText(["/error"]);
  await expect(chat.status).toHaveText(chat.text.phases.failed);
  const requestId = await chat.requestId.innerText();

  await chat.retryButton.click();
  await expect(chat.requestId).not.toHaveText(requestId);
  await expect(chat.questions).toHaveText(["/error"]);

  await chat.send("/echo going on");
  await chat.expectWholeAnswers(1);
  await expect(chat.alert).toBeHidden();
});

test("what was said before a failure stays, also after a reload", async ({ chat }) => {
  await chat.send("/error after 5");
  await expect(chat.alert).toContainText(chat.text.errors["model-error"] ?? "");
  await expect(chat.requestId).toHaveText(/\S{8,}/);
  await expect(chat.answers).toHaveText(/\S+/);
  const shown = await chat.answers.innerText();

  await chat.reload();
  await expect(chat.alert).toContainText(chat.text.errors["model-error"] ?? "");
  expect(await chat.answers.innerText()).toBe(shown);
  await chat.retryButton.click();
  await expect(chat.status).toHaveText(chat.text.phases.waiting);
  await expect(chat.alert).toBeVisible();
  await expect(chat.answers).toHaveCount(1);
});

test("a model that hangs up in the middle is a failure, not the end", async ({ chat }) => {
  await chat.send("/cut 10");
  await expect(chat.alert).toContainText(chat.text.errors["model-error"] ?? "");
  await expect(chat.answers).toHaveText(/\S+/);
  await chat.expectNoLiveRun();
});

for (const { status, code, headers } of refusals) {
  test(`a message that is refused with ${status} comes back into the input`, async ({
    chat,
    page,
    expectedPageErrors,
  }) => {
    expectedPageErrors.push(new RegExp(`status of ${status}`));
    const error = { code, message: "Refused.", requestId: "request-1" };
    await page.route(
      "**/api/chat/stream",
      (route) => route.fulfill({ status, headers, json: { error } }),
      { times: 1 },
    );
    await chat.send("/echo after all");

    await expect(chat.alert).toContainText(chat.text.errors[code] ?? "");
    await expect(chat.requestId).toHaveText("request-1");
    await expect(chat.input).toHaveValue("/echo after all");
    await expect(chat.questions).toHaveCount(0);
    expect(new URL(page.url()).pathname).toBe("/");

    await chat.retryButton.click();
    await chat.expectWholeAnswers(1);
    await expect(chat.questions).toHaveText(["/echo after all"]);
    await expect(chat.answers).toHaveText(["after all"]);
    await expect(chat.input).toHaveValue("");
    await expect(chat.alert).toBeHidden();
  });
}

test("a refusal says when to come back", async ({ chat, page, expectedPageErrors }) => {
  expectedPageErrors.push(/status of 429/);
  const error = { code: "rate-limited", message: "Refused.", requestId: "request-1" };
  await page.route("**/api/chat/stream", (route) =>
    route.fulfill({ status: 429, headers: { "Retry-After": "7" }, json: { error } }),
  );
  await chat.send("hello");
  await expect(chat.alert).toContainText(chat.text.retryAfter(7));
});

test("a chat that is busy elsewhere refuses, and the message is not lost", async ({
  chat,
  page,
  expectedPageErrors,
}) => {
  expectedPageErrors.push(/status of 409/);
  await chat.send("/echo one");
  await chat.expectWholeAnswers(1);
  const chatId = new URL(page.url()).pathname.split("/").at(-1);
  const busy = await page.evaluate(
    ([id]) =>
      fetch("/api/chat/stream", {
        method: "POST",
        headers: { "Content-Type": "application/json" },
        body: JSON.stringify({ chatId: id, message: "/hang" }),
      }).then((response) => response.status),
    [chatId],
  );
  expect(busy).toBe(200);

  await chat.send("/echo two");
  await expect(chat.alert).toContainText(chat.text.errors["conflict"] ?? "");
  await expect(chat.input).toHaveValue("/echo two");
  await expect(chat.questions).toHaveText(["/echo one"]);
  await expect(chat.answers).toHaveText(["one"]);

  expect((await page.request.delete(chat.runUrl())).status()).toBe(204);
  await chat.input.press("Enter");
  await chat.expectWholeAnswers(2);
  await expect(chat.questions).toHaveText(["/echo one", "/echo two"]);
});

test("a message that is too long comes back whole", async ({ chat, expectedPageErrors }) => {
  expectedPageErrors.push(/status of 400/);
  const message = "가".repeat(200_001);
  await chat.send(message);
  await expect(chat.alert).toContainText(/\S+/);
  await expect(chat.input).toHaveValue(message);
  await expect(chat.questions).toHaveCount(0);
});
