import { AppError } from "#app";
import { listUndecided } from "#claimability";
import { incomeOf, listTakenPersons, payerOf, readPricing, recordObligations } from "#contributions";
import { recordRegistrations } from "#cover";
import { advanceEnrolments, lockPayers } from "#enrolment";
import { listWithdrawn } from "#privacy";
import { change, type Operation, type Step } from "#use-case";
import { listPacketLines, type PacketLine } from "./packet-line.view.ts";
import { type Packet, type PacketName, updatePacket } from "./packet.store.ts";
import { requireDraft } from "./require-packet.ts";

type Input = Operation &
  PacketName & {
    readonly version: number;
    /** The number of workers, typed by hand: sending cannot be taken back. */
    readonly confirmCount: number;
  };

/**
 * `payer-ended`: the sponsor stopped since. `month-taken`: that month is owed or paid for this worker already. `red-undecided`: a
 * claim would be refused, and no person decided about it.
 */
export type SendRefusal =
  | { readonly reason: "count-differs"; readonly lines: number }
  | {
      readonly reason:
        | "payer-ended"
        | "month-taken"
        | "died"
        | "moved"
        | "withdrawn"
        | "consent-withdrawn"
        | "red-undecided";
      readonly personCodes: readonly string[];
    };

export type SendOutcome =
  | { readonly outcome: "sent"; readonly code: string; readonly lines: number; readonly totalRupiah: number }
  | { readonly outcome: "refused"; readonly reasons: readonly SendRefusal[] };

/**
 * Hands a draft to its BPJS branch, irreversibly: from here the branch sees these workers, the month is owed by their
 * payers (one each, forbidden otherwise by the database), and their registration stands in the evidence of cover.
 */
export const sendPacket = change(
  { name: "packet.send", permission: "enrolment.submit" },
  async (step, input: Input): Promise<SendOutcome> => {
    await lockPayers(step.tx);
    const packet = await requireDraft(step, input);
    const lines = await listPacketLines(step.tx, packet.id);
    const reasons = await reasonsAgainst(step, { packet, lines }, input.confirmCount);
    if (reasons.length > 0) return step.unchanged({ outcome: "refused", reasons });
    await send(step, { packet, lines });
    const { code, branch } = packet;
    const totalRupiah = lines.reduce((total, { amountRupiah }) => total + amountRupiah, 0);
    const details = { code, branch, lines: lines.length, totalRupiah };
    // What is owed from now on stands in the books before anybody can deduct, pay or write off any of it.
    await step.follow("ledger.post-obligations", {});
    await step.audit({ objectType: "packet", objectId: packet.id, details });
    return { outcome: "sent", code, lines: lines.length, totalRupiah };
  },
);

type Sending = { readonly packet: Packet; readonly lines: readonly PacketLine[] };

async function reasonsAgainst(
  step: Step,
  { packet, lines }: Sending,
  confirmCount: number,
): Promise<readonly SendRefusal[]> {
  const { tx } = step;
  const personIds = lines.map(({ personId }) => personId);
  const taken = await listTakenPersons(tx, { personIds, month: packet.month });
  const refusing = await listWithdrawn(tx, personIds);
  const undecided = await listUndecided(step, packet.code);
  const codesOf = (concerns: (line: PacketLine) => boolean) =>
    lines.filter(concerns).map(({ personCode }) => personCode);
  const found = {
    "payer-ended": codesOf(({ enrolmentState }) => enrolmentState !== "in-packet"),
    "month-taken": codesOf(({ personId }) => taken.has(personId)),
    died: codesOf(({ isGone }) => isGone === "died"),
    moved: codesOf(({ isGone }) => isGone === "moved"),
    withdrawn: codesOf(({ isGone }) => isGone === "withdrawn"),
    "consent-withdrawn": codesOf(({ personId }) => refusing.has(personId)),
    "red-undecided": codesOf(({ enrolmentId, isGone }) => isGone === null && undecided.has(enrolmentId)),
  };
  const count: SendRefusal[] =
    lines.length === confirmCount ? [] : [{ reason: "count-differs", lines: lines.length }];
  const names = Object.keys(found) as (keyof typeof found)[];
  const others = names.filter((reason) => found[reason].length > 0);
  return [...count, ...others.map((reason) => ({ reason, personCodes: found[reason] }))];
}

async function send(step: Step, { packet, lines }: Sending): Promise<void> {
  const { tx, actor, now } = step;
  const ids = lines.map(({ enrolmentId }) => enrolmentId);
  const moved = await advanceEnrolments(step, ids, { from: "in-packet", to: "sent" });
  const isCurrent = await updatePacket(tx, packet, { state: "sent", sent: { by: actor.userId, at: now } });
  if (moved !== lines.length || !isCurrent) throw new AppError("stale", { object: "packet" });
  await recordObligations(step, { packetId: packet.id, month: packet.month }, lines);
  const pricing = await readPricing(tx, actor.regionCode);
  await recordRegistrations(
    step,
    packet.id,
    lines.map((line) => ({
      ...line,
      payer: payerOf(line.fundSource),
      baseRupiah: incomeOf(pricing, { ...line, sector: "other" }, packet.month),
      programmes: line.price.parts.map(({ programme }) => programme),
    })),
  );
}
