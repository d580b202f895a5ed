import { act, type Step } from "#use-case";
import { type AccountOutcome, type Handed, refuse, type WriteLetter } from "./account-outcome.ts";
import { waitsForSecond } from "./administrators.ts";
import type { AccountRow } from "./accounts.view.ts";
import { findAccount } from "./find-account.ts";
import { handOver, isMailed } from "./issue-code.ts";
import { deletePassword, deleteSecondFactor } from "./life.store.ts";
import { hasOpenRequest, insertRequest } from "./request.store.ts";
import { deleteSessions } from "./session.store.ts";

/**
 * A new one-time code: for a forgotten password, or for an invitation that got lost. The old password and all sessions end; the
 * second factor stays, as a forgotten password must not lead around it (OWASP ASVS 5.0, 6.4.3), unless the phone
 * is lost and the person was seen (6.4.4).
 */
export const resetAccount = act(
  { name: "account.reset", permission: "user.change" },
  (
    { actor, inAccounts },
    {
      accountId,
      dropsSecondFactor = false,
      letter: wished,
    }: {
      readonly accountId: string;
      readonly dropsSecondFactor?: boolean;
      readonly letter?: WriteLetter | undefined;
    },
  ): Promise<AccountOutcome> =>
    inAccounts(async (step) => {
      const account = await findAccount(step, accountId);
      const { state, role, hasPassword } = account;
      if (state === "ended") return refuse(step, accountId, "ended");
      if (accountId === actor.userId) return refuse(step, accountId, "own-account");
      if (await hasOpenRequest(step.tx, accountId)) return refuse(step, accountId, "waiting");
      // An invitation that got lost opens nothing that was open before.
      const waits = hasPassword && (await waitsForSecond(step, [role]));
      // Whose second factor goes was met, and is given the code there: a mailbox alone must not open an account.
      const letter = dropsSecondFactor ? undefined : wished;
      const mailed = !waits && isMailed(step.app, letter);
      const details = { dropsSecondFactor, ...(waits ? { waits } : {}), ...(mailed ? { mailed } : {}) };
      await step.audit({ objectType: "account", objectId: accountId, details });
      if (!waits)
        return { outcome: "done", accountId, ...(await reset(step, account, { dropsSecondFactor, letter })) };
      await askForReset(step, accountId, dropsSecondFactor);
      return { outcome: "waits", accountId };
    }),
);

/** Takes password and sessions away and gives a code. */
export async function reset(
  step: Step,
  { accountId: userId, email }: Pick<AccountRow, "accountId" | "email">,
  { dropsSecondFactor, letter }: { dropsSecondFactor: boolean; letter?: WriteLetter | undefined },
): Promise<Handed> {
  await deletePassword(step.tx, userId);
  if (dropsSecondFactor) await deleteSecondFactor(step.tx, userId);
  await deleteSessions(step.tx, { userId });
  return handOver(step, { userId, email, purpose: "reset", letter });
}

function askForReset(step: Step, userId: string, dropsSecondFactor: boolean): Promise<void> {
  const { tx, actor, now } = step;
  return insertRequest(tx, {
    id: step.newId(),
    userId,
    regionCode: actor.regionCode,
    kind: "reset",
    role: null,
    scope: null,
    validFrom: null,
    lastDay: null,
    dropsSecondFactor,
    askedBy: actor.userId,
    askedAt: now,
  });
}
