import type { Setting } from "@tuwai/domain/contributions";
import { type DoubleCover, findDouble, type Precedence } from "@tuwai/domain/double-cover";
import { type HandOverReason, reasonAgainstHandOver } from "@tuwai/domain/payers";
import { monthOf, type Month, shiftMonth } from "@tuwai/domain/time";
import { showPerson, shownFields, type ShownPerson } from "#people";
import { read, type Step } from "#use-case";
import { type DoubleRow, listDoubleRows } from "./double-cover.view.ts";
import { readPrecedence } from "./precedence.ts";

export type DoubleWorker = DoubleCover & {
  readonly personId: string;
  readonly person: ShownPerson;
  readonly others: DoubleRow["others"];
  readonly fundSource: string | null;
  readonly answer: DoubleRow["answer"];
  /** Why ours cannot be ended here; null where it can, or nobody of ours pays. */
  readonly reasonAgainstEnd: HandOverReason | null;
  readonly isOpen: boolean;
};

export type DoubleCoverList = {
  /** The month with which ours would end, if it were ended now. */
  readonly endsFrom: Month;
  readonly precedence: Setting<Precedence>;
  readonly workers: readonly DoubleWorker[];
  /** Known of another payer and not paid for by us in any of those months. */
  readonly single: number;
  readonly open: { readonly heads: number; readonly rupiah: number; readonly freesRupiah: number };
};

/** Workers for whom somebody else pays as well, what was paid twice, and what ending ours would free each month. */
export const listDoubleCover = read(
  { purpose: "double-cover", permission: "double_cover.read" },
  async (step): Promise<DoubleCoverList> => {
    const judged = await judgeAll(step);
    const workers = judged.filter(isDouble);
    await step.seen({
      personIds: workers.map(({ row }) => row.personId),
      fields: shownFields(step.actor.role),
    });
    const shown = workers.map((one) => show(step, one));
    const open = shown.filter(({ isOpen }) => isOpen);
    const sum = (of: (one: DoubleWorker) => number) => open.reduce((all, one) => all + of(one), 0);
    return {
      endsFrom: endMonth(step),
      precedence: await readPrecedence(step.tx, step.actor.regionCode),
      workers: shown.toSorted((a, b) => Number(b.isOpen) - Number(a.isOpen)),
      single: judged.length - workers.length,
      open: {
        heads: open.length,
        rupiah: sum(({ rupiah }) => rupiah),
        freesRupiah: sum(({ freesRupiah }) => freesRupiah),
      },
    };
  },
);

/** How many workers are paid for twice without an answer. */
export async function countOpen(step: Step): Promise<number> {
  return (await judgeAll(step)).filter(isOpen).length;
}

type Judged = { readonly row: DoubleRow; readonly double: DoubleCover };

/** Ours ends with this month at the earliest: what is owed for it stays ours. */
export const endMonth = ({ today }: Pick<Step, "today">): Month => shiftMonth(monthOf(today), 1);

async function judgeAll(step: Step): Promise<readonly Judged[]> {
  const rows = await listDoubleRows(step.tx, step.area);
  return rows.map((row) => {
    const double = findDouble(row.owed, row.others, endMonth(step));
    return { row, double: row.open === null ? { ...double, freesRupiah: 0 } : double };
  });
}

const isDouble = ({ row, double }: Judged): boolean =>
  double.months.length > 0 || double.freesRupiah > 0 || row.answer !== null;

/** Somebody has to say what becomes of it: both go on paying. */
const isOpen = ({ row, double }: Judged): boolean => row.answer === null && double.freesRupiah > 0;

function show({ actor }: Step, { row, double }: Judged): DoubleWorker {
  const { personId, others, open, answer } = row;
  return {
    ...double,
    personId,
    person: showPerson(actor.role, row),
    others,
    fundSource: open?.fundSource ?? null,
    answer,
    reasonAgainstEnd: open === null ? null : reasonAgainstHandOver(open),
    isOpen: isOpen({ row, double }),
  };
}
