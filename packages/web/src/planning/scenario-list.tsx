import type { ScenarioListed } from "@tuwai/server/planning";
import type { ReactElement } from "react";
import { formatInstant, formatMonth, formatNumber } from "#language/format.ts";
import { planningTexts } from "#language/planning.ts";
import { useLanguage, useLocalPath, useTexts } from "#language/use-texts.ts";
import { Button, Card, SelectField, Table, Tag } from "#ui";

type Props = { readonly scenarios: readonly ScenarioListed[] };

/** Plans that were kept, and a form that lays two beside each other. */
export function ScenarioList({ scenarios }: Props): ReactElement {
  const t = useTexts(planningTexts).list;
  const to = useLocalPath();
  const language = useLanguage();
  if (scenarios.length === 0) return <Card title={t.title}>{<p className="quiet">{t.none}</p>}</Card>;
  return (
    <Card title={t.title}>
      <Table
        caption={t.title}
        columns={[
          {
            key: "name",
            head: t.name,
            cell: ({ code, title, isSetAside }) => (
              <>
                <a href={to(`/rencana/${code}`)}>{title}</a>{" "}
                {isSetAside && <Tag status="waiting">{t.aside}</Tag>}
              </>
            ),
          },
          { key: "madeAt", head: t.madeAt, cell: ({ madeAt }) => formatInstant(language, madeAt) },
          { key: "data", head: t.data, cell: ({ dataAsOf }) => formatMonth(language, dataAsOf) },
          {
            key: "fullMonths",
            head: t.fullMonths,
            number: true,
            cell: ({ fullMonths }) => formatNumber(language, fullMonths),
          },
          {
            key: "families",
            head: t.families,
            number: true,
            cell: ({ families }) => formatNumber(language, families),
          },
        ]}
        rows={scenarios}
        keyOf={({ code }) => code}
      />
      {scenarios.length > 1 && <CompareForm scenarios={scenarios} />}
    </Card>
  );
}

function CompareForm({ scenarios }: Props) {
  const t = useTexts(planningTexts).list;
  const to = useLocalPath();
  const options = scenarios.map(({ code, title }) => ({ value: code, label: title }));
  return (
    <form method="get" className="form" action={to("/rencana/banding")}>
      <h3>{t.compare}</h3>
      <SelectField name="satu" label={t.first} options={options} defaultValue={options[0]!.value} />
      <SelectField name="dua" label={t.second} options={options} defaultValue={options[1]!.value} />
      <Button look="plain">{t.compareSubmit}</Button>
    </form>
  );
}
