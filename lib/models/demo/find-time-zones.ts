import { CITIES, type City } from "./cities";
import type { DemoLanguage } from "./demo-conversation";

const ENGLISH_QUESTION =
  /\bwhat(?:'s|’s| is)?\s+(?:the\s+)?(?:current\s+)?(?:time|date|day)\b|\btime\s+(?:is\s+it|in|now)\b|\b(?:current|local)\s+(?:time|date)\b|\btoday(?:'s|’s)\s+date\b/i;
const KOREAN_QUESTION =
  /몇\s*시(?!간)|(?:현재|지금)\s*시[각간]|시[각간](?:이|은|을)?\s*(?:어떻게|알려|뭐)|오늘\s*(?:은|이)?\s*(?:날짜|며칠|몇\s*일|무슨\s*요일)|며칠이[야에예]|날짜(?:가|는|를)?\s*(?:어떻게|알려|뭐)/;
const IANA_NAME =
  /\b(?:Africa|America|Antarctica|Asia|Atlantic|Australia|Europe|Indian|Pacific)\/[A-Za-z_/]+\b|\bUTC\b/g;
const MAX_TIME_ZONES = 3;

/** The zones whose time a message asks for; none when it does not ask. */
export function findTimeZones(message: string, language: DemoLanguage): readonly string[] {
  if (!ENGLISH_QUESTION.test(message) && !KOREAN_QUESTION.test(message)) return [];
  const named = message.match(IANA_NAME) ?? [];
  const cities = CITIES.filter((city) => isNamed(city, message)).map(({ timeZone }) => timeZone);
  const timeZones = [...new Set([...named, ...cities])].slice(0, MAX_TIME_ZONES);
  if (timeZones.length > 0) return timeZones;
  return [language === "ko" ? "Asia/Seoul" : "UTC"];
}

function isNamed(city: City, message: string): boolean {
  const english = new RegExp(`(?<!\\p{Script=Latin})${city.en}(?!\\p{Script=Latin})`, "iu");
  return message.includes(city.ko) || english.test(message);
}
