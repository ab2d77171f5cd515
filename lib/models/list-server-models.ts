import { z } from "zod";

const modelListSchema = z.object({ data: z.array(z.object({ id: z.string() })) });

/** Such as `nomic-embed-text`. The lists don't say what a model is for. */
const EMBEDS = /embed/i;

/**
 * The names of the models to chat with that an OpenAI-compatible server offers
 * (`GET {baseUrl}/models`), or `null` when none answers there in time.
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
    if (!response.ok) return null;
    const list = modelListSchema.safeParse(await response.json());
    return list.success
      ? list.data.data.map(({ id }) => id).filter((id) => !EMBEDS.test(id))
      : null;
  } catch (error) {
    // Nobody there, or no server of this kind. Both are an answer.
    if (error instanceof Error) return null;
    throw error;
  }
}
