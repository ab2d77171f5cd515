import { z } from "zod";

const modelListSchema = z.object({ data: z.array(z.object({ id: z.string() })) });

/**
 * The model names that an OpenAI-compatible server offers (`GET {baseUrl}/models`), or `null` when
 * none answers there in time.
 */
export async function listServerModels(
  baseUrl: string,
  options: { readonly apiKey?: string; readonly timeoutMs: number },
): Promise<readonly string[] | null> {
  try {
    const response = await fetch(`${baseUrl}/models`, {
      signal: AbortSignal.timeout(options.timeoutMs),
      cache: "no-store",
      headers: options.apiKey === undefined ? {} : { Authorization: `Bearer ${options.apiKey}` },
    });
    const list = modelListSchema.safeParse(await response.json());
    return list.success ? list.data.data.map(({ id }) => id) : null;
  } catch (error) {
    // Nobody there, or no server of this kind. Both are an answer.
    if (error instanceof Error) return null;
    throw error;
  }
}
