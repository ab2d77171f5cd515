import { describe, expect, it } from "vitest";
import { findTimeZones } from "./find-time-zones";

describe("findTimeZones", () => {
  it.each([
    ["What time is it in Seoul?", ["Asia/Seoul"]],
    ["time in New York", ["America/New_York"]],
    ["what's the time in London and Tokyo?", ["Asia/Tokyo", "Europe/London"]],
    ["What is the current time in Europe/Oslo?", ["Europe/Oslo"]],
    ["what time is it?", ["UTC"]],
    ["what is today's date", ["UTC"]],
  ])("hears the question in %j", (message, timeZones) => {
    expect(findTimeZones(message, "en")).toEqual(timeZones);
  });

  it.each([
    ["지금 몇 시야?", ["Asia/Seoul"]],
    ["지금 몇시예요?", ["Asia/Seoul"]],
    ["오늘 날짜 알려줘", ["Asia/Seoul"]],
    ["오늘 며칠이야?", ["Asia/Seoul"]],
    ["오늘 무슨 요일이야?", ["Asia/Seoul"]],
    ["지금 뉴욕은 몇 시인가요?", ["America/New_York"]],
    ["London은 지금 몇 시야?", ["Europe/London"]],
  ])("hears the question in %j", (message, timeZones) => {
    expect(findTimeZones(message, "ko")).toEqual(timeZones);
  });

  it.each(["I love Seoul", "몇 시간 걸려?", "it takes time", "서울 맛집 알려 줘"])(
    "hears none in %j",
    (message) => {
      expect(findTimeZones(message, "en")).toEqual([]);
    },
  );
});
