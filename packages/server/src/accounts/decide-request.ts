import { requireSecondPerson } from "#access";
import { AppError, isUuid } from "#app";
import { act, type Step } from "#use-case";
import type { AccountOutcome, OneTimeCode } from "./account-outcome.ts";
import { listWaiting, type WaitingRequest } from "./accounts.view.ts";
import { appoint } from "./appoint.ts";
import { findAccount } from "./find-account.ts";
import { issueCode } from "./issue-code.ts";
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
 * that comes of it is shown to whoever agreed.
 */
export const decideRequest = act(
  { name: "account.request.decide", permission: "user.decide" },
  (
    { actor, inAccounts },
    { requestId, verdict }: { readonly requestId: string; readonly verdict: string },
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
      const details = { decision, kind, askedBy: found.askedBy, ...(role === null ? {} : { role }) };
      await step.audit({ objectType: "account", objectId: accountId, details });
      const code = decision === "approved" ? await carryOut(step, found) : null;
      return { outcome: "done", accountId, code };
    }),
);

async function carryOut(step: Step, asked: Request): Promise<OneTimeCode | null> {
  const { userId, role, scope, validFrom: from, lastDay, askedBy } = asked;
  const account = await findAccount(step, userId);
  if (role === null) return (await reset(step, account, asked)).code;
  await appoint(step, userId, { role, scope, from, lastDay, grantedBy: askedBy });
  await deleteSessions(step.tx, { userId });
  return account.hasPassword ? null : issueCode(step, userId, "invitation");
}
