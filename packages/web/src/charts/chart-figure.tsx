import { type ReactElement, type ReactNode, useId } from "react";
import { chartTexts } from "#language/charts.ts";
import { useTexts } from "#language/use-texts.ts";
import { DescriptionList, Disclosure, LinkTabs } from "#ui";
import type { DrawnChart } from "./draw-chart.tsx";
import { chartSizes } from "./svg.ts";

export type ChartNoteShown = { readonly id: string; readonly text: string; readonly by: string };

type ChartFigureProps = {
  readonly spec: DrawnChart;
  readonly isTable: boolean;
  /** Addresses of the same page with this chart as a drawing and as a table. */
  readonly hrefs: { readonly chart: string; readonly table: string };
  /** Address of a file of this chart in a form ("csv", "xlsx", "svg", "kartu"). */
  readonly fileHref: (form: string) => string;
  /** The lists that its numbers count. */
  readonly lists?: readonly { readonly href: string; readonly label: string }[];
  readonly notes?: readonly ChartNoteShown[];
  /** Where whoever may write a note does so. */
  readonly noteForm?: ReactNode;
  /** In the place of the drawing, where the chart is made of links. */
  readonly children?: ReactNode;
};

/** A chart and its table, where the number comes from, what people wrote beside it, and its files: in the same place everywhere. */
export function ChartFigure(props: ChartFigureProps): ReactElement {
  const { spec, isTable, hrefs, lists = [], notes = [], noteForm, children } = props;
  const t = useTexts(chartTexts);
  const id = useId();
  const hasDrawing = children !== undefined || spec.drawn !== null;
  return (
    <figure className="card chart-figure" id={spec.name} aria-labelledby={id}>
      <figcaption>
        <h2 id={id}>{spec.title}</h2>
        <p className="quiet small">{spec.facts}</p>
      </figcaption>
      {hasDrawing && (
        <LinkTabs
          label={t.lookAt(spec.title)}
          choices={[
            { href: `${hrefs.chart}#${spec.name}`, label: t.chart, current: !isTable },
            { href: `${hrefs.table}#${spec.name}`, label: t.table, current: isTable },
          ]}
        />
      )}
      {hasDrawing && (
        <div className={isTable ? "drawn drawn-away" : "drawn"}>{children ?? <Drawings spec={spec} />}</div>
      )}
      <div
        className={isTable || !hasDrawing ? "chart-table" : "chart-table table-away"}
        dangerouslySetInnerHTML={{ __html: spec.table }}
      />
      {lists.length > 0 && <Lists lists={lists} />}
      {notes.length > 0 && <Notes notes={notes} />}
      <div className="chart-foot no-print">
        <Disclosure summary={t.origin}>
          <DescriptionList facts={spec.origin} />
        </Disclosure>
        <Disclosure summary={t.files}>
          <Files spec={spec} fileHref={props.fileHref} />
        </Disclosure>
        {noteForm !== undefined && <Disclosure summary={t.addNote}>{noteForm}</Disclosure>}
      </div>
    </figure>
  );
}

/** Both sizes; the style sheet shows the one that fits. The drawings escape every text in them. */
function Drawings({ spec }: { readonly spec: DrawnChart }): ReactElement {
  return (
    <>
      {chartSizes.map((size) => (
        <div key={size} className={`chart-${size}`} dangerouslySetInnerHTML={{ __html: spec.drawn![size] }} />
      ))}
    </>
  );
}

function Lists({ lists }: { readonly lists: NonNullable<ChartFigureProps["lists"]> }): ReactElement {
  const t = useTexts(chartTexts);
  return (
    <nav className="no-print" aria-label={t.lists}>
      <p className="quiet small">{t.lists}</p>
      <ul className="inline-links">
        {lists.map(({ href, label }) => (
          <li key={href}>
            <a href={href}>{label}</a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function Notes({ notes }: { readonly notes: readonly ChartNoteShown[] }): ReactElement {
  const t = useTexts(chartTexts);
  return (
    <section className="chart-notes" aria-label={t.notes}>
      {notes.map((note) => (
        <blockquote key={note.id}>
          <p>{note.text}</p>
          <footer className="quiet small">{note.by}</footer>
        </blockquote>
      ))}
    </section>
  );
}

function Files({ spec, fileHref }: Pick<ChartFigureProps, "spec" | "fileHref">): ReactElement {
  const t = useTexts(chartTexts);
  const forms = [
    ["xlsx", t.xlsx],
    ["csv", t.csv],
    ...(spec.drawn === null ? [] : ([["svg", t.svg]] as const)),
    ["kartu", t.card],
  ] as const;
  return (
    <>
      <ul className="inline-links">
        {forms.map(([form, word]) => (
          <li key={form}>
            <a href={fileHref(form)} download>
              {word}
            </a>
          </li>
        ))}
      </ul>
      <p className="quiet small">{t.csvHint}</p>
    </>
  );
}
