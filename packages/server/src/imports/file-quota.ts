import { read, type Step } from "#use-case";
import { AppError } from "#app";
import { countFilesOfDay } from "./batch.store.ts";

/** Files of one person and day (reliability.md D.3; ASVS 5.0 5.2.4). */
export const filesPerDay = 50;

/** Throws `rate-limited` with `files-per-day` once somebody has sent as many files today as one may. */
export async function requireFilesLeft({ tx, actor, today, now }: Step): Promise<void> {
  const sent = await countFilesOfDay(tx, { userId: actor.userId, day: today });
  if (sent >= filesPerDay)
    throw new AppError("rate-limited", {
      reason: "files-per-day",
      limit: filesPerDay,
      retryAfterSeconds: secondsLeftToday(now),
    });
}

/** Until midnight in Jakarta, which is seven hours ahead all year. */
function secondsLeftToday(now: Date): number {
  const day = 86_400;
  return day - ((Math.floor(now.getTime() / 1000) + 7 * 3600) % day);
}

/** How many files the actor may still send today: asked before the body of an upload is taken in. */
export const countFilesLeft = read(
  { purpose: "import-files-left", permission: "import.upload" },
  async ({ tx, actor, today }: Step): Promise<number> =>
    Math.max(0, filesPerDay - (await countFilesOfDay(tx, { userId: actor.userId, day: today }))),
);
