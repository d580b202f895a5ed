import type { ReactElement } from "react";
import { formatNumber } from "#language/format.ts";
import { sponsorTexts } from "#language/sponsors.ts";
import { useLanguage, useTexts } from "#language/use-texts.ts";
import { Actions, Button, Card, Choices, type FormErrors, optionsOf, TextField } from "#ui";

/** Who pays for the ticked workers, or for whom they are held. */
export function FundFields(props: {
  readonly count: number;
  readonly payers: readonly { readonly id: string; readonly name: string }[];
  readonly errors: FormErrors;
}): ReactElement {
  const t = useTexts(sponsorTexts).waiting;
  const language = useLanguage();
  const { count, payers, errors } = props;
  return (
    <Card title={t.fundTitle}>
      <p>{t.fundLead}</p>
      <Choices
        name="semua"
        label={t.all}
        several
        options={[{ value: "ya", label: t.allLabel(formatNumber(language, count)) }]}
      />
      <Choices
        name="sumber"
        label={t.source}
        options={[...optionsOf(t.sources), ...payers.map(({ id, name }) => ({ value: id, label: name }))]}
        error={errors["sumber"]}
      />
      <Actions>
        <Button look="plain">{t.fund}</Button>
      </Actions>
      {payers.length > 0 && (
        <>
          <TextField
            name="sampai"
            label={t.hold.until}
            hint={t.hold.hint}
            type="date"
            width="middle"
            error={errors["sampai"]}
          />
          <Actions>
            <Button look="plain" name="aksi" value="tahan">
              {t.hold.submit}
            </Button>
          </Actions>
        </>
      )}
    </Card>
  );
}
