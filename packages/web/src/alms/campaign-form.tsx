import { holderKinds } from "@tuwai/domain/alms";
import type { Campaign } from "@tuwai/server/alms";
import type { ReactElement } from "react";
import { almsDeskTexts } from "#language/alms-desk.ts";
import { almsTexts } from "#language/alms.ts";
import { useTexts } from "#language/use-texts.ts";
import { ActForm, type ActForms, typedIn } from "#shell";
import { Actions, Button, SelectField, TextField } from "#ui";

/** Opens a campaign, or changes the one that is given. */
export function CampaignForm(props: {
  readonly campaign: Campaign | null;
  readonly forms: ActForms;
}): ReactElement {
  const t = useTexts(almsDeskTexts).campaign;
  const { kinds } = useTexts(almsTexts).holder;
  const { campaign, forms } = props;
  const act = campaign === null ? "buka" : "ubah";
  const typed = typedIn(forms, act);
  const value = (name: string, kept: string | null | undefined) => typed[name] ?? kept ?? "";
  return (
    <ActForm act={act} forms={forms} {...(campaign === null ? {} : { hidden: { kampanye: campaign.id } })}>
      <TextField name="nama" label={t.name} defaultValue={value("nama", campaign?.title)} />
      {campaign === null && (
        <TextField
          name="kode"
          label={t.code}
          hint={t.codeHint}
          defaultValue={value("kode", "")}
          autoCapitalize="none"
        />
      )}
      <SelectField
        name="jenis"
        label={t.kind}
        options={holderKinds.map((kind) => ({ value: kind, label: kinds[kind] }))}
        defaultValue={value("jenis", campaign?.holderKind ?? "baznas")}
      />
      <TextField
        name="pengelola"
        label={t.holder}
        hint={t.holderHint}
        defaultValue={value("pengelola", campaign?.holderName)}
      />
      <TextField
        name="izin"
        label={t.permit}
        hint={t.permitHint}
        defaultValue={value("izin", campaign?.permitNumber)}
      />
      <TextField
        name="sejak"
        label={t.from}
        type="date"
        defaultValue={value("sejak", campaign?.permitFrom)}
      />
      <TextField
        name="sampai"
        label={t.until}
        type="date"
        defaultValue={value("sampai", campaign?.permitUntil)}
      />
      <TextField
        name="rekening"
        label={t.giveTo}
        hint={t.giveToHint}
        defaultValue={value("rekening", campaign?.giveTo)}
      />
      {campaign !== null && <Closing campaign={campaign} />}
      <Actions>
        <Button>{t.save}</Button>
      </Actions>
    </ActForm>
  );
}

function Closing({ campaign }: { readonly campaign: Campaign }) {
  const t = useTexts(almsDeskTexts).campaign;
  return (
    <>
      <input type="hidden" name="versi" value={campaign.version} />
      <label className="choice">
        <input type="checkbox" name="tutup" value="ya" defaultChecked={campaign.state === "closed"} />{" "}
        {t.close}
      </label>
    </>
  );
}
