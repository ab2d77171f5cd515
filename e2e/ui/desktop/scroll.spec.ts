import { expect, say, test, toPart } from "../../fixtures/model-ui-test";

test.use({ viewport: { width: 1024, height: 600 } });

test.beforeEach(({ chat }) => chat.open());

test("the page follows an answer, lets go of it, and takes it up again", async ({
  chat,
  page,
  question,
  upstream,
}) => {
  const readPosition = () => chat.conversation.evaluate(({ scrollTop }) => scrollTop);
  await chat.send(question);
  const exchange = await upstream.receive(question);
  for (const name of ["one", "two", "three"]) {
    say(exchange, toPart(name).repeat(2));
    await expect(chat.answers.getByText(`end of ${name}`).last()).toBeInViewport();
    await expect.poll(() => chat.scrollDistanceFromEnd()).toBeLessThan(10);
  }
  await expect(chat.scrollToEndButton).toBeHidden();

  await chat.conversation.hover();
  await page.mouse.wheel(0, -400);
  await expect(chat.scrollToEndButton).toBeVisible();
  await expect.poll(() => chat.scrollDistanceFromEnd()).toBeGreaterThan(398);
  const position = await readPosition();
  say(exchange, toPart("four"));
  await expect(chat.answers).toContainText("end of four");
  expect(await readPosition()).toBe(position);
  await expect(chat.answers.getByText("end of four")).not.toBeInViewport();

  await chat.scrollToEndButton.click();
  await expect(chat.answers.getByText("end of four")).toBeInViewport();
  await expect(chat.scrollToEndButton).toBeHidden();
  say(exchange, toPart("five").repeat(2));
  await expect(chat.answers.getByText("end of five").last()).toBeInViewport();
  exchange.finish();
  await chat.expectWholeAnswers(1);
  await expect.poll(() => chat.scrollDistanceFromEnd()).toBeLessThan(10);
});

test("a long conversation opens at its end", async ({ chat, question, upstream }) => {
  upstream.answer(question, (exchange) => {
    say(exchange, toPart("one").repeat(10));
    exchange.finish();
  });
  await chat.send(question);
  await chat.expectWholeAnswers(1);
  await chat.reload();
  await expect(chat.answers.getByText("end of one").last()).toBeInViewport();
  await expect.poll(() => chat.scrollDistanceFromEnd()).toBeLessThan(10);
});

test("a new question brings back to the end whoever has scrolled away", async ({ chat, page }) => {
  await chat.modelSelect.selectOption("demo");
  await chat.send("/long 600 0");
  await chat.expectWholeAnswers(1);
  await chat.conversation.hover();
  await page.mouse.wheel(0, -2_000);
  await expect(chat.scrollToEndButton).toBeVisible();
  await chat.send("/echo here");
  await chat.expectWholeAnswers(2);
  await expect(chat.answers.last()).toBeInViewport();
  await expect(chat.questions.last()).toBeInViewport();
});
