import { AppError } from "#app";
import type { Tx } from "#database";
import type { Seen } from "./handles.ts";
import { countDaysBetweenLastNights } from "./schedule.store.ts";

/** A night that would take more than so many, and half of all, is more likely a wrong clock than a right night. */
const unsuspicious = 20;

/** A clock that runs night by night is right within a week: what goes tonight is at most so many days too early. */
const trustedDays = 7;

/** What a night is about to delete for good. */
type Going = {
  /** The schedule whose night it is. */
  readonly schedule: string;
  readonly going: number;
  /** All there are; asked for only when it depends on them. */
  readonly countAll: () => number | Promise<number>;
};

/**
 * Throws `too-large` where so many of so many are about to be deleted for good on a night that does not follow on the one before,
 * until an administrator has looked at it. A city whose first lists all grew old on one day has nights behind it.
 */
export async function refuseBulk(
  { isRetried }: Seen,
  tx: Tx,
  { schedule, going, countAll }: Going,
): Promise<void> {
  if (isRetried || going <= unsuspicious) return;
  const of = await countAll();
  if (going <= of / 2) return;
  const days = await countDaysBetweenLastNights(tx, schedule);
  if (days === null || days > trustedDays) throw new AppError("too-large", { going, of });
}
