import { figureMarks, ladderCodes } from "@tuwai/domain/indicators";
import type { Indicator, IndicatorDesk } from "@tuwai/server/indicators";
import type { ReactElement } from "react";
import { indicatorDeskTexts } from "#language/indicator-desk.ts";
import { indicatorTexts } from "#language/indicators.ts";
import { useLanguage, useTexts } from "#language/use-texts.ts";
import { ActForm, type ActForms, typedIn } from "#shell";
import { Actions, Button, Card, SelectField, TextField } from "#ui";
import { exactPercent } from "./in-words.ts";
import { TargetTable } from "./target-table.tsx";

type Props = {
  readonly series: readonly Indicator[];
  readonly desk: IndicatorDesk;
  readonly forms: ActForms;
};

/** Targets that wait for a second person, those that hold, and a form for a new one. */
export function TargetTab({ series, desk, forms }: Props): ReactElement {
  const t = useTexts(indicatorDeskTexts).target;
  const { ladders } = useTexts(indicatorTexts);
  return (
    <>
      <Card title={t.waiting}>
        {desk.proposals.length === 0 && <p className="quiet">{t.none}</p>}
        {desk.proposals.map((proposal) => (
          <Proposal key={proposal.id} proposal={proposal} canDecide={desk.can.target} forms={forms} />
        ))}
      </Card>
      <Card title={t.title}>
        {desk.can.target ? <ProposeForm forms={forms} /> : <p className="quiet">{t.onlyManager}</p>}
      </Card>
      <Card title={t.standing}>
        {ladderCodes.map((ladder) => {
          const rows = series.find((one) => one.ladder === ladder)?.targets ?? [];
          return (
            <section key={ladder} className="stack">
              <h3>{ladders[ladder]}</h3>
              {rows.length === 0 ? (
                <p>{t.noneOf(ladders[ladder])}</p>
              ) : (
                <TargetTable ladder={ladder} rows={rows} />
              )}
            </section>
          );
        })}
      </Card>
    </>
  );
}

type ProposalProps = {
  readonly proposal: IndicatorDesk["proposals"][number];
  readonly canDecide: boolean;
  readonly forms: ActForms;
};

function Proposal({ proposal, canDecide, forms }: ProposalProps) {
  const t = useTexts(indicatorDeskTexts).target;
  const { ladders, marks } = useTexts(indicatorTexts);
  const language = useLanguage();
  const { id, ladder, year, percent, source, mark, isOwn } = proposal;
  return (
    <div className="stack">
      <p>
        <strong>{t.line(ladders[ladder], String(year), exactPercent(language, percent))}</strong>
        <br />
        {source} ({marks[mark]})
      </p>
      {isOwn && <p className="quiet">{t.own}</p>}
      {canDecide && !isOwn && (
        <ActForm act="decide" which={id} forms={forms} hidden={{ target: id, bagian: "target" }}>
          <Actions>
            <Button name="putusan" value="benar">
              {t.confirm}
            </Button>
            <Button name="putusan" value="tolak" look="plain">
              {t.refuse}
            </Button>
          </Actions>
        </ActForm>
      )}
    </div>
  );
}

function ProposeForm({ forms }: { readonly forms: ActForms }) {
  const t = useTexts(indicatorDeskTexts);
  const { ladders, marks } = useTexts(indicatorTexts);
  const typed = typedIn(forms, "propose");
  return (
    <ActForm act="propose" forms={forms} hidden={{ bagian: "target" }}>
      <p className="quiet">{t.target.titleWhy}</p>
      <SelectField
        name="tangga"
        label={t.target.ladder}
        options={ladderCodes.map((value) => ({ value, label: ladders[value] }))}
        defaultValue={typed["tangga"]}
      />
      <TextField
        name="tahun"
        label={t.target.year}
        inputMode="numeric"
        width="short"
        defaultValue={typed["tahun"]}
      />
      <TextField
        name="persen"
        label={t.target.percent}
        inputMode="decimal"
        width="short"
        defaultValue={typed["persen"]}
      />
      <TextField
        name="sumber"
        label={t.value.source}
        hint={t.value.sourceHint}
        defaultValue={typed["sumber"]}
      />
      <SelectField
        name="tanda"
        label={t.value.mark}
        options={figureMarks
          .filter((mark) => mark !== "cannot-be-reproduced")
          .map((value) => ({ value, label: marks[value] }))}
        defaultValue={typed["tanda"] ?? "reported"}
      />
      <div>
        <Button>{t.target.submit}</Button>
      </div>
    </ActForm>
  );
}
