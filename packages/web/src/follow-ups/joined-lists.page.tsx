import { joinedTicks } from "@tuwai/domain/follow-ups";
import { getJoinedLists, type JoinedLists } from "@tuwai/server/follow-ups";
import { followUpTexts } from "#language/follow-ups.ts";
import { formatNumber } from "#language/format.ts";
import { joinedListTexts } from "#language/joined-lists.ts";
import { languageOf } from "#language/language.ts";
import { useLanguage, useLocalPath, useTexts } from "#language/use-texts.ts";
import { forUseCase, type Handle, pageMeta } from "#shell";
import { Card, DescriptionList, EmptyState, Page, Table, Tag } from "#ui";
import type { Route } from "./+types/joined-lists.page";

export const handle: Handle = { access: "list_progress.read" };
export const meta = ({ location }: Route.MetaArgs) =>
  pageMeta(joinedListTexts[languageOf(location.pathname)].title);

export async function loader({ context }: Route.LoaderArgs) {
  return getJoinedLists(...forUseCase(context));
}

type Village = JoinedLists["villages"][number];

export default function JoinedListsPage({ loaderData: page }: Route.ComponentProps) {
  const t = useTexts(joinedListTexts);
  const texts = useTexts(followUpTexts);
  const language = useLanguage();
  const to = useLocalPath();
  const number = (n: number) => formatNumber(language, n);
  const all = number(page.villages.length);
  return (
    <Page
      title={t.title}
      lead={t.lead(number(page.counts.all), all)}
      crumbs={[
        { href: to("/tindak-lanjut"), label: texts.title },
        { href: to("/tindak-lanjut/tetap"), label: texts.views.standing },
        { label: t.title },
      ]}
    >
      <Card>
        <DescriptionList
          facts={joinedTicks.map((tick) => ({
            name: t.ticks[tick],
            value: t.of(number(page.counts[tick]), all),
          }))}
        />
        <p className="quiet small">{t.how}</p>
      </Card>
      {page.villages.length === 0 ? <EmptyState title={t.none} /> : <Villages rows={page.villages} />}
    </Page>
  );
}

function Villages({ rows }: { readonly rows: readonly Village[] }) {
  const t = useTexts(joinedListTexts);
  const language = useLanguage();
  const says = (row: Village) => ({
    sent: row.isSent ? "" : t.notSent,
    linked: t.of(formatNumber(language, row.linked), formatNumber(language, row.people)),
    answered: t.questions(formatNumber(language, row.questions)),
    endorsed: "",
  });
  return (
    <Table
      caption={t.caption}
      rows={rows}
      keyOf={({ code }) => code}
      regionOf={({ code }) => code}
      columns={[
        { key: "village", head: t.village, cell: ({ name }: Village) => name },
        ...joinedTicks.map((tick) => ({
          key: tick,
          head: t.ticks[tick],
          cell: (row: Village) => (
            // Inside a line of its own the tag keeps the column's name on a phone: four of them look alike.
            <div>
              <Tag status={row.ticks[tick] ? "active" : "waiting"}>{row.ticks[tick] ? t.yes : t.notYet}</Tag>{" "}
              <span className="quiet small">{says(row)[tick]}</span>
            </div>
          ),
        })),
      ]}
    />
  );
}
