import { almsChannels } from "@tuwai/domain/alms";
import type { ReactElement } from "react";
import { almsDeskTexts } from "#language/alms-desk.ts";
import { almsTexts } from "#language/alms.ts";
import { formatRupiah } from "#language/format.ts";
import { useLanguage, useTexts } from "#language/use-texts.ts";
import { ActForm, type ActForms, typedIn } from "#shell";
import { Actions, Button, SelectField, TextField } from "#ui";

type Props = { readonly campaignId: string; readonly forms: ActForms; readonly today: string };

/** A gift that arrived; its receipt is issued with it. */
export function ReceiveForm({ campaignId, forms, today }: Props): ReactElement {
  const t = useTexts(almsDeskTexts).receive;
  const { channels } = useTexts(almsTexts).form;
  const typed = typedIn(forms, "terima");
  return (
    <ActForm act="terima" forms={forms} hidden={{ kampanye: campaignId }}>
      <TextField
        name="jumlah"
        label={t.amount}
        inputMode="numeric"
        width="short"
        defaultValue={typed["jumlah"] ?? ""}
      />
      <TextField name="hari" label={t.on} type="date" max={today} defaultValue={typed["hari"] ?? today} />
      <SelectField
        name="cara"
        label={t.channel}
        options={almsChannels.map((value) => ({ value, label: channels[value] }))}
        defaultValue={typed["cara"] ?? "transfer"}
      />
      <TextField
        name="rujukan"
        label={t.reference}
        hint={t.referenceHint}
        defaultValue={typed["rujukan"] ?? ""}
      />
      <TextField name="niat" label={t.code} hint={t.codeHint} defaultValue={typed["niat"] ?? ""} />
      <TextField
        name="pemberi"
        label={t.donor}
        hint={t.donorHint}
        autoComplete="off"
        defaultValue={typed["pemberi"] ?? ""}
      />
      <Actions>
        <Button>{t.submit}</Button>
      </Actions>
    </ActForm>
  );
}

/** What running it cost, up to the cap. */
export function CostForm({
  campaignId,
  forms,
  today,
  room,
}: Props & { readonly room: number }): ReactElement {
  const t = useTexts(almsDeskTexts).cost;
  const language = useLanguage();
  const typed = typedIn(forms, "biaya");
  return (
    <ActForm act="biaya" forms={forms} hidden={{ kampanye: campaignId }}>
      <p>{t.room(formatRupiah(language, room))}</p>
      <TextField
        name="jumlah"
        label={t.amount}
        inputMode="numeric"
        width="short"
        defaultValue={typed["jumlah"] ?? ""}
      />
      <TextField name="hari" label={t.on} type="date" max={today} defaultValue={typed["hari"] ?? today} />
      <TextField name="untuk" label={t.why} defaultValue={typed["untuk"] ?? ""} />
      <Actions>
        <Button look="plain">{t.submit}</Button>
      </Actions>
    </ActForm>
  );
}

/** A distribution that is thought of: a name, so much for each child, and a day. */
export function PlanForm({ campaignId, forms, today }: Props): ReactElement {
  const t = useTexts(almsDeskTexts).rounds;
  const typed = typedIn(forms, "rencana");
  return (
    <ActForm act="rencana" forms={forms} hidden={{ kampanye: campaignId }}>
      <TextField name="nama" label={t.name} defaultValue={typed["nama"] ?? ""} />
      <TextField
        name="jumlah"
        label={t.perChild}
        inputMode="numeric"
        width="short"
        defaultValue={typed["jumlah"] ?? ""}
      />
      <TextField name="hari" label={t.on} type="date" defaultValue={typed["hari"] ?? today} />
      <Actions>
        <Button>{t.submit}</Button>
      </Actions>
    </ActForm>
  );
}
