import { createHmac, timingSafeEqual } from "node:crypto";
import { createId } from "./create-id";

export const SESSION_COOKIE = "yeoul_session";

/** Guests are known by a signed cookie: `id.signature`. */
export class Sessions {
  readonly #secret: string;

  constructor(secret: string) {
    this.#secret = secret;
  }

  /** A new guest's cookie value. */
  create(): string {
    const id = createId();
    return `${id}.${this.#sign(id)}`;
  }

  /** The guest's id; `null` for no cookie, or one that was not made here. */
  read(cookieHeader: string | null): string | null {
    const value = readCookie(cookieHeader);
    const [id = "", signature = ""] = value.split(".");
    const expected = Buffer.from(this.#sign(id));
    const given = Buffer.from(signature);
    const isGenuine = given.length === expected.length && timingSafeEqual(given, expected);
    return isGenuine && id !== "" ? id : null;
  }

  #sign(id: string): string {
    return createHmac("sha256", this.#secret).update(id).digest("base64url");
  }
}

function readCookie(header: string | null): string {
  const pairs = (header ?? "").split(";").map((pair) => pair.trim());
  return (
    pairs.find((pair) => pair.startsWith(`${SESSION_COOKIE}=`))?.slice(SESSION_COOKIE.length + 1) ??
    ""
  );
}
