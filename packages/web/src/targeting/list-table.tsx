import { decisionsOf, type TargetingSide } from "@tuwai/domain/targeting";
import type { ReactElement } from "react";
import { contributionTexts } from "#language/contributions.ts";
import { formatDate } from "#language/format.ts";
import { targetingTexts } from "#language/targeting.ts";
import { useLanguage, useLocalPath, useTexts } from "#language/use-texts.ts";
import { wordOf } from "#language/word-of.ts";
import { OperationField } from "#shell";
import { Button, Disclosure, Field, SelectField, Table } from "#ui";
import { useDecileName } from "./decile-name.ts";
import type { ShownPerson } from "./shown-person.ts";

type Failed = { readonly recordId: string; readonly error: string };
type Props = {
  readonly people: readonly ShownPerson[];
  readonly side: TargetingSide;
  readonly failed: Failed | undefined;
};

/** Who stands on the work list, why, and what a data officer says of each. */
export function ListTable({ people, side, failed }: Props): ReactElement {
  const t = useTexts(targetingTexts).list;
  const work = useTexts(contributionTexts).occupations;
  const decileName = useDecileName();
  const to = useLocalPath();
  return (
    <Table
      caption={t.caption}
      rows={people}
      keyOf={({ recordId }) => recordId}
      columns={[
        {
          key: "name",
          head: t.columns.name,
          cell: ({ name, personCode }) =>
            personCode === null ? name : <a href={to(`/pekerja/${personCode}`)}>{name}</a>,
        },
        {
          key: "about",
          head: t.columns.about,
          cell: ({ age, workGroup }) =>
            [
              age === null ? t.ageUnknown : t.age(String(age)),
              workGroup === null ? null : wordOf(work, workGroup),
            ]
              .filter((word) => word !== null)
              .join(", "),
        },
        {
          key: "decile",
          head: t.columns.decile,
          cell: ({ decileFrom, decileTo }) => decileName({ from: decileFrom, to: decileTo }),
        },
        {
          key: "reach",
          head: t.columns.reach,
          cell: ({ reach, questionId }) => (
            <>
              {t.reaches[reach]}
              {questionId !== null && (
                <>
                  {" "}
                  <a href={to(`/padan/pasangan/${questionId}`)}>{t.answerQuestion}</a>
                </>
              )}
            </>
          ),
        },
        {
          key: "decide",
          head: t.columns.decide,
          phone: "wide",
          cell: (person) =>
            person.decision === null ? (
              <DecideForm
                person={person}
                side={side}
                error={failed?.recordId === person.recordId ? failed.error : undefined}
              />
            ) : (
              <Decided person={person} decision={person.decision} />
            ),
        },
      ]}
    />
  );
}

type One = { readonly person: ShownPerson };

function DecideForm({
  person,
  side,
  error,
}: One & { readonly side: TargetingSide; readonly error: string | undefined }) {
  const t = useTexts(targetingTexts).list;
  return (
    <Disclosure summary={t.decideOne(person.name)} isOpen={error !== undefined}>
      <form method="post" className="form" noValidate>
        <OperationField id={person.operation} />
        <input type="hidden" name="orang" value={person.recordId} />
        <SelectField
          name={`putusan-${person.recordId}`}
          label={t.decision}
          options={[
            { value: "", label: t.choose },
            ...decisionsOf(side).map((value) => ({ value, label: t.decisions[value] })),
          ]}
          error={error}
        />
        <Field name={`catatan-${person.recordId}`} label={t.note} hint={t.noteHint}>
          {(control) => <textarea {...control} rows={2} maxLength={500} />}
        </Field>
        <div>
          <Button small>{t.submit}</Button>
        </div>
      </form>
    </Disclosure>
  );
}

function Decided({ person, decision }: One & { readonly decision: NonNullable<ShownPerson["decision"]> }) {
  const t = useTexts(targetingTexts).list;
  const language = useLanguage();
  return (
    <form method="post" className="stack">
      <p>{t.decidedOn(t.decisions[decision.decision], formatDate(language, decision.on))}</p>
      {decision.note !== null && <p className="quiet small">{decision.note}</p>}
      <OperationField id={person.operation} />
      <input type="hidden" name="batalkan" value={decision.id} />
      <div>
        <Button small look="plain">
          {t.undo}
        </Button>
      </div>
    </form>
  );
}
