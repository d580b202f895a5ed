import { figureMarks } from "@tuwai/domain/indicators";
import type { Indicator, ShownValue } from "@tuwai/server/indicators";
import type { ReactElement } from "react";
import { indicatorDeskTexts } from "#language/indicator-desk.ts";
import { indicatorTexts } from "#language/indicators.ts";
import { useLanguage, useTexts } from "#language/use-texts.ts";
import { ActForm, type ActForms, typedIn } from "#shell";
import { Button, Card, type Option, SelectField, TextField } from "#ui";
import { exactPercent, partsInWords, whenInWords } from "./in-words.ts";

type Props = {
  readonly series: readonly Indicator[];
  readonly city: { readonly code: string; readonly name: string };
  readonly forms: ActForms;
};

/** A figure entered from its source, a correction of one, and one taken back. */
export function ValueTab({ series, city, forms }: Props): ReactElement {
  const t = useTexts(indicatorDeskTexts).value;
  const options = useStanding(series);
  return (
    <>
      <Card title={t.title}>
        <ActForm act="value" forms={forms} hidden={{ bagian: "angka" }}>
          <ValueFields series={series} city={city} forms={forms} standing={options} />
          <div>
            <Button>{t.submit}</Button>
          </div>
        </ActForm>
      </Card>
      <Card title={t.withdrawTitle}>
        {options.length === 0 ? (
          <p className="quiet">{t.noValues}</p>
        ) : (
          <ActForm act="withdraw" forms={forms} hidden={{ bagian: "angka" }}>
            <SelectField
              name="angka"
              label={t.withdrawValue}
              options={options}
              defaultValue={typedIn(forms, "withdraw")["angka"]}
            />
            <TextField
              name="alasan"
              label={t.withdrawReason}
              defaultValue={typedIn(forms, "withdraw")["alasan"]}
            />
            <div>
              <Button look="plain">{t.withdraw}</Button>
            </div>
          </ActForm>
        )}
      </Card>
    </>
  );
}

function ValueFields({ series, city, forms, standing }: Props & { readonly standing: readonly Option[] }) {
  const texts = useTexts(indicatorTexts);
  const t = useTexts(indicatorDeskTexts).value;
  const typed = typedIn(forms, "value");
  const text = (name: string, label: string, hint?: string) => (
    <TextField name={name} label={label} hint={hint} defaultValue={typed[name]} />
  );
  const entered = series.filter(({ enteredBy }) => enteredBy === "desk");
  return (
    <>
      <SelectField
        name="indikator"
        label={t.series}
        options={entered.map(({ code }) => ({ value: code, label: texts.series[code].name }))}
        defaultValue={typed["indikator"]}
      />
      {text("per", t.asOf, t.asOfHint)}
      {text("pembilang", t.numerator)}
      {text("penyebut", t.denominator)}
      {text("persen", t.percent)}
      <SelectField
        name="wilayah"
        label={t.place}
        options={[
          { value: city.code, label: t.places.city },
          { value: city.code.slice(0, 2), label: t.places.province },
          { value: "00", label: t.places.country },
        ]}
        defaultValue={typed["wilayah"]}
      />
      <SelectField
        name="tanda"
        label={t.mark}
        options={figureMarks.map((value) => ({ value, label: texts.marks[value] }))}
        defaultValue={typed["tanda"] ?? "reported"}
      />
      {text("sumber", t.source, t.sourceHint)}
      {text("sumber-penyebut", t.denominatorSource)}
      {text("penyebut-per", t.denominatorAsOf)}
      {text("catatan", t.note)}
      <SelectField
        name="koreksi"
        label={t.replaces}
        options={[{ value: "", label: t.noReplaces }, ...standing]}
        defaultValue={typed["koreksi"]}
      />
    </>
  );
}

/** Figures that stand and were typed, as choices. */
function useStanding(series: readonly Indicator[]): readonly Option[] {
  const texts = useTexts(indicatorTexts);
  const language = useLanguage();
  const figure = (value: ShownValue) =>
    value.percent === null ? partsInWords(language, value) : exactPercent(language, value.percent);
  return series
    .filter(({ enteredBy }) => enteredBy === "desk")
    .flatMap(({ code, values, elsewhere }) =>
      [...values, ...elsewhere].map((value) => ({
        value: value.id,
        label: `${texts.series[code].name}, ${whenInWords(language, value.asOf)}: ${figure(value) ?? ""}`,
      })),
    );
}
