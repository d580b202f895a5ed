import { areaOf, authorise } from "#access";
import { type Actor, type App, AppError } from "#app";
import { recordChange } from "#audit";
import { listTakenPersons, payerOf, recordObligations } from "#contributions";
import { recordRegistrations } from "#cover";
import { inTransaction, runOnce, type Tx } from "#database";
import { advanceEnrolments, lockPayers } from "#enrolment";
import { listPacketLines, type Packet, type PacketLine, updatePacket } from "./packet.store.ts";
import { requireDraft } from "./require-packet.ts";

type Input = {
  readonly operationId: string;
  readonly packetId: string;
  readonly version: number;
  /** The number of workers, typed by hand: sending cannot be taken back. */
  readonly confirmCount: number;
};

/** `payer-ended`: the sponsor stopped since. `month-taken`: that month is owed or paid for this worker already. */
export type SendRefusal =
  | { readonly reason: "count-differs"; readonly lines: number }
  | {
      readonly reason: "payer-ended" | "month-taken" | "died" | "moved" | "withdrawn";
      readonly personCodes: readonly string[];
    };

export type SendOutcome =
  | { readonly outcome: "sent"; readonly code: string; readonly lines: number; readonly totalRupiah: number }
  | { readonly outcome: "refused"; readonly reasons: readonly SendRefusal[] };

/**
 * Hands a draft to its BPJS branch, irreversibly: from here the branch sees these workers, the month is owed by their
 * payers (one each, forbidden otherwise by the database), and their registration stands in the evidence of cover.
 */
export async function sendPacket(app: App, actor: Actor, input: Input): Promise<SendOutcome> {
  const area = areaOf(actor, authorise(actor, "enrolment.submit"));
  const { operationId, ...request } = input;
  return inTransaction(app, actor, (tx) =>
    runOnce(tx, actor, { id: operationId, name: "packet.send", request }, async () => {
      await lockPayers(tx);
      const packet = await requireDraft(tx, area, input);
      const lines = await listPacketLines(tx, packet.id);
      const reasons = await reasonsAgainst(tx, packet, lines, input.confirmCount);
      if (reasons.length > 0) return { outcome: "refused", reasons };
      await send(app, tx, actor, { packet, lines });
      const totalRupiah = lines.reduce((total, { amountRupiah }) => total + amountRupiah, 0);
      await recordChange(app, tx, actor, {
        action: "packet.send",
        objectType: "packet",
        objectId: packet.id,
        operationId,
        details: { code: packet.code, branch: packet.branch, lines: lines.length, totalRupiah },
      });
      return { outcome: "sent", code: packet.code, lines: lines.length, totalRupiah };
    }),
  );
}

async function reasonsAgainst(
  tx: Tx,
  packet: Packet,
  lines: readonly PacketLine[],
  confirmCount: number,
): Promise<readonly SendRefusal[]> {
  const personIds = lines.map(({ personId }) => personId);
  const taken = await listTakenPersons(tx, { personIds, month: packet.month });
  const codesOf = (concerns: (line: PacketLine) => boolean) =>
    lines.filter(concerns).map(({ personCode }) => personCode);
  const found = {
    "payer-ended": codesOf(({ enrolmentState }) => enrolmentState !== "in-packet"),
    "month-taken": codesOf(({ personId }) => taken.has(personId)),
    died: codesOf(({ isGone }) => isGone === "died"),
    moved: codesOf(({ isGone }) => isGone === "moved"),
    withdrawn: codesOf(({ isGone }) => isGone === "withdrawn"),
  };
  const count: SendRefusal[] =
    lines.length === confirmCount ? [] : [{ reason: "count-differs", lines: lines.length }];
  const names = Object.keys(found) as (keyof typeof found)[];
  const others = names.filter((reason) => found[reason].length > 0);
  return [...count, ...others.map((reason) => ({ reason, personCodes: found[reason] }))];
}

type Sending = { readonly packet: Packet; readonly lines: readonly PacketLine[] };

async function send(app: App, tx: Tx, actor: Actor, { packet, lines }: Sending): Promise<void> {
  const at = app.clock.now();
  const ids = lines.map(({ enrolmentId }) => enrolmentId);
  const moved = await advanceEnrolments({ tx }, ids, { from: "in-packet", to: "sent" });
  const isCurrent = await updatePacket(tx, packet, { state: "sent", sent: { by: actor.userId, at } });
  if (moved !== lines.length || !isCurrent) throw new AppError("stale", { object: "packet" });
  const step = { app, tx, actor };
  await recordObligations(step, { packetId: packet.id, month: packet.month }, lines);
  await recordRegistrations(
    step,
    packet.id,
    lines.map((line) => ({
      ...line,
      payer: payerOf(line.fundSource),
      programmes: line.price.parts.map(({ programme }) => programme),
    })),
  );
}
