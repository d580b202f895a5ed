import type { ReactElement } from "react";
import { useLocation } from "react-router";
import type { Candidate, CandidatePage } from "@tuwai/server/eligibility";
import { usePersonColumns } from "./use-person-columns.tsx";
import { eligibilityTexts } from "#language/eligibility.ts";
import { formatNumber } from "#language/format.ts";
import { useLanguage, useLocalPath, useTexts } from "#language/use-texts.ts";
import { Card, EmptyState, LinkChips, Notice, Table, Tag, withQuery } from "#ui";
import { outcomes, type Outcome } from "./outcomes.ts";
import { codeWords, reasonWords } from "./reason-words.ts";

type Props = { readonly candidates: CandidatePage; readonly outcome: Outcome | undefined };

/** Nobody of the village stands on a list yet. */
export function isWithoutPeople({ counts, officers }: CandidatePage): boolean {
  return totalOf(counts) === 0 && officers.length === 0;
}

function totalOf({ eligible, ineligible, undetermined, unjudged }: CandidatePage["counts"]): number {
  return eligible + ineligible + undetermined + unjudged;
}

/** A village's people before a list is proposed: how many are ready, what keeps the others, and each with the reasons. */
export function Candidates({ candidates, outcome }: Props): ReactElement {
  const t = useTexts(eligibilityTexts).candidates;
  const { village, counts } = candidates;
  const total = totalOf(counts);
  if (isWithoutPeople(candidates)) {
    return (
      <EmptyState title={t.none}>
        <p>{t.noneNext}</p>
      </EmptyState>
    );
  }
  return (
    <>
      <Blocked candidates={candidates} total={total} title={t.title(village.name)} />
      <Filter counts={counts} chosen={outcome} total={total} />
      <CandidateTable items={candidates.rows} />
      <Officers officers={candidates.officers} />
    </>
  );
}

function Officers({ officers }: Pick<CandidatePage, "officers">): ReactElement | null {
  const t = useTexts(eligibilityTexts).candidates;
  const language = useLanguage();
  const to = useLocalPath();
  if (officers.length === 0) return null;
  return (
    <Card title={t.officers(formatNumber(language, officers.length))} id="perangkat">
      <p>{t.officersWhy}</p>
      <ul>
        {officers.map(({ id, name, code }) => (
          <li key={id}>
            <a href={to(`/pekerja/${code}`)}>{[name, code].filter(Boolean).join(" · ")}</a>
          </li>
        ))}
      </ul>
    </Card>
  );
}

function Blocked(props: {
  readonly candidates: CandidatePage;
  readonly total: number;
  readonly title: string;
}): ReactElement {
  const t = useTexts(eligibilityTexts);
  const language = useLanguage();
  const { counts, reasonCounts } = props.candidates;
  const number = (value: number): string => formatNumber(language, value);
  const blocking = reasonCounts.filter(({ fact }) => fact !== "consent");
  return (
    <Card title={props.title}>
      <p>
        <strong>{t.candidates.counts(number(counts.ready), number(props.total))}</strong>{" "}
        {t.candidates.consentFirst}
      </p>
      {(blocking.length > 0 || counts.unjudged > 0) && (
        <>
          <h3>{t.candidates.blocked}</h3>
          <ul>
            {blocking.map(({ code, fact, count }) => (
              <li key={`${code} ${fact}`}>
                {t.candidates.blockedCount(codeWords(t, code, fact), number(count))}
              </li>
            ))}
            {counts.unjudged > 0 && (
              <li>{t.candidates.blockedCount(t.notJudged, number(counts.unjudged))}</li>
            )}
          </ul>
        </>
      )}
      <Missing registries={props.candidates.missingRegistries} />
    </Card>
  );
}

function Missing({
  registries,
}: {
  readonly registries: CandidatePage["missingRegistries"];
}): ReactElement | null {
  const t = useTexts(eligibilityTexts).candidates;
  if (registries.length === 0) return null;
  return (
    <Notice title={t.missing.title}>
      <ul>
        {registries.map((kind) => (
          <li key={kind}>{t.missing[kind]}</li>
        ))}
      </ul>
      <p>{t.missing.afterwards}</p>
    </Notice>
  );
}

function Filter(props: {
  readonly counts: CandidatePage["counts"];
  readonly chosen: Outcome | undefined;
  readonly total: number;
}): ReactElement {
  const t = useTexts(eligibilityTexts);
  const language = useLanguage();
  const { pathname, search } = useLocation();
  const { counts, chosen, total } = props;
  const to = (word: string | null): string => pathname + withQuery(search, { hasil: word, hal: null });
  return (
    <LinkChips
      label={t.candidates.filter}
      choices={[
        {
          href: to(null),
          label: t.candidates.all(formatNumber(language, total)),
          current: chosen === undefined,
        },
        ...outcomes.map(({ word, outcome }) => ({
          href: to(word),
          label: t.candidates.filterCount(t.outcomes[outcome], formatNumber(language, counts[outcome])),
          current: chosen === outcome,
        })),
      ]}
    />
  );
}

const tags = { eligible: "active", ineligible: "refused", undetermined: "process" } as const;

function CandidateTable({ items }: { readonly items: readonly Candidate[] }): ReactElement {
  const t = useTexts(eligibilityTexts);
  const of = usePersonColumns<Candidate>();
  const language = useLanguage();
  const c = t.candidates.columns;
  return (
    <Table
      caption={t.candidates.caption}
      rows={items}
      keyOf={({ person }) => person.id}
      columns={[
        of.person,
        {
          key: "outcome",
          phone: "wide",
          head: c.outcome,
          cell: ({ outcome, isReady }) =>
            outcome === null ? (
              t.outcomes.unjudged
            ) : isReady && outcome !== "eligible" ? (
              <Tag status="active">{t.outcomes.ready}</Tag>
            ) : (
              <Tag status={tags[outcome]}>{t.outcomes[outcome]}</Tag>
            ),
        },
        {
          key: "reasons",
          phone: "wide",
          head: c.reasons,
          cell: ({ outcome, isReady, reasons }) =>
            isReady && outcome !== "eligible"
              ? t.candidates.onlyConsent
              : reasons
                  .filter((reason) => reason["fact"] !== "consent")
                  .map((reason) => reasonWords(t, language, reason))
                  .join("; "),
        },
        of.age,
        of.work,
      ]}
    />
  );
}
