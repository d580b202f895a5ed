import type { ReactElement } from "react";
import { commitmentTexts } from "#language/commitments.ts";
import { formatNumber, formatRupiah } from "#language/format.ts";
import { meetingFillTexts } from "#language/meeting-fill.ts";
import { useLanguage, useLocalPath, useTexts } from "#language/use-texts.ts";
import { Disclosure, Table } from "#ui";
import type { FillPage } from "./load-fill.ts";

/** The people and the price behind a village's need, group by group. */
export function NeedFold({ page }: { readonly page: FillPage }): ReactElement {
  const t = useTexts(meetingFillTexts).need;
  const words = useTexts(commitmentTexts).groups;
  const language = useLanguage();
  const to = useLocalPath();
  const people = formatNumber(language, page.heads);
  const monthly = page.groups.reduce((sum, group) => sum + group.monthly, 0);
  return (
    <Disclosure summary={t.title(people)}>
      <Table
        caption={t.title(people)}
        rows={page.groups}
        keyOf={({ group }) => group}
        columns={[
          { key: "group", head: t.group, total: t.sum, cell: ({ group }) => words[group] },
          {
            key: "people",
            head: t.people,
            number: true,
            total: people,
            cell: ({ unprotected }) => formatNumber(language, unprotected),
          },
          {
            key: "monthly",
            head: t.monthly,
            number: true,
            total: formatRupiah(language, monthly),
            cell: (group) => formatRupiah(language, group.monthly),
          },
        ]}
      />
      {page.isOwnAccount && (
        <p className="small">
          <a href={to(`/anggaran/komitmen/${page.villageCode}?tahun=${page.meeting.year}`)}>{t.wrong}</a>
        </p>
      )}
    </Disclosure>
  );
}
