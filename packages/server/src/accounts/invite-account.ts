import { may } from "#access";
import { type Actor, type App, AppError, systemActor } from "#app";
import { lockCity } from "#database";
import { act, inAccounts, type Step } from "#use-case";
import {
  type AccountOutcome,
  type AccountRefusal,
  refuse,
  refuseNew,
  type WriteLetter,
} from "./account-outcome.ts";
import { waitsForSecond } from "./administrators.ts";
import { appoint, inTrail } from "./appoint.ts";
import { handOver, isMailed } from "./issue-code.ts";
import { beginLife, countLives, findByEmail, insertUser, renameUser } from "./life.store.ts";
import { normalEmail } from "./normal-email.ts";
import { type AskedPost, readPost, type ReadPost } from "./read-post.ts";
import { insertRequest } from "./request.store.ts";

export type NewAccount = AskedPost & { readonly email: string; readonly name: string };
type Invited = { readonly email: string; readonly name: string; readonly post: ReadPost };

/** Makes an account without a password, and the one-time code with which its owner sets one. */
export const inviteAccount = act(
  { name: "account.invite", permission: "user.change" },
  async (
    { app, actor, inAccounts: run },
    { letter, ...input }: NewAccount & { readonly letter?: WriteLetter | undefined },
  ): Promise<AccountOutcome> => {
    const read = await readInvited(app, actor, input);
    return run((step) => ("reasons" in read ? refuseNew(step, read.reasons) : invite(step, read, letter)));
  },
);

/**
 * The first account of a city is made by whoever holds the machine and its keys; nobody can be asked who that is. In
 * production it is an administrator. Throws `unauthenticated` once there is an account.
 */
export async function inviteFirstAccount(app: App, input: NewAccount): Promise<AccountOutcome> {
  const actor = systemActor(app.config.regionCode);
  const read = await readInvited(app, actor, input);
  if ("reasons" in read) return { outcome: "refused", reasons: read.reasons };
  if (!app.config.demo && !may(read.post, "user.manage"))
    return { outcome: "refused", reasons: ["role-unknown"] };
  return inAccounts(app, { actor, name: "account.invite" }, async (step) => {
    await lockCity(step.tx, "first-account");
    if ((await countLives(step.tx, actor.regionCode)) > 0) throw new AppError("unauthenticated");
    return invite(step, read);
  });
}

/** Whether nobody has an account yet. */
export function isWithoutAccounts(app: App): Promise<boolean> {
  const actor = systemActor(app.config.regionCode);
  return inAccounts(app, { actor, name: "account.count" }, async (step) =>
    step.unchanged((await countLives(step.tx, actor.regionCode)) === 0),
  );
}

const emailPattern = /^[^\s@]{1,64}@[^\s@]+\.[^\s@]{2,}$/;
const longestName = 120;

/** Reads name, address and role together, so that a form tells everything that is wrong at once. */
export async function readInvited(
  app: App,
  actor: Actor,
  { email: typed, name: given, ...asked }: NewAccount,
): Promise<Invited | { readonly reasons: readonly AccountRefusal[] }> {
  const email = normalEmail(typed);
  const name = given.trim();
  const post = await readPost(app, actor, asked);
  const reasons: AccountRefusal[] = [
    ...(emailPattern.test(email) && email.length <= 200 ? [] : (["email-invalid"] as const)),
    ...(name === "" || name.length > longestName || /\d{10}/.test(name) ? (["name-missing"] as const) : []),
    ...("reasons" in post ? post.reasons : []),
  ];
  return "reasons" in post || reasons.length > 0 ? { reasons } : { email, name, post: post.post };
}

/** Adds the account, or begins an ended one anew; with a code, or with a request where two have to agree. */
export async function invite(
  step: Step,
  { email, name, post }: Invited,
  letter?: WriteLetter,
): Promise<AccountOutcome> {
  const { tx, actor, now } = step;
  const known = await findByEmail(tx, email);
  if (known !== undefined && !(known.isEnded && known.regionCode === actor.regionCode))
    return refuse(step, known.regionCode === actor.regionCode ? known.userId : "new", "email-taken");
  const userId = known?.userId ?? step.newId();
  if (known === undefined) await insertUser(tx, { userId, email, name });
  else await renameUser(tx, userId, name);
  await beginLife(tx, { userId, regionCode: actor.regionCode, by: actor.userId, at: now });
  const waits = await waitsForSecond(step, [post.role]);
  await step.audit({
    action: "account.invite",
    objectType: "account",
    objectId: userId,
    details: {
      ...inTrail(post),
      ...(known === undefined ? {} : { again: true }),
      ...(waits ? { waits } : {}),
      ...(!waits && isMailed(step.app, letter) ? { mailed: true } : {}),
    },
  });
  if (waits) {
    await askForPost(step, userId, post);
    return { outcome: "waits", accountId: userId };
  }
  await appoint(step, userId, post);
  const handed = await handOver(step, { userId, email, purpose: "invitation", letter });
  return { outcome: "done", accountId: userId, ...handed };
}

/** Leaves a role to a second person. */
export function askForPost(step: Step, userId: string, post: ReadPost): Promise<void> {
  const { tx, actor, now, today } = step;
  return insertRequest(tx, {
    id: step.newId(),
    userId,
    regionCode: actor.regionCode,
    kind: "appoint",
    role: post.role,
    scope: post.scope,
    validFrom: post.from ?? today,
    lastDay: post.lastDay,
    dropsSecondFactor: false,
    askedBy: actor.userId,
    askedAt: now,
  });
}
