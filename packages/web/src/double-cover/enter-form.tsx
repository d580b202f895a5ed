import type { LineProblem } from "@tuwai/server/double-cover";
import type { ReactElement } from "react";
import { Form } from "react-router";
import { doubleCoverTexts } from "#language/double-cover.ts";
import { formatNumber } from "#language/format.ts";
import { useLanguage, useTexts } from "#language/use-texts.ts";
import { OperationField } from "#shell";
import { Button, Disclosure, Field, Notice } from "#ui";

/** Where a list of the province or of others is pasted. */
export function EnterForm(props: {
  readonly operation: string;
  readonly error: string | undefined;
  readonly isOpen: boolean;
}): ReactElement {
  const t = useTexts(doubleCoverTexts).enter;
  return (
    <Disclosure summary={t.title} isOpen={props.isOpen}>
      <Form method="post" className="form" noValidate>
        <OperationField id={props.operation} />
        <Field name="daftar" label={t.label} hint={t.hint} error={props.error}>
          {(control) => (
            <textarea
              {...control}
              rows={6}
              wrap="off"
              spellCheck={false}
              autoComplete="off"
              placeholder={t.example}
            />
          )}
        </Field>
        <div>
          <Button name="aksi" value="daftar" look="plain">
            {t.save}
          </Button>
        </div>
      </Form>
    </Disclosure>
  );
}

/** Lines that were not saved, by their number: what stood in them is shown to nobody again. */
export function LineProblems({
  problems,
  hasSaved,
}: {
  readonly problems: readonly LineProblem[];
  readonly hasSaved: boolean;
}): ReactElement {
  const t = useTexts(doubleCoverTexts).enter;
  const language = useLanguage();
  return (
    <Notice tone="warn" announce>
      <p>{t.problemsTitle(formatNumber(language, problems.length))}</p>
      <ul>
        {problems.map(({ line, problem }) => (
          <li key={line}>{t.line(formatNumber(language, line), t.problems[problem])}</li>
        ))}
      </ul>
      {hasSaved && <p>{t.problemsNext}</p>}
    </Notice>
  );
}
