import type { PeoplePreview, ShownChoice } from "@tuwai/server/fulfilment";
import type { ReactElement } from "react";
import { commitmentTexts } from "#language/commitments.ts";
import { formatMonth, formatNumber, formatRupiah } from "#language/format.ts";
import { fulfilmentTexts } from "#language/fulfilment.ts";
import { useLanguage, useLocalPath, useTexts } from "#language/use-texts.ts";
import { Card, Table } from "#ui";

type Reason = ShownChoice["reasons"][number];

/** Who would be enrolled and who not; all that stands against somebody beside the name. */
export function ChosenTable({ page }: { readonly page: PeoplePreview }): ReactElement | null {
  const t = useTexts(fulfilmentTexts).people;
  const groups = useTexts(commitmentTexts).groups;
  const language = useLanguage();
  const to = useLocalPath();
  const number = (n: number) => formatNumber(language, n);
  const words = (reasons: readonly Reason[]) => reasons.map((reason) => t.reasons[reason]).join(", ");
  const refused = page.not.reduce((sum, { people }) => sum + people, 0);
  const all = page.toEnrol + page.toCount + refused;
  if (all === 0) return null;
  return (
    <Card title={t.list}>
      {refused > 0 && (
        <>
          <p>{t.notTitle(number(refused))}</p>
          <ul>
            {page.not.map(({ reason, people }) => (
              <li key={reason}>{t.notLine(number(people), t.reasons[reason])}</li>
            ))}
          </ul>
        </>
      )}
      <Table
        caption={t.listCaption}
        rows={page.people}
        keyOf={({ person }) => person.code ?? person.name ?? ""}
        columns={[
          {
            key: "person",
            head: t.person,
            cell: ({ person: { code, name }, position }) => (
              <>
                {code === undefined ? name : <a href={to(`/pekerja/${code}`)}>{name ?? code}</a>}
                {position !== null && <div className="quiet small">{position}</div>}
              </>
            ),
          },
          {
            key: "group",
            head: t.group,
            cell: ({ group }) => (group === null ? "–" : groups[group]),
          },
          {
            key: "what",
            head: t.what,
            cell: ({ outcome, reasons }) =>
              outcome === "not" ? `${t.outcomes.not}: ${words(reasons)}` : t.outcomes[outcome],
          },
          {
            key: "months",
            head: t.months,
            cell: ({ months }) =>
              months[0] === undefined
                ? "–"
                : t.monthsOf(String(months.length), formatMonth(language, months[0])),
          },
          {
            key: "price",
            head: t.price,
            number: true,
            cell: ({ rupiah }) => (rupiah === 0 ? "–" : formatRupiah(language, rupiah)),
          },
        ]}
      />
      {page.people.length < all && (
        <p className="quiet small">{t.shownOf(number(page.people.length), number(all))}</p>
      )}
    </Card>
  );
}
