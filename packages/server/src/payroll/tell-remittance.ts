import { randomInt } from "node:crypto";
import { newCode } from "@tuwai/domain/identity";
import { rupiah } from "@tuwai/domain/money";
import { type CivilDate, parseCivilDate } from "@tuwai/domain/time";
import { AppError, readNote } from "#app";
import { type PaperFile, readPaperFile } from "#files";
import { postEntries } from "#ledger";
import { act, change, type Operation, read, type Step } from "#use-case";
import { isKnownOffice } from "./known-office.view.ts";
import {
  findRemittance,
  insertRemittance,
  listRemittances,
  markReceived,
  markWithdrawn,
  readSlip,
  type Remittance,
} from "./remittance.store.ts";

export type TellRemittance = Operation & {
  readonly office: string;
  readonly rupiah: number;
  /** "YYYY-MM-DD" */
  readonly sentOn: string;
  /** What the bank calls the transfer. */
  readonly reference: string;
  readonly slip: { readonly path: string; readonly fileName: string } | null;
};

export type RemittanceRefusal =
  | "office"
  | "amount"
  | "day"
  | "without-reference"
  | "without-slip"
  | "slip-kind"
  | "told-before";

export type RemittanceOutcome =
  | { readonly outcome: "told"; readonly remittanceCode: string }
  | { readonly outcome: "refused"; readonly reasons: readonly RemittanceRefusal[] };

/**
 * An office says that it has sent the money, with the slip, which is kept sealed. Finance may enter one without a slip, from the
 * account itself. Throws `too-large`, and `identity-number-in-note` for such a reference.
 */
export const tellRemittance = act(
  { name: "remittance.tell", permission: "remittance.tell" },
  async (call, input: TellRemittance): Promise<RemittanceOutcome> => {
    const slip = input.slip === null ? null : await readPaperFile(input.slip);
    const { operationId: id, slip: file, ...told } = input;
    const request = { ...told, slip: slip?.hash.toString("hex") ?? null };
    return call.once({ id, request }, (step) =>
      enter(step, told, { slip, isUnknownKind: file !== null && slip === null }),
    );
  },
);

async function enter(
  step: Step,
  told: Omit<TellRemittance, "operationId" | "slip">,
  { slip, isUnknownKind }: { readonly slip: PaperFile | null; readonly isUnknownKind: boolean },
): Promise<RemittanceOutcome> {
  const { tx, actor, now, app } = step;
  const { regionCode, userId: by } = actor;
  const { office } = step.within({ regionCode, opd: told.office, office: told.office });
  const sentOn = parseCivilDate(told.sentOn);
  const reference = readNote(told.reference);
  const needsSlip = step.grant.scope === "U";
  const reasons: RemittanceRefusal[] = [
    ...((await isKnownOffice(tx, step.area, office)) ? [] : ["office" as const]),
    ...(Number.isSafeInteger(told.rupiah) && told.rupiah > 0 && told.rupiah < 1e12
      ? []
      : ["amount" as const]),
    ...(sentOn !== undefined && sentOn <= step.today ? [] : ["day" as const]),
    ...(reference === null ? ["without-reference" as const] : []),
    ...(isUnknownKind ? ["slip-kind" as const] : []),
    ...(needsSlip && slip === null && !isUnknownKind ? ["without-slip" as const] : []),
  ];
  if (reasons.length > 0 || sentOn === undefined || reference === null)
    return step.unchanged({ outcome: "refused", reasons });
  const id = step.newId();
  const code = newCode("ST", (below) => randomInt(below));
  const place = { table: "remittances", column: "slip", rowId: id };
  const sealed = slip === null ? null : { ...slip, sealed: app.keys.sealBytes(slip.bytes, place) };
  const money = { rupiah: told.rupiah, sentOn, reference };
  const isNew = await insertRemittance(
    tx,
    { regionCode, id, office, code, ...money, slip: sealed },
    { by, at: now },
  );
  if (!isNew) return step.unchanged({ outcome: "refused", reasons: ["told-before"] });
  await step.audit({
    objectType: "remittance",
    objectId: id,
    details: { code, office, rupiah: told.rupiah, sentOn },
  });
  return { outcome: "told", remittanceCode: code };
}

export type RemittanceName = { readonly remittanceCode: string };

