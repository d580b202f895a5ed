import type { ReactElement } from "react";
import type { CoverEvent, CoverExplanation } from "@tuwai/domain/cover";
import type { WorkerDetail } from "@tuwai/server/workers";
import { contributionTexts } from "#language/contributions.ts";
import { CoverTag } from "#cover";
import { formatDate, formatMonth, formatRupiah, formatShortDate } from "#language/format.ts";
import { workerCoverTexts } from "#language/worker-cover.ts";
import { useLanguage, useTexts } from "#language/use-texts.ts";
import { Card, DescriptionList, Disclosure, Table } from "#ui";

type Clock = Pick<CoverExplanation, "state" | "months" | "dates" | "ifDeath"> & { readonly asOf: string };
type Props = { readonly worker: WorkerDetail; readonly cover: Clock | null };

/** The state of cover with every date that matters, the evidence of each month, and what the law would pay. */
export function CoverClock({ worker, cover }: Props): ReactElement | null {
  const t = useTexts(workerCoverTexts);
  const language = useLanguage();
  const state = cover?.state ?? worker.coverageStatus;
  if (state === undefined) return null;
  const order = [
    "coveredFrom",
    "paidUntil",
    "dueOn",
    "fullDeathBenefitFrom",
    "safeRescueDay",
    "lastRescueDay",
    "endsOn",
    "scholarshipFrom",
  ] as const;
  const dates: Partial<Record<(typeof order)[number], string | null>> = cover?.dates ?? {
    paidUntil: worker.paidUntil ?? null,
  };
  const isAnyKnown = Object.values(dates).some((date) => date !== null);
  return (
    <Card title={t.cover}>
      <div>
        <CoverTag state={state} />{" "}
        {cover !== null && (
          <span className="quiet small">{t.coverAsOf(formatDate(language, cover.asOf))}</span>
        )}
      </div>
      {isAnyKnown && (
        <DescriptionList
          facts={order.flatMap((key) => {
            const date = dates[key];
            if (date === undefined) return [];
            return [{ name: t.dates[key], value: date === null ? t.noDate : formatDate(language, date) }];
          })}
        />
      )}
      {cover === null ? <p className="quiet small">{t.coverOnly}</p> : <Details cover={cover} />}
    </Card>
  );
}

function Details({ cover }: { readonly cover: Clock }): ReactElement {
  const t = useTexts(workerCoverTexts);
  const language = useLanguage();
  return (
    <>
      {cover.state !== "died" && <IfDeath cover={cover} />}
      {cover.months.length > 0 && (
        <Disclosure summary={t.months}>
          <Table
            caption={t.months}
            rows={cover.months.toReversed()}
            keyOf={({ month }) => month}
            columns={[
              { key: "month", head: t.monthColumns.month, cell: ({ month }) => formatMonth(language, month) },
              { key: "state", head: t.monthColumns.state, cell: ({ state }) => <CoverTag state={state} /> },
              {
                key: "evidence",
                phone: "wide",
                head: t.monthColumns.evidence,
                cell: ({ evidence }) => <Evidence events={evidence} />,
              },
            ]}
          />
        </Disclosure>
      )}
    </>
  );
}

function Evidence({ events }: { readonly events: readonly CoverEvent[] }): ReactElement {
  const t = useTexts(workerCoverTexts);
  const language = useLanguage();
  if (events.length === 0) return <>{t.noEvidence}</>;
  return (
    <>
      {events
        .map((event) => t.eventOn(t.events[event.type], formatShortDate(language, dayOfEvent(event))))
        .join(", ")}
    </>
  );
}

function dayOfEvent(event: CoverEvent): string {
  return event.type === "listed" ? event.asOf : event.on;
}

type Benefit = CoverExplanation["ifDeath"]["natural"];

function IfDeath({ cover }: { readonly cover: Clock }): ReactElement {
  const t = useTexts(workerCoverTexts);
  const language = useLanguage();
  const marks = useTexts(contributionTexts).marks;
  const { natural, workAccident } = cover.ifDeath;
  const say = ({ amount, ifSettled }: Benefit): string => {
    if (amount !== null) return formatRupiah(language, amount);
    return ifSettled === undefined ? t.uncertain : t.ifSettled(formatRupiah(language, ifSettled));
  };
  const sources = [...natural.sources, ...workAccident.sources].map(({ instrument, article, mark }) =>
    t.source(instrument, article, marks[mark]),
  );
  return (
    <Disclosure summary={t.ifDeath}>
      <DescriptionList
        facts={[
          { name: t.natural, value: say(natural) },
          { name: t.workAccident, value: say(workAccident) },
        ]}
      />
      <p className="quiet small">
        {t.estimate} {t.sourcesOf}: {[...new Set(sources)].join("; ")}.
      </p>
    </Disclosure>
  );
}
