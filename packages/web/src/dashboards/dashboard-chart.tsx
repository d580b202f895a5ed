import type { TrendMark } from "@tuwai/domain/forecast";
import type { ReactElement } from "react";
import { useLocation } from "react-router";
import {
  ChartFigure,
  type ChartNoteShown,
  type DrawnChart,
  Trend,
  type TrendData,
  type TrendWords,
} from "#charts";
import { dashboardTexts } from "#language/dashboards.ts";
import { useLocalPath, useTexts } from "#language/use-texts.ts";
import { TrendEvents } from "#planning";
import { OperationField } from "#shell";
import { Button, Field, withQuery } from "#ui";
import type { StageLink } from "./stage-links.ts";
import type { VillageForms } from "./village-forms.ts";
import { VillageFormsView } from "./village-forms-view.tsx";

type Of = {
  readonly notes: readonly (ChartNoteShown & { readonly chart: string })[];
  readonly mayNote: boolean;
  readonly operation: string;
  readonly village: VillageForms;
  readonly trend: {
    readonly data: TrendData;
    readonly words: TrendWords;
    readonly finding: string;
    readonly marks: readonly TrendMark[];
  } | null;
  readonly filePlace: Readonly<Record<"kecamatan" | "desa" | "bulan", string | null>>;
  readonly stages: readonly StageLink[];
};

/** One chart of a dashboard with its own address for its table, its files and its notes. */
export function DashboardChart({
  spec,
  page,
}: {
  readonly spec: DrawnChart;
  readonly page: Of;
}): ReactElement {
  const { pathname, search } = useLocation();
  const to = useLocalPath();
  const shown = new URLSearchParams(search).get("tabel");
  const notes = page.notes.filter(({ chart }) => chart === spec.name);
  const fileHref = (form: string) =>
    to("/dasbor/berkas") + withQuery("", { grafik: spec.name, bentuk: form, ...page.filePlace });
  return (
    <ChartFigure
      spec={spec}
      isTable={shown === spec.name}
      hrefs={{
        chart: pathname + withQuery(search, { tabel: null }),
        table: pathname + withQuery(search, { tabel: spec.name }),
      }}
      fileHref={fileHref}
      lists={spec.name === "tahap" ? page.stages : []}
      notes={notes}
      noteForm={page.mayNote ? <NoteForm chart={spec.name} operation={page.operation} /> : undefined}
    >
      {ownForm(spec.name, page)}
    </ChartFigure>
  );
}

function NoteForm({
  chart,
  operation,
}: {
  readonly chart: string;
  readonly operation: string;
}): ReactElement {
  const t = useTexts(dashboardTexts).note;
  return (
    <form method="post" className="stack">
      <OperationField id={operation} />
      <input type="hidden" name="grafik" value={chart} />
      <Field name={`catatan-${chart}`} label={t.label} hint={t.hint}>
        {(control) => (
          <textarea {...control} name="catatan" rows={3} minLength={3} maxLength={500} required />
        )}
      </Field>
      <div>
        <Button look="plain" small>
          {t.send}
        </Button>
      </div>
    </form>
  );
}

/** Charts that are made of links, or drawn for more than this page. */
function ownForm(name: string, { trend, village }: Of): ReactElement | undefined {
  if (name === "desa" && village.rows.length > 1) return <VillageFormsView forms={village} />;
  if (name !== "tren" || trend === null) return undefined;
  return (
    <div className="stack">
      <Trend data={trend.data} words={trend.words} />
      <p>{trend.finding}</p>
      <TrendEvents marks={trend.marks} />
    </div>
  );
}
