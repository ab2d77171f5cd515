import { expect, test } from "../../fixtures/ui-test";

const attack = "(window.attacks = (window.attacks ?? 0) + 1, alert(1))";
const hostile = [
  `<img src="x" onerror="${attack}">`,
  `<script>${attack}</script>`,
  `<svg onload="${attack}"></svg>`,
  `<iframe srcdoc="<script>parent.attacks = 1</script>"></iframe>`,
  `<details open ontoggle="${attack}"></details>`,
  `<style>body { display: none }</style>`,
  `[link](javascript:${encodeURIComponent(attack)})`,
  `[data](data:text/html,<script>alert(1)</script>)`,
].join("\n\n");

test("nothing in an answer is run, in either direction", async ({ chat, page }) => {
  const dialogs: string[] = [];
  page.on("dialog", (dialog) => {
    dialogs.push(dialog.message());
    void dialog.dismiss();
  });
  await chat.open();
  await chat.send(`/echo ${hostile}`);
  await chat.expectWholeAnswers(1);
  await expect(chat.answers).toContainText("<img src=");
  await expect(chat.answers.getByRole("img")).toHaveCount(0);
  await expect(chat.answers.getByRole("link")).toHaveCount(0);
  await expect(chat.answers.getByRole("group")).toHaveCount(0);
  await expect(chat.questions).toContainText("<script>");

  await chat.reload();
  await expect(chat.answers).toContainText("<img src=");
  expect(await page.evaluate(() => Reflect.get(window, "attacks"))).toBeUndefined();
  expect(page.frames()).toHaveLength(1);
  expect(dialogs).toEqual([]);
});

test("an image in an answer is not fetched before somebody asks for it", async ({
  chat,
  requestedUrls,
}) => {
  const url = "https://tracker.invalid/pixel.png?said=secret";
  await chat.open();
  await chat.send(`/echo ![a diagram](${url})\n\n![][remote]\n\n[remote]: ${url}&reference`);
  await chat.expectWholeAnswers(1);
  const image = chat.answers.getByRole("link", { name: /a diagram/ });
  await expect(image).toHaveAttribute("href", url);
  await expect(image).toContainText(chat.text.image("tracker.invalid"));
  await expect(chat.answers.getByRole("img")).toHaveCount(0);
  expect(requestedUrls.filter((requested) => requested.includes("tracker"))).toEqual([]);
});
