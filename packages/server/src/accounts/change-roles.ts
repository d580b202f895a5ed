import { may } from "#access";
import { AppError, isUuid } from "#app";
import { lockCity } from "#database";
import { act } from "#use-case";
import { type AccountOutcome, refuse } from "./account-outcome.ts";
import { listPosts } from "./accounts.view.ts";
import { countAdministrators, waitsForSecond } from "./administrators.ts";
import { appoint, inTrail } from "./appoint.ts";
import { endPosts } from "./appointment.store.ts";
import { findAccount } from "./find-account.ts";
import { askForPost } from "./invite-account.ts";
import { type AskedPost, readPost } from "./read-post.ts";
import { hasOpenRequest } from "./request.store.ts";
import { deleteSessions } from "./session.store.ts";

/** Gives an account another role or place. Its sessions end: a session belongs to one role. */
export const grantRole = act(
  { name: "account.role.grant", permission: "user.change" },
  async (
    { app, actor, inAccounts },
    { accountId, ...asked }: AskedPost & { readonly accountId: string },
  ): Promise<AccountOutcome> => {
    const read = await readPost(app, actor, asked);
    return inAccounts(async (step) => {
      const { state, role, hasPassword } = await findAccount(step, accountId);
      if ("reasons" in read) return refuse(step, accountId, ...read.reasons);
      if (state === "ended") return refuse(step, accountId, "ended");
      if (accountId === actor.userId) return refuse(step, accountId, "own-account");
      if (await hasOpenRequest(step.tx, accountId)) return refuse(step, accountId, "waiting");
      const { post } = read;
      await lockCity(step.tx, "administrators");
      const isLast =
        hasPassword &&
        role !== null &&
        may({ role }, "user.manage") &&
        (await countAdministrators(step, accountId)) === 0;
      if (isLast && !may({ role: post.role }, "user.manage"))
        return refuse(step, accountId, "last-administrator");
      const waits = await waitsForSecond(step, [post.role, role]);
      const details = { ...inTrail(post), ...(waits ? { waits } : {}) };
      await step.audit({ objectType: "account", objectId: accountId, details });
      if (waits) {
        await askForPost(step, accountId, post);
        return { outcome: "waits", accountId };
      }
      await appoint(step, accountId, post);
      await deleteSessions(step.tx, { userId: accountId });
      return { outcome: "done", accountId, code: null };
    });
  },
);

/** Ends one role of an account today; what remains is the role it stood over, or none. */
export const endRole = act(
  { name: "account.role.end", permission: "user.change" },
  (
    { actor, inAccounts },
    { accountId, postId }: { readonly accountId: string; readonly postId: string },
  ): Promise<AccountOutcome> =>
    inAccounts(async (step) => {
      await findAccount(step, accountId);
      const posts = isUuid(postId) ? await listPosts(step.tx, accountId) : [];
      const post = posts.find((each) => each.postId === postId);
      if (post === undefined) throw new AppError("not-found");
      if (accountId === actor.userId) return refuse(step, accountId, "own-account");
      await lockCity(step.tx, "administrators");
      const isLast = may(post, "user.manage") && (await countAdministrators(step, accountId)) === 0;
      if (isLast) return refuse(step, accountId, "last-administrator");
      const ended = await endPosts(step.tx, { userId: accountId, on: step.today, by: actor.userId, postId });
      if (ended === 0) return refuse(step, accountId, "ended");
      const sessions = await deleteSessions(step.tx, { userId: accountId });
      const { role, scope } = post;
      const details = { role, sessions, ...(scope === null ? {} : { scope }) };
      await step.audit({ objectType: "account", objectId: accountId, details });
      return { outcome: "done", accountId, code: null };
    }),
);
