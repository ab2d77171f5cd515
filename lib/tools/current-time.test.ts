import { describe, expect, it } from "vitest";
import { createCurrentTime } from "./current-time";

const context = { signal: new AbortController().signal };
const currentTime = createCurrentTime({ now: () => new Date("2026-11-21T09:00:05Z") });

describe("current_time", () => {
  it("tells date, time and offset of a time zone", async () => {
    expect(await currentTime.execute({ timeZone: "Asia/Seoul" }, context)).toEqual({
      timeZone: "Asia/Seoul",
      iso: "2026-11-21T18:00:05+09:00",
      date: "2026-11-21",
      time: "18:00:05",
      weekday: "Saturday",
      utcOffset: "+09:00",
    });
  });

  it("tells UTC where no time zone is asked for", async () => {
    expect(await currentTime.execute({}, context)).toMatchObject({
      timeZone: "UTC",
      iso: "2026-11-21T09:00:05+00:00",
    });
  });

  it.each([
    ["America/New_York", "2026-11-21T04:00:05-05:00"],
    ["Asia/Kolkata", "2026-11-21T14:30:05+05:30"],
    ["Pacific/Kiritimati", "2026-11-21T23:00:05+14:00"],
    ["asia/seoul", "2026-11-21T18:00:05+09:00"],
  ])("knows the offset of %s", async (timeZone, iso) => {
    expect(await currentTime.execute({ timeZone }, context)).toMatchObject({ iso });
  });

  it("follows daylight saving time", async () => {
    const inSummer = createCurrentTime({ now: () => new Date("2026-07-01T00:00:00Z") });
    expect(await inSummer.execute({ timeZone: "America/New_York" }, context)).toMatchObject({
      iso: "2026-06-30T20:00:00-04:00",
    });
  });

  it("writes midnight as 00", async () => {
    const atMidnight = createCurrentTime({ now: () => new Date("2026-01-01T00:00:00Z") });
    expect(await atMidnight.execute({}, context)).toMatchObject({ time: "00:00:00" });
  });

  it.each(["Seoul", "+09:00", "Mars/Olympus", "", "Asia/서울"])(
    "refuses %j, which is no IANA name",
    async (timeZone) => {
      await expect(currentTime.execute({ timeZone }, context)).rejects.toThrow(
        `Unknown time zone: ${timeZone}`,
      );
    },
  );
});
