import type { ReactElement } from "react";
import type { WorkerDetail } from "@tuwai/server/workers";
import { shortDayOf } from "#language/day-of.ts";
import { wordOf } from "#language/word-of.ts";
import { cardTexts } from "#language/cards.ts";
import { contributionTexts } from "#language/contributions.ts";
import { identityTexts } from "#language/identities.ts";
import { importTexts } from "#language/imports.ts";
import { replacementTexts } from "#language/replacements.ts";
import { workerTexts } from "#language/worker.ts";
import { useLanguage, useLocalPath, useTexts } from "#language/use-texts.ts";
import { UnlinkForm } from "./unlink-form.tsx";
import { Card, DescriptionList, Table, Tag } from "#ui";

/** Who pays, and the sponsor's name for the few who may know it. */
export function Payer(props: {
  readonly worker: WorkerDetail;
  readonly mayEnd: boolean;
  readonly mayCard: boolean;
}): ReactElement | null {
  const { worker, mayEnd, mayCard } = props;
  const t = useTexts(workerTexts);
  const { end } = useTexts(replacementTexts);
  const { card } = useTexts(cardTexts);
  const to = useLocalPath();
  const c = useTexts(contributionTexts);
  const { fundSource, sponsorName } = worker;
  if (fundSource === undefined) return null;
  return (
    <Card title={t.payer}>
      {fundSource !== null && <p>{t.paidBy(wordOf(c.fundSources, fundSource))}</p>}
      {sponsorName !== undefined && sponsorName !== null && (
        <>
          <p>{t.sponsor(sponsorName)}</p>
          {mayEnd && (
            <p>
              <a href={to(`/sponsor/pengganti?pekerja=${worker.code}`)}>{end.link}</a>
            </p>
          )}
        </>
      )}
      {fundSource === null && (sponsorName ?? null) === null && <p>{t.noPayer}</p>}
      {mayCard && (
        <p>
          <a href={to(`/pekerja/${worker.code}/kartu`)}>{card.link}</a>
        </p>
      )}
    </Card>
  );
}

/** Found in a registry: yes or no. */
export function Links(props: {
  readonly worker: WorkerDetail;
  /** For the form that ends a link. */
  readonly operation: string;
}): ReactElement | null {
  const { links, linkIds = {} } = props.worker;
  const t = useTexts(workerTexts);
  if (links === undefined) return null;
  return (
    <Card title={t.links}>
      <p className="quiet small">{t.linksLead}</p>
      <DescriptionList
        facts={Object.entries(links).map(([kind, isFound]) => ({
          name: wordOf(t.registries, kind),
          value: <Tag status={isFound ? "active" : "waiting"}>{isFound ? t.yes : t.no}</Tag>,
        }))}
      />
      {Object.keys(linkIds).length > 0 && <UnlinkForm linkIds={linkIds} operation={props.operation} />}
    </Card>
  );
}

/** Which list each fact comes from; the import behind it is a link. */
export function Sources({ worker }: { readonly worker: WorkerDetail }): ReactElement | null {
  const { sources } = worker;
  const { split } = useTexts(identityTexts);
  const t = useTexts(workerTexts);
  const kinds = useTexts(importTexts).kinds;
  const to = useLocalPath();
  const language = useLanguage();
  if (sources === undefined || sources.length === 0) return null;
  const h = t.sourceColumns;
  return (
    <Table
      caption={
        <>
          {t.sources} <span className="quiet small">{t.sourcesLead}</span>
        </>
      }
      rows={sources}
      keyOf={({ importCode, row }) => `${importCode} ${row}`}
      columns={[
        {
          key: "list",
          head: h.list,
          cell: ({ importCode, kind }) => (
            <>
              <a href={to(`/impor/${importCode}`)}>{importCode}</a>
              <div className="quiet small">{wordOf(kinds, kind)}</div>
            </>
          ),
        },
        {
          key: "facts",
          phone: "wide",
          head: h.facts,
          cell: ({ facts }) =>
            facts.length === 0 ? t.noFact : facts.map((fact) => t.facts[fact]).join(", "),
        },
        { key: "row", head: h.row, number: true, cell: ({ row }) => row },
        { key: "at", head: h.at, cell: ({ at }) => shortDayOf(language, at) },
        ...(sources.length > 1 && worker.mayAskMerge
          ? [
              {
                key: "split",
                head: h.split,
                cell: ({ recordId }: (typeof sources)[number]) => (
                  <a href={to(`/pekerja/${worker.code}/pisah?baris=${recordId}`)}>{split.open}</a>
                ),
              },
            ]
          : []),
      ]}
    />
  );
}
