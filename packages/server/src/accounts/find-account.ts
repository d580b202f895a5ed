import { AppError, isUuid } from "#app";
import type { Step } from "#use-case";
import { type AccountRow, findAccountRow, type Moment } from "./accounts.view.ts";
import { mostWrongAttempts } from "./issue-code.ts";

export function momentOf({ actor, now, today }: Step): Moment {
  return { regionCode: actor.regionCode, now, today, mostWrong: mostWrongAttempts };
}

/** An account of the actor's city; throws `not-found` for every other. */
export async function findAccount(step: Step, accountId: string): Promise<AccountRow> {
  const row = isUuid(accountId) ? await findAccountRow(step.tx, momentOf(step), accountId) : undefined;
  if (row === undefined) throw new AppError("not-found");
  return row;
}
