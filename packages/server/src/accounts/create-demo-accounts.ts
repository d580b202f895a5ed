import { civilDate } from "@tuwai/domain/time";
import { type App, AppError, type Role, systemActor } from "#app";
import { hashPassword } from "#sessions";
import { inAccounts } from "#use-case";
import { addAccount } from "./add-account.ts";
import { normalEmail } from "./normal-email.ts";

export type DemoAccount = {
  readonly email: string;
  readonly name: string;
  readonly role: Role;
  readonly scope?: string;
};

/**
 * Makes accounts that share one printed password, for a demo city only: everybody else is invited and chooses a password. Those
 * that exist already are left alone; answers the ids of those that were made.
 */
export async function createDemoAccounts(
  app: App,
  accounts: readonly DemoAccount[],
  password: string,
): Promise<readonly string[]> {
  if (!app.config.demo) throw new AppError("forbidden", { reason: "demo-accounts-are-for-demo" });
  const passwordHash = await hashPassword(password);
  const of = { actor: systemActor(app.config.regionCode), name: "account.create" };
  return inAccounts(app, of, async (step) => {
    const made: string[] = [];
    for (const account of accounts) {
      const email = normalEmail(account.email);
      const added = await addAccount(step, { ...account, email, passwordHash, validFrom: begin });
      if (added !== null) made.push(added);
    }
    // Those that exist already need no entry.
    return step.unchanged(made);
  });
}

/** The first day of the programme. */
const begin = civilDate("2025-07-03");