/** Throws `not-found`, also for a transfer of another office. */
export async function requireRemittance(
  { tx, area }: Pick<Step, "tx" | "area">,
  { remittanceCode }: RemittanceName,
): Promise<Remittance> {
  const found = await findRemittance(tx, area, remittanceCode);
  if (found === undefined || found.withdrawnAt !== null)
    throw new AppError("not-found", { object: "remittance" });
  return found;
}

export type ReceiveRemittance = Operation &
  RemittanceName & { readonly bank: string; readonly arrivedOn: string };
export type ReceiveRefusal = "bank" | "day" | "received-before";

/** Finance sees the money on the account: it stands in the books, in suspense until it is known whose deductions it is. */
export const receiveRemittance = change(
  { name: "remittance.receive", permission: "remittance.receive" },
  async (
    step,
    input: ReceiveRemittance,
  ): Promise<
    | { readonly outcome: "received" }
    | { readonly outcome: "refused"; readonly reasons: readonly ReceiveRefusal[] }
  > => {
    const { tx, actor, now } = step;
    const remittance = await requireRemittance(step, input);
    const bank = input.bank.trim();
    const arrivedOn = parseCivilDate(input.arrivedOn);
    const reasons: ReceiveRefusal[] = [
      ...(/^[A-Za-z0-9.-]{1,40}$/.test(bank) ? [] : ["bank" as const]),
      ...(arrivedOn !== undefined && arrivedOn <= step.today ? [] : ["day" as const]),
    ];
    if (reasons.length > 0 || arrivedOn === undefined) return step.unchanged({ outcome: "refused", reasons });
    if (!(await markReceived(tx, remittance.id, { bank, arrivedOn, by: actor.userId, at: now })))
      return step.unchanged({ outcome: "refused", reasons: ["received-before"] });
    await postEntries(step, [receiptOf(remittance, bank, arrivedOn)]);
    await step.audit({
      objectType: "remittance",
      objectId: remittance.id,
      details: { code: remittance.code, bank, arrivedOn, rupiah: remittance.rupiah },
    });
    return { outcome: "received" };
  },
);

function receiptOf({ id, rupiah: amount }: Remittance, bank: string, valueDate: CivilDate) {
  return {
    event: { kind: "receive" as const, bank, from: { kind: "unknown" as const }, amount: rupiah(amount) },
    naturalKey: `payroll|receive|${id}`,
    valueDate,
  };
}

/** Told by mistake; what finance has received stays. */
export const withdrawRemittance = change(
  { name: "remittance.withdraw", permission: "remittance.tell" },
  async (
    step,
    input: Operation & RemittanceName,
  ): Promise<{ readonly outcome: "withdrawn" | "received-before" }> => {
    const remittance = await requireRemittance(step, input);
    const by = { by: step.actor.userId, at: step.now };
    if (!(await markWithdrawn(step.tx, remittance.id, by)))
      return step.unchanged({ outcome: "received-before" });
    await step.audit({
      objectType: "remittance",
      objectId: remittance.id,
      details: { code: remittance.code },
    });
    return { outcome: "withdrawn" };
  },
);

export type ShownRemittance = Omit<Remittance, "id" | "toldBy" | "withdrawnAt">;

/** Transfers of an office, or of all for whoever sees all; what waits comes first. */
export const getRemittances = read(
  { purpose: "remittance-list", permission: "deduction_batch.read" },
  async (
    { tx, area },
    { office }: { readonly office?: string } | undefined = {},
  ): Promise<readonly ShownRemittance[]> => {
    const rows = await listRemittances(tx, { area, office: area.opd ?? office ?? null });
    return rows.map(({ id: _id, toldBy: _toldBy, withdrawnAt: _withdrawnAt, ...row }) => row);
  },
);

/** The slip as it was sent. Throws `not-found` where there is none. */
export const openSlip = read(
  { purpose: "remittance-slip", permission: "remittance.slip" },
  async (
    step,
    input: RemittanceName,
  ): Promise<{ readonly name: string; readonly type: string; readonly bytes: Uint8Array }> => {
    const { id, code, slipName, slipType } = await requireRemittance(step, input);
    const sealed = await readSlip(step.tx, id);
    if (sealed === null || slipType === null) throw new AppError("not-found", { object: "slip" });
    await step.audit({
      action: "remittance.slip",
      objectType: "remittance",
      objectId: id,
      details: { code },
    });
    const bytes = step.app.keys.openBytes(sealed, { table: "remittances", column: "slip", rowId: id });
    return { name: slipName ?? code, type: slipType, bytes };
  },
);
