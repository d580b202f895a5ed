import type { CivilDate } from "@tuwai/domain/time";
import type { Role } from "#app";
import type { Step } from "#use-case";
import { insertPost } from "./appointment.store.ts";
import { beginLife, findByEmail, insertUser, savePassword } from "./life.store.ts";

type NewAccount = {
  readonly email: string;
  readonly name: string;
  readonly passwordHash: string;
  readonly role: Role;
  readonly scope?: string;
  readonly validFrom: CivilDate;
};

/** An account with a password and one role, as only a demo city has it; null when the address is taken. */
export async function addAccount(step: Step, account: NewAccount): Promise<string | null> {
  const { tx, actor, now } = step;
  const { role, scope = null, validFrom, email, name, passwordHash } = account;
  const { regionCode, userId: grantedBy } = actor;
  if ((await findByEmail(tx, email)) !== undefined) return null;
  const userId = step.newId();
  await insertUser(tx, { userId, email, name });
  await beginLife(tx, { userId, regionCode, by: grantedBy, at: now });
  await savePassword(tx, userId, passwordHash);
  const post = { role, scope, validFrom, validUntil: null };
  await insertPost(tx, { id: step.newId(), userId, regionCode, ...post, grantedBy, approvedBy: null });
  await step.audit({
    action: "account.create",
    objectType: "account",
    objectId: userId,
    details: scope === null ? { role } : { role, scope },
  });
  return userId;
}
