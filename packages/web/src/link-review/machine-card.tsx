import type { ReactElement } from "react";
import type { LinkQuestion } from "@tuwai/server/link-review";
import { wordOf } from "#language/word-of.ts";
import { formatNumber, formatPercent } from "#language/format.ts";
import { linkingTexts } from "#language/linking.ts";
import { useLanguage, useLocalPath, useTexts } from "#language/use-texts.ts";
import { Card, Disclosure, Table } from "#ui";
import { writeLinkQuery, type LinkQuery } from "./link-query.ts";

type Props = { readonly question: LinkQuestion; readonly query: LinkQuery };

/** What the machine makes of the pair, its weights for whoever wants them, and whom else it thought of. */
export function MachineCard({ question, query }: Props): ReactElement {
  const t = useTexts(linkingTexts);
  const { machine } = question;
  return (
    <Card title={t.question.machine}>
      <p>
        <strong>{t.conclusions[machine.conclusion]}</strong>
      </p>
      <Disclosure summary={t.question.weights}>
        <Weights machine={machine} />
      </Disclosure>
      <Others question={question} query={query} />
    </Card>
  );
}

function Weights({ machine }: Pick<LinkQuestion, "machine">): ReactElement {
  const t = useTexts(linkingTexts);
  const language = useLanguage();
  const c = t.question.weightColumns;
  const bits = (value: number): string => formatNumber(language, Math.round(value * 10) / 10, 1);
  const known = machine.evidence.reduce((sum, found) => sum + found.bits, 0);
  const foundIn = ({ level, given }: LinkQuestion["machine"]["evidence"][number]): string => {
    const words = wordOf(t.evidence.levels, level);
    return given === undefined ? words : t.question.given(words, wordOf(t.evidence.conditions, given));
  };
  const start = { what: t.question.start, found: "", bits: machine.weightBits - known };
  const rows = machine.evidence.map((found) => ({
    what: wordOf(t.evidence.comparisons, found.comparison),
    found: foundIn(found),
    bits: found.bits,
  }));
  return (
    <>
      <p>{t.question.weightsLead}</p>
      <Table
        caption={t.question.probability(formatPercent(language, machine.probability * 100))}
        rows={[start, ...rows]}
        keyOf={({ what }) => what}
        columns={[
          { key: "what", head: c.what, cell: (row) => row.what, total: t.question.sum },
          { key: "found", phone: "wide", head: c.found, cell: (row) => row.found, total: "" },
          {
            key: "bits",
            head: c.bits,
            number: true,
            cell: (row) => bits(row.bits),
            total: bits(machine.weightBits),
          },
        ]}
      />
    </>
  );
}

function Others({ question, query }: Props): ReactElement {
  const t = useTexts(linkingTexts);
  const to = useLocalPath();
  const { otherCandidates: others } = question;
  const { kind, village } = query;
  if (others.length === 0) return <p className="quiet">{t.question.othersNone}</p>;
  return (
    <div className="stack">
      <h3>{t.question.others(others.length)}</h3>
      <ul>
        {others.map(({ questionId, name, birthYear, state }) => (
          <li key={questionId}>
            <a href={to(`/padan/pasangan/${questionId}`) + writeLinkQuery({ kind, village })}>{name}</a>{" "}
            <span className="quiet small">
              {[birthYear && t.question.born(birthYear), t.states[state]].filter(Boolean).join(" · ")}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}
