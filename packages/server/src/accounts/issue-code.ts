import { randomInt } from "node:crypto";
import { newInviteCode, readInviteCode } from "@tuwai/domain/accounts";
import type { App } from "#app";
import type { Keys } from "#keys";
import type { Step } from "#use-case";
import type { Handed, OneTimeCode, WriteLetter } from "./account-outcome.ts";
import { closeInvitations, insertInvitation, type Purpose } from "./invitation.store.ts";
import { postLetter } from "./post-letter.ts";

/** Long enough for a letter to reach a village, short enough to be forgotten unused (OWASP ASVS 5.0, 6.4.1). */
const codeLifetimeDays = 7;

/** After so many wrong secrets behind a right number the code is dead. */
export const mostWrongAttempts = 10;

export function digestOfSecret(keys: Keys, secret: string): Buffer {
  return keys.digest("invite-code", secret);
}

/**
 * Makes a new one-time code for an account and closes the one before. It is told here and never again; or it goes by e-mail when
 * a letter is wished and the city has a mail server, and then nobody else sees it.
 */
export async function handOver(
  step: Step,
  of: {
    readonly userId: string;
    readonly email: string;
    readonly purpose: Purpose;
    readonly letter?: WriteLetter | undefined;
  },
): Promise<Handed> {
  const { userId, email, purpose, letter } = of;
  const { invitationId, code } = await drawCode(step, userId, purpose);
  if (!isMailed(step.app, letter)) return { code };
  await postLetter(step, { invitationId, userId, letter: { ...letter(code), to: email } });
  return { code: null, isMailed: true };
}

/** Whether a code goes by e-mail. */
export function isMailed(
  { config }: Pick<App, "config">,
  letter: WriteLetter | undefined,
): letter is WriteLetter {
  return letter !== undefined && config.mail !== null;
}

async function drawCode(
  step: Step,
  userId: string,
  purpose: Purpose,
): Promise<{ readonly invitationId: string; readonly code: OneTimeCode }> {
  const { tx, actor, now, app } = step;
  await closeInvitations(tx, { userId, at: now, as: "replaced" });
  const expiresAt = new Date(now.getTime() + codeLifetimeDays * 24 * 3600 * 1000);
  for (;;) {
    const inviteCode = newInviteCode((limit) => randomInt(limit));
    const { number, secret } = readInviteCode(inviteCode)!;
    const invitationId = step.newId();
    const isNew = await insertInvitation(tx, {
      id: invitationId,
      userId,
      regionCode: actor.regionCode,
      purpose,
      number,
      secretDigest: digestOfSecret(app.keys, secret),
      issuedBy: actor.userId,
      issuedAt: now,
      expiresAt,
    });
    if (isNew) return { invitationId, code: { inviteCode, expiresAt } };
  }
}
