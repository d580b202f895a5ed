import { receiverKinds } from "@tuwai/domain/alms";
import type { ReactElement } from "react";
import { almsDeskTexts } from "#language/alms-desk.ts";
import { useTexts } from "#language/use-texts.ts";
import type { ActForms } from "#shell";
import { Card, Choices, SelectField, TextField } from "#ui";
import { RoundForm } from "./round-form.tsx";

type Child = {
  readonly childId: string;
  readonly childCode: string;
  readonly village: string;
  readonly outcome: string | null;
};

/** Who received it, for one child or for many at once; those already told of can be told of again. */
export function HandoverCard(props: {
  readonly list: readonly Child[];
  readonly forms: ActForms;
  readonly today: string;
}): ReactElement {
  const t = useTexts(almsDeskTexts).round;
  const { list, forms, today } = props;
  return (
    <Card title={t.tell}>
      <p>{t.tellLead}</p>
      <RoundForm act="serah" forms={forms} button={t.submit}>
        <Choices
          name="anak"
          label={t.list}
          several
          options={list.map(({ childId, childCode, village, outcome }) => ({
            value: childId,
            label: `${childCode}, ${village}${outcome === null ? "" : ` (${t.results[outcome as "handed"]})`}`,
          }))}
          value={list.filter(({ outcome }) => outcome === null).map(({ childId }) => childId)}
        />
        <Choices
          name="hasil"
          label={t.result}
          options={(["handed", "not-handed"] as const).map((value) => ({ value, label: t.results[value] }))}
          value="handed"
        />
        <TextField name="hari" label={t.on} type="date" max={today} defaultValue={today} />
        <SelectField
          name="penerima"
          label={t.receiver}
          options={receiverKinds.map((value) => ({ value, label: t.receivers[value] }))}
          defaultValue="surviving-parent"
        />
        <TextField name="catatan" label={t.note} hint={t.noteHint} />
        <TextField name="sidik" label={t.proof} hint={t.proofHint} autoCapitalize="none" />
      </RoundForm>
    </Card>
  );
}
