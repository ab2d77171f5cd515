import { describe, expect, it } from "vitest";
import { findTopic } from "./find-topic";

describe("findTopic", () => {
  it.each([
    ["안녕하세요", "hello"],
    ["Hello!", "hello"],
    ["thanks a lot", "thanks"],
    ["고마워요", "thanks"],
    ["help", "abilities"],
    ["도움말", "abilities"],
    ["what can you do?", "abilities"],
    ["How do I configure it?", "configuration"],
    ["설정은 어떻게 해?", "configuration"],
    ["where does my API key go?", "configuration"],
    ["Ollama에 연결하고 싶어", "configuration"],
    ["API 키는 어디에 넣어요?", "configuration"],
    ["환경 변수 목록", "environment"],
    ["show me curl", "api"],
    ["EventSource로 읽는 법", "api"],
    ["which formats are there?", "formats"],
    ["how does resume work", "resuming"],
    ["답변을 중지하려면?", "stopping"],
    ["what models are there?", "models"],
    ["어떤 도구가 있어?", "tools"],
  ])("knows what %j is about", (message, topic) => {
    expect(findTopic(message)).toBe(topic);
  });

  it.each([
    "tell me a joke",
    "오늘 점심 뭐 먹지?",
    "this is a chapter about fish",
    "하이킹",
    "키가 커요",
  ])("has nothing to say about %j", (message) => {
    expect(findTopic(message)).toBeNull();
  });
});
