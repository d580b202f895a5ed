import { generateRandomString, symmetricEncrypt } from "better-auth/crypto";
import type { Auth } from "./auth.ts";
import { stepOfSealedKey } from "./step-of-code.ts";

/** What an authenticator app and a drawer are given, once. */
export type SecondFactorSetup = { readonly uri: string; readonly backupCodes: readonly string[] };

type Sealed = { readonly secret: string; readonly backupCodes: string };

const lifetimeMillis = 10 * 60 * 1000;
const codes = 10;
const nameOf = (userId: string): string => `second-factor-drawn:${userId}`;

/**
 * Draws a key and backup codes beside those the account has, as better-auth has no way from one second factor to the next:
 * the old ones hold until a code of the new key is shown within ten minutes.
 */
export async function drawFactor(
  auth: Auth,
  { id: userId, email }: { readonly id: string; readonly email: string },
): Promise<SecondFactorSetup> {
  const { internalAdapter, secretConfig: key, appName } = await auth.$context;
  const secret = generateRandomString(32);
  const backupCodes = Array.from({ length: codes }, newBackupCode);
  const sealed: Sealed = {
    secret: await symmetricEncrypt({ key, data: secret }),
    backupCodes: await symmetricEncrypt({ key, data: JSON.stringify(backupCodes) }),
  };
  await internalAdapter.deleteVerificationByIdentifier(nameOf(userId));
  await internalAdapter.createVerificationValue({
    identifier: nameOf(userId),
    value: JSON.stringify(sealed),
    expiresAt: new Date(Date.now() + lifetimeMillis),
  });
  return { uri: uriOf({ issuer: appName, email, secret }), backupCodes };
}

/** The step of a code of the drawn key; null for a wrong code and when nothing was drawn in the last ten minutes. */
export async function stepOfDrawn(auth: Auth, userId: string, code: string): Promise<number | null> {
  const drawn = await findDrawn(auth, userId);
  return drawn === null ? null : stepOfSealedKey(auth, drawn.secret, code);
}

/** What was drawn takes the place of what was; false when another request was first. */
export async function takeDrawn(auth: Auth, userId: string): Promise<boolean> {
  const { internalAdapter, adapter } = await auth.$context;
  const drawn = await findDrawn(auth, userId);
  if (drawn === null || (await internalAdapter.consumeVerificationValue(nameOf(userId))) === null)
    return false;
  await adapter.update({
    model: "twoFactor",
    where: [{ field: "userId", value: userId }],
    update: { ...drawn, verified: true },
  });
  return true;
}

async function findDrawn(auth: Auth, userId: string): Promise<Sealed | null> {
  const { internalAdapter } = await auth.$context;
  const found = await internalAdapter.findVerificationValue(nameOf(userId));
  if (found === null || found.expiresAt.getTime() < Date.now()) return null;
  return JSON.parse(found.value) as Sealed;
}

function newBackupCode(): string {
  const text = generateRandomString(10, "a-z", "0-9", "A-Z");
  return `${text.slice(0, 5)}-${text.slice(5)}`;
}

/** As authenticator apps read it (Google's Key Uri Format). */
function uriOf({ issuer, email, secret }: Readonly<Record<"issuer" | "email" | "secret", string>>): string {
  const query = new URLSearchParams({ secret: base32(secret), issuer, digits: "6", period: "30" });
  return `otpauth://totp/${encodeURIComponent(issuer)}:${encodeURIComponent(email)}?${query.toString()}`;
}

/** RFC 4648 §6, without padding. */
function base32(text: string): string {
  const bits = [...Buffer.from(text)].map((byte) => byte.toString(2).padStart(8, "0")).join("");
  const letters = bits.match(/.{1,5}/g) ?? [];
  return letters
    .map((five) => "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"[Number.parseInt(five.padEnd(5, "0"), 2)])
    .join("");
}
