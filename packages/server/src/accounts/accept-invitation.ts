import { timingSafeEqual } from "node:crypto";
import { type PasswordFault, readInviteCode } from "@tuwai/domain/accounts";
import { type Actor, type App, publicActor } from "#app";
import { listRegions } from "#regions";
import { hashPassword } from "#sessions";
import { inAccounts, type Step } from "#use-case";
import { type AccountRow, findAccountRow } from "./accounts.view.ts";
import { checkPassword } from "./check-password.ts";
import { momentOf } from "./find-account.ts";
import { closeInvitations, countWrongAttempt, findInvitation } from "./invitation.store.ts";
import { digestOfSecret, mostWrongAttempts } from "./issue-code.ts";
import { limitAttempts } from "./limit-attempts.ts";
import { savePassword } from "./life.store.ts";

export type AcceptOutcome =
  | { readonly outcome: "accepted"; readonly email: string; readonly role: AccountRow["role"] }
  /** Wrong, used, replaced and ended are the same refusal. */
  | { readonly outcome: "refused"; readonly reason: "wrong-code" | "expired" }
  | { readonly outcome: "weak"; readonly faults: readonly PasswordFault[] };

type Given = { readonly inviteCode: string; readonly password: string };

/**
 * The invited sets a password with the one-time code, which is used up by it. Nobody is signed in here: the code is the proof. A
 * weak password costs no attempt. Throws `rate-limited` after too many wrong codes; `headers` say from where they come.
 */
export function acceptInvitation(
  app: App,
  { headers = new Headers(), ...given }: Given & { readonly headers?: Headers },
): Promise<AcceptOutcome> {
  const attempt = {
    kind: "invitation",
    // What is no code at all is a guess at nobody's: it holds up only the address from which it comes.
    account: readInviteCode(given.inviteCode)?.number ?? `unreadable ${headers.get("x-forwarded-for") ?? ""}`,
    headers,
    isRight: ({ outcome }: AcceptOutcome) => outcome !== "refused",
  } as const;
  return limitAttempts(app, attempt, () => accept(app, given));
}

async function accept(app: App, { inviteCode, password }: Given): Promise<AcceptOutcome> {
  const found = await openCode(app, inviteCode);
  if (typeof found === "string") return { outcome: "refused", reason: found };
  const { account, invitationId } = found;
  const faults = await checkPassword(password, { ...account, words: await wordsOfCity(app) });
  if (faults.length > 0) return { outcome: "weak", faults };
  const passwordHash = await hashPassword(password);
  return inAccounts(app, { actor: actorOfAccount(app, account), name: "account.accept" }, async (step) => {
    // Whoever used it meanwhile has closed it.
    const still = await findInvitation(step.tx, step.actor.regionCode, readInviteCode(inviteCode)!.number);
    if (still === undefined || still.id !== invitationId || still.isClosed)
      return step.unchanged({ outcome: "refused", reason: "wrong-code" });
    await closeInvitations(step.tx, { userId: account.accountId, at: step.now, as: "used" });
    await savePassword(step.tx, account.accountId, passwordHash);
    const details = { purpose: still.purpose };
    await step.audit({ objectType: "account", objectId: account.accountId, details });
    return { outcome: "accepted", email: account.email, role: account.role };
  });
}

type Found = { readonly account: AccountRow; readonly invitationId: string };

/** The account behind a code. A wrong secret behind a right number is counted and kept in the trail. */
function openCode(app: App, text: string): Promise<Found | "wrong-code" | "expired"> {
  const actor = publicActor(app.config.regionCode);
  const code = readInviteCode(text);
  if (code === undefined) return Promise.resolve("wrong-code");
  return inAccounts(app, { actor, name: "account.accept" }, async (step) => {
    const found = await findInvitation(step.tx, actor.regionCode, code.number);
    if (found === undefined || found.isClosed || found.wrongAttempts >= mostWrongAttempts)
      return step.unchanged("wrong-code");
    if (!timingSafeEqual(found.secretDigest, digestOfSecret(app.keys, code.secret)))
      return refuseSecret(step, found.id, found.userId);
    if (found.expiresAt <= step.now) return step.unchanged("expired");
    const account = await findAccountRow(step.tx, momentOf(step), found.userId);
    return step.unchanged(account === undefined ? "wrong-code" : { account, invitationId: found.id });
  });
}

async function refuseSecret(step: Step, id: string, userId: string): Promise<"wrong-code"> {
  await countWrongAttempt(step.tx, id);
  await step.audit({ objectType: "account", objectId: userId, details: { refused: ["wrong-code"] } });
  return "wrong-code";
}

function actorOfAccount(app: App, { accountId, role, scope }: AccountRow): Actor {
  const { regionCode } = app.config;
  const at = scope === null ? {} : { scope };
  return { userId: accountId, role: role ?? "PUB", regionCode, ...at };
}

/** Names of the city's places, which people put into passwords. */
export async function wordsOfCity(app: App): Promise<readonly string[]> {
  const regions = await listRegions(app, publicActor(app.config.regionCode));
  return regions.flatMap(({ name }) => name.split(/\s+/));
}
