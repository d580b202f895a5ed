import { type App, AppError, type Role, systemActor } from "#app";
import { hashPassword } from "#sessions";
import { inAccounts } from "#use-case";
import { addAccount } from "./add-account.ts";

export type DemoAccount = {
  readonly email: string;
  readonly name: string;
  readonly role: Role;
  readonly scope?: string;
};

/** Makes accounts that share one printed password: for a demo city only. Those that exist already are left alone. */
export async function createDemoAccounts(
  app: App,
  accounts: readonly DemoAccount[],
  password: string,
): Promise<void> {
  if (!app.config.demo) throw new AppError("forbidden", { reason: "demo-accounts-are-for-demo" });
  const passwordHash = await hashPassword(password);
  const of = { actor: systemActor(app.config.regionCode), name: "account.create" };
  await inAccounts(app, of, async (step) => {
    for (const account of accounts)
      await addAccount(step, { ...account, passwordHash, validFrom: "2025-07-03" });
    // Those that exist already need no entry.
    return step.unchanged(undefined);
  });
}
