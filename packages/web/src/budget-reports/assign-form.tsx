import { type BudgetLine, lineKey } from "@tuwai/domain/budget-reports";
import type { Group } from "@tuwai/domain/grants";
import type { ReportPlan } from "@tuwai/server/budget-reports";
import type { ReactElement } from "react";
import { budgetReportTexts } from "#language/budget-reports.ts";
import { commitmentTexts } from "#language/commitments.ts";
import { formatRupiah } from "#language/format.ts";
import { useLanguage, useTexts } from "#language/use-texts.ts";
import { Button, Card, SelectField } from "#ui";
import { lineField } from "./shown-group.ts";

type Props = {
  readonly asked: Pick<ReportPlan, "unclear" | "offered" | "unassigned">;
  /** Groups that a line may be assigned to. */
  readonly groups: readonly Group[];
  readonly hasChange: boolean;
  readonly said: Readonly<Record<string, string>>;
};

/** Lines that could not be told apart, each with a choice that nothing is filled in for; the answers stand in the address. */
export function AssignForm({ asked, groups, hasChange, said }: Props): ReactElement | null {
  const t = useTexts(budgetReportTexts).assign;
  const names = useTexts(commitmentTexts).groups;
  const language = useLanguage();
  if (asked.unclear.length + asked.offered.length === 0) return null;
  const labelOf = (line: BudgetLine) => {
    const amount = (hasChange ? line.changed : line.initial) ?? 0;
    const code = [line.activity, line.account].filter((part) => part !== null).join(" ");
    return t.line(code, line.name, formatRupiah(language, amount));
  };
  const options = (first: string) => [
    { value: first, label: first === "" ? "" : t.none },
    ...(first === "" ? [{ value: "none", label: t.none }] : []),
    ...groups.map((group) => ({ value: group as string, label: names[group] })),
  ];
  const field = (line: BudgetLine, hint: string, first: string) => (
    <SelectField
      key={lineKey(line)}
      name={`${lineField}${lineKey(line)}`}
      label={labelOf(line)}
      hint={hint}
      defaultValue={said[lineKey(line)] ?? first}
      options={options(first)}
    />
  );
  return (
    <Card title={t.title}>
      <p>{t.lead}</p>
      <form method="get" className="form">
        {asked.unclear.map(({ line, groups: meant }) =>
          field(line, t.hintMust(meant.map((group) => names[group]).join(", ")), ""),
        )}
        {asked.offered.map((line) => field(line, t.hintMay, "none"))}
        <div>
          <Button look="plain">{t.show}</Button>
        </div>
      </form>
    </Card>
  );
}
