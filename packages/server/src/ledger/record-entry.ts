import { approvedKinds } from "@tuwai/domain/ledger";
import { AppError } from "#app";
import { change, type Operation } from "#use-case";
import { type NewEntry, postEntries, type PostResult } from "./post-entries.ts";

export type RecordEntry = Operation & { readonly entry: NewEntry };

/**
 * Money that moved and needs no second person: a bank line, an allocation, an office's deductions, a refusal by BPJS. Throws
 * `four-eyes` for a kind that must be proposed, and what `postEntries` throws.
 */
export const recordEntry = change(
  { name: "ledger.record", permission: "ledger.post" },
  async (step, { entry }: RecordEntry): Promise<PostResult> => {
    if (approvedKinds.has(entry.event.kind)) throw new AppError("four-eyes", { kind: entry.event.kind });
    const result = await postEntries(step, [entry]);
    await step.audit({
      objectType: "ledger-entry",
      objectId: entry.naturalKey,
      details: { kind: entry.event.kind, ...result },
    });
    return result;
  },
);
