import { jakartaDate } from "@tuwai/domain/time";
import type { AskedSamples } from "@tuwai/server/aftercare";
import type { ReactElement } from "react";
import { aftercareTexts } from "#language/aftercare.ts";
import { formatDate, formatNumber } from "#language/format.ts";
import { useLanguage, useLocalPath, useTexts } from "#language/use-texts.ts";
import { Card, Disclosure, Table } from "#ui";
import type { AskedFailed } from "./act-on-asked.ts";
import styles from "./aftercare.module.css";
import { AnswerForm } from "./answer-form.tsx";
import { Bar, Mark } from "./bar.tsx";
import { aftercarePath, spellCase } from "./case-code.ts";
import { OpenForm } from "./open-form.tsx";
import type { ShownFamily } from "./shown-family.ts";

type Sample = Omit<AskedSamples["samples"][number], "families"> & {
  readonly families: readonly ShownFamily[];
};
type Around = {
  readonly failed: AskedFailed | undefined;
  /** Notes that were opened, by the id of the family asked. */
  readonly notes: Readonly<Record<string, string>>;
};

/** One sample: what it came to, by which number it was drawn, and whom. */
export function SampleSection({ sample, ...around }: Around & { readonly sample: Sample }): ReactElement {
  const t = useTexts(aftercareTexts).asked;
  const language = useLanguage();
  const to = useLocalPath();
  const { figure, seed, population, drawnAt, families } = sample;
  const number = (n: number) => formatNumber(language, n);
  return (
    <Card title={t.sample(formatDate(language, jakartaDate(drawnAt.getTime())))}>
      <p>{t.sampleLead(number(figure.drawn), number(population))}</p>
      <Answers figure={figure} />
      <Disclosure summary={t.seed}>
        <p>{t.seedHint}</p>
        <p>
          <code className={styles["seed"]}>{seed}</code>
        </p>
      </Disclosure>
      <Table
        caption={t.families}
        rows={families}
        keyOf={({ askedId }) => askedId}
        columns={[
          {
            key: "case",
            head: t.columns.case,
            cell: ({ claimCode }) => <a href={to(aftercarePath(claimCode))}>{spellCase(claimCode)}</a>,
          },
          { key: "village", head: t.columns.village, cell: ({ village }) => village },
          {
            key: "answer",
            phone: "wide",
            head: t.columns.answer,
            cell: (family) => <Answer family={family} {...around} />,
          },
        ]}
      />
    </Card>
  );
}

const looks = {
  received: "full",
  withIssues: "dotted",
  notReceived: "striped",
  unanswered: "empty",
} as const;
const parts = Object.keys(looks) as (keyof typeof looks)[];

/** The whole sample as one bar, with each part in words; whoever said nothing stays in it. */
function Answers({ figure }: { readonly figure: Sample["figure"] }) {
  const t = useTexts(aftercareTexts).asked;
  const language = useLanguage();
  return (
    <figure className={styles["bars"]}>
      <figcaption>
        <strong>{t.picture}</strong>
      </figcaption>
      <Bar parts={parts.map((key) => ({ key, count: figure[key], look: looks[key] }))} />
      <ul className="legend">
        {parts.map((part) => (
          <li key={part}>
            <Mark look={looks[part]} /> <b>{formatNumber(language, figure[part])}</b> {t.parts[part]}
          </li>
        ))}
      </ul>
      {figure.demanded > 0 && (
        <p>
          <strong>{t.demanded(formatNumber(language, figure.demanded))}</strong>
        </p>
      )}
    </figure>
  );
}

const yes = (is: boolean) => (is ? "yes" : "no");

function Answer({ family, failed, notes }: Around & { readonly family: ShownFamily }) {
  const t = useTexts(aftercareTexts).asked;
  const { answer, askedId, hasNote, operations } = family;
  const own = failed?.askedId === askedId ? failed : undefined;
  if (answer === null)
    return (
      <Disclosure summary={t.ask(spellCase(family.claimCode))} isOpen={own !== undefined}>
        <AnswerForm family={family} failed={own} />
      </Disclosure>
    );
  const said = [
    t.said.received[answer.received],
    t.said.inTime[yes(answer.inTime)],
    t.said.demanded[yes(answer.demanded)],
  ];
  return (
    <>
      <p>{said.join(" · ")}</p>
      {notes[askedId] !== undefined && <p>{notes[askedId]}</p>}
      {hasNote && notes[askedId] === undefined && (
        <Disclosure summary={t.openNote(spellCase(family.claimCode))} isOpen={own !== undefined}>
          <OpenForm of={askedId} operation={operations.look} error={own?.error} />
        </Disclosure>
      )}
    </>
  );
}
