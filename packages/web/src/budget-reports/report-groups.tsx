import type { ReportStage, ReportStay } from "@tuwai/domain/budget-reports";
import type { ReactElement } from "react";
import { budgetReportTexts } from "#language/budget-reports.ts";
import { commitmentTexts } from "#language/commitments.ts";
import { formatRupiah } from "#language/format.ts";
import { useLanguage, useLocalPath, useTexts } from "#language/use-texts.ts";
import { type Column, Table } from "#ui";
import type { ShownGroup } from "./shown-group.ts";

type Props = {
  readonly groups: readonly ShownGroup[];
  readonly hasChange: boolean;
  readonly stage: ReportStage;
  readonly villageCode: string;
  readonly year: number;
};

/** Promise and budget side by side, group by group, with what stands between them. */
export function ReportGroups({ groups, hasChange, stage, villageCode, year }: Props): ReactElement {
  const t = useTexts(budgetReportTexts).one;
  const names = useTexts(commitmentTexts).groups;
  const say = useWords(stage);
  const to = useLocalPath();
  const isPlan = groups.some((group) => group.effect !== null);
  const sum = (of: (group: ShownGroup) => number | null) =>
    say.rupiah(groups.reduce((all, group) => all + (of(group) ?? 0), 0));
  const amount = (key: "initial" | "changed"): Column<ShownGroup> => ({
    key,
    head: t[key],
    number: true,
    total: sum((group) => group[key]),
    cell: (group) => say.printed(group[key], group),
  });
  return (
    <Table
      caption={t.caption}
      rows={groups}
      keyOf={({ group }) => group}
      columns={[
        {
          key: "group",
          head: t.group,
          total: t.total,
          cell: ({ group, codes, promised }) => (
            <>
              {promised === null ? (
                names[group]
              ) : (
                <a href={to(`/anggaran/komitmen/${villageCode}/langkah/${group}?tahun=${year}`)}>
                  {names[group]}
                </a>
              )}
              {codes !== null && <div className="quiet small">{codes}</div>}
            </>
          ),
        },
        {
          key: "promised",
          head: t.promised,
          number: true,
          total: sum(({ promised }) => promised),
          cell: ({ promised }) => (promised === null ? "–" : say.rupiah(promised)),
        },
        amount("initial"),
        ...(hasChange ? [amount("changed")] : []),
        {
          key: "difference",
          head: t.difference,
          number: true,
          // What one group has too much makes up for no other.
          total: "",
          cell: say.difference,
        },
        ...(isPlan
          ? [{ key: "effect", head: t.effect, phone: "wide" as const, total: "", cell: say.effect }]
          : []),
      ]}
    />
  );
}

/** The cells of the table in words. */
function useWords(stage: ReportStage) {
  const t = useTexts(budgetReportTexts).one;
  const errors = useTexts(commitmentTexts).village.errors;
  const language = useLanguage();
  const rupiah = (amount: number) => formatRupiah(language, amount);
  const short = (by: number): string => {
    if (by === 0) return t.same;
    return by > 0 ? t.short(rupiah(by)) : t.more(rupiah(-by));
  };
  const stay = (reason: ReportStay): string =>
    reason === "no-promise" || reason === "no-account" || reason === "not-in-budget"
      ? t.stays[reason]
      : t.stay(errors[reason]);
  return {
    rupiah,
    printed: (amount: number | null, { codes }: ShownGroup) =>
      amount === null ? (codes === null ? t.noCode : t.noLine) : rupiah(amount),
    difference: ({ promised, budgeted, short: by }: ShownGroup) =>
      promised === null || budgeted === null ? "–" : short(by),
    effect: ({ effect }: ShownGroup) => {
      if (effect === null) return "";
      return effect.outcome === "takes"
        ? t.takes[stage](rupiah(effect.amount))
        : effect.reasons.map(stay).join(" ");
    },
  };
}
