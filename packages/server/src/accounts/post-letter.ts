import { type App, isAppError, systemActor } from "#app";
import type { Keys } from "#keys";
import { inAccounts, type Step } from "#use-case";
import { findWaitingMail, insertMail, settleMail } from "./mail.store.ts";
import { type Letter, sendLetter } from "./send-letter.ts";

type Addressed = Letter & { readonly to: string };
type Posted = { readonly invitationId: string; readonly userId: string; readonly letter: Addressed };

const placeOf = (rowId: string) => ({ table: "auth.mails", column: "sealed", rowId });

/** Puts a letter where background work finds it; it goes if and only if the step commits. */
export async function postLetter(step: Step, { invitationId, userId, letter }: Posted): Promise<void> {
  const { app, tx, actor, now } = step;
  const id = step.newId();
  const sealed = app.keys.seal(JSON.stringify(letter), placeOf(id));
  await insertMail(tx, { id, invitationId, userId, regionCode: actor.regionCode, sealed, askedAt: now });
  await step.follow("accounts.mail", { mailId: id });
}

type Mail = { readonly mailId: string };

/** Sends what waits. A letter whose code was used or replaced meanwhile is dropped, one that is refused for good given up. */
export async function deliverLetter(app: App, { mailId }: Mail): Promise<void> {
  const found = await findWaitingMail(app.db.as("app_auth"), mailId);
  if (found === undefined) return;
  const { mail } = app.config;
  if (found.isDead || mail === null) return giveUpLetter(app, { mailId });
  try {
    await sendLetter(mail, { ...open(app.keys, mailId, found.sealed), id: mailId });
  } catch (error) {
    if (isAppError(error) && error.code === "conflict") return giveUpLetter(app, { mailId });
    throw error;
  }
  await settleMail(app.db.as("app_auth"), mailId, "sent", app.clock.now());
}

/** The administrator sees it at the account; the code itself lives on. */
export async function giveUpLetter(app: App, { mailId }: Mail): Promise<void> {
  const of = { actor: systemActor(app.config.regionCode), name: "account.mail" };
  await inAccounts(app, of, async (step) => {
    const found = await findWaitingMail(step.tx, mailId);
    if (found === undefined) return step.unchanged(null);
    await settleMail(step.tx, mailId, "failed", step.now);
    await step.audit({ objectType: "account", objectId: found.userId, details: { mail: "failed" } });
    return null;
  });
}

function open(keys: Keys, id: string, sealed: Buffer): Addressed {
  return JSON.parse(keys.open(sealed, placeOf(id))) as Addressed;
}
