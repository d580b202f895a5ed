import { monthOf, type Month } from "@tuwai/domain/time";
import { AppError } from "#app";
import { readPricing } from "#contributions";
import { advanceEnrolments, lockPayers } from "#enrolment";
import { findLatestMapping } from "#packet-mapping";
import { change, type Operation, type Step } from "#use-case";
import { type LeftOut, type PricedLine, sortLines } from "./sort-lines.ts";
import { insertPacketLines } from "./packet-line.store.ts";
import { insertPacket } from "./packet.store.ts";

export type ComposeOutcome =
  | {
      readonly outcome: "composed";
      readonly packetId: string;
      readonly code: string;
      readonly version: number;
      readonly lines: number;
      readonly totalRupiah: number;
      readonly leftOut: readonly LeftOut[];
    }
  | {
      readonly outcome: "refused";
      readonly reasons: readonly ("month-in-past" | "nothing-can-go")[];
      readonly leftOut: readonly LeftOut[];
    };

type Input = Operation & {
  readonly month: Month;
  /** All that are ready, when left out. */
  readonly enrolmentIds?: readonly string[];
};

/** Puts ready workers into a draft for the city's BPJS branch, each line checked as the branch would and priced by law. */
export const composePacket = change(
  { name: "packet.compose", permission: "enrolment.submit" },
  async (step, { month, enrolmentIds }: Input): Promise<ComposeOutcome> => {
    if (month < monthOf(step.today))
      return step.unchanged({ outcome: "refused", reasons: ["month-in-past"], leftOut: [] });
    await lockPayers(step.tx);
    const { lines, leftOut } = await sortLines(step, month, enrolmentIds ?? null);
    if (lines.length === 0)
      return step.unchanged({ outcome: "refused", reasons: ["nothing-can-go"], leftOut });
    const draft = await openDraft(step, month);
    const totalRupiah = await fill(step, draft.packetId, lines);
    const { packetId, code, branch } = draft;
    const details = { code, month, branch, lines: lines.length, totalRupiah };
    await step.audit({ objectType: "packet", objectId: packetId, details });
    return { outcome: "composed", packetId, code, version: 1, lines: lines.length, totalRupiah, leftOut };
  },
);

/** An empty draft for the city's branch, under the columns the branch asks for now. */
async function openDraft({ tx, actor, newId, now }: Step, month: Month) {
  const { regionCode } = actor;
  const { enrolment } = await readPricing(tx, regionCode);
  const branch = enrolment["bpjs-branch"].value;
  const mapping = await findLatestMapping(tx, { regionCode, branch });
  if (mapping === undefined)
    throw new AppError("not-set-up", { message: `No packet columns for branch ${branch}.` });
  const packetId = newId();
  const made = { madeBy: actor.userId, madeAt: now, mappingNumber: mapping.number };
  const code = await insertPacket(tx, { regionCode, id: packetId, branch, month, ...made });
  return { packetId, code, branch };
}

/** Answers with what the lines cost together, in rupiah. */
async function fill(step: Step, packetId: string, lines: readonly PricedLine[]): Promise<number> {
  const rows = lines.map(({ line, price }, index) => ({
    ...line,
    nikSealed: undefined,
    nikIndex: undefined,
    lineNo: index + 1,
    amountRupiah: price.total,
    price,
  }));
  await insertPacketLines(step.tx, { regionCode: step.actor.regionCode, packetId }, rows);
  const ids = rows.map(({ enrolmentId }) => enrolmentId);
  const moved = await advanceEnrolments(step, ids, { from: "ready", to: "in-packet" });
  if (moved !== ids.length) throw new AppError("stale", { object: "enrolment" });
  return rows.reduce((total, { amountRupiah }) => total + amountRupiah, 0);
}
