import { may } from "#access";
import { AppError } from "#app";
import { lockCity } from "#database";
import { act, type Step } from "#use-case";
import { type AccountOutcome, type AccountRefusal, refuse, type WriteLetter } from "./account-outcome.ts";
import type { AccountRow } from "./accounts.view.ts";
import { countAdministrators } from "./administrators.ts";
import { endPosts } from "./appointment.store.ts";
import { findAccount } from "./find-account.ts";
import { closeInvitations } from "./invitation.store.ts";
import { invite, type NewAccount, readInvited } from "./invite-account.ts";
import { deletePassword, deleteSecondFactor, endLife, type EndReason, endReasons } from "./life.store.ts";
import { forgetRequests } from "./request.store.ts";
import { deleteSessions } from "./session.store.ts";

type Ending = { readonly accountId: string; readonly reason: string };

/** Ends an account now: its roles, sessions, codes, password and second factor. What it did stays in the trail. */
export const endAccount = act(
  { name: "account.end", permission: "user.change" },
  ({ inAccounts }, { accountId, reason }: Ending): Promise<AccountOutcome> =>
    inAccounts(async (step) => {
      const account = await findAccount(step, accountId);
      const against = await reasonsAgainst(step, account);
      if (against.length > 0) return refuse(step, accountId, ...against);
      await end(step, accountId, readReason(reason));
      return { outcome: "done", accountId, code: null };
    }),
);

/** Somebody takes over: the old account ends and the new one is invited to the same role and place, in one step. */
export const replaceAccount = act(
  { name: "account.replace", permission: "user.change" },
  async (
    { app, actor, inAccounts },
    {
      accountId,
      email,
      name,
      letter,
    }: Pick<NewAccount, "email" | "name"> & {
      readonly accountId: string;
      readonly letter?: WriteLetter | undefined;
    },
  ): Promise<AccountOutcome> => {
    const account = await inAccounts(async (step) => step.unchanged(await findAccount(step, accountId)));
    const post = { role: account.role ?? "", scope: account.scope ?? undefined };
    const read = await readInvited(app, actor, { ...post, email, name });
    return inAccounts(async (step) => {
      if ("reasons" in read) return refuse(step, accountId, ...read.reasons);
      const current = await findAccount(step, accountId);
      if (current.role !== account.role || current.scope !== account.scope) throw new AppError("stale");
      const against = await reasonsAgainst(step, current);
      if (against.length > 0) return refuse(step, accountId, ...against);
      const invited = await invite(step, read, letter);
      if (invited.outcome !== "refused") await end(step, accountId, "replaced", invited.accountId);
      return invited;
    });
  },
);

/** Nobody ends the own account or the last one that can keep accounts. */
export async function reasonsAgainst(step: Step, account: AccountRow): Promise<readonly AccountRefusal[]> {
  const { accountId, state, role, hasPassword } = account;
  // Two administrators may be ending each other at this moment.
  await lockCity(step.tx, "administrators");
  const isAdministrator = hasPassword && role !== null && may({ role }, "user.manage");
  const isLast = isAdministrator && (await countAdministrators(step, accountId)) === 0;
  return [
    ...(state === "ended" ? (["ended"] as const) : []),
    ...(accountId === step.actor.userId ? (["own-account"] as const) : []),
    ...(isLast ? (["last-administrator"] as const) : []),
  ];
}

async function end(step: Step, userId: string, reason: EndReason, successor?: string): Promise<void> {
  const { tx, actor, now, today } = step;
  const by = actor.userId;
  await endPosts(tx, { userId, on: today, by });
  await closeInvitations(tx, { userId, at: now, as: "ended" });
  await forgetRequests(tx, userId);
  await deletePassword(tx, userId);
  await deleteSecondFactor(tx, userId);
  const sessions = await deleteSessions(tx, { userId });
  await endLife(tx, { userId, by, at: now, reason });
  const details = { reason, sessions, ...(successor === undefined ? {} : { successor }) };
  await step.audit({ action: "account.end", objectType: "account", objectId: userId, details });
}

function readReason(text: string): EndReason {
  return endReasons.find((known) => known === text) ?? "other";
}
