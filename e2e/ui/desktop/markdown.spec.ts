import { expect, test } from "../../fixtures/ui-test";

const code = 'function greet(name) {\n\treturn `여울, ${name}! ☕` && "<b>";\n}\n\n// end  ';
const answer = `# Title

**마크다운(Markdown)**을 씁니다.

| Name | Value |
| --- | ---: |
| one | 1 |

\`\`\`js
${code}
\`\`\`

[A link](https://example.com/path?query=1)`;

test.beforeEach(async ({ chat }) => {
  await chat.open();
  await chat.send(`/echo ${answer}`);
  await chat.expectWholeAnswers(1);
});

test("headings, tables, code and emphasis look like what they are", async ({ chat }) => {
  const { answers } = chat;
  await expect(answers.getByRole("heading", { level: 1, name: "Title" })).toBeVisible();
  await expect(answers.getByRole("columnheader")).toHaveText(["Name", "Value"]);
  await expect(answers.getByRole("cell")).toHaveText(["one", "1"]);
  await expect(answers.getByRole("strong")).toHaveText("마크다운(Markdown)");
  await expect(answers.getByText("마크다운(Markdown)을 씁니다.")).toBeVisible();
  await expect(answers).not.toContainText("**");
  expect(await answers.getByRole("code").textContent()).toBe(code);
});

test("code is copied exactly", async ({ chat, context, page }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await chat.copyCodeButton.click();
  await expect(page.getByRole("button", { name: chat.text.copied, exact: true })).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(code);
});

test("an answer is copied as the markdown that it was", async ({ chat }) => {
  expect(await chat.copyLastAnswer()).toBe(answer);
});

test("links open elsewhere and tell nobody where from", async ({ chat }) => {
  const link = chat.answers.getByRole("link", { name: "A link" });
  await expect(link).toHaveAttribute("href", "https://example.com/path?query=1");
  await expect(link).toHaveAttribute("target", "_blank");
  await expect(link).toHaveAttribute("rel", /noopener/);
  await expect(link).toHaveAttribute("rel", /noreferrer/);
});
