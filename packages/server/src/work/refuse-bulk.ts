import { AppError } from "#app";
import type { Seen } from "./handles.ts";

/** A night that would take more than so many, and half of all, is more likely a wrong clock than a right night. */
const unsuspicious = 20;

/**
 * Throws `too-large` where so many of so many are about to be deleted for good, until an administrator has looked at it.
 * All are asked for only when it depends on them.
 */
export async function refuseBulk(
  { isRetried }: Seen,
  going: number,
  countAll: () => number | Promise<number>,
): Promise<void> {
  if (isRetried || going <= unsuspicious) return;
  const of = await countAll();
  if (going > of / 2) throw new AppError("too-large", { going, of });
}
