import type { ReachedGroup } from "@tuwai/domain/targeting";
import type { Targeting } from "@tuwai/server/targeting";
import type { ReactElement } from "react";
import { contributionTexts } from "#language/contributions.ts";
import { formatNumber, formatPercent } from "#language/format.ts";
import { targetingTexts } from "#language/targeting.ts";
import { useLanguage, useTexts } from "#language/use-texts.ts";
import { wordOf } from "#language/word-of.ts";
import { Card, Disclosure, Table, Tag } from "#ui";

type Props = {
  readonly reach: Targeting["reach"];
  readonly least: number;
  readonly villages: Readonly<Record<string, string>>;
};

/** Which groups cover reaches less than the city as a whole, and by so much that chance is no likely reason. */
export function ReachCard({ reach, least, villages }: Props): ReactElement {
  const t = useTexts(targetingTexts).reach;
  const language = useLanguage();
  const behind = reach.groups.filter(({ isBehind }) => isBehind);
  const number = (n: number) => formatNumber(language, n);
  return (
    <Card title={behind.length === 0 ? t.fair : t.title(number(behind.length))}>
      {reach.city !== null && <p>{t.lead(formatPercent(language, reach.city.share * 100))}</p>}
      {behind.length > 0 && <ReachTable groups={behind} villages={villages} />}
      <Disclosure summary={t.all}>
        <ReachTable groups={reach.groups} villages={villages} />
      </Disclosure>
      {reach.hidden.length > 0 && (
        <p className="quiet small">{t.hidden(number(reach.hidden.length), number(least))}</p>
      )}
      <p className="quiet small">{t.disability}</p>
    </Card>
  );
}

function ReachTable({
  groups,
  villages,
}: { readonly groups: readonly ReachedGroup[] } & Pick<Props, "villages">) {
  const t = useTexts(targetingTexts).reach;
  const work = useTexts(contributionTexts).occupations;
  const language = useLanguage();
  const percent = (share: number) => formatPercent(language, share * 100);
  const words: Readonly<Record<ReachedGroup["dimension"], object>> = {
    sex: t.sexes,
    age: t.ages,
    work,
    village: villages,
  };
  const name = ({ dimension, value }: ReachedGroup) =>
    `${t.dimensions[dimension]}: ${value === "unknown" ? t.unknown : wordOf(words[dimension], value)}`;
  return (
    <Table
      caption={t.caption}
      rows={groups}
      keyOf={({ dimension, value }) => `${dimension} ${value}`}
      columns={[
        { key: "group", head: t.columns.group, cell: name },
        {
          key: "people",
          head: t.columns.people,
          number: true,
          cell: ({ people }) => formatNumber(language, people),
        },
        {
          key: "share",
          head: t.columns.share,
          number: true,
          cell: ({ share, interval }) => {
            if (share !== null) return percent(share);
            return interval.low === 0 ? t.few : t.nearlyAll;
          },
        },
        {
          key: "interval",
          head: t.columns.interval,
          number: true,
          cell: ({ interval }) => `${percent(interval.low)}–${percent(interval.high)}`,
        },
        {
          key: "mark",
          head: t.columns.mark,
          cell: ({ isBehind }) =>
            isBehind ? <Tag status="arrears">{t.behind}</Tag> : <span className="quiet">{t.level}</span>,
        },
      ]}
    />
  );
}
