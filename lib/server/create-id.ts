import { randomBytes } from "node:crypto";

/** 144 random bits, URL-safe: 24 characters of base64url. */
export function createId(): string {
  return randomBytes(18).toString("base64url");
}
