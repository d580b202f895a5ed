import { monthOf, type Month } from "@tuwai/domain/time";
import { AppError } from "#app";
import { readPricing } from "#contributions";
import { advanceEnrolments, lockPayers } from "#enrolment";
import { findLatestMapping } from "#packet-mapping";
import { change, type Operation, type Step } from "#use-case";
import { type LeftOut, type PricedLine, sortLines } from "./sort-lines.ts";
import { insertPacketLines } from "./packet-line.store.ts";
import { insertPacket } from "./packet.store.ts";

/** One draft, of one group. */
export type Draft = {
  readonly packetId: string;
  readonly code: string;
  readonly groupKey: string;
  readonly version: number;
  readonly lines: number;
  readonly totalRupiah: number;
};

export type ComposeOutcome =
  | {
      readonly outcome: "composed";
      /** The largest first. */
      readonly packets: readonly Draft[];
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

/** Puts ready workers into drafts for the city's BPJS branch, one for each group of theirs, each line checked as the branch would and priced by law. */
export const composePacket = change(
  { name: "packet.compose", permission: "enrolment.submit" },
  async (step, { month, enrolmentIds }: Input): Promise<ComposeOutcome> => {
    if (month < monthOf(step.today))
      return step.unchanged({ outcome: "refused", reasons: ["month-in-past"], leftOut: [] });
    await lockPayers(step.tx);
    const { lines, leftOut } = await sortLines(step, month, enrolmentIds ?? null);
    if (lines.length === 0)
      return step.unchanged({ outcome: "refused", reasons: ["nothing-can-go"], leftOut });
    const groups = [...Map.groupBy(lines, ({ line }) => line.groupKey)];
    const packets: Draft[] = [];
    for (const [groupKey, own] of groups.toSorted(([, a], [, b]) => b.length - a.length))
      packets.push(await composeOne(step, { groupKey, month }, own));
    return { outcome: "composed", packets, leftOut };
  },
);

type Of = { readonly groupKey: string; readonly month: Month };

async function composeOne(step: Step, of: Of, lines: readonly PricedLine[]): Promise<Draft> {
  const { packetId, code, branch } = await openDraft(step, of);
  const totalRupiah = await fill(step, packetId, lines);
  const details = { code, ...of, branch, lines: lines.length, totalRupiah };
  await step.audit({ objectType: "packet", objectId: packetId, details });
  return { packetId, code, groupKey: of.groupKey, version: 1, lines: lines.length, totalRupiah };
}

/** An empty draft for the city's branch, under the columns the branch asks for now. */
async function openDraft({ tx, actor, newId, now }: Step, of: Of) {
  const { regionCode } = actor;
  const { enrolment } = await readPricing(tx, regionCode);
  const branch = enrolment["bpjs-branch"].value;
  const mapping = await findLatestMapping(tx, { regionCode, branch });
  if (mapping === undefined)
    throw new AppError("not-set-up", { message: `No packet columns for branch ${branch}.` });
  const packetId = newId();
  const made = { madeBy: actor.userId, madeAt: now, mappingNumber: mapping.number };
  const code = await insertPacket(tx, { regionCode, id: packetId, branch, ...of, ...made });
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
