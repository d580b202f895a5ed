import { receivedAnswers } from "@tuwai/domain/aftercare";
import type { ReactElement } from "react";
import { aftercareTexts } from "#language/aftercare.ts";
import { useTexts } from "#language/use-texts.ts";
import { OperationField } from "#shell";
import { Button, Choices, Field, Notice, optionsOf } from "#ui";
import type { AskedFailed } from "./act-on-asked.ts";
import type { ShownFamily } from "./shown-family.ts";

type Props = { readonly family: ShownFamily; readonly failed: AskedFailed | undefined };

/** Three questions and a note, of one family. */
export function AnswerForm({ family, failed }: Props): ReactElement {
  const t = useTexts(aftercareTexts).asked;
  const { askedId, operations } = family;
  const typed = failed?.typed;
  return (
    <form method="post" className="form" noValidate>
      {failed !== undefined && <Notice tone="err">{failed.error}</Notice>}
      <input type="hidden" name="tindakan" value="jawab" />
      <input type="hidden" name="keluarga" value={askedId} />
      <OperationField id={operations.answer} />
      <Choices
        name={`terima-${askedId}`}
        label={t.received}
        options={receivedAnswers.map((value) => ({ value, label: t.receivedWords[value] }))}
        value={typed?.terima}
      />
      <Choices name={`waktu-${askedId}`} label={t.inTime} options={optionsOf(t.yesNo)} value={typed?.waktu} />
      <Choices
        name={`imbalan-${askedId}`}
        label={t.demandedAsk}
        options={optionsOf(t.yesNo)}
        value={typed?.imbalan}
      />
      <Field name={`catatan-${askedId}`} label={t.note} hint={t.noteHint}>
        {(control) => <textarea {...control} rows={3} maxLength={500} defaultValue={typed?.catatan} />}
      </Field>
      <div>
        <Button small>{t.submit}</Button>
      </div>
    </form>
  );
}
