import type { ReactElement } from "react";
import { useLocation } from "react-router";
import type { ShownProposal } from "@tuwai/server/matching";
import { bestPairsTexts } from "#language/best-pairs.ts";
import { shortDayOf } from "#language/day-of.ts";
import { wordOf } from "#language/word-of.ts";
import { contributionTexts } from "#language/contributions.ts";
import { formatDate } from "#language/format.ts";
import { sponsorTexts } from "#language/sponsors.ts";
import { useLanguage, useLocalPath, useTexts } from "#language/use-texts.ts";
import { Actions, ButtonLink, Table, withQuery } from "#ui";

type Row = ShownProposal & { readonly village: string };

/** Proposed pairs with their reasons in words. The box to tick stands beside the worker. */
export function ProposalTable({ rows }: { readonly rows: readonly Row[] }): ReactElement {
  const t = useTexts(sponsorTexts).matching;
  const language = useLanguage();
  const reasonOf = useReasonWords();
  const nameOf = ({ person }: Row): string => person.name ?? person.code ?? t.nobody;
  return (
    <div id="usulan" tabIndex={-1}>
      <Table
        caption={t.caption}
        rows={rows}
        keyOf={({ id }) => id}
        columns={[
          {
            key: "person",
            head: t.columns.person,
            cell: (row) => <Chosen row={row} name={nameOf(row)} />,
          },
          {
            key: "sponsor",
            phone: "wide",
            head: t.columns.sponsor,
            cell: ({ sponsorName, opd, pledgeCode, sponsorsUntil }) => (
              <>
                {sponsorName ?? pledgeCode}
                <div className="quiet small">{opd}</div>
                {sponsorsUntil !== null && (
                  <div className="small">{t.sponsorsUntil(formatDate(language, sponsorsUntil))}</div>
                )}
              </>
            ),
          },
          {
            key: "why",
            phone: "wide",
            head: t.columns.why,
            cell: ({ reasons }) => reasons.map(reasonOf).join(", "),
          },
          {
            key: "since",
            phone: "left-out",
            head: t.columns.since,
            cell: ({ proposedAt }) => shortDayOf(language, proposedAt),
          },
          {
            key: "decline",
            phone: "wide",
            head: t.columns.decline,
            cell: (row) => <RowActions id={row.id} name={nameOf(row)} />,
          },
        ]}
      />
    </div>
  );
}

function RowActions({ id, name }: { readonly id: string; readonly name: string }): ReactElement {
  const t = useTexts(sponsorTexts).matching;
  const { change } = useTexts(bestPairsTexts);
  const to = useLocalPath();
  const { search } = useLocation();
  const at = (query: Readonly<Record<string, string | null>>): string =>
    `${to("/sponsor/penjodohan")}${withQuery(search, query)}`;
  return (
    <Actions>
      <ButtonLink
        look="plain"
        small
        href={`${at({ ubah: id, tolak: null })}#ubah`}
        aria-label={change.linkOne(name)}
      >
        {change.link}
      </ButtonLink>
      <ButtonLink
        look="plain"
        small
        href={`${at({ tolak: id, ubah: null })}#tolak`}
        aria-label={t.declineOne(name)}
      >
        {t.decline}
      </ButtonLink>
    </Actions>
  );
}

function Chosen({ row, name }: { readonly row: Row; readonly name: string }): ReactElement {
  const t = useTexts(sponsorTexts).matching;
  const { occupations } = useTexts(contributionTexts);
  const to = useLocalPath();
  const { id, person, village } = row;
  return (
    <div className="choice">
      {row.sponsorsUntil === null && (
        <input type="checkbox" name="usulan" value={id} aria-label={t.choose(name)} />
      )}
      <span>
        {person.code === undefined ? name : <a href={to(`/pekerja/${person.code}`)}>{name}</a>}
        <span className="quiet small">
          {" "}
          {person.occupationGroup ? wordOf(occupations, person.occupationGroup) : ""} {village}
        </span>
      </span>
    </div>
  );
}

type Reason = ShownProposal["reasons"][number] & { readonly because?: readonly string[] };

/** "pekerja mendesak (pekerjaan berbahaya)". */
function useReasonWords(): (reason: Reason) => string {
  const t = useTexts(sponsorTexts);
  return ({ code, because = [] }) => {
    const word = wordOf(t.matching.reasons, code);
    const why = because.map((each) => wordOf(t.waiting.reasons, each)).join(", ");
    return why === "" ? word : t.matching.because(word, why);
  };
}
