import { figureMarks } from "@tuwai/domain/indicators";
import type { EstimateKind, EstimateShown, IndicatorDesk } from "@tuwai/server/indicators";
import type { ReactElement } from "react";
import { indicatorDeskTexts } from "#language/indicator-desk.ts";
import { indicatorTexts } from "#language/indicators.ts";
import { useTexts } from "#language/use-texts.ts";
import { ActForm, type ActForms, typedIn } from "#shell";
import { Button, Card, SelectField, TextField } from "#ui";
import { EstimateCard } from "./estimate-card.tsx";

type Props = {
  readonly estimate: EstimateShown;
  readonly places: IndicatorDesk["places"];
  readonly city: { readonly code: string; readonly name: string };
  readonly forms: ActForms;
};

/** The estimate that holds, what lacks, and a form for one of its sources. */
export function EstimateTab({ estimate, places, city, forms }: Props): ReactElement {
  const t = useTexts(indicatorDeskTexts);
  const { marks, estimate: words } = useTexts(indicatorTexts);
  const typed = typedIn(forms, "estimate");
  const figure = (name: "rendah" | "tengah" | "tinggi", label: string) => (
    <TextField name={name} label={label} inputMode="decimal" width="short" defaultValue={typed[name]} />
  );
  return (
    <>
      <EstimateCard estimate={estimate} />
      <Card title={t.estimate.title}>
        <ActForm act="estimate" forms={forms} hidden={{ bagian: "perkiraan" }}>
          <p className="quiet">{t.estimate.titleWhy}</p>
          <SelectField
            name="jenis"
            label={t.estimate.kind}
            options={(Object.keys(words.kinds) as EstimateKind[]).map((value) => ({
              value,
              label: words.kinds[value],
            }))}
            defaultValue={typed["jenis"]}
          />
          <SelectField
            name="wilayah"
            label={t.estimate.place}
            options={[city, ...places].map(({ code, name }) => ({ value: code, label: `${name} (${code})` }))}
            defaultValue={typed["wilayah"]}
          />
          {figure("rendah", t.estimate.low)}
          {figure("tengah", t.estimate.middle)}
          {figure("tinggi", t.estimate.high)}
          <TextField name="per" label={t.estimate.asOf} hint={t.value.asOfHint} defaultValue={typed["per"]} />
          <SelectField
            name="tanda"
            label={t.value.mark}
            options={figureMarks
              .filter((mark) => mark !== "cannot-be-reproduced")
              .map((value) => ({ value, label: marks[value] }))}
            defaultValue={typed["tanda"] ?? "reported"}
          />
          <TextField
            name="sumber"
            label={t.value.source}
            hint={t.value.sourceHint}
            defaultValue={typed["sumber"]}
          />
          <div>
            <Button>{t.estimate.submit}</Button>
          </div>
        </ActForm>
      </Card>
    </>
  );
}
