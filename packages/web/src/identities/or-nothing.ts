import { isAppError } from "@tuwai/server/app";

/** Null where what was typed names nobody that the asker may see. */
export async function orNothing<T>(answer: Promise<T>): Promise<T | null> {
  try {
    return await answer;
  } catch (error) {
    if (isAppError(error) && error.code === "not-found") return null;
    throw error;
  }
}
