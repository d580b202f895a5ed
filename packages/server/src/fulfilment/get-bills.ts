import { followStages, headsPaid, type StageGap } from "@tuwai/domain/fulfilment";
import type { Group } from "@tuwai/domain/grants";
import type { Month } from "@tuwai/domain/time";
import { AppError } from "#app";
import { readYear, requireYear, type StandingCommitment } from "#commitments";
import { read } from "#use-case";
import type { PaymentRow } from "./payment.store.ts";
import { readMoney, type VillageMoney } from "./read-bills.ts";

export type BillLine = {
  readonly group: Group | null;
  readonly people: number;
  readonly owed: number;
  readonly booked: number;
  readonly received: number;
  readonly codes: readonly string[];
};

export type VillageBills = {
  readonly villageCode: string;
  readonly name: string;
  readonly year: number;
  readonly stages: readonly StageGap[];
  readonly months: readonly {
    readonly month: Month;
    readonly lines: readonly BillLine[];
    readonly owed: number;
    readonly booked: number;
    readonly received: number;
  }[];
  readonly payments: readonly PaymentRow[];
  /** What the village typed as paid and what finance booked, where both say something and not the same. */
  readonly differences: readonly {
    readonly group: Group;
    readonly typed: number;
    readonly booked: number;
  }[];
};

type Input = { readonly villageCode: string; readonly year?: number };

/** A village's year from promise to what BPJS received, and its bill for each month by the lines of its budget. Throws `not-found`. */
export const getVillageBills = read(
  { purpose: "village-bills", permission: "village_commitment.bill" },
  async (step, input: Input): Promise<VillageBills> => {
    const year = requireYear(input.year, step.today);
    const { villages } = await readYear(step, { year, villageCode: input.villageCode });
    const [village] = villages;
    if (village === undefined) throw new AppError("not-found", { object: "village" });
    const { villageCode, name, kind } = village;
    const money = await readMoney(step, { villageCode, year });
    const promised = village.groups.flatMap(({ group, commitment, stages }) =>
      commitment === null ? [] : [{ ...commitment, group, stages, kind, year }],
    );
    return {
      villageCode,
      name,
      year,
      stages: followStages(promised, afterBudget(promised, money)),
      months: byMonth(promised, money),
      payments: money.payments,
      differences: promised.flatMap(({ group, typed, booked }) =>
        booked !== null && typed.paid > 0 && typed.paid !== booked
          ? [{ group, typed: typed.paid, booked }]
          : [],
      ),
    };
  },
);

type Promised = readonly (StandingCommitment & { readonly group: Group })[];

/** Billed and received are what stands in our obligations and in BPJS's own lists. */
function afterBudget(promised: Promised, { rows, lines, people }: VillageMoney) {
  const sum = (key: "owed" | "received" | "fullMonths") => rows.reduce((all, row) => all + row[key], 0);
  const isBooked = promised.some(({ booked }) => booked !== null);
  return {
    billed: { rupiah: sum("owed"), heads: people.billed, fullMonths: null },
    paid: {
      rupiah: promised.reduce((all, { paid }) => all + paid, 0),
      heads: isBooked ? headsPaid(lines) : null,
      fullMonths: null,
    },
    received: { rupiah: sum("received"), heads: people.received, fullMonths: sum("fullMonths") },
  };
}

function byMonth(promised: Promised, { rows, lines }: VillageMoney): VillageBills["months"] {
  const groups = new Map(promised.map(({ id, group }) => [id, group]));
  return [...Map.groupBy(rows, ({ month }) => month)].map(([month, own]) => {
    const byCommitment = [...Map.groupBy(own, ({ commitmentId }) => commitmentId)];
    const shown = byCommitment.map(([commitmentId, parts]): BillLine => {
      const sum = (key: "people" | "owed" | "received") => parts.reduce((all, part) => all + part[key], 0);
      const line = lines.find((one) => one.month === month && one.commitmentId === commitmentId);
      return {
        group: commitmentId === null ? null : (groups.get(commitmentId) ?? null),
        people: sum("people"),
        owed: sum("owed"),
        booked: line?.booked ?? 0,
        received: sum("received"),
        codes: [...new Set(parts.flatMap(({ code }) => code ?? []))],
      };
    });
    const sum = (key: "owed" | "booked" | "received") => shown.reduce((all, line) => all + line[key], 0);
    return { month, lines: shown, owed: sum("owed"), booked: sum("booked"), received: sum("received") };
  });
}
