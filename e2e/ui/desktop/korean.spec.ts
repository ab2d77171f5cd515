import { en } from "@/components/ui-text-en";
import { ko } from "@/components/ui-text-ko";
import { expect, test } from "../../fixtures/ui-test";

test.describe("a Korean browser", () => {
  test.use({ locale: "ko-KR" });

  test("is spoken to in Korean", async ({ chat, page }) => {
    await chat.open();
    await expect(page.locator("html")).toHaveAttribute("lang", "ko");
    await expect(page.getByRole("heading", { name: ko.empty.greeting })).toBeVisible();
    await expect(chat.input).toHaveAttribute("placeholder", ko.input.placeholder);

    await chat.send("안녕하세요");
    await chat.expectWholeAnswers(1);
    await expect(chat.answers).toContainText(/[가-힣]{2}/);
    await expect(chat.status).toHaveText(ko.finished);
  });

  test("reads in Korean what went wrong", async ({ chat, page, expectedPageErrors }) => {
    expectedPageErrors.push(/status of 404/);
    await chat.open();
    await chat.send("/error");
    await expect(chat.alert).toContainText(ko.errors["model-error"]);
    await expect(chat.retryButton).toBeVisible();
    await page.goto("/chat/unknown");
    await expect(page.getByRole("heading", { name: ko.notFound.title })).toBeVisible();
  });
});

test("another browser is spoken to in English", async ({ chat, page }) => {
  await chat.open();
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
  await expect(page.getByRole("heading", { name: en.empty.greeting })).toBeVisible();
});
