import { type RescueWay } from "@tuwai/domain/arrears";
import { type CivilDate } from "@tuwai/domain/time";
import { shownFields, type ShownPerson, showPerson } from "#people";
import { read, type Step } from "#use-case";
import { type ArrearsFilter, choiceOf } from "./list-arrears.ts";
import { listOnBoard } from "./arrears-list.view.ts";
import {
  answerDayOf,
  chosenWorkers,
  type JudgedRescue,
  judgeRescues,
  mostRescued,
  type RescueRefusal,
  waysOf,
} from "./judge-rescue.ts";

/** What one way would do for the chosen workers. */
export type WayPreview = {
  readonly way: RescueWay;
  readonly workers: number;
  readonly now: number;
  readonly monthly: number;
  /** The first day on which somebody of them is waited for no more; null where it fits nobody. */
  readonly answerBy: CivilDate | null;
  readonly refused: readonly { readonly reason: RescueRefusal; readonly workers: number }[];
};

export type RescuePreview = {
  readonly workers: readonly { readonly person: ShownPerson; readonly safeRescueDay: CivilDate | null }[];
  readonly codes: readonly string[];
  /** Of those asked for, how many stand on the board no more. */
  readonly missing: number;
  readonly naturalRupiah: number;
  readonly accidentRupiah: number;
  readonly ways: readonly WayPreview[];
};

export type ChosenWorkers =
  | { readonly personCodes: readonly string[] }
  | { readonly everybody: ArrearsFilter };

/**
 * What each way of rescue would cost for the chosen workers and whom it would leave out, by the same judgement by which it is done.
 * `everybody` stands for all whom the board shows under its filters. Throws `too-large` above 500.
 */
export const previewRescue = read(
  { purpose: "rescue-preview", permission: "arrears.rescue" },
  async (step, chosen: ChosenWorkers): Promise<RescuePreview> => {
    const asked =
      "personCodes" in chosen
        ? [...new Set(chosen.personCodes)]
        : await listOnBoard(step.tx, choiceOf(step, chosen.everybody), mostRescued + 1);
    const rows = await chosenWorkers(step, asked);
    const { role } = step.actor;
    await step.seen({
      personIds: rows.map(({ personId }) => personId),
      fields: shownFields(role, "coverage_status"),
    });
    const ways: WayPreview[] = [];
    for (const way of waysOf(step.actor)) ways.push(sumUp(step, way, await judgeRescues(step, rows, way)));
    const total = (of: (row: (typeof rows)[number]) => number) => rows.reduce((sum, row) => sum + of(row), 0);
    return {
      workers: rows.map((row) => ({ person: showPerson(role, row), safeRescueDay: row.safeRescueDay })),
      codes: rows.map(({ code }) => code),
      missing: asked.length - rows.length,
      naturalRupiah: total(({ naturalRupiah }) => naturalRupiah),
      accidentRupiah: total(({ accidentRupiah }) => accidentRupiah),
      ways,
    };
  },
);

function sumUp(step: Step, way: RescueWay, judged: readonly JudgedRescue[]): WayPreview {
  const fitting = judged.filter(({ reasons }) => reasons.length === 0);
  const counts = new Map<RescueRefusal, number>();
  for (const reason of judged.flatMap(({ reasons }) => reasons))
    counts.set(reason, (counts.get(reason) ?? 0) + 1);
  return {
    way,
    workers: fitting.length,
    now: fitting.reduce((sum, { now }) => sum + now, 0),
    monthly: fitting.reduce((sum, { monthly }) => sum + monthly, 0),
    answerBy: fitting.map(({ row }) => answerDayOf(step, row)).toSorted()[0] ?? null,
    refused: [...counts].map(([reason, workers]) => ({ reason, workers })),
  };
}
