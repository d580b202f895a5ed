import { type AgendaClock, mayTurn, type ItemState, type TimedItem } from "@tuwai/domain/meetings";
import type { ReactElement } from "react";
import { formatNumber, formatTime } from "#language/format.ts";
import { agendaTexts } from "#language/meeting-agenda.ts";
import { useLanguage, useTexts } from "#language/use-texts.ts";
import { OperationField } from "#shell";
import { Actions, Button, type Status, Table, Tag } from "#ui";
import type { AgendaData, ShownItem } from "./load-agenda.ts";
import styles from "./agenda.module.css";
import { spellSeconds } from "./spell-seconds.ts";

const looks: Readonly<Record<ItemState, Status>> = {
  planned: "waiting",
  running: "active",
  done: "done",
  moved: "process",
  parked: "decision",
  dropped: "refused",
};

/** The items in order, or those in the parking lot, each with what can be done with it now. */
export function AgendaTable(props: {
  readonly page: AgendaData;
  readonly clock: AgendaClock;
  readonly isParking: boolean;
}): ReactElement {
  const t = useTexts(agendaTexts);
  const language = useLanguage();
  const { page, clock, isParking } = props;
  const rows = page.items.filter(({ state }) => (state === "parked") === isParking);
  const times = new Map(clock.items.map((item) => [item.id, item]));
  const number = (n: number) => formatNumber(language, n);
  const mayAct = page.mayNote || page.mayPrepare;
  return (
    <Table
      caption={t.caption(number(rows.length))}
      rows={rows}
      keyOf={({ id }) => id}
      columns={[
        { key: "item", head: t.columns.item, cell: (item) => <Named item={item} /> },
        ...(isParking
          ? []
          : [
              {
                key: "begins",
                head: t.columns.begins,
                cell: ({ id }: ShownItem) => begins(times.get(id), (at) => formatTime(language, at)),
              },
              {
                key: "minutes",
                head: t.columns.minutes,
                number: true,
                cell: ({ minutes }: ShownItem) => number(minutes),
              },
              {
                key: "took",
                head: t.columns.took,
                number: true,
                cell: ({ id }: ShownItem) => <Took timed={times.get(id)} />,
              },
              {
                key: "state",
                head: t.columns.state,
                cell: ({ state }: ShownItem) => <Tag status={looks[state]}>{t.states[state]}</Tag>,
              },
            ]),
        ...(mayAct
          ? [
              {
                key: "act",
                head: t.columns.act,
                phone: "wide" as const,
                cell: (item: ShownItem) => <ItemActs page={page} item={item} />,
              },
            ]
          : []),
      ]}
    />
  );
}

const begins = (timed: TimedItem | undefined, say: (at: Date) => string): string =>
  timed?.begins == null ? "–" : say(new Date(timed.begins));

function Named({ item }: { readonly item: ShownItem }) {
  const t = useTexts(agendaTexts);
  const under = [item.presenter, item.isFromEarlier ? t.fromEarlier : null].filter(Boolean).join(" · ");
  return (
    <>
      {item.title}
      {under !== "" && <div className="quiet small">{under}</div>}
    </>
  );
}

/** Time beyond what was planned stands below zero, in red. */
function Took({ timed }: { readonly timed: TimedItem | undefined }) {
  const t = useTexts(agendaTexts);
  if (timed === undefined || timed.spentSeconds === null) return "–";
  const { spentSeconds, leftSeconds } = timed;
  return (
    <>
      {spellSeconds(spentSeconds)}
      {leftSeconds < 0 && <div className={styles["took"]}>{t.over(spellSeconds(-leftSeconds))}</div>}
    </>
  );
}

const turns = [
  ["running", "mulai"],
  ["planned", "masuk"],
  ["parked", "parkir"],
  ["moved", "pindah"],
  ["dropped", "batal"],
] as const;

function ItemActs({ page, item }: { readonly page: AgendaData; readonly item: ShownItem }) {
  const t = useTexts(agendaTexts);
  if (item.state === "running") return null;
  const wordOf = (to: (typeof turns)[number][0]) =>
    to === "running" && item.state === "done" ? t.acts.again : t.acts[to];
  const may = turns.filter(([to]) => mayTurn(item.state, to) && (to !== "running" || page.mayRun));
  return (
    <form method="post">
      <OperationField id={page.operation} />
      <Actions>
        <a href={`?acara=${item.id}#ubah-acara`}>
          {t.edit}
          <span className="hidden-visually">: {item.title}</span>
        </a>
        {page.mayNote &&
          may.map(([to, act]) => (
            <Button
              key={to}
              look="plain"
              small
              name="aksi"
              value={`${act}:${item.id}`}
              aria-label={`${wordOf(to)}: ${item.title}`}
            >
              {wordOf(to)}
            </Button>
          ))}
      </Actions>
    </form>
  );
}
