import type { ReactElement } from "react";
import type { Endorsement } from "@tuwai/server/endorsements";
import { dayOf } from "#language/day-of.ts";
import { eligibilityTexts } from "#language/eligibility.ts";
import { formatNumber } from "#language/format.ts";
import { useLanguage, useTexts } from "#language/use-texts.ts";
import { Card, DescriptionList } from "#ui";
import { codeWords } from "#eligibility";
import { StateTag } from "./state-tag.tsx";

type Props = { readonly list: Omit<Endorsement, "rows">; readonly newcomers: number };

/** The one page a head reads before signing: how many, how chosen, who is left out and why, what is new. */
export function ListSummary({ list, newcomers }: Props): ReactElement {
  const t = useTexts(eligibilityTexts).list;
  const language = useLanguage();
  return (
    <div className="columns">
      <Card title={t.summary}>
        <p>
          <strong>
            {t.howMany(formatNumber(language, list.included), formatNumber(language, list.excluded))}
          </strong>
        </p>
        <p>{t.howChosen}</p>
        <DescriptionList
          facts={[
            { name: t.code, value: list.code },
            { name: t.state, value: <StateTag state={list.state} /> },
            { name: t.proposed, value: dayOf(language, list.proposedAt) },
            ...(list.decidedAt === null ? [] : [{ name: t.decided, value: dayOf(language, list.decidedAt) }]),
            ...(list.note === null ? [] : [{ name: t.note, value: list.note }]),
          ]}
        />
      </Card>
      <Card title={t.leftOut}>
        <LeftOut list={list} />
        <h3>{t.differences}</h3>
        <Differences list={list} newcomers={newcomers} />
      </Card>
    </div>
  );
}

function LeftOut({ list }: Pick<Props, "list">): ReactElement {
  const t = useTexts(eligibilityTexts);
  const language = useLanguage();
  if (list.exclusions.length === 0) return <p>{t.list.leftOutNone}</p>;
  return (
    <ul>
      {list.exclusions.map(({ reason, count }) => (
        <li key={reason}>{t.list.reasonCount(codeWords(t, reason), formatNumber(language, count))}</li>
      ))}
    </ul>
  );
}

function Differences({ list, newcomers }: Props): ReactElement {
  const t = useTexts(eligibilityTexts).list;
  const language = useLanguage();
  if (!list.hasEarlier) return <p>{t.firstList}</p>;
  if (newcomers === 0 && list.removed.length === 0) return <p>{t.differencesNone}</p>;
  return (
    <>
      {newcomers > 0 && <p>{t.newcomers(formatNumber(language, newcomers))}</p>}
      {list.removed.length > 0 && (
        <>
          <p>{t.removed(formatNumber(language, list.removed.length))}</p>
          <ul>
            {list.removed.map(({ id, name, code }) => (
              <li key={id}>{[name, code].filter(Boolean).join(" · ")}</li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}
