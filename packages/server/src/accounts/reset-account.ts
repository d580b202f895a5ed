import { act, type Step } from "#use-case";
import { type AccountOutcome, type OneTimeCode, refuse } from "./account-outcome.ts";
import { waitsForSecond } from "./administrators.ts";
import { findAccount } from "./find-account.ts";
import { issueCode } from "./issue-code.ts";
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
    }: { readonly accountId: string; readonly dropsSecondFactor?: boolean },
  ): Promise<AccountOutcome> =>
    inAccounts(async (step) => {
      const { state, role, hasPassword } = await findAccount(step, accountId);
      if (state === "ended") return refuse(step, accountId, "ended");
      if (accountId === actor.userId) return refuse(step, accountId, "own-account");
      if (await hasOpenRequest(step.tx, accountId)) return refuse(step, accountId, "waiting");
      // An invitation that got lost opens nothing that was open before.
      const waits = hasPassword && (await waitsForSecond(step, [role]));
      const details = { dropsSecondFactor, ...(waits ? { waits } : {}) };
      await step.audit({ objectType: "account", objectId: accountId, details });
      if (!waits)
        return { outcome: "done", accountId, code: await reset(step, accountId, dropsSecondFactor) };
      await askForReset(step, accountId, dropsSecondFactor);
      return { outcome: "waits", accountId };
    }),
);

/** Takes password and sessions away and gives a code. */
export async function reset(step: Step, userId: string, dropsSecondFactor: boolean): Promise<OneTimeCode> {
  await deletePassword(step.tx, userId);
  if (dropsSecondFactor) await deleteSecondFactor(step.tx, userId);
  await deleteSessions(step.tx, { userId });
  return issueCode(step, userId, "reset");
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
