import type { ReactElement } from "react";
import type { Correction } from "@tuwai/server/corrections";
import { accountTexts } from "#language/accounts.ts";
import { correctionTexts } from "#language/corrections.ts";
import { formatDate } from "#language/format.ts";
import { useLanguage, useLocalPath, useTexts } from "#language/use-texts.ts";
import { OperationField } from "#shell";
import { Button, EmptyState, Table, Tag } from "#ui";
import { ShownWord } from "./shown-word.tsx";

type Props = {
  readonly history: readonly Correction[];
  /** One operation id for each. */
  readonly operations: readonly string[];
};

/** What was changed by hand, newest first: from what to what, by whom, and a button that takes it back. */
export function CorrectionList({ history, operations }: Props): ReactElement {
  const t = useTexts(correctionTexts);
  const roles = useTexts(accountTexts).roles;
  const language = useLanguage();
  if (history.length === 0) return <EmptyState title={t.historyNone} />;
  const h = t.columns;
  return (
    <Table
      caption={t.history}
      rows={history.map((edit, at) => ({ ...edit, operation: operations[at]! }))}
      keyOf={({ id }) => id}
      columns={[
        { key: "field", head: h.field, cell: ({ field }) => t.fields[field] },
        {
          key: "change",
          head: h.change,
          cell: ({ field, before, value }) => (
            <>
              <ShownWord field={field} shown={before} /> → <ShownWord field={field} shown={value} />
            </>
          ),
        },
        {
          key: "source",
          head: h.source,
          cell: ({ source, toldOn, recordedRole, note }) => (
            <>
              {t.bySource(t.sources[source], formatDate(language, toldOn), roles[recordedRole])}
              {note !== null && <div className="quiet small">{note}</div>}
            </>
          ),
        },
        { key: "state", head: h.state, cell: (edit) => <State edit={edit} operation={edit.operation} /> },
      ]}
    />
  );
}

const tags = { waiting: "waiting", standing: "active", refused: "waiting", undone: "waiting" } as const;

function State({ edit, operation }: { readonly edit: Correction; readonly operation: string }): ReactElement {
  const t = useTexts(correctionTexts);
  const roles = useTexts(accountTexts).roles;
  const to = useLocalPath();
  const { state, decidedRole, undoneRole, refusal } = edit;
  return (
    <>
      <Tag status={tags[state]}>{t.states[state]}</Tag>
      {state === "standing" && decidedRole !== null && (
        <div className="quiet small">{t.approvedBy(roles[decidedRole])}</div>
      )}
      {state === "refused" && decidedRole !== null && (
        <div className="quiet small">
          {t.signed(t.states.refused, roles[decidedRole])}: {refusal}
        </div>
      )}
      {state === "undone" && undoneRole !== null && (
        <div className="quiet small">{t.signed(t.states.undone, roles[undoneRole])}</div>
      )}
      {edit.mayDecide && <a href={to(`/koreksi/${edit.id}`)}>{t.decide}</a>}
      {edit.mayUndo && (
        <form method="post">
          <OperationField id={operation} />
          <Button look="plain" small name="urungkan" value={edit.id}>
            {t.undo}
          </Button>
        </form>
      )}
    </>
  );
}
