import type { ReactElement } from "react";
import { commitmentTexts } from "#language/commitments.ts";
import { shortDayOf } from "#language/day-of.ts";
import { formatNumber } from "#language/format.ts";
import { meetingTexts } from "#language/meetings.ts";
import { useLanguage, useLocalPath, useTexts } from "#language/use-texts.ts";
import { Card, Disclosure, Progress, Table } from "#ui";
import type { HomeData } from "./load-meeting.ts";
import { timesOf } from "./meeting-words.ts";

type Row = HomeData["villages"][number];
const hasPromise = ({ state }: Row) => state !== "belum" && state !== "ditarik";

/** How far the villages are: two bars, and behind them each village with a message that is ready to be sent. */
export function ReadinessCard({ page }: { readonly page: HomeData }): ReactElement {
  const t = useTexts(meetingTexts).home.ready;
  const language = useLanguage();
  const { villages } = page;
  const number = (n: number) => formatNumber(language, n);
  const checked = villages.filter(({ checkedAt }) => checkedAt !== null).length;
  const promised = villages.filter(hasPromise).length;
  const all = number(villages.length);
  return (
    <Card title={t.title}>
      <p>{t.lead(number(checked), number(promised), all)}</p>
      <Progress
        label={t.checked}
        done={checked}
        total={villages.length}
        text={t.parts(number(checked), all)}
      />
      <Progress
        label={t.promised}
        done={promised}
        total={villages.length}
        text={t.parts(number(promised), all)}
      />
      <Disclosure summary={t.caption(all)}>
        {page.mayPrepare && <p className="quiet small">{t.writeHint}</p>}
        <VillageTable page={page} />
      </Disclosure>
    </Card>
  );
}

function VillageTable({ page }: { readonly page: HomeData }) {
  const t = useTexts(meetingTexts).home;
  const states = useTexts(commitmentTexts).states;
  const language = useLanguage();
  const to = useLocalPath();
  const { meeting, villages } = page;
  const message = (row: Row) =>
    t.message({
      village: row.name,
      title: meeting.title,
      when: timesOf(language, meeting),
      place: meeting.place,
      link: page.link,
    });
  return (
    <Table
      caption={t.ready.caption(formatNumber(language, villages.length))}
      rows={villages}
      keyOf={({ villageCode }) => villageCode}
      regionOf={({ villageCode }) => villageCode}
      columns={[
        {
          key: "village",
          head: t.ready.village,
          cell: (row) => (
            <a href={to(`/anggaran/komitmen/${row.villageCode}?tahun=${meeting.year}`)}>{row.name}</a>
          ),
        },
        {
          key: "people",
          head: t.ready.people,
          number: true,
          cell: ({ heads }) => formatNumber(language, heads),
        },
        {
          key: "checked",
          head: t.ready.checked,
          cell: ({ checkedAt }) => (checkedAt === null ? t.ready.no : shortDayOf(language, checkedAt)),
        },
        { key: "commitment", head: t.ready.commitment, cell: ({ state }) => states[state] },
        ...(page.mayPrepare
          ? [
              {
                key: "write",
                head: t.ready.write,
                phone: "wide" as const,
                cell: (row: Row) => (
                  <a
                    href={`https://wa.me/?text=${encodeURIComponent(message(row))}`}
                    rel="noreferrer"
                    target="_blank"
                    aria-label={t.ready.writeTo(row.name)}
                  >
                    {t.ready.write}
                  </a>
                ),
              },
            ]
          : []),
      ]}
    />
  );
}
