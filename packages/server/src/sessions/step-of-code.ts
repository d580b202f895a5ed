import { createHmac } from "node:crypto";
import { symmetricDecrypt } from "better-auth/crypto";
import type { Auth } from "./auth.ts";

const stepSeconds = 30;

/**
 * The step of 30 seconds (RFC 6238) whose code this is for the account, one step of clocks that differ allowed either way;
 * null for a wrong code and for an account without a key.
 */
export async function stepOfCode(auth: Auth, userId: string, code: string): Promise<number | null> {
  const { adapter } = await auth.$context;
  const found = await adapter.findOne<{ readonly secret: string }>({
    model: "twoFactor",
    where: [{ field: "userId", value: userId }],
  });
  return found === null ? null : stepOfSealedKey(auth, found.secret, code);
}

/** The same for a key as better-auth seals it. */
export async function stepOfSealedKey(auth: Auth, sealed: string, code: string): Promise<number | null> {
  const { secretConfig } = await auth.$context;
  const secret = await symmetricDecrypt({ key: secretConfig, data: sealed });
  const now = Math.floor(Date.now() / 1000 / stepSeconds);
  return [now, now - 1, now + 1].find((step) => codeAt(secret, step) === code) ?? null;
}

/** RFC 4226 §5.3 with SHA-1 and six digits, as every authenticator app does it. */
function codeAt(secret: string, step: number): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(step));
  const digest = createHmac("sha1", secret).update(counter).digest();
  const offset = digest.at(-1)! & 15;
  return String((digest.readUInt32BE(offset) & 0x7fffffff) % 1_000_000).padStart(6, "0");
}
