import type { ReactElement } from "react";
import { Form } from "react-router";
import type { Comparison } from "@tuwai/server/comparison";
import { comparisonTexts } from "#language/comparison.ts";
import { formatNumber } from "#language/format.ts";
import { useLanguage, useTexts } from "#language/use-texts.ts";
import { OperationField } from "#shell";
import { Button, Card, Disclosure, type FormErrors } from "#ui";
import { AbsenceRow } from "./absence-row.tsx";
import { everybodyElse } from "./read-absences.ts";

type Props = {
  readonly comparison: Comparison;
  readonly operation: string;
  readonly today: string;
  readonly errors?: FormErrors | undefined;
};

/** Whom the new list no longer names: one answer for all, or one by one. */
export function AbsentCard({ comparison, operation, today, errors }: Props): ReactElement {
  const t = useTexts(comparisonTexts);
  const language = useLanguage();
  const { counts, toAsk, mayAnswer } = comparison;
  const number = (n: number): string => formatNumber(language, n);
  const rest = counts.toAsk - toAsk.length;
  const named = (person: (typeof toAsk)[number]): string =>
    person.movedTo === null ? person.name : `${person.name} (${t.movedTo(person.movedTo)})`;
  return (
    <Card title={t.gone(number(counts.toAsk))}>
      <p>{mayAnswer ? t.goneWhat : t.goneRead}</p>
      {!mayAnswer && (
        <ul>
          {toAsk.map((person) => (
            <li key={person.code}>{named(person)}</li>
          ))}
          {rest > 0 && <li>{t.more(number(rest))}</li>}
        </ul>
      )}
      {mayAnswer && (
        <Form method="post" className="form" noValidate>
          <OperationField id={operation} />
          <AbsenceRow
            code={everybodyElse}
            label={t.others(number(counts.toAsk))}
            dateLabel={t.othersOn}
            today={today}
            errors={errors}
          />
          <Disclosure
            summary={
              toAsk
                .map(({ name }) => name)
                .slice(0, 3)
                .join(", ") + (counts.toAsk > 3 ? " …" : "")
            }
          >
            {toAsk.map((person) => (
              <div key={person.code}>
                <input type="hidden" name="orang" value={person.code} />
                <AbsenceRow
                  code={person.code}
                  label={t.answer(named(person))}
                  dateLabel={t.on(person.name)}
                  today={today}
                  errors={errors}
                />
              </div>
            ))}
            {rest > 0 && <p className="quiet">{t.more(number(rest))}</p>}
          </Disclosure>
          <div>
            <Button look="plain" name="aksi" value="tidak-ada">
              {t.submit}
            </Button>
          </div>
        </Form>
      )}
    </Card>
  );
}
