import { NextResponse, type NextRequest } from "next/server";
import { getChatApp } from "@/lib/server/chat-app";
import { SESSION_COOKIE } from "@/lib/server/sessions";

const YEAR_SECONDS = 365 * 24 * 60 * 60;

/** Whoever opens a page without a guest's cookie gets one. */
export async function proxy(request: NextRequest): Promise<NextResponse> {
  const { sessions } = await getChatApp();
  const response = NextResponse.next();
  if (sessions.read(request.headers.get("cookie")) !== null) return response;
  response.cookies.set(SESSION_COOKIE, sessions.create(), {
    httpOnly: true,
    sameSite: "lax",
    secure: request.nextUrl.protocol === "https:",
    path: "/",
    maxAge: YEAR_SECONDS,
  });
  return response;
}

export const config = { matcher: ["/", "/chat/:chatId"] };
