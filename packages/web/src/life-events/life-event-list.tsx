import type { ReactElement } from "react";
import type { LifeEvent } from "@tuwai/server/life-events";
import { formatDate } from "#language/format.ts";
import { lifeEventTexts } from "#language/life-events.ts";
import { useLanguage, useTexts } from "#language/use-texts.ts";
import { OperationField } from "#shell";
import { Button, EmptyState, Table, Tag } from "#ui";

type Props = {
  readonly events: readonly LifeEvent[];
  readonly mayUndo: boolean;
  /** One operation id for each event. */
  readonly operations: readonly string[];
};

/** What was told of a life, newest first; one that stands has a button that takes it back. */
export function LifeEventList({ events, mayUndo, operations }: Props): ReactElement {
  const t = useTexts(lifeEventTexts);
  const language = useLanguage();
  if (events.length === 0) return <EmptyState title={t.none} />;
  const h = t.columns;
  return (
    <Table
      caption={t.list}
      rows={events.map((event, at) => ({ ...event, operation: operations[at]! }))}
      keyOf={({ id }) => id}
      columns={[
        { key: "what", head: h.what, cell: ({ kind }) => t.kinds[kind] },
        {
          key: "on",
          head: h.on,
          cell: ({ on, accidentOn }) => (
            <>
              {formatDate(language, on)}
              {accidentOn !== null && (
                <div className="quiet small">{t.accidentOf(formatDate(language, accidentOn))}</div>
              )}
            </>
          ),
        },
        {
          key: "source",
          phone: "wide",
          head: h.source,
          cell: ({ document, toldBy, note }) => (
            <>
              {t.documents[document]}
              {toldBy !== null && <div className="quiet small">{t.tellers[toldBy]}</div>}
              {note !== null && <div className="quiet small">{note}</div>}
            </>
          ),
        },
        {
          key: "state",
          phone: "wide",
          head: h.state,
          cell: ({ id, undoneAt, handledAt, operation }) =>
            undoneAt !== null ? (
              <Tag status="waiting">{t.isUndone}</Tag>
            ) : handledAt !== null ? (
              <Tag status="done">{t.isActedOn}</Tag>
            ) : mayUndo ? (
              <form method="post">
                <OperationField id={operation} />
                <Button look="plain" small name="urungkan" value={id}>
                  {t.undo}
                </Button>
              </form>
            ) : (
              t.standing
            ),
        },
      ]}
    />
  );
}
