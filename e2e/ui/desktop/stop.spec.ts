import { expect, test } from "../../fixtures/ui-test";

test.beforeEach(({ chat }) => chat.open());

test("Stop ends the answer on the server and keeps what was said", async ({ chat }) => {
  await chat.send("/long 4000 60");
  await expect(chat.answers).toContainText("[22]");
  await chat.stopButton.click();
  await chat.expectStopped();
  await chat.expectNoLiveRun();
  const shown = await chat.answers.innerText();

  await chat.reload();
  await expect(chat.answers).toContainText(chat.text.outcomes.stopped);
  expect(await chat.answers.innerText()).toBe(shown);

  await chat.send("/echo going on");
  await chat.expectWholeAnswers(2);
  await expect(chat.answers.last()).toHaveText("going on");
  expect(await chat.answers.first().innerText()).toBe(shown);
});

test("Esc stops from anywhere on the page", async ({ chat }) => {
  await chat.send("/long 4000 60");
  await expect(chat.answers).toContainText("[22]");
  await chat.conversation.focus();
  await chat.page.keyboard.press("Escape");
  await chat.expectStopped();
  await chat.expectNoLiveRun();
});

for (const question of ["/slow 60", "/hang"]) {
  test(`an answer to ${question} can be stopped before its first word`, async ({ chat }) => {
    await chat.send(question);
    await expect(chat.status).toHaveText(chat.text.phases.waiting);
    await chat.stopButton.click();
    await chat.expectStopped();
    await chat.expectNoLiveRun();
    await expect(chat.answers).toHaveText([chat.text.outcomes.stopped]);

    await chat.send("/echo going on");
    await chat.expectWholeAnswers(2);
    await expect(chat.answers.last()).toHaveText("going on");
  });
}

test("a stopped answer can be asked for again", async ({ chat }) => {
  await chat.send("/stall 60");
  await expect(chat.status).toHaveText(chat.text.phases.streaming);
  await chat.stopButton.click();
  await chat.expectStopped();

  await chat.answerAgainButton.click();
  await expect(chat.status).toHaveText(chat.text.phases.streaming);
  await expect(chat.answers).toHaveCount(1);
  await expect(chat.answers).not.toContainText(chat.text.outcomes.stopped);
  await chat.input.press("Escape");
  await chat.expectStopped();
});
