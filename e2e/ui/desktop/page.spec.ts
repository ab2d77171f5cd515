import { expect, test } from "../../fixtures/ui-test";

test("the page follows the system's light and dark", async ({ chat, page }) => {
  const readBackground = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  await page.emulateMedia({ colorScheme: "light" });
  await chat.open();
  const light = await readBackground();
  await page.emulateMedia({ colorScheme: "dark" });
  await expect.poll(readBackground).not.toBe(light);
  expect(toBrightness(await readBackground())).toBeLessThan(60);
  expect(toBrightness(light)).toBeGreaterThan(200);
});

test("everything that the page needs comes from its own server", async ({
  chat,
  server,
  requestedUrls,
}) => {
  await chat.open();
  await chat.send("12*34+5");
  await chat.expectWholeAnswers(1);
  await chat.send("/echo # Title\n\n```js\n1\n```\n\n![image](https://example.com/a.png)");
  await chat.expectWholeAnswers(2);
  expect(requestedUrls.length).toBeGreaterThan(5);
  expect(requestedUrls.filter((url) => new URL(url).origin !== server.url)).toEqual([]);
});

test("the input keeps the focus from the first word to the last", async ({ chat }) => {
  await chat.open();
  await expect(chat.input).toBeFocused();
  await chat.write("/stall 60");
  await chat.sendButton.click();
  await expect(chat.status).toHaveText(chat.text.phases.streaming);
  await expect(chat.input).toBeFocused();
  await chat.stopButton.click();
  await chat.expectStopped();
  await chat.input.pressSequentially("next");
  await expect(chat.input).toHaveValue("next");
});

test("an empty page says that the demo is no AI", async ({ chat, page }) => {
  await chat.open();
  await expect(page.getByRole("complementary")).toContainText(chat.text.demo.title);
  await expect(page.getByRole("banner")).toContainText(chat.text.demo.label);
});

function toBrightness(color: string): number {
  const [red = 0, green = 0, blue = 0] = (color.match(/[\d.]+/g) ?? []).map(Number);
  return (red + green + blue) / 3;
}
