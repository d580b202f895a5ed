import type { Role } from "#app";
import type { Step } from "#use-case";
import { insertAccount } from "./account.store.ts";

type NewAccount = {
  readonly email: string;
  readonly name: string;
  readonly passwordHash: string;
  readonly role: Role;
  readonly scope?: string;
  readonly validFrom: string;
};

/** An account with one appointment, and the entry about it; null when the address is taken. Address and name stay out of the entry. */
export async function addAccount(step: Step, account: NewAccount): Promise<string | null> {
  const { role, scope = null, validFrom, email, name, passwordHash } = account;
  const { regionCode } = step.actor;
  const userId = step.newId();
  const appointment = { id: step.newId(), regionCode, role, scope, validFrom };
  if (!(await insertAccount(step.tx, { userId, email, name, passwordHash, appointment }))) return null;
  await step.audit({
    action: "account.create",
    objectType: "account",
    objectId: userId,
    details: scope === null ? { role } : { role, scope },
  });
  return userId;
}
