import type { ReactElement } from "react";
import { OperationField } from "#shell";
import { eligibilityTexts } from "#language/eligibility.ts";
import { formatNumber } from "#language/format.ts";
import { useLanguage, useLocalPath, useTexts } from "#language/use-texts.ts";
import { Button, ButtonLink, Card, Choices, ErrorSummary, Notice, TextField, type FormErrors } from "#ui";

/** The operator's proposal with the declaration of consent; or why there is nothing to propose. */
export function ProposeForm(props: {
  readonly operation: string;
  readonly ready: number;
  /** The list that already waits. */
  readonly openId: string | null;
  readonly errors: FormErrors | undefined;
}): ReactElement {
  const t = useTexts(eligibilityTexts).propose;
  const language = useLanguage();
  const to = useLocalPath();
  const { operation, ready, openId, errors } = props;
  const people = formatNumber(language, ready);
  if (openId !== null) {
    return (
      <Notice>
        <p>{t.waiting}</p>
        <ButtonLink small look="plain" href={to(`/penetapan/${openId}`)}>
          {t.openWaiting}
        </ButtonLink>
      </Notice>
    );
  }
  if (ready === 0) return <Notice tone="warn">{t.nobody}</Notice>;
  return (
    <Card title={t.title} id="ajukan">
      <ErrorSummary errors={errors} />
      <p>{t.lead(people)}</p>
      <form method="post" className="form" noValidate>
        <OperationField id={operation} />
        <Choices
          name="setuju"
          label={t.consent}
          hint={t.declarationNote}
          several
          options={[{ value: "ya", label: t.declaration }]}
          error={errors?.["setuju"]}
        />
        <TextField
          name="catatan"
          label={t.note}
          maxLength={300}
          autoComplete="off"
          error={errors?.["catatan"]}
        />
        <Button>{t.submit(people)}</Button>
      </form>
    </Card>
  );
}
