import { requireSecondPerson } from "#access";
import { AppError, isUuid } from "#app";
import { act, type Step } from "#use-case";
import type { AccountOutcome, Handed, WriteLetter } from "./account-outcome.ts";
import { listWaiting, type WaitingRequest } from "./accounts.view.ts";
import { appoint } from "./appoint.ts";
import { findAccount } from "./find-account.ts";
import { handOver } from "./issue-code.ts";
import { decideRequest as saveDecision, findOpenRequest, type Request } from "./request.store.ts";
import { reset } from "./reset-account.ts";
import { deleteSessions } from "./session.store.ts";

/** What waits for a second person, with whose request it is. */
export const listAccountRequests = act(
  { name: "account.request.list", permission: "user.grant_role" },
  ({ actor, inAccounts }): Promise<readonly WaitingRequest[]> =>
    inAccounts(async (step) => step.unchanged(await listWaiting(step.tx, actor.regionCode, actor.userId))),
);

/**
 * The second person agrees or not. Whoever asked for it, and whoever it is about, may not. Agreed, it happens here, and a code
 * that comes of it is shown to whoever agreed, or goes by e-mail where a letter is wished.
 */
export const decideRequest = act(
  { name: "account.request.decide", permission: "user.decide" },
  (
    { actor, inAccounts },
    {
      requestId,
      verdict,
      letter,
    }: {
      readonly requestId: string;
      readonly verdict: string;
      readonly letter?: WriteLetter | undefined;
    },
  ): Promise<AccountOutcome> =>
    inAccounts(async (step) => {
      const found = isUuid(requestId)
        ? await findOpenRequest(step.tx, actor.regionCode, requestId)
        : undefined;
      if (found === undefined) throw new AppError("not-found");
      requireSecondPerson(actor, found.askedBy);
      requireSecondPerson(actor, found.userId);
      const decision = verdict === "approve" ? "approved" : "refused";
      await saveDecision(step.tx, { id: found.id, by: actor.userId, at: step.now, decision });
      const { kind, role, userId: accountId } = found;
      const handed = decision === "approved" ? await carryOut(step, found, letter) : null;
      const details = {
        decision,
        kind,
        askedBy: found.askedBy,
        ...(role === null ? {} : { role }),
        ...(handed !== null && "isMailed" in handed ? { mailed: true } : {}),
      };
      await step.audit({ objectType: "account", objectId: accountId, details });
      return { outcome: "done", accountId, ...(handed ?? { code: null }) };
    }),
);

async function carryOut(step: Step, asked: Request, wished: WriteLetter | undefined): Promise<Handed | null> {
  const { userId, role, scope, validFrom: from, lastDay, askedBy } = asked;
  const account = await findAccount(step, userId);
  const { dropsSecondFactor } = asked;
  // Whose second factor goes was met, and is given the code there: a mailbox alone must not open an account.
  const letter = dropsSecondFactor ? undefined : wished;
  if (role === null) return reset(step, account, { dropsSecondFactor, letter });
  await appoint(step, userId, { role, scope, from, lastDay, grantedBy: askedBy });
  await deleteSessions(step.tx, { userId });
  if (account.hasPassword) return null;
  return handOver(step, { userId, email: account.email, purpose: "invitation", letter });
}
