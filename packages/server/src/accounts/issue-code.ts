import { randomInt } from "node:crypto";
import { newInviteCode, readInviteCode } from "@tuwai/domain/accounts";
import type { Keys } from "#keys";
import type { Step } from "#use-case";
import type { OneTimeCode } from "./account-outcome.ts";
import { closeInvitations, insertInvitation, type Purpose } from "./invitation.store.ts";

/** Long enough for a letter to reach a village, short enough to be forgotten unused (OWASP ASVS 5.0, 6.4.1). */
const codeLifetimeDays = 7;

/** After so many wrong secrets behind a right number the code is dead. */
export const mostWrongAttempts = 10;

export function digestOfSecret(keys: Keys, secret: string): Buffer {
  return keys.digest("invite-code", secret);
}

/** Makes a new one-time code for an account and closes the one before. It is told here and never again. */
export async function issueCode(step: Step, userId: string, purpose: Purpose): Promise<OneTimeCode> {
  const { tx, actor, now, app } = step;
  await closeInvitations(tx, { userId, at: now, as: "replaced" });
  const expiresAt = new Date(now.getTime() + codeLifetimeDays * 24 * 3600 * 1000);
  for (;;) {
    const inviteCode = newInviteCode((limit) => randomInt(limit));
    const { number, secret } = readInviteCode(inviteCode)!;
    const isNew = await insertInvitation(tx, {
      id: step.newId(),
      userId,
      regionCode: actor.regionCode,
      purpose,
      number,
      secretDigest: digestOfSecret(app.keys, secret),
      issuedBy: actor.userId,
      issuedAt: now,
      expiresAt,
    });
    if (isNew) return { inviteCode, expiresAt };
  }
}
