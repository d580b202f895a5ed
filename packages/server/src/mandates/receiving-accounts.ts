import { type BankAccount, readBankAccount } from "@tuwai/domain/mandates";
import { requireSecondPerson } from "#access";
import { AppError, isUuid } from "#app";
import { change, type Operation, read } from "#use-case";
import {
  decideReceivingAccount,
  holdReceivingAccount,
  insertReceivingAccount,
  listReceivingAccounts,
  type ReceivingAccount,
} from "./receiving-account.store.ts";

export type ShownAccount = Omit<ReceivingAccount, "proposedBy"> & { readonly isOwn: boolean };

/** Where contributions go, what was proposed, and what held before. */
export const getReceivingAccounts = read(
  { purpose: "receiving-accounts", permission: "receiving_account.history.read" },
  async ({ tx, actor }): Promise<readonly ShownAccount[]> =>
    (await listReceivingAccounts(tx)).map(({ proposedBy, ...account }) => ({
      ...account,
      isOwn: proposedBy === actor.userId,
    })),
);

type Proposal = Operation & { readonly account: BankAccount };

export type AccountOutcome =
  | { readonly outcome: "proposed"; readonly accountId: string }
  | { readonly outcome: "refused"; readonly wrong: readonly (keyof BankAccount)[] }
  | { readonly outcome: "another-waits" };

/** Another account for contributions: it holds when a second person of finance has approved it. */
export const proposeReceivingAccount = change(
  { name: "receiving-account.propose", permission: "receiving_account.propose" },
  async (step, { account: typed }: Proposal): Promise<AccountOutcome> => {
    const reading = readBankAccount(typed);
    if ("wrong" in reading) return step.unchanged({ outcome: "refused", wrong: reading.wrong });
    const id = step.newId();
    const { regionCode, userId: actorId } = step.actor;
    const isKept = await insertReceivingAccount(
      step.tx,
      { ...reading.account, id },
      { regionCode, actorId, at: step.now },
    );
    if (!isKept) return step.unchanged({ outcome: "another-waits" });
    await step.audit({ objectType: "receiving-account", objectId: id });
    return { outcome: "proposed", accountId: id };
  },
);

type Decision = Operation & { readonly receivingAccountId: string; readonly verdict: "approve" | "refuse" };

/**
 * The second person's word. A proposal may be taken back by whoever made it, never approved: throws `four-eyes`, and `not-found`
 * or `conflict` where nothing waits.
 */
export const decideReceiving = change(
  { name: "receiving-account.decide", permission: "receiving_account.decide" },
  async (
    step,
    { receivingAccountId: id, verdict }: Decision,
  ): Promise<{ readonly outcome: "approved" | "refused" }> => {
    const account = isUuid(id) ? await holdReceivingAccount(step.tx, id) : undefined;
    if (account === undefined) throw new AppError("not-found");
    if (account.decision !== null) throw new AppError("conflict", { reason: "already-settled" });
    if (verdict === "approve") requireSecondPerson(step.actor, account.proposedBy);
    const outcome = verdict === "approve" ? "approved" : "refused";
    await decideReceivingAccount(step.tx, id, {
      decision: outcome,
      actorId: step.actor.userId,
      at: step.now,
    });
    await step.audit({ objectType: "receiving-account", objectId: id, details: { outcome } });
    return { outcome };
  },
);
