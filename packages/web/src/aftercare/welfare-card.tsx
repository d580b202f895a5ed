import type { FamilyWelfare } from "@tuwai/server/aftercare";
import type { ReactElement } from "react";
import { aftercareTexts } from "#language/aftercare.ts";
import { formatDate, formatNumber } from "#language/format.ts";
import { useLanguage, useTexts } from "#language/use-texts.ts";
import { Card, Table, Tag } from "#ui";

/** One family's deciles, release by release, and what they say together. */
export function WelfareCard({ welfare }: { readonly welfare: FamilyWelfare }): ReactElement {
  const { welfare: t, figures } = useTexts(aftercareTexts);
  const language = useLanguage();
  const { readings, outcome, line } = welfare;
  return (
    <Card title={t.title}>
      <p>
        <strong>{t.outcomes[outcome]}</strong>
      </p>
      <p className="quiet">
        {t.lead} {figures.line(formatNumber(language, line.decile))}{" "}
        {!line.confirmed && <Tag status="waiting">{figures.unconfirmed}</Tag>}
      </p>
      {readings.length === 0 ? (
        <p>{t.none}</p>
      ) : (
        <Table
          caption={t.caption}
          rows={readings}
          keyOf={({ release }) => release}
          columns={[
            { key: "release", head: t.columns.release, cell: ({ release }) => release },
            { key: "asOf", head: t.columns.asOf, cell: ({ asOf }) => formatDate(language, asOf) },
            {
              key: "decile",
              head: t.columns.decile,
              number: true,
              cell: ({ decileFrom, decile }) =>
                [...new Set([decileFrom, decile])].map((end) => formatNumber(language, end)).join("–"),
            },
          ]}
        />
      )}
    </Card>
  );
}
