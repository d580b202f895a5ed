import type { ReactElement } from "react";
import { claimPageTexts } from "#language/claim.ts";
import { formatNumber, formatPercent, formatRupiah } from "#language/format.ts";
import { useLanguage, useTexts } from "#language/use-texts.ts";
import { typedIn } from "#shell";
import { Button, Card, Choices, DescriptionList, Disclosure, optionsOf, TextField } from "#ui";
import { type Forms, StepForm } from "./step-form.tsx";

/** Of an accident what doctor and receipts say, and the form in which it is filled in. */
export function FactsCard(forms: Forms): ReactElement | null {
  const t = useTexts(claimPageTexts).facts;
  const language = useLanguage();
  const { kind, facts, can, steps } = forms.claim;
  if (kind === "natural-death") return null;
  const { disability, transport } = facts;
  const rupiah = (amount: number) => formatRupiah(language, amount);
  const percent = disability?.percent;
  return (
    <Card title={t.title}>
      <p className="quiet small">{t.lead}</p>
      <DescriptionList
        facts={[
          { name: t.months, value: formatNumber(language, facts.monthsUnable) },
          {
            name: t.disability,
            value: [
              t.disabilities[disability?.kind ?? "none"],
              percent === undefined ? "" : formatPercent(language, percent),
            ]
              .filter((each) => each !== "")
              .join(", "),
          },
          { name: t.land, value: rupiah(transport.land) },
          { name: t.sea, value: rupiah(transport.sea) },
          { name: t.air, value: rupiah(transport.air) },
        ]}
      />
      {can.help && steps.includes("facts") && <FactsForm {...forms} />}
    </Card>
  );
}

const told = (amount: number): string => (amount === 0 ? "" : String(amount));

function FactsForm(forms: Forms) {
  const t = useTexts(claimPageTexts).facts;
  const typed = typedIn(forms, "facts");
  const { monthsUnable, disability, transport } = forms.claim.facts;
  const field = (name: string, label: string, known: string, hint?: string) => (
    <TextField
      name={name}
      label={label}
      hint={hint}
      inputMode="numeric"
      width="middle"
      maxLength={20}
      autoComplete="off"
      defaultValue={typed[name] ?? known}
    />
  );
  return (
    <Disclosure summary={t.change} isOpen={forms.failed?.act === "facts"}>
      <StepForm step="facts" forms={forms}>
        {field("bulan", t.months, told(monthsUnable))}
        <Choices
          name="cacat"
          label={t.disability}
          options={optionsOf(t.disabilities)}
          value={typed["cacat"] ?? disability?.kind ?? "none"}
        />
        {field("persen", t.percent, told(disability?.percent ?? 0), t.percentHint)}
        {field("darat", t.land, told(transport.land))}
        {field("laut", t.sea, told(transport.sea))}
        {field("udara", t.air, told(transport.air))}
        <div>
          <Button look="plain">{t.submit}</Button>
        </div>
      </StepForm>
    </Disclosure>
  );
}
