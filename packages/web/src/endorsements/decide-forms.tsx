import type { ReactElement } from "react";
import { OperationField } from "#shell";
import { eligibilityTexts } from "#language/eligibility.ts";
import { formatNumber } from "#language/format.ts";
import { useLanguage, useTexts } from "#language/use-texts.ts";
import { Button, Card, ErrorSummary, Field, Notice, type FormErrors } from "#ui";

/** Endorse or return, for the second person; whoever proposed is told who decides instead. */
export function DecideForms(props: {
  readonly version: number;
  readonly included: number;
  readonly operations: { readonly approve: string; readonly back: string };
  readonly errors: FormErrors | undefined;
}): ReactElement {
  const t = useTexts(eligibilityTexts).decide;
  const language = useLanguage();
  const { version, included, operations, errors } = props;
  return (
    <Card title={t.title} id="pengesahan">
      <ErrorSummary errors={errors} />
      <p>{t.secondPerson}</p>
      <form method="post" className="stack">
        <OperationField id={operations.approve} />
        <input type="hidden" name="versi" value={version} />
        <p className="quiet small">{t.approveLead}</p>
        <div>
          <Button name="aksi" value="sahkan">
            {t.approve(formatNumber(language, included))}
          </Button>
        </div>
      </form>
      <h3>{t.returnTitle}</h3>
      <ReturnForm version={version} operation={operations.back} errors={errors} />
    </Card>
  );
}

/** Back to the operator, with what is to be mended. */
export function ReturnForm(props: {
  readonly version: number;
  readonly operation: string;
  readonly errors: FormErrors | undefined;
}): ReactElement {
  const t = useTexts(eligibilityTexts).decide;
  return (
    <form method="post" className="form" noValidate>
      <OperationField id={props.operation} />
      <input type="hidden" name="versi" value={props.version} />
      <Field name="catatan" label={t.returnNote} hint={t.returnHint} error={props.errors?.["catatan"]}>
        {(control) => <textarea {...control} rows={3} maxLength={500} />}
      </Field>
      <Button look="plain" name="aksi" value="kembalikan">
        {t.returnSubmit}
      </Button>
    </form>
  );
}

/** Why the reader finds no buttons here. */
export function WhoDecides({ isProposer }: { readonly isProposer: boolean }): ReactElement {
  const t = useTexts(eligibilityTexts).decide;
  return <Notice>{isProposer ? t.isProposer : t.waits}</Notice>;
}
